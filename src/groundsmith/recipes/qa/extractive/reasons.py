"""Why something is so, and what it is for."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary, whole_phrase
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import BE

_CAUSE = re.compile(
    r",? (?:(?:partly|mainly|largely|primarily|simply) )?"
    r"((?:because|due to|owing to|as a result of) [^;:]+)"
)
_MEANS = re.compile(r" (by [a-z]+ing [a-z])")
_TO_DO = re.compile(r" to [a-z]")
_AIM = re.compile(r",? ((?:in order to|so that) [^;:,]+)")
_USED = re.compile(
    r" (?:(?:also|often|commonly|mainly|usually|widely|typically) )?used "
    r"(?:(?P<to>to (?!the\b|an?\b|be\b)[^;:,]+)|(?P<link>for|as) (?P<noun>[^;:,]+))"
)
_TASKED = re.compile(
    r" (?P<what>(?:been )?(?:able|authorized|created|designed|entitled|established|formed|founded|"
    r"intended|introduced|obliged|permitted|required|set up|supposed)) to (?!be\b|have\b)(?=[a-z])"
)
_PERFECT = frozenset({"has", "have", "had"})


@statement_pattern("cause", Kind.EXPLANATORY)
def caused(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Polonia was relegated because of its debts": why was Polonia relegated?"""
    clause = said.clause
    match = _CAUSE.search(sentence.text, clause.rest, clause.stop)
    if match is None or not sentence.text[clause.rest : match.start()].strip():
        return
    question = clause.ask("Why", said.subject, (match.start(), clause.stop))
    yield from asked(sentence, said, question, match.span(1), 0.8)


@statement_pattern("means", Kind.EXPLANATORY)
def by_means(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Iron can be protected by painting it": how can iron be protected?"""
    clause = said.clause
    match = _MEANS.search(sentence.text, clause.rest, clause.stop)
    done = sentence.text[clause.rest : match.start()] if match else ""
    if match is None or not done.strip() or _TO_DO.search(done):
        return
    stop = whole_phrase(sentence.text, match.start(1), clause.stop)
    if stop is not None:
        question = clause.ask("How", said.subject, (match.start(), clause.stop))
        yield from asked(sentence, said, question, (match.start(1), stop), 0.78)


@statement_pattern("purpose", Kind.EXPLANATORY)
def meant(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The form is used to register guests": what is the form used for?"""
    clause = said.clause
    match = _USED.match(sentence.text, clause.rest, clause.stop)
    if match is None or clause.auxiliary not in BE:
        return
    question = f"What {clause.auxiliary} {said.subject} used {match['link'] or 'for'}?"
    answer = match.span("to") if match["to"] else match.span("noun")
    yield from asked(sentence, said, question, answer, 0.82)


@statement_pattern("goal", Kind.EXPLANATORY)
def intended(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The duke reformed the law in order to …": why did the duke reform the law?"""
    clause = said.clause
    match = _AIM.search(sentence.text, clause.rest, clause.stop)
    if match is None or not sentence.text[clause.rest : match.start()].strip():
        return
    stop = to_boundary(sentence.text, match.start(1), clause.stop)
    question = clause.ask("Why", said.subject, (match.start(), clause.stop))
    yield from asked(sentence, said, question, (match.start(1), stop), 0.75)


@statement_pattern("task", Kind.EXPLANATORY)
def tasked(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The panel was set up to review laws": what was the panel set up to do?"""
    clause = said.clause
    match = _TASKED.match(sentence.text, clause.rest, clause.stop)
    if match is None or clause.auxiliary not in BE | _PERFECT:
        return
    stop = whole_phrase(sentence.text, match.end(), clause.stop)
    if stop is not None:
        question = f"What {clause.auxiliary} {said.subject} {match['what']} to do?"
        yield from asked(sentence, said, question, (match.end(), stop), 0.74)
