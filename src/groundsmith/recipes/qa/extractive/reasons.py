"""Why something is so, and what it is for."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject, to_boundary
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_CAUSE = re.compile(
    r",? (?:(?:partly|mainly|largely|primarily|simply) )?"
    r"((?:because|due to|owing to|as a result of) [^;:]+)"
)
_AIM = re.compile(r",? ((?:in order to|so that) [^;:,]+)")
_USED = re.compile(
    r" (?:(?:also|often|commonly|mainly|usually|widely|typically) )?used ((?:to|for|as) [^;:,]+)"
)


@sentence_pattern("cause", Kind.EXPLANATORY)
def caused(sentence: Sentence) -> Iterator[Asked]:
    """From "Polonia was relegated because of its debts." → Why was Polonia relegated?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None:
        return
    words, told = who
    match = _CAUSE.search(sentence.text, clause.rest, clause.stop)
    if match is None:
        return
    yield from asked(
        sentence, clause.ask("Why", words, (match.start(), clause.stop)), match.span(1), 0.8, told
    )


@sentence_pattern("purpose", Kind.EXPLANATORY)
def meant(sentence: Sentence) -> Iterator[Asked]:
    """From "The form is used to register guests." → What is the form used for?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in ("is", "are", "was", "were"):
        return
    words, told = who
    match = _USED.match(sentence.text, clause.rest, clause.stop)
    if match is None or match[1].startswith("to be "):
        return
    ending = "used as" if match[1].startswith("as ") else "used for"
    start = match.start(1) + 3 if ending == "used as" else match.start(1)
    question = f"What {clause.auxiliary} {words} {ending}?"
    yield from asked(sentence, question, (start, match.end(1)), 0.82, told)


@sentence_pattern("goal", Kind.EXPLANATORY)
def intended(sentence: Sentence) -> Iterator[Asked]:
    """From "The ministry reformed the law in order to …" → Why did the ministry reform the law?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None:
        return
    words, told = who
    match = _AIM.search(sentence.text, clause.rest, clause.stop)
    if match is None:
        return
    stop = to_boundary(sentence.text, match.start(1), clause.stop)
    yield from asked(
        sentence,
        clause.ask("Why", words, (match.start(), clause.stop)),
        (match.start(1), stop),
        0.75,
        told,
    )
