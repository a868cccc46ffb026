"""Where something is, and where something happened."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.verbs import PAST_OF_PARTICIPLE
from groundsmith.recipes.qa.extractive.words import BE, MONTHS, NAME_WORD, terms

_LIES = re.compile(
    r" (?:located|situated|based|headquartered|buried) "
    r"(in|at|on|near|between|along|within|outside) (?=(?:the )?(?:[a-z]+ )?[A-Z])"
)
_HAPPENS = terms(
    """
    die live settle reside occur happen meet appear begin originate arrive grow serve land
    """
)
_AT = re.compile(
    rf" (in|at|near) ((?:the )?(?!(?:{MONTHS})\b){NAME_WORD}(?: (?:(?:of|the|and) )?{NAME_WORD})"
    r"{0,4})(?=[,.;]|$| (?:in|on|during|from|after|before|when|where|as|for|to|with|by|until) )"
)


@sentence_pattern("location", Kind.FACTUAL)
def located(sentence: Sentence) -> Iterator[Asked]:
    """From "The stadium is located in Wola": where is the stadium located?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in BE:
        return
    match = _LIES.match(sentence.text, clause.rest, clause.stop)
    if match is None:
        return
    stop = to_boundary(sentence.text, match.end(), clause.stop)
    if not ends_whole(sentence.text, stop):
        stop = clause.stop
    if sentence.text.count(",", match.end(), stop) > 1:
        return
    words, told = who
    start = match.end() if match[1] in ("in", "at") else match.start(1)
    verb = match.group().split()[0]
    question = f"Where {clause.auxiliary} {words} {verb}?"
    yield from asked(sentence, question, (start, stop), 0.82, told)


@sentence_pattern("whereabouts", Kind.FACTUAL)
def happened(sentence: Sentence) -> Iterator[Asked]:
    """From "Tesla died in New York in 1943": where did Tesla die in 1943?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or not clause.tokens:
        return
    first = clause.tokens[0]
    passive = clause.auxiliary in ("was", "were") and first.low in PAST_OF_PARTICIPLE
    if not passive and not (clause.base in _HAPPENS and clause.support != "do"):
        return
    words, told = who
    match = _AT.match(sentence.text, first.stop if passive else clause.rest, clause.stop)
    if match is None or not ends_whole(sentence.text, match.end()):
        return
    question = clause.ask("Where", words, match.span())
    answer = match.span(2) if match[1] in ("in", "at") else (match.start(1), match.end())
    yield from asked(sentence, question, answer, 0.76, told)
