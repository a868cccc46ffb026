"""The binomial tail between whole numbers agrees with the sum it stands for."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.verify.calibration.beta import binomial_at_most, incomplete_beta

shares = st.floats(min_value=0.001, max_value=0.999)


@given(trials=st.integers(1, 60), share=shares, data=st.data())
def test_at_whole_counts_it_is_the_binomial_sum(
    trials: int, share: float, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, trials))

    summed = sum(comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(count + 1))

    assert binomial_at_most(count, trials, share) == pytest.approx(summed, abs=1e-9)


@given(a=st.floats(0.1, 5000), b=st.floats(0.1, 5000), x=shares)
def test_the_two_sides_of_a_beta_make_one(a: float, b: float, x: float) -> None:
    assert incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("a", "b", "x", "expected"),
    # scipy 1.17: scipy.stats.beta.cdf(x, a, b)
    [(0.5, 0.5, 0.5, 0.5), (2.5, 40.5, 0.05, 0.4833160), (120, 2300, 0.05, 0.5483480)],
)
def test_it_gives_what_another_implementation_gives(
    a: float, b: float, x: float, expected: float
) -> None:
    assert incomplete_beta(a, b, x) == pytest.approx(expected, abs=1e-6)
