"""When something happened, how long it lasts, and by when it must be done."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked
from groundsmith.recipes.qa.extractive.clause import Clause
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import MONTHS, NUMBER_WORDS

_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_ORDINAL} )?(?:{MONTHS})(?: {_ORDINAL})?(?:,? \d{{4}})?"
_CENTURY = r"the \d{1,2}(?:st|nd|rd|th) century(?: (?:BC|AD))?"
_YEAR = rf"(?:(?:early|late|mid)[- ])?(?:\d{{4}}s?|\d{{2,4}} (?:BCE?|AD|CE)|{_CENTURY})"
_DATE = re.compile(rf"\b(?:[Ii]n|[Oo]n|[Aa]round|by) ({_DAY}|(?:the )?{_YEAR})(?![\w-])")
_PERIOD = re.compile(
    rf"\b((?:[Bb]etween|[Ff]rom) (?:{_DAY}|{_YEAR}) (?:and|to|until) (?:{_DAY}|{_YEAR}))(?![\w-])"
)
_UNIT = r"(?:second|minute|hour|day|week|month|semester|year|decade|century|centurie)s?"
_AMOUNT = rf"(?:\d+(?:[-–.]\d+)?|{NUMBER_WORDS}|an?)(?: to (?:\d+|{NUMBER_WORDS}))?"
_LASTS = re.compile(
    r" (?:for )?((?:(?:about|around|approximately|at least|up to|over|nearly|more than) )?"
    rf"{_AMOUNT} (?:(?:working|business|calendar|full) )?{_UNIT})\b"
)
_WITHIN = re.compile(
    rf"\b(within (?:\d+|{NUMBER_WORDS}) (?:(?:working|business) )?(?:hour|day|week|month|year)s"
    r"(?: (?:of|after|before) [^.,;:()]+)?)"
)
_PAST = frozenset({"", "was", "were", "did"})
_DUTY = frozenset({"must", "should", "shall", "can"})


@statement_pattern("date", Kind.TEMPORAL)
def dated(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Warsaw was rebuilt in 1950": when was Warsaw rebuilt?"""
    clause = said.clause
    if clause.auxiliary not in _PAST:
        return
    begin = min(clause.subject[0], clause.lead[0]) if clause.lead[1] else clause.subject[0]
    within = (sentence.text, begin, clause.stop)
    dates = [*_DATE.finditer(*within), *_PERIOD.finditer(*within)]
    if len(dates) != 1 or not re.search(r"\d", dates[0][1]):
        return
    date = dates[0]
    if date.span() == clause.lead:
        question = clause.ask("When", said.subject, _end_of(clause))
        yield from asked(sentence, said, question, date.span(1), 0.75)
    elif date.start() >= clause.rest and clause.support not in ("do", "does"):
        question = clause.ask("When", said.subject, date.span())
        yield from asked(sentence, said, question, date.span(1), 0.85)


def _end_of(clause: Clause) -> tuple[int, int]:
    """An empty gap at the clause's first boundary, for an answer that stood before it."""
    end = next((token.start for token in clause.tokens if token.text in ",;:—"), clause.stop)
    return end, end


@statement_pattern("length-of-time", Kind.TEMPORAL)
def lasting(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The course lasts three years": how long does the course last?"""
    clause = said.clause
    if clause.base not in ("last", "take"):
        return
    match = _LASTS.match(sentence.text, clause.rest)
    if match is None:
        return
    question = clause.ask("How long", said.subject, (clause.rest, match.end()))
    yield from asked(sentence, said, question, match.span(1), 0.85)


@statement_pattern("deadline", Kind.TEMPORAL)
def due(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Guests must register within 14 days": within what time must guests register?"""
    clause = said.clause
    if clause.auxiliary not in _DUTY:
        return
    match = _WITHIN.search(sentence.text, clause.rest)
    if match is None:
        return
    question = clause.ask("Within what time", said.subject, match.span(1))
    yield from asked(sentence, said, question, match.span(1), 0.8)
