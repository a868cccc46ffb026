"""The loosest threshold that the labels allow: Learn-then-Test (Angelopoulos et al. 2021).

Thresholds are tested one after the other, from strict to loose, each at the full `delta`; the
first that fails ends it. That keeps the chance of any false promise within `delta`, however many
are tested, because the order was fixed beforehand (fixed-sequence testing). It begins at the
strictest threshold that accepts a quarter of the claims and could pass at all, which scores and
sources decide and the labels do not: the very strictest ones accept so little that they would end
the sequence before it has begun.
"""

from dataclasses import dataclass

import numpy as np

from groundsmith.verify.calibration.bound import p_values
from groundsmith.verify.calibration.labels import GRID, Counts, Floats

_FIRST_RATIO = 0.25
_HOPED = (0.5, 0.25, 0.0)
"""Shares of the permitted faults at which a threshold should be able to pass, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How the thresholds of a grid fared.

    Attributes:
        first: Place of the first one tested; `None` where none could have passed.
        column: Place of the loosest that passed; `None` where none did.
    """

    p_values: Floats
    first: int | None
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
    first = _first(counts, alpha, delta)
    if first is None:
        return Search(p_values=found, first=None, column=None)
    failed = np.flatnonzero(found[first:] > delta)
    passed = int(failed[0]) if len(failed) else len(GRID) - first
    return Search(p_values=found, first=first, column=first + passed - 1 if passed else None)


def _first(counts: Counts, alpha: float, delta: float) -> int | None:
    """Where to begin, by how many claims of how many sources are accepted."""
    enough = counts.accepted_ratio >= _FIRST_RATIO
    for hoped in _HOPED:
        few = Counts(accepted=counts.accepted, unsupported=hoped * alpha * counts.accepted)
        possible = np.flatnonzero(enough & (p_values(few, alpha) <= delta))
        if len(possible):
            return int(possible[0])
    return None
