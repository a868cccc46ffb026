import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from groundsmith.index.evaluate.figure import Figure, mean
from groundsmith.index.evaluate.lists import (
    coverage,
    exposure_fairness,
    intra_list_diversity,
    latency,
    novelty,
)

VECTORS = arrays.arrays(
    np.float64, st.tuples(st.integers(2, 8), st.just(3)), elements=st.floats(0, 1, width=16)
)


@given(VECTORS)
def test_diversity_is_one_less_the_mean_cosine_of_all_pairs(vectors: np.ndarray) -> None:
    lengths = np.linalg.norm(vectors, axis=1)
    cosines = [
        one @ other / (first * second) if first and second else 0.0
        for at, (one, first) in enumerate(zip(vectors, lengths, strict=True))
        for other, second in zip(vectors[:at], lengths[:at], strict=True)
    ]

    assert intra_list_diversity(vectors) == pytest.approx(1 - np.mean(cosines), abs=1e-9)


def test_one_document_has_no_diversity_rather_than_none_of_it() -> None:
    assert intra_list_diversity(np.ones((1, 3))) is None


def test_coverage_counts_a_document_once_and_no_stranger() -> None:
    covered = coverage([["a", "b"], ["a", "elsewhere"]], ["a", "b", "c", "d"])

    assert covered.value == 0.5


def test_what_nobody_saw_is_more_novel_than_what_all_did() -> None:
    seen = {"famous": 98, "known": 2}

    common, rare = novelty(["famous"], seen, 3), novelty(["hidden"], seen, 3)

    assert common == pytest.approx(-math.log2(99 / 103))
    assert rare == pytest.approx(-math.log2(1 / 103))


def test_nothing_is_novel_or_common_where_nobody_looked() -> None:
    assert novelty(["a"], {}, 3) is None


def test_attention_by_merit_is_fair_and_attention_to_one_group_is_not() -> None:
    groups = {"a1": "a", "a2": "a", "b1": "b", "b2": "b"}
    grades = {"a1": 1, "b1": 1}

    fair = exposure_fairness([(["a1", "b1"], grades), (["b1", "a1"], grades)], groups)
    unfair = exposure_fairness([(["a1", "a2"], grades)], groups)

    assert fair.value == pytest.approx(1)
    assert unfair.value == pytest.approx(0.5)


def test_fairness_to_one_group_is_no_figure() -> None:
    assert exposure_fairness([(["a"], {"a": 1})], {"a": "x"}).value is None


def test_no_times_give_no_latency() -> None:
    assert {figure.value for figure in latency([]).values()} == {None}
    assert latency([1.0, 3.0])["p50_ms"].value == 2


def test_a_mean_leaves_out_what_was_not_measured() -> None:
    assert mean([None, 1.0, 0.0], "nothing") == Figure(value=0.5, count=2)
    assert mean([None], "nothing").why == "nothing"


def test_a_figure_without_a_value_says_why() -> None:
    with pytest.raises(ValueError, match="reason"):
        Figure(value=None)
