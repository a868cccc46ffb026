"""The loosest threshold that the labels allow: Learn-then-Test (Angelopoulos et al. 2021).

Thresholds are tested one after the other, from strict to loose, and the first that fails ends it.
That keeps the chance of any false promise within `delta`, however many are tested, because their
order was fixed beforehand. The very strictest ones accept so little that they could not pass
whatever was labelled, so the sequence begins behind them; as few labels may fail by one unlucky
claim there, it has a second beginning where half the permitted faults would still pass. Each has
half of `delta`, and the second has all of it once everything before it has passed (the fallback
procedure, Wiens 2003). Both beginnings follow from scores and sources alone, never from a label.
"""

from dataclasses import dataclass

import numpy as np

from groundsmith.verify.calibration.bound import p_values
from groundsmith.verify.calibration.labels import GRID, Counts, Floats

_FIRST_RATIO = 0.25
_HOPED = 0.5
"""Share of the permitted faults with which the second beginning could pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How the thresholds of a grid fared.

    Attributes:
        starts: Places where testing began, strict to loose; none where nothing could have passed.
        column: Place of the loosest that passed; `None` where none did.
    """

    p_values: Floats
    starts: tuple[int, ...]
    column: int | None

    @property
    def threshold(self) -> float | None:
        """Accept what scores at least this; `None` is nothing at all."""
        return None if self.column is None else GRID[self.column]


def search(counts: Counts, alpha: float, delta: float) -> Search:
    """The loosest threshold at which, with confidence 1 - `delta`, at most `alpha` is unsupported.

    Raises ValueError for an `alpha` or a `delta` that is no share.
    """
    if not (0 < alpha < 1 and 0 < delta < 1):
        raise ValueError(f"alpha and delta lie between 0 and 1, not {alpha} and {delta}")
    found = p_values(counts, alpha)
    starts = _starts(counts, alpha, delta)
    return Search(p_values=found, starts=starts, column=_loosest(found, starts, delta))


def _loosest(found: Floats, starts: tuple[int, ...], delta: float) -> int | None:
    """The last column that passes."""
    if not starts:
        return None
    first, second = starts[0], starts[-1]
    if first == second:
        return _passed(found, first, delta)
    strict = _passed(found[:second], first, delta / 2)
    unbroken = strict == second - 1
    loose = _passed(found, second, delta if unbroken else delta / 2)
    return strict if loose is None else loose


def _passed(found: Floats, start: int, level: float) -> int | None:
    """The last column before the first failure from `start` on."""
    failed = np.flatnonzero(found[start:] > level)
    stop = start + int(failed[0]) if len(failed) else len(found)
    return stop - 1 if stop > start else None


def _starts(counts: Counts, alpha: float, delta: float) -> tuple[int, ...]:
    """Where to begin, by how many claims of how many sources are accepted."""
    first, second = (_possible(counts, alpha, delta / 2, hoped) for hoped in (0.0, _HOPED))
    if first is None:
        first = second = _possible(counts, alpha, delta, 0.0)
    return tuple(start for start in (first, second) if start is not None)


def _possible(counts: Counts, alpha: float, level: float, hoped: float) -> int | None:
    """The strictest threshold that passes with a share of the permitted faults, evenly spread."""
    few = Counts(accepted=counts.accepted, unsupported=hoped * alpha * counts.accepted)
    enough = counts.accepted_ratio >= _FIRST_RATIO
    possible = np.flatnonzero(enough & (p_values(few, alpha) <= level))
    return int(possible[0]) if len(possible) else None
