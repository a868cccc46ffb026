"""Whom to ask about: every range of scores is seen, and any beginning of the order is a sample."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.verify.calibration.sampling import draw

scores = st.dictionaries(st.text(max_size=5), st.floats(0, 1), max_size=50)

MOSTLY_COPIES = [(f"copy{n}", 1.0) for n in range(900)] + [(f"low{n}", 0.35) for n in range(100)]


@given(scores, st.integers())
def test_everything_is_asked_about_once_and_the_same_seed_asks_the_same(
    given_scores: dict[str, float], seed: int
) -> None:
    order = draw(given_scores.items(), seed)

    assert sorted(drawn.id for drawn in order) == sorted(given_scores)
    assert order == draw(reversed(given_scores.items()), seed)


@given(scores, st.integers())
def test_chances_average_to_one_and_nothing_stands_for_more_than_twice_its_number(
    given_scores: dict[str, float], seed: int
) -> None:
    order = draw(given_scores.items(), seed)

    assert all(drawn.inclusion >= 0.5 for drawn in order)
    assert abs(sum(drawn.inclusion - 1 for drawn in order)) < 1e-6


def test_a_rare_range_of_scores_is_seen_more_often_than_its_share() -> None:
    first = draw(MOSTLY_COPIES, 0)[:100]

    assert 20 <= sum(drawn.id.startswith("low") for drawn in first) <= 40


def test_weighed_by_its_chances_a_sample_shows_the_shares_of_the_whole() -> None:
    seen: Counter[str] = Counter()
    for seed in range(200):
        for drawn in draw(MOSTLY_COPIES, seed)[:100]:
            seen[drawn.id.rstrip("0123456789")] += 1 / drawn.inclusion  # type: ignore[assignment]  # weights

    assert abs(seen["low"] / seen.total() - 0.1) < 0.01


def test_another_seed_asks_about_others() -> None:
    one, other = ({drawn.id for drawn in draw(MOSTLY_COPIES, seed)[:50]} for seed in (0, 1))

    assert len(one & other) < 25
