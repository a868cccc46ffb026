"""Passes over all edges of a graph: what is summed, level by level, for every measure on it.

With the `graph` extra they are compiled loops, else numpy. Both add in the same order, so that the
numbers are the same to the last bit.
"""

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.compiler import compiled, compiler
from groundsmith.index.graph.links import Links, reached, summed

Floats = NDArray[np.float64]


def neighbour_sums(offsets: NDArray[np.int64], nodes: NDArray[np.int32], values: Floats) -> Floats:
    """By node, the sum of what its neighbours in a list have."""
    if compiler() is not None:
        return _neighbour_sums(offsets, nodes, values)
    owners = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    return summed(owners, values[nodes], len(offsets) - 1)


def dependencies(links: Links, sources: NDArray[np.int64]) -> Floats:
    """How much the shortest paths from some nodes depend on each node (Brandes 2001)."""
    if compiler() is not None:
        return _dependencies(links.out_offsets, links.out, sources)
    through = np.zeros(links.node_count)
    for source in sources.tolist():
        through += _dependencies_of(links, source)
    return through


def best_near(links: Links, nodes: NDArray[np.int32], scores: Floats) -> Floats:
    """By node, the highest score among itself and those of the scored that point to it."""
    best = np.zeros(links.node_count)
    best[nodes] = scores
    if compiler() is not None:
        _raised(links.out_offsets, links.out, nodes, scores, best)
    else:
        places, whose = reached(links.out_offsets, nodes)
        np.maximum.at(best, links.out[places], scores[whose])
    return best


def _raised(
    offsets: NDArray[np.int64],
    out: NDArray[np.int32],
    nodes: NDArray[np.int32],
    scores: Floats,
    best: Floats,
) -> None:
    """Raises `best` in place to the scores of those that point there."""
    for place in range(len(nodes)):
        score = scores[place]
        for at in range(offsets[nodes[place]], offsets[nodes[place] + 1]):
            best[out[at]] = max(best[out[at]], score)


def _neighbour_sums(offsets: NDArray[np.int64], nodes: NDArray[np.int32], values: Floats) -> Floats:
    sums = np.zeros(len(offsets) - 1)
    for node in range(len(sums)):
        total = 0.0
        for at in range(offsets[node], offsets[node + 1]):
            total += values[nodes[at]]
        sums[node] = total
    return sums


def _dependencies(
    offsets: NDArray[np.int64], out: NDArray[np.int32], sources: NDArray[np.int64]
) -> Floats:
    """See `_dependencies_of`; nodes are taken up in the order in which they are found.

    A node's depth stands beside its count of paths, and on the way back beside its share, so that
    an edge is one look into memory.
    """
    count = len(offsets) - 1
    through, found = np.zeros(count), np.empty(count, np.int32)
    state = np.zeros((count, 2))
    state[:, 0] = -1.0
    for source in sources:
        state[source, 0], state[source, 1], found[0] = 0.0, 1.0, source
        first, end = 0, 1
        while first < end:
            node = found[first]
            first += 1
            level, paths = state[node, 0] + 1.0, state[node, 1]
            for at in range(offsets[node], offsets[node + 1]):
                other = out[at]
                if state[other, 0] == level:
                    state[other, 1] += paths
                elif state[other, 0] < 0.0:
                    state[other, 0], state[other, 1] = level, paths
                    found[end] = other
                    end += 1
        deepest = state[found[end - 1], 0]
        for place in range(end - 1, 0, -1):
            node = found[place]
            level, held = state[node, 0] + 1.0, 0.0
            if level <= deepest:
                for at in range(offsets[node], offsets[node + 1]):
                    if state[out[at], 0] == level:
                        held += state[out[at], 1]
                held *= state[node, 1]
            through[node] += held
            state[node, 1] = (1.0 + held) / state[node, 1]
        for place in range(end):
            state[found[place], 0] = -1.0
    return through


def _dependencies_of(links: Links, source: int) -> Floats:
    count = links.node_count
    depth, paths = np.full(count, -1), np.zeros(count)
    depth[source], paths[source] = 0, 1.0
    front, steps = np.array([source]), []
    while front.size:
        places, whose = reached(links.out_offsets, front)
        heads, tails = links.out[places], front[whose]
        level = depth[front[0]] + 1
        depth[heads[depth[heads] < 0]] = level
        kept = depth[heads] == level
        heads, tails = heads[kept], tails[kept]
        paths += summed(heads, paths[tails], count)
        steps.append((tails, heads))
        front = np.flatnonzero(depth == level)
    depending = np.zeros(count)
    for tails, heads in reversed(steps):
        shares = (1 + depending[heads]) / paths[heads]
        depending += paths * summed(tails, shares, count)
    depending[source] = 0.0
    return depending


_raised = compiled(_raised)
_neighbour_sums = compiled(_neighbour_sums)
_dependencies = compiled(_dependencies)
