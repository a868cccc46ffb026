"""Cuts a text into the stretches that rules look at: sentences, none of them endless.

Not the splitter that claims are made by: this one must not cut in "tel. 030 …", may keep two
sentences together, and bounds every stretch, so that no pattern ever sees more than
`MOST_CHARS`. What is cut off without a sentence's end is seen again at the start of the next.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

MOST_CHARS = 1_200
_SHARED_CHARS = 300
"""How far the parts of an endless sentence reach into one another."""

_END = re.compile(
    r"""[.!?…](?<!\b(?:no|No|nr|Nr|Dr|Mr|Ms)\.)(?<!\b[Tt]el\.)(?<!\b[Tt]elp\.)"""
    r"""[)"'”’\]]{0,3}\s+(?=["'“‘(\[*_]{0,3}[^\W\d_a-z])"""
    r"""|\n[ \t]*\n"""
    r"""|\n(?=[ \t]*(?:[-*•#|>]|[0-9]{1,3}[.)])[ \t])"""
)


class Sentences:
    """The stretches of one text, found by place."""

    def __init__(self, text: str) -> None:
        ends = [match.end() for match in _END.finditer(text)]
        self._spans = list(_bounded([0, *ends, len(text)]))
        self._starts = [start for start, _ in self._spans]

    def at(self, place: int) -> list[tuple[int, int]]:
        """The stretches around a place, one or two of them."""
        last = bisect_right(self._starts, place) - 1
        return [span for span in self._spans[max(0, last - 1) : last + 1] if place < span[1]]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._spans)


def _bounded(cuts: list[int]) -> Iterator[tuple[int, int]]:
    for start, stop in pairwise(cuts):
        at = start
        while stop - at > MOST_CHARS:
            yield at, at + MOST_CHARS
            at += MOST_CHARS - _SHARED_CHARS
        if at < stop:
            yield at, stop
