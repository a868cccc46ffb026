"""How many, how much."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming, naming
from groundsmith.recipes.qa.extractive.words import NUMBER_WORDS, terms

_MORE = r"(?:(?:more than|less than|fewer than|at least|at most|up to|over|under|about|around|approximately|nearly|almost|roughly|some|only|exactly) )?"
_NUMBER = rf"{_MORE}(?:\d{{1,3}}(?:,\d{{2,3}})+|\d+(?:\.\d+)?|{NUMBER_WORDS})\+?(?: (?:hundred|thousand|million|billion|trillion))?"
_COUNTED = re.compile(
    rf" ({_NUMBER}) ((?:[a-z][a-z-]* ){{0,3}}[a-z-]{{2,}}s|people|children|women|men)\b(?![-'’])"
)
_THERE = re.compile(
    rf"^There (are|were) ({_NUMBER}) ((?:[a-z][a-z-]* ){{0,3}}?(?:[a-z-]+s|people|children|women|men))(?= (?:in|at|on|for|of) ) ?([^,;:()]*?)[.,;]"
)
_MONEY = re.compile(
    rf" ({_MORE}(?:[$€£₹৳¥] ?|(?:USD|EUR|GBP|INR|BDT|Rs\.?|IDR) )\d[\d,.]*(?<![.,])(?: (?:hundred|thousand|million|billion|trillion|lakhs?|crores?))?)(?![\w-])"
)
_PERCENT = re.compile(
    rf" ({_MORE}\d+(?:\.\d+)?(?: ?%| percent| per cent)) of (?:the )?([^,;:().]+?)(?= (?:is|are|was|were|had|have|has) )"
)
_COUNTING = terms(
    "have contain comprise include employ serve host own operate enroll cover enter manage win lose receive score publish produce offer build sell kill"
)
_PAYING = terms("cost pay charge spend earn receive raise")
_NO_COUNT = re.compile(
    r"\b(?:years?|months?|days?|hours?|minutes?|weeks?|seconds?|percent|times|points|degrees|of|was|is|as|lakhs|this|others|versus|plus)\b"
)


@sentence_pattern("count", Kind.QUANTITATIVE)
def counted(sentence: Sentence) -> Iterator[Asked]:
    """From "The library has 200 seats." → How many seats does the library have?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.base not in _COUNTING:
        return
    match = _COUNTED.match(sentence.text, clause.rest)
    if match is None or _NO_COUNT.search(match[2]):
        return
    words, told = who
    question = clause.ask(f"How many {match[2]}", words, (clause.rest, match.end()))
    yield from asked(sentence, question, match.span(1), 0.85, told)


@sentence_pattern("there-are", Kind.QUANTITATIVE)
def there_are(sentence: Sentence) -> Iterator[Asked]:
    """From "There are 13 museums in Warsaw." → How many museums are there in Warsaw?"""
    match = _THERE.match(sentence.text) if sentence.text.startswith("There ") else None
    if match is None or _NO_COUNT.search(match[3]):
        return
    told = naming("Those " + match[4], sentence.names)
    named = any(word in sentence.names or word[:1].isupper() for word in match[4].split()[1:])
    told = Naming.NAMED if named else Naming.GENERIC
    question = f"How many {match[3]} {match[1]} there {match[4]}?"
    yield from asked(sentence, question, match.span(2), 0.8, told)


@sentence_pattern("money", Kind.QUANTITATIVE)
def paid(sentence: Sentence) -> Iterator[Asked]:
    """From "The card costs $25." → How much does the card cost?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.base not in _PAYING:
        return
    match = _MONEY.match(sentence.text, clause.rest)
    if match is None:
        return
    words, told = who
    question = clause.ask("How much", words, (clause.rest, match.end()))
    yield from asked(sentence, question, match.span(1), 0.85, told)
