"""Bars and histograms as shapes in a unit of their own; the page's style gives them size and ink.

Nothing is drawn by a script, so that the page looks the same printed, mailed or opened years from
now. Widths are percentages of the longest bar, heights of the tallest column.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from groundsmith.export.lengths import Lengths

_MOST_COLUMNS = 36
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One labelled value and how long its bar is, in percent."""

    label: str
    count: int
    width: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a histogram: where it stands, how high, and what it says when pointed at."""

    x: int
    height: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Columns one unit wide and at most 100 high, and where the median stands among them."""

    field: str
    columns: tuple[Column, ...]
    median: int
    median_x: float
    longest: int
    count: int


def bars(counts: Iterable[tuple[str, int]], *, of: int | None = None) -> list[Bar]:
    """A bar for each count, as long as its share of `of`, or of the greatest."""
    rows = list(counts)
    whole = of if of is not None else max((count for _, count in rows), default=0)
    return [
        Bar(label=label, count=count, width=round(100 * count / whole, 2) if whole else 0.0)
        for label, count in rows
    ]


def histogram(lengths: Lengths) -> Histogram:
    """The distribution of one field's lengths, in steps a person counts in."""
    width = next((one for one in _STEPS if lengths.longest // one < _MOST_COLUMNS), _STEPS[-1])
    binned = lengths.bins(width)
    tallest = max(binned)
    columns = tuple(
        Column(
            x=x,
            height=round(max(100 * count / tallest, 1.5), 2),
            title=f"{x * width} to {(x + 1) * width - 1} characters: {count:,}",
        )
        for x, count in enumerate(binned)
        if count
    )
    return Histogram(
        field=lengths.field,
        columns=columns,
        median=lengths.median,
        median_x=round(lengths.median / width + 0.5 / width, 3),
        longest=lengths.longest,
        count=lengths.counts.total(),
    )
