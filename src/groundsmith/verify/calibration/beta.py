"""The regularised incomplete beta function: an exact binomial tail for counts that are not whole.

Computed by its continued fraction (Abramowitz and Stegun 1964, 26.5.8) with Lentz's algorithm.
"""

from math import exp, lgamma, log, log1p

_TINY = 1e-300
_EXACT = 1e-14
_MOST_STEPS = 10_000


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b) for a, b > 0: the share of a Beta(a, b) below x; 10 digits or better."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - incomplete_beta(b, a, 1.0 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return min(1.0, front / a * _fraction(a, b, x))


def binomial_at_most(count: float, trials: float, chance: float) -> float:
    """P(X ≤ count) of a binomial; both numbers may lie between whole ones."""
    if count >= trials:
        return 1.0
    return 1.0 - incomplete_beta(count + 1.0, trials - count, chance)


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1.0 / _kept(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for step in range(1, _MOST_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for term in (even, odd):
            d = 1.0 / _kept(1.0 + term * d)
            c = _kept(1.0 + term / c)
            value *= c * d
        if abs(c * d - 1.0) < _EXACT:
            break
    return value


def _kept(value: float) -> float:
    """The value, or something tiny where dividing by it would fail."""
    return value if abs(value) > _TINY else _TINY
