"""Cutting without regard to headings: windows as full as a measure allows, up to a border.

The measure (characters, tokens) says how far a window may reach; the borders say where it ends.
The decision to question: a border is taken from the second half of the window only, so that no
chunk but a document's last is less than half full where a lesser border would fill it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from groundsmith.corpus.chunkers.borders import Border, between_sentences, last_border
from groundsmith.corpus.chunkers.kind import kind_of
from groundsmith.corpus.chunkers.packing import Passage, covered
from groundsmith.corpus.outline import BlockKind, outline
from groundsmith.corpus.sections import sections
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.records import Chunk, Document, Span

CHARACTERS = (Border.SPACE,)
SENTENCES = (Border.SENTENCE, Border.SPACE)
PARAGRAPHS = (Border.PARAGRAPH, Border.SENTENCE, Border.SPACE)


class Measure(Protocol):
    """How much of one text a chunk may hold."""

    def reach(self, start: int) -> int:
        """The furthest stop of a chunk that begins at `start`; behind `start`."""
        ...

    def back(self, stop: int) -> int:
        """The earliest start of an overlap that ends at `stop`."""
        ...


class WindowChunker:
    """Cuts a document into chunks of at most `max_chars` at the last of the borders it is given."""

    def __init__(self, settings: CorpusSettings, borders: Sequence[Border]) -> None:
        self._settings = settings
        self._borders = borders

    def cut(self, document: Document) -> list[Chunk]:
        """Chunks in order; joined without their overlap they are the document's text."""
        measure = _Characters(
            len(document.text), self._settings.max_chars, self._settings.overlap_chars
        )
        return chunks(document, windows(document.text, measure, self._borders))

    def savings(self, document: Document) -> tuple[int, int]:
        """How many chunks are made, twice: no small sections are merged."""
        count = len(self.cut(document))
        return count, count


class _Characters:
    def __init__(self, length: int, most: int, overlap: int) -> None:
        self._length = length
        self._most = most
        self._overlap = overlap

    def reach(self, start: int) -> int:
        return min(self._length, start + self._most)

    def back(self, stop: int) -> int:
        return stop - self._overlap


def windows(text: str, measure: Measure, borders: Sequence[Border]) -> Iterator[Passage]:
    """Passages in order; without their overlaps they join to `text`."""
    begin = start = 0
    while start < len(text):
        last = measure.reach(begin)
        if last <= start:
            begin = start
            last = measure.reach(begin)
        stop = len(text)
        if last < stop:
            least = max(start + 1, begin + (last - begin) // 2)
            stop = last_border(text, least, last, borders) if least < last else last
        yield Passage(start=begin, stop=stop, overlap_chars=start - begin)
        begin, start = _overlap_start(text, max(start, measure.back(stop)), stop), stop


def chunks(document: Document, passages: Iterator[Passage]) -> list[Chunk]:
    """Passages as chunks under the headings they begin under, numbered within those."""
    text = document.text
    outlined = outline(text)
    code = [block for block in outlined if block.kind is BlockKind.CODE]
    found = sections(text, outlined)
    starts = [section.start for section in found]
    seen: Counter[str] = Counter()
    made: list[Chunk] = []
    for passage in passages:
        at = passage.start + passage.overlap_chars
        section = found[bisect_right(starts, at) - 1]
        seen[section.path] += 1
        cut = text[passage.start : passage.stop]
        made.append(
            Chunk(
                id=f"{document.id}#{section.path}/{seen[section.path]}",
                document=document.id,
                start=passage.start,
                stop=passage.stop,
                overlap_chars=passage.overlap_chars,
                text=cut,
                headings=section.headings,
                kind=kind_of(cut, covered(code, passage.start, passage.stop)),
            )
        )
    return made


def _overlap_start(text: str, earliest: int, stop: int) -> int:
    """Where the first sentence that begins in `[earliest, stop)` begins; `stop` for none."""
    if earliest >= stop:
        return stop
    return next(between_sentences(text, Span(start=earliest, stop=stop)), stop)
