import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from groundsmith.index.fusion.methods import (
    CASCADE_DEPTH,
    METHODS,
    borda,
    cascade,
    comb_mnz,
    normalised,
    rrf,
    weighted,
)

SCORES = st.integers(1, 9).flatmap(
    lambda count: st.lists(
        st.lists(st.floats(-5, 5), min_size=count, max_size=count), min_size=1, max_size=4
    )
)


def total(brought: dict[str, NDArray[np.float64]]) -> list[float]:
    return [round(float(score), 6) for score in np.sum(list(brought.values()), axis=0)]


@pytest.mark.parametrize("name", METHODS)
@given(rows=SCORES)
def test_a_score_lies_between_0_and_1_and_no_voice_takes_away(
    name: str, rows: list[list[float]]
) -> None:
    opinions = {str(number): np.array(row) for number, row in enumerate(rows)}
    weights = dict.fromkeys(opinions, 1 / len(opinions))

    brought = METHODS[name](opinions, weights)

    assert brought.keys() == opinions.keys()
    assert all((each >= 0).all() for each in brought.values())
    assert max(total(brought)) <= 1 + 1e-9


@pytest.mark.parametrize("name", METHODS)
@given(rows=SCORES, place=st.integers(0, 8))
def test_a_document_that_all_voices_put_first_is_first(
    name: str, rows: list[list[float]], place: int
) -> None:
    opinions = {str(number): np.array(row) for number, row in enumerate(rows)}
    best = place % len(rows[0])
    for scores in opinions.values():
        scores[best] = 6.0

    brought = total(METHODS[name](opinions, dict.fromkeys(opinions, 1 / len(opinions))))

    assert brought[best] == max(brought)


def test_the_scale_of_a_voice_does_not_matter_where_scores_are_weighted() -> None:
    one, other = np.array([1.0, 3.0, 2.0]), np.array([5.0, 4.0, 0.0])
    weights = {"one": 0.5, "other": 0.5}

    plain = weighted({"one": one, "other": other}, weights)
    scaled = weighted({"one": 1000 * one - 7, "other": other}, weights)

    assert total(plain) == total(scaled) == [0.5, 0.9, 0.25]


@pytest.mark.parametrize("scores", [[0.3, 0.3], [0.0, 5e-324]])
def test_scores_that_are_as_good_as_equal_say_nothing(scores: list[float]) -> None:
    assert normalised(np.array(scores)).tolist() == [0, 0]


def test_rrf_shares_the_rank_of_equals_and_leaves_out_who_was_not_found() -> None:
    brought = rrf({"words": np.array([0.9, 0.5, 0.5, 0.1, 0.0])}, {})

    assert brought["words"].tolist() == [1 / 61, 1 / 62, 1 / 62, 1 / 64, 0]


def test_borda_counts_whom_a_document_leaves_behind() -> None:
    brought = borda({"one": np.array([3.0, 2.0, 1.0]), "other": np.array([2.0, 3.0, 1.0])}, {})

    assert total(brought) == [0.5, 0.5, 0.0]


def test_comb_mnz_favours_a_document_that_several_voices_name() -> None:
    brought = comb_mnz(
        {"one": np.array([1.0, 0.6, 0.0]), "other": np.array([0.0, 0.6, 1.0])},
        {},
    )

    assert total(brought) == [0.25, 0.6, 0.25]


def test_in_a_cascade_nobody_passes_whom_the_first_voice_did_not_let_through() -> None:
    count = CASCADE_DEPTH + 50
    first = np.arange(count, dtype=np.float64)
    last = -first

    score = np.asarray(total(cascade({"first": first, "last": last}, {})))

    assert int(np.argmax(score)) == 50
    assert score[:50].max() < 0.5 <= score[50:].min()
