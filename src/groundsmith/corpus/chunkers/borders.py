"""Where a text may be cut: behind a paragraph, behind a sentence, behind white space.

White space belongs to what stands before it. The decision to question: sentences are sought near
the end of a window first, and in all of it only when none ends there; cutting then costs a
fraction of splitting the whole text.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Span

PARAGRAPH = re.compile(r"\n(?:[ \t]*+\n)++(?=[ \t]*+\S)")
"""The end of a paragraph, blank lines behind it included."""
_NEAR_CHARS = 300
_SENTENCES = RuleSplitter()


class Border(StrEnum):
    """Kinds of places to cut at."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    SPACE = "space"


def last_border(text: str, least: int, last: int, kinds: Sequence[Border]) -> int:
    """The last border in `[least, last]` of the first of `kinds` that has one there, else `last`.

    Requires `least < last`.
    """
    for kind in kinds:
        near = max(least, last - _NEAR_CHARS)
        for start in (near, least) if near > least and kind is Border.SENTENCE else (least,):
            if at := _last(text, start, last, kind):
                return at
    return last


def between_sentences(text: str, window: Span) -> Iterator[int]:
    """Where sentences begin inside a window, list markers before them included."""
    spans = _SENTENCES.split(text[window.start : window.stop])
    for before, after in pairwise(spans):
        begin = window.start + after.start
        line_start = text.rfind("\n", window.start + before.stop, begin) + 1
        yield line_start or begin


def _last(text: str, least: int, last: int, kind: Border) -> int:
    """The last border of one kind, 0 for none."""
    if kind is Border.SENTENCE:
        return max(between_sentences(text, Span(start=least, stop=last)), default=0)
    if kind is Border.SPACE:
        return max(text.rfind(space, least, last) for space in " \n\t") + 1
    ends = (match.end() for match in PARAGRAPH.finditer(text, least, last + 1))
    return max((end for end in ends if end <= last), default=0)
