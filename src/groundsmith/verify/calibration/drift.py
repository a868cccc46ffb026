"""Whether scores still look like those of the labels: what was promised for others is no promise.

The statistic is the largest difference between the two shares that any threshold accepts (the
two-sample statistic of Kolmogorov and Smirnov). Its usual tables are for independent scores; ours
come in sources, so the limit is the calibration set's own: how far two halves of as many sources,
drawn anew from it, lie apart. A difference that no decision would feel is none, whatever its
significance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from groundsmith.verify.calibration.labels import GRID, Counts, Floats, column_of

_RESAMPLINGS = 400
_QUANTILE = 0.99
_SEED = 0
_SMALLEST = 0.05
"""A shift of accepted share below this is of no account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How far live scores lie from the calibrated ones.

    Attributes:
        distance: Largest difference between the shares accepted at any threshold.
        limit: What chance alone exceeds once in a hundred times, or the least that matters.
    """

    distance: float
    limit: float
    claim_count: int
    source_count: int

    @property
    def drifted(self) -> bool:
        """Whether the difference is more than chance, and large enough to matter."""
        return self.distance > self.limit

    def __str__(self) -> str:
        return (
            f"the scores of {self.claim_count} claims lie {self.distance:.2f} from those of the "
            f"labels (limit {self.limit:.2f})"
        )


class Live:
    """Live scores, counted as they come; memory does not grow with their number."""

    def __init__(self) -> None:
        self._cells = np.zeros(len(GRID))
        self._sources: set[str] = set()

    def add(self, source: str, score: float) -> None:
        """Takes one score into account."""
        self._cells[column_of(score)] += 1
        self._sources.add(source)

    @property
    def claim_count(self) -> int:
        """How many scores there were."""
        return int(self._cells.sum())

    @property
    def source_count(self) -> int:
        """How many sources they came from."""
        return len(self._sources)

    @property
    def tail(self) -> Floats:
        """Share that each threshold of the grid accepts; zeros where there is none."""
        share: Floats = self._cells.cumsum() / max(self.claim_count, 1)
        return share


def drift_factor(counts: Counts) -> float:
    """What the limit is made of: the distance that chance exceeds once in a hundred times.

    Times sqrt(1/n + 1/m) it is the limit for samples of n and m sources.
    """
    sources = len(counts.accepted)
    if sources == 0:
        return 0.0
    draw = np.random.default_rng(_SEED)
    chances = np.full(sources, 1 / sources)
    one, other = (
        _tails(draw.multinomial(sources, chances, size=_RESAMPLINGS) @ counts.accepted)
        for _ in range(2)
    )
    distances = np.abs(one - other).max(axis=1)
    return float(np.quantile(distances, _QUANTILE) / sqrt(2 / sources))


def drift(tail: Sequence[float], source_count: int, factor: float, live: Live) -> Drift | None:
    """The drift of live scores from a calibration; `None` where there is nothing to compare.

    Args:
        tail: Share of the labelled claims that each threshold of the grid accepts.
        source_count: How many sources were labelled.
        factor: `drift_factor` of the labels.
    """
    if not live.claim_count or not source_count:
        return None
    distance = float(np.abs(live.tail - np.asarray(tail)).max())
    limit = max(_SMALLEST, factor * sqrt(1 / source_count + 1 / live.source_count))
    return Drift(
        distance=round(distance, 4),
        limit=round(limit, 4),
        claim_count=live.claim_count,
        source_count=live.source_count,
    )


def _tails(accepted: Floats) -> Floats:
    """Shares accepted, from weights accepted; a row each resampling."""
    return accepted / accepted[:, -1:]
