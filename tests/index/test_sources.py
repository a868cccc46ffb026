import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.sources import Found, Weighed, shares, source_diversity, weighed

WEIGHTS = {"readme": 0.5, "examples": 0.2, "docs": 0.05}
FOUND = st.lists(
    st.builds(
        Found,
        id=st.text(max_size=3),
        source=st.sampled_from(sorted(WEIGHTS)),
        score=st.integers(-1000, 1000).map(float),
    ),
    max_size=20,
)


def ranked(found: list[Found]) -> list[Weighed]:
    return weighed(found, shares(WEIGHTS, (each.source for each in found)))


@given(FOUND)
def test_weights_of_the_sources_that_are_there_sum_to_one(found: list[Found]) -> None:
    passages = ranked(found)

    by_source = {each.source: each.weight for each in passages}
    assert len(passages) == len(found)
    assert not found or sum(by_source.values()) == pytest.approx(1, abs=1e-3)
    assert all(0 <= each.score <= each.weight for each in passages)


@given(FOUND, st.sampled_from([0.5, 2.0, 8.0]))
def test_the_scale_of_the_scores_does_not_matter(found: list[Found], factor: float) -> None:
    scaled = [Found(id=each.id, source=each.source, score=each.score * factor) for each in found]

    assert ranked(scaled) == ranked(found)


def test_a_good_passage_of_a_weighty_source_comes_first() -> None:
    found = [
        Found(id="c", source="docs", score=9.0),
        Found(id="a", source="readme", score=8.0),
        Found(id="b", source="readme", score=4.0),
    ]

    passages = ranked(found)

    assert [(each.id, round(each.score, 3)) for each in passages] == [
        ("a", round(0.8 * 0.5 / 0.55, 3)),
        ("c", round(0.05 / 0.55, 3)),
        ("b", 0.0),
    ]


def test_what_was_found_last_still_counts_more_than_what_was_not_found() -> None:
    found = [Found(id=i, source="readme", score=s) for i, s in (("a", 8.0), ("b", 2.0))]

    passages = weighed(found, WEIGHTS, least=0.0)

    assert [(each.id, each.score) for each in passages] == [("a", 0.5), ("b", 0.125)]


def test_a_source_whose_weight_is_0_gets_no_share() -> None:
    assert shares({"readme": 0.0, "docs": 0.05}, ["readme", "docs"]) == {"readme": 0, "docs": 1}
    assert shares({"readme": 0.0}, ["readme"]) == {}


def test_a_source_without_a_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="forum"):
        weighed([Found(id="a", source="forum", score=1.0)], WEIGHTS)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=6))
def test_diversity_lies_between_one_source_and_all_evenly(counts: dict[str, int]) -> None:
    diversity = source_diversity(counts)

    assert diversity is None or 0 <= diversity <= 1


def test_a_source_that_gave_nothing_counts_against_diversity() -> None:
    assert source_diversity({"readme": 2, "docs": 2}) == pytest.approx(1)
    assert source_diversity({"readme": 2, "docs": 2, "commits": 0}) == pytest.approx(
        math.log(2) / math.log(3)
    )
    assert source_diversity({"readme": 2, "docs": 0}) == 0
    assert source_diversity({"readme": 2}) is None
