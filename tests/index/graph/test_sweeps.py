"""With numba and without it, a graph is summed to the same last bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.graph import sweeps
from groundsmith.index.graph.links import Links


@st.composite
def some_links(draw: st.DrawFn) -> Links:
    node_count = draw(st.integers(1, 14))
    node = st.integers(0, node_count - 1)
    ends = np.array(draw(st.lists(st.tuples(node, node), max_size=40)), dtype=np.int64)
    ends = ends.reshape(-1, 2)
    return Links.of(ends[:, 0], ends[:, 1], node_count, both_ways=draw(st.booleans()))


def measured(links: Links, values: list[float]) -> list[list[float]]:
    held = np.array((values * 14)[: links.node_count])
    nodes = np.arange(0, links.node_count, 2, dtype=np.int32)
    return [
        sweeps.neighbour_sums(links.into_offsets, links.into, held).tolist(),
        sweeps.dependencies(links, np.arange(links.node_count)).tolist(),
        sweeps.best_near(links, nodes, held[nodes]).tolist(),
    ]


@given(links=some_links(), values=st.lists(st.floats(0, 1), min_size=1, max_size=14))
def test_loops_and_numpy_give_the_same_numbers(links: Links, values: list[float]) -> None:
    fast = measured(links, values)

    with pytest.MonkeyPatch.context() as without:
        without.setattr(sweeps, "compiler", lambda: None)
        slow = measured(links, values)

    assert fast == slow


def test_a_node_has_the_best_score_of_those_that_point_to_it() -> None:
    links = Links.of(np.array([0, 1]), np.array([2, 2]), 4)

    best = sweeps.best_near(links, np.array([0, 1], np.int32), np.array([0.5, 0.25]))

    assert best.tolist() == [0.5, 0.25, 0.5, 0.0]
