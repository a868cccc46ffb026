"""Tables where the geometry is plain: rows whose cells stand under each other.

No line needs to be drawn around them. The decision to question: a row goes on the row above where
one of the two fills fewer cells than there are columns and they stand closer than rows usually do,
or where its first cell is empty; two full rows are never made one.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from groundsmith.corpus.readers.pdf.runs import Row

_PAD_EMS = 0.3
"""White on either side of a column."""
_MOST_BETWEEN = 2
"""Rows of one cell in a row, within a table."""
_TWO_GAPS_EMS = 0.3
"""How much wider one gap between rows must be than another to mean something."""

_Column = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells.

    Attributes:
        row_count: How many rows of the page it is made of.
    """

    cells: list[list[str]]
    row_count: int

    def lines(self) -> list[str]:
        """As Markdown, its first row the head."""
        rows = [[cell.replace("|", r"\|") for cell in row] for row in self.cells]
        head, *body = [f"| {' | '.join(row)} |" for row in rows]
        return [head, "|" + " --- |" * len(rows[0]), *body]


def table_at(rows: Sequence[Row], start: int) -> Table | None:
    """The table that begins with the row at `start`, if one does."""
    if len(rows[start]) < 2:
        return None
    columns = _columns(rows[start], [])
    stop, widest, full_count, between = start + 1, len(rows[start]), 1, 0
    for at in range(start + 1, len(rows)):
        row = rows[at]
        merged = _columns(row, columns)
        if len(merged) < max(widest, len(row)):
            break
        between = 0 if len(row) > 1 else between + 1
        if between > _MOST_BETWEEN:
            break
        columns = merged
        if len(row) > 1:
            widest, full_count, stop = max(widest, len(row)), full_count + 1, at + 1
    if full_count < (3 if widest == 2 else 2):
        return None
    return _table(rows[start : stop + _lines_below(rows, start, stop, columns)])


def _lines_below(rows: Sequence[Row], start: int, stop: int, columns: Sequence[_Column]) -> int:
    """How many rows of one cell below the last full one go on in it."""
    gaps = [_gap(above, row) for above, row in pairwise(rows[start:stop])]
    nearer = statistics.median(gaps) - _TWO_GAPS_EMS * rows[start][0].size
    count = 0
    for above, row in pairwise(rows[stop - 1 : stop + _MOST_BETWEEN]):
        is_within = len(row) == 1 and len(_columns(row, columns)) == len(columns)
        if not is_within or _gap(above, row) >= nearer:
            break
        count += 1
    return count


def _gap(above: Row, row: Row) -> float:
    """From one row down to the next."""
    return min(run.top for run in row) - max(run.bottom for run in above)


def _columns(row: Row, known: Sequence[_Column]) -> list[_Column]:
    """Columns, each padded, that hold those known and the cells of `row`."""
    found: list[_Column] = []
    padded = [(r.left - _PAD_EMS * r.size, r.right + _PAD_EMS * r.size) for r in row]
    for left, right in sorted([*known, *padded]):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _table(rows: Sequence[Row]) -> Table:
    columns: list[_Column] = []
    for row in rows:
        columns = _columns(row, columns)
    cells = [_cells(row, columns) for row in rows]
    gaps = [_gap(above, row) for above, row in pairwise(rows)]
    border = (min(gaps) + max(gaps)) / 2
    has_two_gaps = max(gaps) - min(gaps) > _TWO_GAPS_EMS * rows[0][0].size
    joined = [cells[0]]
    for (above, row_cells), gap in zip(pairwise(cells), gaps, strict=True):
        filled = sum(map(bool, row_cells))
        if has_two_gaps:
            goes_on = gap < border and not all([*above, *row_cells])
        else:
            goes_on = not row_cells[0] and filled <= max(1, (len(columns) - 1) // 2)
        if goes_on:
            pairs = zip(joined[-1], row_cells, strict=True)
            joined[-1] = [f"{begun} {cell}".strip() for begun, cell in pairs]
        else:
            joined.append(row_cells)
    return Table(cells=joined, row_count=len(rows))


def _cells(row: Row, columns: Sequence[_Column]) -> list[str]:
    """The text of each column."""
    found: list[list[str]] = [[] for _ in columns]
    for run in row:
        middle = (run.left + run.right) / 2
        place = next(at for at, (left, right) in enumerate(columns) if left <= middle <= right)
        found[place].append(run.text)
    return [" ".join(texts) for texts in found]
