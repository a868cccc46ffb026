"""How many, how much, how large."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import NUMBER_WORDS, terms

_ABOUT = (
    r"(?:(?:more than|less than|fewer than|at least|at most|up to|over|under|about|around|"
    r"approximately|nearly|almost|roughly|only|exactly) )?"
)
_LARGE = r"(?: (?:hundred|thousand|million|billion|trillion))?"
_FIGURE = rf"(?:\d{{1,3}}(?:,\d{{2,3}})+|\d+(?:\.\d+)?|{NUMBER_WORDS})"
_NUMBER = rf"{_ABOUT}{_FIGURE}\+?{_LARGE}"
_PLURAL = r"(?:[a-z][a-z-]+s|people|children|women|men)"
_COUNTED = re.compile(rf" ({_NUMBER}) ((?:[a-z][a-z-]* ){{0,3}}{_PLURAL})\b(?![-'’])")
_SUBJECT = re.compile(rf"({_NUMBER}) ((?:[a-z][a-z-]* ){{0,3}}?{_PLURAL})(?= [a-z])")
_THERE = re.compile(
    rf"There (are|were) ({_NUMBER}) ((?:[a-z][a-z-]* ){{0,3}}?{_PLURAL}) "
    r"((?:in|at|on) (?:the )?[A-Z][^,;:()]*?)[.,;]"
)
_MONEY = re.compile(
    rf" ({_ABOUT}(?:[$€£₹৳¥] ?|(?:USD|EUR|GBP|INR|BDT|Rs\.?|IDR) )\d[\d,.]*(?<![,.])"
    r"(?: (?:hundred|thousand|million|billion|trillion|lakhs?|crores?))?)(?![\w-])"
)
_NOT_COUNTED = re.compile(
    r"\b(?:years?|months?|days?|hours?|minutes?|weeks?|seconds?|percent|times|points|degrees|more|"
    r"other|different|additional|further|of|was|is|as|lakhs|this|others|versus|plus|square|metres|meters|feet|miles|kilometres|kilometers|hectares|acres)\b"
)
_COUNTING = terms(
    """
    build comprise contain cover employ enroll enter have hold host include kill lose manage offer
    operate own produce publish receive score sell serve win
    """
)
_PAYING = terms("charge cost earn pay raise receive spend")
MAX_PREDICATE_CHARS = 110


@statement_pattern("count", Kind.QUANTITATIVE)
def counted(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The library has 200 seats": how many seats does the library have?"""
    clause = said.clause
    if clause.base not in _COUNTING:
        return
    match = _COUNTED.match(sentence.text, clause.rest)
    if match is None or _NOT_COUNTED.search(match[2]):
        return
    if sentence.text.startswith(" of ", match.end()):
        return
    question = clause.ask(f"How many {match[2]}", said.subject, (clause.rest, match.end()))
    yield from asked(sentence, said, question, match.span(1), 0.85)


@statement_pattern("how-many", Kind.QUANTITATIVE)
def numbered(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Two hundred people died in Goma in 2002": how many people died in Goma in 2002?"""
    clause = said.clause
    first = clause.subject[0]
    text = sentence.text[:first] + sentence.text[first].lower() + sentence.text[first + 1 :]
    match = _SUBJECT.match(text, first)
    if match is None or match.end() != clause.subject[1] or _NOT_COUNTED.search(match[2]):
        return
    stop = to_boundary(text, clause.rest, clause.stop)
    predicate = text[match.end() : stop]
    if len(predicate) > MAX_PREDICATE_CHARS or not ends_whole(text, stop):
        return
    if re.search(r"[A-Z]|\d{4}", predicate):
        question = f"How many {match[2]}{predicate}?"
        yield from asked(sentence, said, question, match.span(1), 0.76, named=True)


@sentence_pattern("there-are", Kind.QUANTITATIVE)
def there_are(sentence: Sentence) -> Iterator[Asked]:
    """From "There are 13 museums in Warsaw": how many museums are there in Warsaw?"""
    match = _THERE.match(sentence.text)
    if match is None or _NOT_COUNTED.search(match[3]):
        return
    if span := sentence.raw(*match.span(2)):
        yield Asked(f"How many {match[3]} {match[1]} there {match[4]}?", *span, 0.8)


@statement_pattern("money", Kind.QUANTITATIVE)
def paid(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The card costs $25": how much does the card cost?"""
    clause = said.clause
    if clause.base not in _PAYING:
        return
    match = _MONEY.match(sentence.text, clause.rest)
    if match is None:
        return
    question = clause.ask("How much", said.subject, (clause.rest, match.end()))
    yield from asked(sentence, said, question, match.span(1), 0.85)
