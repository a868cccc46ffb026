"""SimRank from one node: time, memory and measured error from 10⁴ to 10⁷ edges.

    python benchmarks/simrank.py [--edges 1e4 1e5 1e6 1e7] [--sources 50] [--references 5]
    python benchmarks/simrank.py --edges 1e4 --node-work 2000 --work 2000000

Two graphs of ten edges a node: both ends drawn evenly, and both by a power law (a node of rank r
with weight (r + 10)^-0.75). Each row is measured in a process of its own, held to one core; times
are processor time, and what numba compiles is compiled before the clock starts.

The reference shares nothing with what it measures. Up to 5,000 nodes it is the exact matrix, and
every node counts. Above, it is the definition itself: two walks against the edges, each going on
with √C, meet with the probability s(u, v). For each source that is drawn a million times for its
ten best and for ten nodes that two steps from it lead to, whatever their score; the intervals of
the binomial shares (Wilson 1927) hold for all pairs of a row together at 0.95 (Bonferroni).
"""

import argparse
import multiprocessing
import os
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.links import Links
from groundsmith.index.graph.simrank import DECAY, MOST_EXACT_NODES, SimRank, exact

WALKS = 1_000_000
PAIRS_EACH = 10
EXACT_STEPS = 60
_Ends = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one line of the table is measured on.

    Attributes:
        node_work: Edges that settling may walk for one node; None as `SimRank.prepare` has it.
        work: Edges that a query may walk.
    """

    graph: str
    edge_count: int
    source_count: int
    reference_count: int
    node_work: int | None
    work: int


def even(node_count: int, edge_count: int, random: np.random.Generator) -> _Ends:
    """Both ends anywhere."""
    return random.integers(0, node_count, edge_count), random.integers(0, node_count, edge_count)


def power_law(node_count: int, edge_count: int, random: np.random.Generator) -> _Ends:
    """Both ends mostly at hubs, other hubs for each."""
    weights = np.cumsum((np.arange(node_count) + 10.0) ** -0.75)

    def ends() -> NDArray[np.int64]:
        ranks = np.searchsorted(weights, random.random(edge_count) * weights[-1])
        hubs = random.permutation(node_count).astype(np.int64)
        return np.asarray(hubs[np.minimum(ranks, node_count - 1)], dtype=np.int64)

    return ends(), ends()


GRAPHS = {"even": even, "power law": power_law}


def line(row: Row) -> str:
    """One line of the table."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    few = Links.of(*even(50, 200, np.random.default_rng(0)), 50)
    SimRank.prepare(few).source(1)
    random = np.random.default_rng(1)
    node_count = row.edge_count // 10
    links = Links.of(*GRAPHS[row.graph](node_count, row.edge_count, random), node_count)
    began = time.process_time()
    simrank = SimRank.prepare(links, node_work=row.node_work)
    prepared_s = time.process_time() - began
    nodes = random.integers(0, node_count, row.source_count).tolist()
    times_ms, bounds = [], []
    for node in nodes:
        began = time.process_time()
        bounds.append(simrank.source(node, work=row.work).bound)
        times_ms.append(1e3 * (time.process_time() - began))
    size_mb = sum(array.nbytes for array in simrank.arrays().values()) / 1e6
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return (
        f"| {row.graph} | {links.edge_count:,} | {prepared_s:.2f} | {np.median(times_ms):.1f} | "
        f"{np.quantile(times_ms, 0.95):.1f} | {size_mb:.1f} | {peak_mb:.0f} | "
        f"{measured(simrank, nodes[: row.reference_count], row.work, random)} | "
        f"{np.median(bounds):.3f} |"
    )


def measured(simrank: SimRank, nodes: list[int], work: int, random: np.random.Generator) -> str:
    """How far the scores are from the reference, at most."""
    if not nodes:
        return "–"
    links = simrank.links
    if links.node_count <= MOST_EXACT_NODES:
        matrix = exact(links, steps=EXACT_STEPS)
        most = max(np.abs(scores(simrank, node, work) - matrix[node]).max() for node in nodes)
        return f"{most:.4f}, exact"
    pairs = [
        (node, other, score)
        for node in nodes
        for other, score in compared(simrank, node, work, random).items()
    ]
    z = NormalDist().inv_cdf(1 - 0.025 / len(pairs))
    apart = []
    for node, other, score in pairs:
        met = meetings(
            links.into_offsets, links.into, node, other, int(random.integers(2**31)), WALKS
        )
        middle, half = wilson(met, WALKS, z)
        apart.append((abs(score - middle), half))
    far, half = max(apart)
    return f"{far:.4f} ± {half:.4f}"


def scores(simrank: SimRank, node: int, work: int) -> NDArray[np.float64]:
    """SimRank of every node to one, its own being 1."""
    found = simrank.source(node, work=work)
    every = np.zeros(simrank.links.node_count)
    every[found.nodes] = found.scores
    every[node] = 1.0
    return every


def compared(
    simrank: SimRank, node: int, work: int, random: np.random.Generator
) -> dict[int, float]:
    """Scores of the nodes that are held against the reference: the best, and some that are near."""
    every, links = scores(simrank, node, work), simrank.links
    best = np.argsort(-every, kind="stable")[1 : PAIRS_EACH + 1].tolist()
    near: list[int] = []
    into = links.into[links.into_offsets[node] : links.into_offsets[node + 1]]
    for middle in random.choice(into, PAIRS_EACH).tolist() if into.size else []:
        out = links.out[links.out_offsets[middle] : links.out_offsets[middle + 1]]
        near.append(int(random.choice(out)))
    return {other: float(every[other]) for other in (*best, *near) if other != node}


def walked_together(
    offsets: NDArray[np.int64],
    into: NDArray[np.int32],
    one: int,
    other: int,
    seed: int,
    walks: int,
) -> int:
    """How many of so many pairs of walks from two nodes meet before either ends."""
    np.random.seed(seed)
    met = 0
    for _ in range(walks):
        here, there = one, other
        while here != there and np.random.random() < DECAY:
            ways, others = offsets[here + 1] - offsets[here], offsets[there + 1] - offsets[there]
            if ways == 0 or others == 0:
                break
            here = into[offsets[here] + np.int64(np.random.random() * ways)]
            there = into[offsets[there] + np.int64(np.random.random() * others)]
        met += here == there
    return met


meetings: Any = numba.njit(walked_together)


def wilson(count: int, total: int, z: float) -> tuple[float, float]:
    """Middle and half width of the interval of a share (Wilson 1927)."""
    share, spread = count / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z * float(np.sqrt(share * (1 - share) / total + spread / total / 4)) / (1 + spread)
    return middle, half


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=float, nargs="+", default=[1e4, 1e5, 1e6, 1e7])
    parser.add_argument("--sources", type=int, default=50)
    parser.add_argument("--references", type=int, default=5)
    parser.add_argument("--node-work", type=int)
    parser.add_argument("--work", type=int, default=200_000)
    asked = parser.parse_args()
    print("| graph | edges | prepare CPU s | p50 ms | p95 ms | arrays MB | peak MB |", end="")
    print(" measured error | stated bound |\n|" + "---|" * 9)
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawned, max_tasks_per_child=1) as apart:
        rows = [
            Row(
                graph=name,
                edge_count=int(edges),
                source_count=asked.sources,
                reference_count=asked.references,
                node_work=asked.node_work,
                work=asked.work,
            )
            for edges in asked.edges
            for name in GRAPHS
        ]
        for told in apart.map(line, rows):
            print(told, flush=True)


if __name__ == "__main__":
    main()
