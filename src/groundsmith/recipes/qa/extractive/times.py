"""When something happened, and how long it lasts."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.words import MONTHS, NUMBER_WORDS

_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTHS})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?"
_YEAR = r"(?:(?:early|late|mid)[- ])?(?:\d{4}s?|\d{2,4} (?:BC|AD|BCE|CE)|the \d{1,2}(?:st|nd|rd|th) century(?: (?:BC|AD))?)"
_DATE = re.compile(rf"\b(?:in|on|by|around|In|On|Around) ({_DAY}|(?:the )?{_YEAR})(?![\w-])")
_PERIOD = re.compile(
    rf"\b((?:between|from|Between|From) (?:{_DAY}|{_YEAR}) (?:and|to|until) (?:{_DAY}|{_YEAR}))(?![\w-])"
)
_SPAN = rf"(?:(?:about|around|approximately|at least|up to|over|nearly|more than) )?(?:\d+(?:[-–.]\d+)?|{NUMBER_WORDS}|an?)(?: to (?:\d+|{NUMBER_WORDS}))? (?:working |business |calendar |full )?(?:second|minute|hour|day|week|month|semester|year|decade|centur(?:y|ie))s?"
_LASTS = re.compile(rf" (?:for )?({_SPAN})\b")
_STRICT_DEADLINE = re.compile(
    rf"\b(within (?:\d+|{NUMBER_WORDS}) (?:working |business )?(?:hour|day|week|month|year)s(?: (?:of|after|before) [^.,;:()]+)?)"
)


@sentence_pattern("date", Kind.TEMPORAL)
def dated(sentence: Sentence) -> Iterator[Asked]:
    """From "Warsaw was rebuilt in 1950." → When was Warsaw rebuilt?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary in ("is", "are", "can", "may"):
        return
    words, told = who
    dates = [*_DATE.finditer(sentence.text), *_PERIOD.finditer(sentence.text)]
    if len(dates) != 1:
        return
    date = dates[0]
    if date.end() <= clause.lead[1] + 1 and date.start() == clause.lead[0]:
        if date.end() == clause.lead[1]:
            question = clause.ask("When", words, _lead_gap(sentence))
            yield from asked(sentence, question, date.span(1), 0.75, told)
        return
    if date.start() < clause.rest:
        return
    yield from asked(sentence, clause.ask("When", words, date.span()), date.span(1), 0.85, told)


def _lead_gap(sentence: Sentence) -> tuple[int, int]:
    """An empty gap at the first boundary of the clause, for an answer that stood before it."""
    clause = sentence.clause
    assert clause is not None  # noqa: S101 - the caller has looked
    end = next((t.start for t in clause.tokens if t.text in ",;:—"), clause.stop)
    return end, end


@sentence_pattern("length-of-time", Kind.TEMPORAL)
def lasting(sentence: Sentence) -> Iterator[Asked]:
    """From "The course lasts three years." → How long does the course last?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.base not in ("last", "take"):
        return
    words, told = who
    match = _LASTS.match(sentence.text, clause.rest)
    if match is None:
        return
    question = clause.ask("How long", words, (clause.rest, match.end()))
    yield from asked(sentence, question, match.span(1), 0.85, told)


@sentence_pattern("deadline", Kind.TEMPORAL)
def due(sentence: Sentence) -> Iterator[Asked]:
    """From "Applicants must register within 14 days of arrival." → When must applicants register?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in ("must", "should", "shall", "can"):
        return
    words, told = who
    match = _STRICT_DEADLINE.search(sentence.text, clause.rest)
    if match is None:
        return
    question = clause.ask("Within what time", words, match.span(1))
    yield from asked(sentence, question, match.span(1), 0.8, told)
