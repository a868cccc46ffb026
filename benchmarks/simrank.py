"""SimRank from one node: time, memory and measured error from 10⁴ to 10⁷ edges.

    python benchmarks/simrank.py [--edges 1e4 1e5 1e6 1e7] [--sources 50] [--references 5]

Two graphs of ten edges a node: both ends drawn evenly, and both by a power law (a node of rank r
with weight (r + 10)^-0.75). The reference runs the same series on the same sources with much finer
limits (10⁹ edges walked in a round to settle D, an error of 10⁻⁴ asked for); that both agree with
the exact matrix is in the tests. What numba compiles is compiled before the clock starts.
"""

import argparse
import resource
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.links import Links
from groundsmith.index.graph.simrank import SimRank

_FINE_ERROR = 1e-4
_FINE_WORK = 1_000_000_000
_Ends = tuple[NDArray[np.int64], NDArray[np.int64]]


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


def errors(fast: SimRank, fine: SimRank, nodes: NDArray[np.int64]) -> list[float]:
    """For each source, the largest difference at any node."""
    found = []
    for node in nodes.tolist():
        difference = np.zeros(fast.links.node_count)
        quick, slow = fast.source(node), fine.source(node, error=_FINE_ERROR, work=10**8)
        difference[slow.nodes] = slow.scores
        difference[quick.nodes] -= quick.scores
        found.append(float(np.abs(difference).max()))
    return found


def row(
    name: str,
    draw: Callable[[int, int, np.random.Generator], _Ends],
    edge_count: int,
    source_count: int,
    reference_count: int,
) -> str:
    """One line of the table."""
    random = np.random.default_rng(1)
    node_count = edge_count // 10
    links = Links.of(*draw(node_count, edge_count, random), node_count)
    began = time.process_time()
    fast = SimRank.prepare(links)
    prepared_s = time.process_time() - began
    nodes = random.integers(0, node_count, source_count)
    times_ms, bounds = [], []
    for node in nodes.tolist():
        began = time.perf_counter()
        bounds.append(fast.source(node).bound)
        times_ms.append(1e3 * (time.perf_counter() - began))
    size_mb = sum(array.nbytes for array in fast.arrays().values()) / 1e6
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    measured = "–"
    if reference_count:
        fine = SimRank.prepare(
            links, error=_FINE_ERROR, node_work=_FINE_WORK // node_count, rounds=2
        )
        measured = f"{max(errors(fast, fine, nodes[:reference_count])):.4f}"
    return (
        f"| {name} | {links.edge_count:,} | {prepared_s:.2f} | {np.median(times_ms):.1f} | "
        f"{np.quantile(times_ms, 0.95):.1f} | {size_mb:.1f} | {peak_mb:.0f} | {measured} | "
        f"{np.median(bounds):.3f} |"
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=float, nargs="+", default=[1e4, 1e5, 1e6, 1e7])
    parser.add_argument("--sources", type=int, default=50)
    parser.add_argument("--references", type=int, default=5)
    asked = parser.parse_args()
    few = Links.of(*even(50, 200, np.random.default_rng(0)), 50)
    SimRank.prepare(few).source(1)
    print("| graph | edges | prepare CPU s | p50 ms | p95 ms | arrays MB | peak MB |", end="")
    print(" measured error | stated bound |\n|" + "---|" * 9)
    for edges in asked.edges:
        for name, draw in (("even", even), ("power law", power_law)):
            references = asked.references if edges <= 1e6 else 0
            print(row(name, draw, int(edges), asked.sources, references), flush=True)


if __name__ == "__main__":
    main()
