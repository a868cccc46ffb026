import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.evaluate.bootstrap import interval, paired

VALUES = st.lists(st.floats(0, 1), min_size=2, max_size=30)


@given(VALUES)
def test_an_interval_lies_between_the_least_and_the_most(values: list[float]) -> None:
    found = interval(np.array(values), draws=200)

    assert found is not None
    assert min(values) - 1e-12 <= found.low <= found.high <= max(values) + 1e-12


def test_the_same_values_give_the_same_interval() -> None:
    values = np.linspace(0, 1, 40)

    assert interval(values, seed=3) == interval(values, seed=3)
    assert interval(values, seed=3) != interval(values, seed=4)


def test_intervals_hold_the_true_mean_about_as_often_as_they_say() -> None:
    random = np.random.default_rng(1)

    held = 0
    for seed in range(200):
        found = interval(random.exponential(size=60), seed=seed, draws=500)
        held += found is not None and found.low <= 1 <= found.high

    assert 175 <= held <= 199


def test_one_query_tells_nothing_of_spread() -> None:
    assert interval(np.array([0.5])) is None


def test_only_queries_that_both_were_measured_on_are_compared() -> None:
    ours = {"a": 0.5, "b": 0.75, "c": None, "d": 1.0}
    theirs = {"a": 0.25, "b": 0.5, "c": 0.5, "e": 0.0}

    found = paired(ours, theirs)

    assert found is not None
    assert (found.mean, found.low, found.high, found.count) == pytest.approx((0.25, 0.25, 0.25, 2))
