import math

import pytest
import pytrec_eval
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.evaluate.ranking import DEPTHS, in_order, metrics

IDS = st.text("abAB19-é", min_size=1, max_size=2)
SCORES = st.one_of(
    st.sampled_from([0.5, 0.5 + 1e-9, 1.0]), st.floats(-1e6, 1e6, allow_subnormal=False)
)
NAMES = {
    **{f"ndcg@{depth}": f"ndcg_cut_{depth}" for depth in DEPTHS},
    **{f"precision@{depth}": f"P_{depth}" for depth in DEPTHS},
    **{f"recall@{depth}": f"recall_{depth}" for depth in DEPTHS},
    "mrr": "recip_rank",
    "map": "map",
}


@given(
    st.dictionaries(IDS, SCORES, min_size=1, max_size=40),
    st.dictionaries(IDS, st.integers(0, 3), min_size=1, max_size=30),
)
def test_every_metric_is_what_trec_eval_computes(
    scores: dict[str, float], grades: dict[str, int]
) -> None:
    judge = pytrec_eval.RelevanceEvaluator({"q": grades}, set(NAMES.values()))
    theirs = judge.evaluate({"q": scores})["q"]

    ours = metrics(in_order(scores), grades)

    if any(grades.values()):
        assert ours == pytest.approx({name: theirs[NAMES[name]] for name in ours}, abs=1e-4)
    else:
        assert set(ours.values()) == {None}


@given(st.dictionaries(IDS, SCORES, max_size=30), st.dictionaries(IDS, st.integers(0, 3)))
def test_the_ideal_order_gains_all_there_is(
    scores: dict[str, float], grades: dict[str, int]
) -> None:
    ideal = metrics(sorted(grades, key=lambda each: -grades[each]), grades)
    other = metrics(in_order(scores), grades)

    for depth in DEPTHS:
        best, reached = ideal[f"ndcg@{depth}"], other[f"ndcg@{depth}"]
        assert best is None or reached is None or (best == 1 and 0 <= reached <= 1)


def test_a_document_that_comes_again_gains_nothing_more() -> None:
    measured = metrics(["a", "a", "b"], {"a": 1, "b": 1})

    assert measured["ndcg@5"] == 1
    assert measured["map"] == 1


def test_without_a_relevant_document_nothing_is_said() -> None:
    assert set(metrics(["a"], {"a": 0}).values()) == {None}


def test_gain_is_linear_in_the_grade() -> None:
    reached = metrics(["b", "a"], {"a": 3, "b": 1})["ndcg@10"]

    assert reached == pytest.approx((1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))
