"""How many labels a promise takes: at the faults seen so far, and if there were none at all."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np

from groundsmith.verify.calibration.bound import p_values
from groundsmith.verify.calibration.labels import Counts

_MOST_TIMES = 1_000
_MOST_SOURCES = 1_000_000
_FIRST_RATIO = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What it takes to promise `alpha`.

    Attributes:
        sources: How many labelled sources, if their claims go on as those labelled so far; `None`
            where no threshold of this judge is clean enough, however many labels there are.
        labels: The same in claims.
        fewest_sources: How many if not one accepted claim were unsupported; never fewer.
    """

    alpha: float
    sources: int | None
    labels: int | None
    fewest_sources: int


def need(counts: Counts, label_count: int, alpha: float, delta: float) -> Need:
    """What it takes to promise `alpha` with confidence 1 - `delta`, by labels like these."""
    accepted, source_count = counts.accepted, len(counts.accepted)
    wide = np.flatnonzero(counts.accepted_ratio >= _FIRST_RATIO)
    clean = wide[counts.unsupported_ratio[wide] < alpha]
    times = None
    if source_count and len(clean):
        kept = Counts(accepted=accepted[:, clean], unsupported=counts.unsupported[:, clean])
        times = _least(lambda many: p_values(kept, alpha, times=many).min() <= delta, _MOST_TIMES)
    return Need(
        alpha=alpha,
        sources=None if times is None else ceil(times * source_count),
        labels=None if times is None else ceil(times * label_count),
        fewest_sources=fewest_sources(alpha, delta),
    )


def fewest_sources(alpha: float, delta: float) -> int:
    """Labelled sources it takes where everything they say is supported."""
    one = Counts(accepted=np.ones((1, 1)), unsupported=np.zeros((1, 1)))
    found = _least(lambda many: p_values(one, alpha, times=many)[0] <= delta, _MOST_SOURCES)
    return _MOST_SOURCES if found is None else ceil(found)


def _least(passes: Callable[[float], bool], most: float) -> float | None:
    """The least number from 1 on that passes, to a thousandth; `None` where even `most` fails."""
    if not passes(most):
        return None
    if passes(1.0):
        return 1.0
    low, high = 1.0, most
    while high - low > low / 1000:
        middle = (low + high) / 2
        low, high = (low, middle) if passes(middle) else (middle, high)
    return high
