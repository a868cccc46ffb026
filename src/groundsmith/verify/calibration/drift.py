"""Whether scores still look like those of the labels: what was promised for others is no promise.

The statistic is the largest difference between the two shares that any threshold accepts (the
two-sample statistic of Kolmogorov and Smirnov). Its usual tables are for independent scores; ours
come in sources, so the limit is the calibration set's own: how far two halves of as many sources,
drawn anew from it, lie apart. A difference that no decision would feel is none, whatever its
significance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from groundsmith.verify.calibration.labels import Counts, Floats, Label

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


def drift(
    tail: Sequence[float], source_count: int, factor: float, live: Iterable[tuple[str, float]]
) -> Drift | None:
    """The drift of live `(source, score)` pairs from a calibration; `None` without any.

    Args:
        tail: Share of the labelled claims that each threshold of the grid accepts.
        source_count: How many sources were labelled.
        factor: `drift_factor` of the labels.
    """
    labels = [Label(score=score, supported=True, source=source) for source, score in live]
    if not labels or not source_count:
        return None
    counts = Counts.of(labels)
    sources = len(counts.accepted)
    distance = float(np.abs(counts.accepted_ratio - np.asarray(tail)).max())
    limit = max(_SMALLEST, factor * sqrt(1 / source_count + 1 / sources))
    return Drift(
        distance=round(distance, 4),
        limit=round(limit, 4),
        claim_count=len(labels),
        source_count=sources,
    )


def _tails(accepted: Floats) -> Floats:
    """Shares accepted, from weights accepted; a row each resampling."""
    return accepted / accepted[:, -1:]
