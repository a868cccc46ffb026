"""How likely labels as good as these are if more than `alpha` of the accepted claims are wrong.

Claims of one source are wrong together, so they count for fewer than they are: the exact binomial
tail (Clopper and Pearson 1934) is taken at the effective sample size, the number of independent
claims that would vary as much as the sources do (Korn and Graubard 1998; the variance between
sources is that of a ratio, linearised). To the sources that were labelled one more is added, of
average size and wholly unsupported: labels cannot tell that there is no such source, only that it
is rare. Without it, few sources, or sources without any fault, would promise what they cannot
know; with it, all-or-nothing sources are treated as the binomial treats single claims. What other
bounds accept and how often each fails stands in `docs/calibration.md`.
"""

import numpy as np

from groundsmith.verify.calibration.beta import binomial_at_most
from groundsmith.verify.calibration.labels import Counts, Floats


def p_values(counts: Counts, alpha: float, *, times: float = 1.0) -> Floats:
    """One p-value a threshold for "more than `alpha` of what it accepts is unsupported".

    Args:
        times: As if there were so many times as many sources, all like these.
    """
    # A fault may show that claims of one source vary; it must not count for more than it harms.
    faultless = Counts(accepted=counts.accepted, unsupported=np.zeros_like(counts.accepted))
    return np.maximum(_tails(counts, alpha, times), _tails(faultless, alpha, times))


def _tails(counts: Counts, alpha: float, times: float) -> Floats:
    effective, wrong = _effective(counts, times)
    return np.array(
        [
            binomial_at_most(count, trials, alpha) if trials > 0 else 1.0
            for count, trials in zip(wrong.tolist(), effective.tolist(), strict=True)
        ]
    )


def _effective(counts: Counts, times: float) -> tuple[Floats, Floats]:
    """Effective sample size, and the unsupported ones in it; size 0 where nothing is known."""
    accepted, unsupported = counts.accepted, counts.unsupported
    sources = times * np.count_nonzero(accepted, axis=0)
    total = times * accepted.sum(0)
    known = total > 0
    sources, total = np.where(known, sources, 1.0), np.where(known, total, 1.0)
    added = total / sources
    ratio = (times * unsupported.sum(0) + added) / (total + added)
    between = times * ((unsupported - ratio * accepted) ** 2).sum(0) + (added * (1 - ratio)) ** 2
    variance = between * (sources + 1) / sources / (total + added) ** 2
    informed = known & (ratio < 1) & (variance > 0)
    effective = np.where(informed, ratio * (1 - ratio) / np.where(informed, variance, 1.0), 0.0)
    return effective, effective * ratio


def effective_count(counts: Counts, column: int) -> float:
    """How many independent claims are worth as much as what a threshold accepts."""
    return float(_effective(counts, 1.0)[0][column])
