import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.index.graph.links import Links
from groundsmith.index.graph.simrank import SimRank, exact

WAYS = [False, True]


@st.composite
def some_links(draw: st.DrawFn) -> Links:
    """Self loops, parallel edges, dangling nodes and parts that do not hang together included."""
    node_count = draw(st.integers(1, 14))
    node = st.integers(0, node_count - 1)
    edges = draw(st.lists(st.tuples(node, node), max_size=40))
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    return Links.of(ends[:, 0], ends[:, 1], node_count)


def far(links: Links, *, use_compiled: bool) -> list[tuple[float, float]]:
    """For each source, how far the furthest score is from the exact one, and the bound."""
    expected = exact(links)
    simrank = SimRank.prepare(links, use_compiled=use_compiled)
    found = []
    for node in range(links.node_count):
        similar = simrank.source(node)
        scores = np.zeros(links.node_count)
        scores[node] = 1
        scores[similar.nodes] = similar.scores
        found.append((float(np.abs(scores - expected[node]).max()), similar.bound))
    return found


@pytest.mark.parametrize("use_compiled", WAYS)
@settings(max_examples=40, deadline=None)
@given(links=some_links())
def test_every_score_is_within_the_stated_bound(use_compiled: bool, links: Links) -> None:
    found = far(links, use_compiled=use_compiled)

    assert all(error <= bound for error, bound in found)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(links=some_links())
def test_on_a_thousand_graphs_every_score_is_within_the_stated_bound(links: Links) -> None:
    found = far(links, use_compiled=True)

    assert all(error <= bound for error, bound in found)


@pytest.mark.parametrize("use_compiled", WAYS)
def test_on_a_random_graph_the_bound_is_small_and_holds(use_compiled: bool) -> None:
    random = np.random.default_rng(3)
    links = Links.of(random.integers(0, 60, 240), random.integers(0, 60, 240), 60)

    found = far(links, use_compiled=use_compiled)

    assert all(error <= bound < 0.01 for error, bound in found)


def test_scores_are_those_of_the_papers_university_graph() -> None:
    univ, prof_a, prof_b, student_a, student_b = range(5)
    edges = [
        (univ, prof_a), (univ, prof_b), (prof_a, student_a),
        (student_a, univ), (prof_b, student_b), (student_b, prof_b),
    ]  # fmt: skip
    ends = np.array(edges)
    simrank = SimRank.prepare(Links.of(ends[:, 0], ends[:, 1], 5))

    similar = simrank.source(prof_a)
    scores = dict(zip(similar.nodes.tolist(), similar.scores.tolist(), strict=True))

    assert scores[prof_b] == pytest.approx(0.414, abs=0.003)
    assert scores[student_b] == pytest.approx(0.106, abs=0.003)


def test_numpy_and_compiled_loops_give_the_same_scores() -> None:
    random = np.random.default_rng(5)
    links = Links.of(random.integers(0, 300, 1500), random.integers(0, 300, 1500), 300)
    slow = SimRank.prepare(links, use_compiled=False, node_work=2000, rounds=1)
    fast = SimRank.prepare(links, use_compiled=True, node_work=2000, rounds=1)

    one, other = slow.source(7), fast.source(7)

    dense = np.zeros((2, 300))
    dense[0, one.nodes] = one.scores
    dense[1, other.nodes] = other.scores
    assert np.abs(dense[0] - dense[1]).max() <= one.bound + other.bound


def test_what_was_stored_answers_alike() -> None:
    random = np.random.default_rng(6)
    links = Links.of(random.integers(0, 50, 200), random.integers(0, 50, 200), 50)
    simrank = SimRank.prepare(links)

    again = SimRank.from_arrays(simrank.arrays())

    assert np.array_equal(again.source(3).scores, simrank.source(3).scores)
    assert again.source(3).bound == simrank.source(3).bound


def test_the_whole_matrix_of_many_nodes_is_refused() -> None:
    ends = np.zeros(1, dtype=np.int64)

    with pytest.raises(ValueError, match="5000"):
        exact(Links.of(ends, ends, 5001))


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Links.of(np.array([0]), np.array([2]), 2)
