"""A run: words that stand on one line of a page without a wide gap. All layout is made of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line; places in points from the upper left of the page as it is read.

    Attributes:
        size: Of the font, as it is shown.
        is_turned: Whether it runs across the direction that most of the page is read in.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False
    is_turned: bool = False

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2


Row = list[Run]
"""Runs beside each other, from left to right."""


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """Rows from top to bottom; a run belongs to the row whose middle lies within it."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        if rows and _is_beside(run, rows[-1][0]):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _is_beside(run: Run, other: Run) -> bool:
    return run.top <= other.middle <= run.bottom or other.top <= run.middle <= other.bottom
