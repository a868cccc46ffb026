import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.centrality import betweenness, pagerank, personal_pagerank
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.horn import Horn, morisita_horn
from groundsmith.index.graph.links import Links
from groundsmith.index.graph.readings import Described

COUNTS = st.dictionaries(st.integers(0, 6), st.integers(1, 9), max_size=5)


def links_of(*edges: tuple[int, int], node_count: int) -> Links:
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    return Links.of(ends[:, 0], ends[:, 1], node_count)


@st.composite
def some_links(draw: st.DrawFn) -> Links:
    node_count = draw(st.integers(1, 12))
    node = st.integers(0, node_count - 1)
    return links_of(*draw(st.lists(st.tuples(node, node), max_size=30)), node_count=node_count)


def some_horn() -> tuple[Horn, list[int]]:
    names = ["Agra", "Delhi", "Fatehpur", "Lahore"]
    known = Gazetteer([(name, Entity(Kind.PLACE, name)) for name in names])
    texts = ["Agra Delhi", "Agra Lahore", "Agra Fatehpur", "Agra"]
    documents = [Described(id=str(number), text=text) for number, text in enumerate(texts)]
    graph = GraphBuilder.of(documents, known).build()
    numbers = [graph.number(Kind.PLACE, name) for name in names]
    return Horn.of(graph), [number for number in numbers if number is not None]


@given(st.data())
def test_a_further_match_never_lowers_a_documents_score(data: st.DataObject) -> None:
    horn, entities = some_horn()
    matched = data.draw(st.lists(st.sampled_from(entities)))
    further = data.draw(st.sampled_from(entities))

    assert 0 <= horn.score(matched) <= horn.score([*matched, further]) < 1


def test_the_most_central_entity_has_the_highest_index() -> None:
    horn, (agra, *others) = some_horn()

    assert all(horn.index[agra] > horn.index[other] for other in others)
    assert horn.index.min() >= 0
    assert horn.index.max() <= 1 + 1e-12


def test_a_rare_entity_counts_for_more_than_a_hub() -> None:
    horn, (agra, delhi, *_) = some_horn()

    assert horn.score([delhi]) > horn.score([agra])


@given(COUNTS, COUNTS)
def test_overlap_is_symmetric_and_between_nothing_and_one(
    one: dict[int, int], other: dict[int, int]
) -> None:
    overlap = morisita_horn(one, other)

    assert 0 <= overlap <= 1
    assert overlap == pytest.approx(morisita_horn(other, one))


@given(COUNTS.filter(bool), st.integers(1, 5))
def test_the_same_shares_overlap_wholly(counts: dict[int, int], times: int) -> None:
    assert morisita_horn(counts, {k: v * times for k, v in counts.items()}) == pytest.approx(1)


def test_the_middle_of_a_line_lies_between_all_others() -> None:
    links = links_of((0, 1), (1, 2), (2, 3), (3, 4), node_count=5)

    assert betweenness(links).tolist() == [0, 3, 4, 3, 0]


def test_of_two_ways_each_carries_half() -> None:
    links = links_of((0, 1), (0, 2), (1, 3), (2, 3), node_count=4)

    assert betweenness(links).tolist() == [0, 0.5, 0.5, 0]


@given(some_links())
def test_ranks_sum_to_one_and_solve_their_equation(links: Links) -> None:
    ranks = pagerank(links)

    walk = np.full((links.node_count, links.node_count), 1 / links.node_count)
    for node in np.flatnonzero(links.out_degrees()):
        near = links.out[links.out_offsets[node] : links.out_offsets[node + 1]]
        walk[node] = 0
        walk[node, near] = 1 / len(near)
    assert math.isclose(ranks.sum(), 1, abs_tol=1e-8)
    assert np.allclose(ranks, 0.85 * ranks @ walk + 0.15 / links.node_count, atol=1e-8)


@given(some_links(), st.data())
def test_personal_ranks_are_within_their_bound(links: Links, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, links.node_count - 1))

    rough = personal_pagerank(links, {seed: 2.0}, error=0.05)
    fine = personal_pagerank(links, {seed: 1.0}, error=1e-9)

    assert rough.bound <= 0.05
    assert np.all(rough.scores <= fine.scores + 1e-8)
    assert np.all(fine.scores <= rough.scores + rough.bound + 1e-8)
    assert fine.scores.sum() == pytest.approx(1)


@given(some_links(), st.data())
def test_sweeps_and_pushes_lead_to_the_same_personal_ranks(
    links: Links, data: st.DataObject
) -> None:
    seed = data.draw(st.integers(0, links.node_count - 1))

    swept = personal_pagerank(links, {seed: 1.0}, error=1e-7, use_compiled=True)
    pushed = personal_pagerank(links, {seed: 1.0}, error=1e-7, use_compiled=False)

    assert np.allclose(swept.scores, pushed.scores, rtol=0, atol=2e-7)
