"""How sure a mean over queries is, and a difference between two rankers on the same queries.

Percentile bootstrap over queries (Efron 1979; for retrieval, Sakai, SIGIR 2006). Queries are drawn
by a seed, so the same values give the same interval.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWS = 5_000
LEVEL = 0.95
_TOGETHER = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A mean with the interval that it lies in at level 0.95.

    Attributes:
        count: How many queries.
    """

    mean: float
    low: float
    high: float
    count: int


def interval(values: NDArray[np.float64], *, seed: int = 0, draws: int = DRAWS) -> Interval | None:
    """The interval of a mean; None for fewer than two values, which tell nothing of spread."""
    count = len(values)
    if count < 2:
        return None
    random = np.random.default_rng(seed)
    rows = max(1, _TOGETHER // count)
    means = np.concatenate(
        [
            values[random.integers(0, count, (min(rows, draws - first), count))].mean(axis=1)
            for first in range(0, draws, rows)
        ]
    )
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(mean=float(values.mean()), low=float(low), high=float(high), count=count)


def paired(
    ours: Mapping[str, float | None], theirs: Mapping[str, float | None], *, seed: int = 0
) -> Interval | None:
    """The interval of ours − theirs over the queries that both were measured on."""
    differences = [
        ours_value - theirs_value
        for query, ours_value in sorted(ours.items())
        if ours_value is not None and (theirs_value := theirs.get(query)) is not None
    ]
    return interval(np.array(differences, dtype=np.float64), seed=seed)
