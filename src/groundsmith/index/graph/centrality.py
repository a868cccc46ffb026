"""How central nodes are: PageRank, betweenness, and PageRank seen from some nodes.

Nothing is drawn but the sources of betweenness, and those by a seed.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.compiler import compiled, compiler
from groundsmith.index.graph.links import Links, reached, summed
from groundsmith.index.graph.sweeps import dependencies, neighbour_sums

DAMPING = 0.85
_ROUNDS = 200
_MOST_SOURCES, _LEAST_SOURCES = 128, 32
_WALKED_EDGES = 128_000_000


def pagerank(links: Links, *, tolerance: float = 1e-10) -> NDArray[np.float64]:
    """PageRank (Brin and Page 1998), damping 0.85; nodes that point nowhere point everywhere.

    The sum of absolute errors is at most `tolerance` / 0.15.
    """
    count = links.node_count
    if not count:
        return np.zeros(0)
    degrees = links.out_degrees()
    ranks = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        shares = ranks / np.maximum(degrees, 1)
        handed = neighbour_sums(links.into_offsets, links.into, shares)
        lost = float(ranks[degrees == 0].sum())
        new = DAMPING * (handed + lost / count) + (1 - DAMPING) / count
        change = float(np.abs(new - ranks).sum())
        ranks = new
        if change <= tolerance:
            break
    return ranks


def betweenness(
    links: Links, *, source_count: int | None = None, seed: int = 0
) -> NDArray[np.float64]:
    """How many shortest paths lead through each node, from sampled sources scaled to all.

    Brandes 2001, with sources as in Brandes and Pich 2007; exact where the graph has no more nodes
    than `source_count`.

    Args:
        source_count: None takes 128, and fewer, 32 at least, where 128 million edges would be
            walked through.
    """
    count = links.node_count
    if source_count is None:
        fitting = _WALKED_EDGES // max(links.edge_count, 1)
        source_count = max(_LEAST_SOURCES, min(_MOST_SOURCES, fitting))
    random = np.random.default_rng(seed)
    sources = np.arange(count)
    if count > source_count:
        sources = np.sort(random.choice(count, source_count, replace=False))
    return dependencies(links, sources) * (count / max(len(sources), 1))


class Personal(NamedTuple):
    """PageRank seen from some nodes: never too high, and at most `bound` too low anywhere."""

    scores: NDArray[np.float64]
    bound: float


def personal_pagerank(
    links: Links,
    seeds: Mapping[int, float],
    *,
    restart: float = 0.15,
    error: float = 1e-4,
    use_compiled: bool | None = None,
) -> Personal:
    """Where walks end that start at the seeds, by their weights, and stop with `restart` a step.

    Goes on until all mass that still walks is at most `error`. Walks end where there is no way on.

    Args:
        use_compiled: None takes the `graph` extra where it is installed.
    """
    starting = np.zeros(links.node_count)
    total = sum(seeds.values())
    for node, weight in seeds.items():
        starting[node] = weight / total
    if compiler() is not None if use_compiled is None else use_compiled:
        into = (links.into_offsets, links.into, links.out_degrees())
        return Personal(*_swept(*into, starting, restart, error))
    return _pushed(links, starting, restart, error)


def _pushed(links: Links, walking: NDArray[np.float64], restart: float, error: float) -> Personal:
    """Push by Andersen, Chung and Lang 2006, all nodes of a round at once."""
    settled = np.zeros(links.node_count)
    degrees = links.out_degrees()
    while (left := float(walking.sum())) > error:
        front = np.flatnonzero(walking > error / (2 * links.node_count))
        masses = walking[front]
        walking[front] = 0.0
        ends = degrees[front] == 0
        settled[front] += np.where(ends, masses, restart * masses)
        going, shares = front[~ends], masses[~ends] * (1 - restart)
        places, whose = reached(links.out_offsets, going)
        walking += summed(links.out[places], (shares / degrees[going])[whose], links.node_count)
    return Personal(settled, left)


def _swept(
    offsets: NDArray[np.int64],
    into: NDArray[np.int32],
    degrees: NDArray[np.int64],
    starting: NDArray[np.float64],
    restart: float,
    error: float,
) -> tuple[NDArray[np.float64], float]:
    """By Gauss and Seidel: node after node, each with what the others hand it by now.

    That grows from nothing and never past the solution, whose sum is 1; half the rounds of pushing.
    """
    handed, settled = np.zeros(len(starting)), np.zeros(len(starting))
    left, before = 1.0, 2.0
    while error < left < before:
        before, left = left, 1.0
        for node in range(len(starting)):
            arrived = starting[node]
            for at in range(offsets[node], offsets[node + 1]):
                arrived += handed[into[at]]
            if degrees[node] > 0:
                handed[node] = (1.0 - restart) * arrived / degrees[node]
                arrived *= restart
            settled[node] = arrived
            left -= arrived
    return settled, max(left, 0.0)


_swept = compiled(_swept)
