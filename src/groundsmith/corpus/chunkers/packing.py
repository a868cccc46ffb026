"""A passage too large for one chunk, packed into several: by paragraphs, then sentences.

The decision to question: a cut is not made at the last border that fits, but at the one whose
following text hashes lowest within the second half of what fits (as in content-defined chunking:
Muthitacharoen et al., "A Low-bandwidth Network File System", 2001). Cuts find each other again
behind an edit, so one inserted line does not move every cut after it. A paragraph that does not
fit begins a passage of its own, unless less than an eighth of one stands before it: a paragraph is
about one thing, and whoever is shown a piece of one is not shown the end of another.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from groundsmith.corpus.chunkers.borders import PARAGRAPH, between_sentences
from groundsmith.corpus.outline import Block
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Span

_LINE = re.compile(r"\n(?=[ \t]{0,3}(?:(?:[-*+•]|\d{1,3}[.)])[ \t]|>|\|(?![ \t:]*+-)))")
_ANY_LINE = re.compile(r"\n(?=.)")
_SPACE = re.compile(r"\s(?=\S)")
_LEADS_ON = re.compile(r":[*_ \t]*+\Z")
_HASHED_CHARS = 24
_LOOK_BACK_CHARS = 40
_WRITTEN = re.compile(r"[^\W_]")
_PLANNED_PARTS = 2
_LEAST_SHARE = 8
_SENTENCES = RuleSplitter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a text; its first `overlap_chars` repeat the end of the part before it."""

    start: int
    stop: int
    overlap_chars: int = 0


def covered(code: Sequence[Block], start: int, stop: int) -> int:
    """How many characters of `[start, stop)` lie in code."""
    count = 0
    for block in code[bisect_left(code, start, key=lambda b: b.stop) :]:
        if block.start >= stop:
            break
        count += min(stop, block.stop) - max(start, block.start)
    return count


class Packer:
    """Cuts a span of a text into passages of at most `max_chars`, overlap included."""

    def __init__(self, max_chars: int, overlap_chars: int) -> None:
        self._max_chars = max_chars
        self._overlap_chars = overlap_chars

    def pack(self, text: str, whole: Span, code: Sequence[Block]) -> Iterator[Passage]:
        """Passages in order; without their overlaps they join to `whole`."""
        start, overlap = whole.start, 0
        while whole.stop - start + overlap > self._max_chars:
            stop = self._cut(text, start, start + self._max_chars - overlap, whole.stop, code)
            yield Passage(start=start - overlap, stop=stop, overlap_chars=overlap)
            overlap = self._overlap(text, start, stop, code)
            start = stop
        yield Passage(start=start - overlap, stop=whole.stop, overlap_chars=overlap)

    def _cut(self, text: str, start: int, last: int, end: int, code: Sequence[Block]) -> int:
        """Where the passage that begins at `start` ends, at the latest at `last`."""
        first, wide = self._windows(start, last, end)
        early = Span(start=start + (last - start) // _LEAST_SHARE, stop=wide.start)
        tried = [(_between_paragraphs, window) for window in (first, wide, early)]
        tried += [
            (f, window) for window in (first, wide) for f in (_between_items, between_sentences)
        ]
        for find, window in tried:
            if found := [at for at in find(text, window) if covered(code, at - 1, at + 1) < 2]:
                return min(found, key=lambda at: _weight(text, at))
        for border in (_ANY_LINE, _SPACE):
            if found := list(_ends(border, text, wide)):
                return min(found, key=lambda at: _weight(text, at))
        return wide.stop

    def _windows(self, start: int, last: int, end: int) -> tuple[Span, Span]:
        """Where to look for a border: first, near the end, where no part is wasted; then wide."""
        size, left = last - start, end - start
        stop = max(start + size // 2 + 1, min(last, end - size // 4))
        rest = self._max_chars - self._overlap_chars
        parts_after = -(-(left - size) // rest)
        least = left - parts_after * rest if parts_after <= _PLANNED_PARTS else size // 2
        first = min(start + max(least, size // 2), stop - 1)
        return Span(start=first, stop=stop), Span(start=start + size // 2, stop=stop)

    def _overlap(self, text: str, start: int, stop: int, code: Sequence[Block]) -> int:
        """How many characters before `stop` the next passage repeats: whole sentences, no code."""
        earliest = max(start, stop - self._overlap_chars)
        if covered(code, earliest, stop):
            return 0
        base = max(start, earliest - _LOOK_BACK_CHARS)
        sentences = _SENTENCES.split(text[base:stop])
        for sentence in sentences if base == start else sentences[1:]:
            begin = base + sentence.start
            line_start = text.rfind("\n", base, begin) + 1
            if line_start and not _WRITTEN.search(text, line_start, begin):
                begin = line_start
            if begin >= earliest:
                return stop - begin
        return 0


def _between_paragraphs(text: str, window: Span) -> Iterator[int]:
    for match in PARAGRAPH.finditer(text, window.start, window.stop + 1):
        if match.end() <= window.stop and not _leads_on(text, match.start()):
            yield match.end()


def _between_items(text: str, window: Span) -> Iterator[int]:
    for match in _LINE.finditer(text, window.start, window.stop + 4):
        if match.end() <= window.stop and not _leads_on(text, match.start()):
            yield match.end()


def _ends(border: re.Pattern[str], text: str, window: Span) -> Iterator[int]:
    return (match.end() for match in border.finditer(text, window.start, window.stop))


def _leads_on(text: str, stop: int) -> bool:
    """Whether the line before `stop` announces what follows."""
    return _LEADS_ON.search(text, max(0, stop - _LOOK_BACK_CHARS), stop) is not None


def _weight(text: str, at: int) -> int:
    return crc32(text[at : at + _HASHED_CHARS].encode("utf-8", "surrogatepass"))
