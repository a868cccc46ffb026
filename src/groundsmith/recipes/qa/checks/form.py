"""The gate: whether a pair has the form of a question and an answer at all.

Everything here can be seen without the source, but for prompt leakage in an answer: a passage may
itself speak of prompts, and then its words are no leak.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.checks.fault import Fault, scored
from groundsmith.recipes.qa.checks.folding import folded
from groundsmith.recipes.qa.checks.languages import grammar_of
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Span

STAGE = "format"
_UNUSABLE = 1.0
_WRONG = 0.3
_BLEMISH = 0.1

_SHORT_KINDS = frozenset({Kind.FACTUAL, Kind.QUANTITATIVE, Kind.TEMPORAL})
_MARKS = frozenset("?？؟;;⸮፧")
_LEAK = re.compile(
    r"\bas an? (?:ai|language model|assistant)\b|\b(?:sebagai|selaku) (?:ai|model bahasa|asisten)\b"
    r"|\b(?:based on|according to|from|in) the (?:provided|given|above|supplied) "
    r"(?:context|text|passage|document|information|excerpt|source)\b"
    r"|\bthe (?:context|passage|text|excerpt) "
    r"(?:above|below|provided|given|states|says|does not)\b"
    r"|\b(?:berdasarkan|menurut) (?:teks|konteks|bacaan|dokumen|informasi) "
    r"(?:di atas|tersebut|berikut|yang diberikan)\b"
    r"|\bhere (?:is|are) (?:the|a|an|some|your|\d+) (?:question|answer|pair|q&a)s?\b"
    r"|\A\W*(?:question|answer|pertanyaan|jawaban|q|a)\s?\d*\s?[:.)]\s"
    r"|\A\W*(?:sure|certainly|of course|baik|tentu)[,!]\s"
    r"|<\|[^|\n]{1,40}\|>|\[/?INST\]|<</?SYS>>|```",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|<(?:insert|your|enter|name|answer)\b[^<>\n]{0,80}>"
    r"|\[(?:insert|your|enter|name|answer|date|number|subject|topic)\b[^\[\]\n]{0,80}\]"
    r"|\blorem ipsum\b|\b(?:TODO|TBD|TBA|FIXME|XXX+)\b|_{4,}",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*+(?:n/?a|null)?\W*+", re.IGNORECASE)
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_MARKUP = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|\]\([^()\s]{1,500}\)|</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>"
)


def check(pair: CheckedPair) -> Checked:
    """1 has no fault of form, 0.9 lacks its question mark, 0.7 is marked up or no question.

    0 is unusable: too short or too long, unreadable, a placeholder, or a leaked prompt.
    """
    faults = [
        *_lengths(pair),
        *_readable("question", pair.question),
        *_readable("answer", pair.answer),
        *_leaks(pair),
        *_asking(pair),
    ]
    known = grammar_of(pair.language)
    why = "" if known else f"the question's form was not checked: no grammar for {pair.language}"
    return scored(STAGE, faults, why)


def _lengths(pair: CheckedPair) -> Iterator[Fault]:
    """A fault for a question or an answer that is too short or too long."""
    lengths = pair.lengths
    least = lengths.fact_min_chars if pair.kind in _SHORT_KINDS else lengths.answer_min_chars
    bounds = (
        ("question", pair.question, lengths.question_min_chars, lengths.question_max_chars),
        ("answer", pair.answer, least, lengths.answer_max_chars),
    )
    for name, text, shortest, longest in bounds:
        count = len(text.strip())
        if shortest <= count <= longest:
            continue
        too = "short" if count < shortest else "long"
        yield Fault(
            code=f"{name}-too-{too}",
            cost=_UNUSABLE,
            message=f"the {name} has {count} characters, {shortest} to {longest} are let in",
            advice=f"make the {name} {'longer' if too == 'short' else 'shorter'}",
        )


def _readable(name: str, text: str) -> Iterator[Fault]:
    """Faults that can be seen in either text by itself, the first of each."""
    rules = (
        (_UNREADABLE, "unreadable", _UNUSABLE, "has characters that cannot be read"),
        (_PLACEHOLDER, "placeholder", _UNUSABLE, "has a placeholder"),
        (_MARKUP, "markup", _WRONG, "is marked up"),
    )
    for pattern, code, cost, what in rules:
        if match := pattern.search(text):
            yield Fault(
                code=code,
                cost=cost,
                message=f"the {name} {what}: {match.group()!r}",
                advice=f"write the {name} as plain, finished text",
                span=Span(start=match.start(), stop=match.end()),
            )
    if text.strip() and _NOTHING.fullmatch(text):
        yield Fault(
            code="placeholder",
            cost=_UNUSABLE,
            message=f"the {name} says nothing: {text!r}",
            advice=f"write the {name}, or leave the pair out",
        )


def _leaks(pair: CheckedPair) -> Iterator[Fault]:
    """What a model said of its prompt; the source's own words are none."""
    for name, text in (("question", pair.question), ("answer", pair.answer)):
        match = _LEAK.search(text)
        if match and not (name == "answer" and _said_by_source(match.group(), pair)):
            yield Fault(
                code="prompt-leakage",
                cost=_UNUSABLE,
                message=f"the {name} speaks of its prompt: {match.group()!r}",
                advice="ask and answer as if there were no prompt",
                span=Span(start=match.start(), stop=match.end()),
            )


def _said_by_source(words: str, pair: CheckedPair) -> bool:
    wanted = folded(words).casefold()
    return any(wanted in folded(chunk.text).casefold() for chunk in pair.passages)


def _asking(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of a question that does not ask, or does not end as one."""
    question = pair.question.strip()
    grammar = grammar_of(pair.language)
    if not question:
        return
    if grammar and not grammar.asks.search(question):
        yield Fault(
            code="no-question",
            cost=_WRONG,
            message="the question asks nothing: it has no question word",
            advice="ask with a question word",
        )
    elif question.rstrip("\"'”’»)")[-1:] not in _MARKS and not (
        grammar and grammar.requests.search(question)
    ):
        yield Fault(
            code="no-question-mark",
            cost=_BLEMISH,
            message="the question does not end with a question mark",
            advice="end the question with a question mark",
        )
