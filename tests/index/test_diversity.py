import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.diversity import diversified, within_budget

ROWS = st.lists(st.tuples(*[st.floats(0, 1, width=16)] * 3), min_size=1, max_size=12)
TOKENS = st.lists(st.integers(1, 50), min_size=12, max_size=12)


def split(rows: list[tuple[float, float, float]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(rows)
    return table[:, 0], table[:, 1:]


@given(ROWS, TOKENS, st.integers(0, 200))
def test_what_is_shown_fits_and_nothing_more_would(
    rows: list[tuple[float, float, float]], tokens: list[int], budget: int
) -> None:
    scores, vectors = split(rows)
    counts = tokens[: len(scores)]

    taken = within_budget(scores, vectors, counts, budget)

    used = sum(counts[place] for place in taken)
    assert used <= budget
    assert len(set(taken)) == len(taken)
    assert all(
        used + count > budget for place, count in enumerate(counts) if place not in set(taken)
    )


@given(ROWS, st.integers(0, 14))
def test_relevance_alone_keeps_the_order_of_scores(
    rows: list[tuple[float, float, float]], top_k: int
) -> None:
    scores, vectors = split(rows)

    taken = diversified(scores, vectors, top_k, relevance_share=1)

    assert taken == np.argsort(-scores, kind="stable")[:top_k].tolist()


def test_the_same_thing_is_not_shown_twice_in_a_row() -> None:
    vectors = np.array([[1.0, 0.0], [1.0, 0.01], [0.0, 1.0], [1.0, 1.0]])

    taken = diversified(np.array([1.0, 0.95, 0.7, 0.0]), vectors, 3)

    assert taken == [0, 2, 1]


def test_a_passage_that_does_not_fit_makes_room_for_a_shorter_one() -> None:
    taken = within_budget(np.array([1.0, 0.9, 0.1]), np.eye(3), [50, 60, 40], 100)

    assert taken == [0, 2]


@given(ROWS)
def test_the_first_is_always_the_most_relevant(rows: list[tuple[float, float, float]]) -> None:
    scores, vectors = split(rows)

    assert scores[diversified(scores, vectors, 1)[0]] == pytest.approx(scores.max())
