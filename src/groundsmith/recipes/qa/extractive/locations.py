"""Where something is, and where something happened."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.verbs import PAST_OF_PARTICIPLE
from groundsmith.recipes.qa.extractive.words import BE, MONTHS, NAME_WORD, terms

_LIES = re.compile(
    r" (?P<verb>located|situated|based|headquartered|buried) "
    r"(?P<link>in|at|on|near|between|along|within|outside) (?=(?:the )?(?:[a-z]+ )?[A-Z])"
)
_AT = re.compile(
    rf" (in|at|near) ((?:the )?(?!(?:{MONTHS})\b){NAME_WORD}(?: (?:(?:of|the|and) )?{NAME_WORD})"
    r"{0,4})(?=[,.;]|$| (?:in|on|during|from|after|before|when|where|as|for|to|with|by|until) )"
)
_HAPPENS = terms(
    "appear arise arrive begin die grow happen land live meet occur originate reside serve settle"
)


@statement_pattern("location", Kind.FACTUAL)
def located(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The stadium is located in Wola": where is the stadium located?"""
    clause = said.clause
    match = _LIES.match(sentence.text, clause.rest, clause.stop)
    if match is None or clause.auxiliary not in BE or match.group().endswith("based on "):
        return
    stop = to_boundary(sentence.text, match.end(), clause.stop)
    if not ends_whole(sentence.text, stop):
        stop = clause.stop
    if sentence.text.count(",", match.end(), stop) > 1:
        return
    start = match.end() if match["link"] in ("in", "at") else match.start("link")
    question = f"Where {clause.auxiliary} {said.subject} {match['verb']}?"
    yield from asked(sentence, said, question, (start, stop), 0.82)


@statement_pattern("whereabouts", Kind.FACTUAL)
def happened(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Tesla died in New York in 1943": where did Tesla die in 1943?"""
    clause = said.clause
    first = clause.tokens[0] if clause.tokens else None
    passive = first and clause.auxiliary in ("was", "were") and first.low in PAST_OF_PARTICIPLE
    if not passive and not (clause.base in _HAPPENS and clause.support != "do"):
        return
    start = first.stop if first and passive else clause.rest
    match = _AT.match(sentence.text, start, clause.stop)
    if match is None or not ends_whole(sentence.text, match.end()):
        return
    question = clause.ask("Where", said.subject, match.span())
    answer = match.span(2) if match[1] in ("in", "at") else (match.start(1), match.end())
    yield from asked(sentence, said, question, answer, 0.76)
