"""How central nodes are: PageRank, betweenness, and PageRank seen from some nodes.

Everything is a level or a round at a time in numpy; nothing is drawn but the sources of
betweenness, and those by a seed.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.links import Links, reached, summed

DAMPING = 0.85
_ROUNDS = 200


def pagerank(links: Links, *, tolerance: float = 1e-10) -> NDArray[np.float64]:
    """PageRank (Brin and Page 1998), damping 0.85; nodes that point nowhere point everywhere.

    The sum of absolute errors is at most `tolerance` / 0.15.
    """
    count = links.node_count
    if not count:
        return np.zeros(0)
    degrees, tails = links.out_degrees(), links.tails()
    ranks = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        handed = summed(links.out, (ranks / np.maximum(degrees, 1))[tails], count)
        lost = float(ranks[degrees == 0].sum())
        new = DAMPING * (handed + lost / count) + (1 - DAMPING) / count
        change = float(np.abs(new - ranks).sum())
        ranks = new
        if change <= tolerance:
            break
    return ranks


def betweenness(links: Links, *, source_count: int = 128, seed: int = 0) -> NDArray[np.float64]:
    """How many shortest paths lead through each node, from sampled sources scaled to all.

    Brandes 2001, with sources as in Brandes and Pich 2007; exact where the graph has no more nodes
    than `source_count`.
    """
    count = links.node_count
    random = np.random.default_rng(seed)
    sources = np.arange(count)
    if count > source_count:
        sources = np.sort(random.choice(count, source_count, replace=False))
    through = np.zeros(count)
    for source in sources.tolist():
        through += _dependencies(links, source)
    return through * (count / max(len(sources), 1))


def _dependencies(links: Links, source: int) -> NDArray[np.float64]:
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
        depending += summed(tails, paths[tails] / paths[heads] * (1 + depending[heads]), count)
    depending[source] = 0.0
    return depending


class Personal(NamedTuple):
    """PageRank seen from some nodes: never too high, and at most `bound` too low anywhere."""

    scores: NDArray[np.float64]
    bound: float


def personal_pagerank(
    links: Links, seeds: Mapping[int, float], *, restart: float = 0.15, error: float = 1e-4
) -> Personal:
    """Where walks end that start at the seeds, by their weights, and stop with `restart` a step.

    Push by Andersen, Chung and Lang 2006, all nodes of a round at once, until all mass that still
    walks is at most `error`. Walks end where there is no way on.
    """
    walking, settled = np.zeros(links.node_count), np.zeros(links.node_count)
    total = sum(seeds.values())
    for node, weight in seeds.items():
        walking[node] = weight / total
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
