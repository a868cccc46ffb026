"""Chunks along headings: small siblings merged, large sections packed.

The decision to question: which siblings merge is not decided from left to right. A family is
divided at its outermost heading, ties broken by a hash of the heading's path, until each part
fits. Sizes decide only whether a part is divided, never where, so a line inserted into the text of
one section changes no chunk that does not hold that section.
"""

from collections.abc import Iterator, Sequence
from zlib import crc32

from groundsmith.corpus.chunkers.kind import kind_of
from groundsmith.corpus.chunkers.packing import Packer, covered
from groundsmith.corpus.outline import Block, BlockKind, outline
from groundsmith.corpus.sections import Section, sections
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.records import Chunk, Document, Span

Unit = list[Section]
"""A section with text of its own, behind the bare headings right above it."""

_MERGED_SHARE = 0.8
_FAMILY_LEVEL = 2


class SectionChunker:
    """Cuts a document by its headings, then paragraphs, then sentences."""

    def __init__(self, settings: CorpusSettings) -> None:
        self._max_chars = settings.max_chars
        self._merged_chars = int(settings.max_chars * _MERGED_SHARE)
        self._packer = Packer(settings.max_chars, settings.overlap_chars)

    def cut(self, document: Document) -> list[Chunk]:
        """Chunks in order; joined without their overlap they are the document's text."""
        outlined = outline(document.text)
        code = [block for block in outlined if block.kind is BlockKind.CODE]
        chunks: list[Chunk] = []
        for family in _families(_units(sections(document.text, outlined))):
            for part in self._divided(family):
                chunks.extend(self._chunks(document, part, code))
        return chunks

    def savings(self, document: Document) -> tuple[int, int]:
        """How many chunks its leaf sections would make one by one, and how many are made."""
        outlined = outline(document.text)
        code = [block for block in outlined if block.kind is BlockKind.CODE]
        apart = merged = 0
        for family in _families(_units(sections(document.text, outlined))):
            apart += sum(self._count(document, [unit], code) for unit in family)
            merged += sum(self._count(document, part, code) for part in self._divided(family))
        return apart, merged

    def _divided(self, family: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
        """Parts of a family in order, each small enough to be one chunk, or a single unit."""
        waiting = [family]
        while waiting:
            part = waiting.pop()
            if len(part) == 1 or _body(part[-1]).stop - _body(part[0]).start <= self._merged_chars:
                yield part
                continue
            middle = min(range(1, len(part)), key=lambda at: _rank(part[at]))
            waiting += [part[middle:], part[:middle]]

    def _count(self, document: Document, part: Sequence[Unit], code: list[Block]) -> int:
        whole = Span(start=part[0][0].start, stop=part[-1][-1].stop)
        return sum(1 for _ in self._packer.pack(document.text, whole, code))

    def _chunks(
        self, document: Document, part: Sequence[Unit], code: list[Block]
    ) -> Iterator[Chunk]:
        group = [section for unit in part for section in unit]
        written = [section for section in group if section.is_written] or group
        path, headings = written[0].path, _shared([section.headings for section in written])
        whole = Span(start=group[0].start, stop=group[-1].stop)
        for ordinal, passage in enumerate(self._packer.pack(document.text, whole, code), start=1):
            text = document.text[passage.start : passage.stop]
            yield Chunk(
                id=f"{document.id}#{path}/{ordinal}",
                document=document.id,
                start=passage.start,
                stop=passage.stop,
                overlap_chars=passage.overlap_chars,
                text=text,
                headings=headings,
                kind=kind_of(text, covered(code, passage.start, passage.stop)),
            )


def _units(found: Sequence[Section]) -> list[Unit]:
    """Each written section with the bare headings above it; bare ones at the end go to the last."""
    units: list[Unit] = []
    bare: Unit = []
    for section in found:
        bare.append(section)
        if section.is_written:
            units.append(bare)
            bare = []
    if units:
        units[-1] += bare
    elif bare:
        units.append(bare)
    return units


def _families(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Runs of units that may merge: those under one heading of level 2, or a lead and the first.

    A lead is what stands under a title, or before any heading.
    """
    family: list[Unit] = []
    for unit in units:
        outermost = min(section.level for section in unit)
        if family and outermost <= _FAMILY_LEVEL and not (_is_lead(family) and outermost > 1):
            yield family
            family = []
        family.append(unit)
    if family:
        yield family


def _is_lead(family: Sequence[Unit]) -> bool:
    return len(family) == 1 and _body(family[0]).level < _FAMILY_LEVEL


def _body(unit: Unit) -> Section:
    """Its written section; bare headings around it count for no size."""
    return next((section for section in unit if section.is_written), unit[-1])


def _rank(unit: Unit) -> tuple[int, int]:
    """Where a family is divided first: at the outermost heading, then at the smallest hash."""
    return unit[0].level, crc32(unit[0].path.encode())


def _shared(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings that all of `paths` begin with."""
    first, *others = paths
    length = len(first)
    for other in others:
        same = [a == b for a, b in zip(first[:length], other, strict=False)]
        length = [*same, False].index(False)
    return first[:length]
