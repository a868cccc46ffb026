"""Claims: a text taken apart into its smallest checkable statements, each with its kind.

Sentences first, then clauses where each would be understood alone. What states nothing that a
source could support (a question, an opinion, an invitation, a heading) stays in the list with its
kind, so that a report can say that it was set apart. The decision to question: all rules err
towards one long claim. A clause cut from its subject or its condition could be refuted or
supported for what nobody said; a long claim is only judged more strictly.
"""

import re
from collections.abc import Iterator

from groundsmith.records import Claim, ClaimKind, Span
from groundsmith.seams import SentenceSplitter
from groundsmith.verify.claims.clauses import clauses
from groundsmith.verify.claims.kinds import kind_of
from groundsmith.verify.claims.layout import is_heading
from groundsmith.verify.claims.wording import wording

__all__ = ["split_claims"]

_LABEL = re.compile(r"(?:\(\d{1,3}\)|\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
"""The number of a list item, which is no part of what the item says."""


def split_claims(text: str, sentences: SentenceSplitter) -> list[Claim]:
    """Claims in order, each with its span in `text` and its kind; none where the text is blank.

    An answer of a few words ("₹52,000") is one claim. What has no letter or digit (a rule, an
    emoji) states nothing and is left out while something else does.
    """
    if not text.strip():
        return []
    spans = sentences.split(text) or [Span(start=0, stop=len(text))]
    stating = [span for span in spans if any(char.isalnum() for char in span.of(text))]
    return [
        claim
        for span in stating or [Span(start=0, stop=len(text))]
        for claim in _claims(text, _unlabelled(text, span))
    ]


def _claims(text: str, span: Span) -> Iterator[Claim]:
    """The claims of one sentence; one that is set apart is never cut."""
    sentence = span.of(text)
    if is_heading(text, span):
        yield _claim(sentence, span.start, ClaimKind.HEADING)
        return
    kind = kind_of(wording(sentence))
    cuts = [] if kind in _WHOLE else clauses(sentence)
    if len(cuts) <= 1:
        yield _claim(sentence, span.start, kind)
        return
    for cut in cuts:
        clause = cut.of(sentence)
        yield _claim(clause, span.start + cut.start, kind_of(wording(clause)))


_WHOLE = frozenset({kind for kind in ClaimKind if not kind.checkable} | {ClaimKind.ATTRIBUTED})
"""Kinds of sentences that are never cut: what somebody said is a claim only with who said it."""


def _claim(text: str, start: int, kind: ClaimKind) -> Claim:
    return Claim(text=text, start=start, stop=start + len(text), kind=kind)


def _unlabelled(text: str, span: Span) -> Span:
    """The span without the number of the list item that it opens."""
    label = _LABEL.match(text, span.start, span.stop)
    opens = span.start == 0 or text[max(0, span.start - 8) : span.start].strip(" \t") in ("", "\n")
    if label is None or not (opens or text[span.start - 1] == "\n"):
        return span
    return Span(start=label.end(), stop=span.stop)
