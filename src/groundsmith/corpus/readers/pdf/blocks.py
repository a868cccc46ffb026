"""A region's rows to blocks: paragraphs, items of lists, tables; and where their lines break.

A line that leaves room for the next line's first word was broken on purpose: there a paragraph
ends, where a sentence does, or else, if the room is wide, its line does. The decision to question:
an indent is believed to begin a paragraph only where the line above ends a sentence, for indents
have many reasons.
"""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from groundsmith.corpus.readers.pdf.runs import Row, Run, rows_of
from groundsmith.corpus.readers.pdf.tables import Table, table_at

_BULLET = r"[•◦▪▫●○■□‣⁃∙·➢➤►*–-]"
_NUMBER = r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\((?:\d{1,3}|[a-z])\)"
_MARKER = re.compile(rf"(?P<bullet>{_BULLET})(?=\s)|(?P<number>{_NUMBER})(?=\s)")
_MARKER_ALONE = re.compile(rf"(?:{_BULLET}|{_NUMBER})\Z")
LEADER = re.compile(r"(?:[.·…_]\s?){4,}(?=\s?[\divxlc]+\Z)")
"""Dots that lead to a page's number, in a table of contents."""
_SENTENCE_END = re.compile(r"[.!?:;।॥。！？…][\"'”’»)\]]*\Z")
_WIDER_PITCH = 1.25
_USUAL_PITCH = 1.3
_MOST_PITCH = 2.2
_RAGGED_SHARE = 0.1
"""Of a region's width, in which its lines end where they are full."""
_INDENT_EMS = 0.8
_SIZE_STEP = 1.13
"""Sizes nearer than that may share a paragraph, as words of a program do with those around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row as it is read.

    Attributes:
        has_room: Whether the next line's first word had fitted behind it.
        is_broken: Whether so much room is left that it was surely ended on purpose.
    """

    text: str
    left: float
    right: float
    middle: float
    size: float
    is_bold: bool
    has_room: bool = False
    is_broken: bool = False


@dataclass(slots=True, kw_only=True)
class Block:
    """A paragraph, an item, or a table, with what its level is told by.

    Attributes:
        marker: Of an item: `-`, or its number as it stands (`2.`).
        depth: Of an item, from 0.
    """

    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    depth: int = 0
    table: Table | None = None

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        return max(self.lines, key=lambda line: len(line.text)).size if self.lines else 0.0

    @property
    def is_bold(self) -> bool:
        """Whether all of it is."""
        return bool(self.lines) and all(line.is_bold for line in self.lines)

    @property
    def is_open(self) -> bool:
        """Whether a sentence in it may go on elsewhere."""
        return bool(self.lines) and _SENTENCE_END.search(self.lines[-1].text) is None


def blocks_of(region: Sequence[Run]) -> list[Block]:
    """The blocks of a region, in order."""
    rows = [_with_marker(row) for row in rows_of(region)]
    found: list[Block] = []
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        table = table_at(rows, at)
        if table is None:
            lines.append(_line(rows[at]))
            at += 1
            continue
        found.extend(_paragraphs(lines))
        lines = []
        found.append(Block(table=table))
        at += table.row_count
    return [*found, *_paragraphs(lines)]


def _with_marker(row: Row) -> Row:
    """The row, the marker of an item and what stands behind it made one."""
    if len(row) < 2 or not _MARKER_ALONE.match(row[0].text):
        return row
    marker, first = row[0], row[1]
    joined = Run(
        f"{marker.text} {first.text}",
        marker.left,
        min(marker.top, first.top),
        first.right,
        max(marker.bottom, first.bottom),
        first.size,
        first.is_bold,
    )
    return [joined, *row[2:]]


def _line(row: Row) -> Line:
    longest = max(row, key=lambda run: len(run.text))
    return Line(
        text=" ".join(run.text for run in row),
        left=row[0].left,
        right=max(run.right for run in row),
        middle=longest.middle,
        size=longest.size,
        is_bold=all(run.is_bold for run in row),
    )


def _paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Paragraphs and items of lines that stand under each other."""
    if not lines:
        return []
    extent = (min(line.left for line in lines), max(line.right for line in lines))
    pitch = _pitch(lines)
    lines = [*map(_ended, lines, [*lines[1:], None], [extent] * len(lines))]
    found: list[Block] = []
    depths: list[float] = []
    for line in lines:
        block = found[-1] if found else None
        is_new = block is None or _begins(line, block, pitch)
        marker = _MARKER.match(line.text)
        if marker and (marker["bullet"] or is_new or _may_follow(block)):
            sign = "-" if marker["bullet"] else marker["number"]
            text = line.text[marker.end() :].lstrip()
            depth = _depth(depths, line)
            found.append(Block(lines=[replace(line, text=text)], marker=sign, depth=depth))
        elif block is None or is_new:
            depths.clear()
            found.append(Block(lines=[line]))
        else:
            block.lines.append(line)
    return found


def _pitch(lines: Sequence[Line]) -> float:
    """From one line to the next within a paragraph, in sizes of the font."""
    pitches = [
        (line.middle - above.middle) / line.size
        for above, line in pairwise(lines)
        if line.size == above.size and 0 < line.middle - above.middle < _MOST_PITCH * line.size
    ]
    return statistics.quantiles(pitches, n=4)[0] if len(pitches) > 2 else _USUAL_PITCH


def _ended(line: Line, after: Line | None, extent: tuple[float, float]) -> Line:
    """The line, with how it ends in a region that reaches that far to the left and right."""
    if after is None:
        return line
    if LEADER.search(line.text):
        return replace(line, has_room=True, is_broken=True)
    left, right = extent
    word = len(after.text.split(maxsplit=1)[0]) / len(after.text) * (after.right - after.left)
    room = right - line.right - word - line.size
    return replace(line, has_room=room > 0, is_broken=room > _RAGGED_SHARE * (right - left))


def _begins(line: Line, block: Block, pitch: float) -> bool:
    """Whether a line begins another block than the one above."""
    above = block.lines[-1]
    sizes = sorted((line.size, above.size))
    if sizes[1] > _SIZE_STEP * sizes[0] or line.is_bold != above.is_bold:
        return True
    if line.middle - above.middle > _WIDER_PITCH * pitch * above.size:
        return True
    if block.marker and line.left < block.lines[0].left + _INDENT_EMS * line.size / 2:
        return above.has_room
    ends_sentence = _SENTENCE_END.search(above.text) is not None
    is_shifted = abs(line.left - above.left) > _INDENT_EMS * line.size
    return ends_sentence and (above.has_room or (is_shifted and not block.marker))


def _may_follow(block: Block | None) -> bool:
    """Whether a number behind this block counts something, and is no number in its sentence."""
    if block is None or block.marker:
        return True
    return block.lines[-1].has_room or not block.is_open


def _depth(lefts: list[float], line: Line) -> int:
    """How deep an item lies; `lefts` holds where those around it begin, and is updated."""
    while lefts and line.left < lefts[-1] - line.size / 2:
        lefts.pop()
    if not lefts or line.left > lefts[-1] + line.size / 2:
        lefts.append(line.left)
    return len(lefts) - 1
