"""The pushes of SimRank a level at a time with numpy: the way without the `graph` extra.

Forward, mass walks from the source against the edges and fades by √C a step; backward, what it met
comes home along the edges. Both leave out small amounts and say how much that may have been.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.links import Links, reached, summed

ENTRY_NORM = math.sqrt(5.0)
"""Root of the most any entry of a series Σ C^l (Pᵀ)^l D P^l can be, for D ≤ 1 and C ≤ 0.8."""


class Spread(NamedTuple):
    """Masses that reached nodes, level after level.

    Attributes:
        starts: Level `l` is `[starts[l], starts[l + 1])` of the two arrays before.
        lost: Per level, the norm that what was not pushed from it can have.
    """

    nodes: NDArray[np.int32]
    masses: NDArray[np.float64]
    starts: NDArray[np.int64]
    lost: NDArray[np.float64]


class Limits(NamedTuple):
    """When spreading ends: each is one number a level, and `work` counts edges.

    Attributes:
        stop_at: End where all that is left has at most this norm.
        shed: Up to this norm, the lightest nodes are not pushed.
    """

    stop_at: NDArray[np.float64]
    shed: NDArray[np.float64]
    work: int


def spread(
    links: Links, tau: NDArray[np.float64], source: int, root: float, limits: Limits
) -> Spread:
    """What walks from `source` reach.

    The norm of masses ρ that go on from their nodes is at most √Σ τ ρ² (Schur's test with weight
    1), and at most their sum times the norm of one node's walk.

    Args:
        tau: Row sums of C Pᵀ S P, or more.
        root: √C.
    """
    degrees = links.in_degrees()
    nodes, masses = np.array([source], dtype=np.int32), np.ones(1)
    levels, lost, work = [(nodes, masses)], [], 0
    for level in range(len(limits.stop_at)):
        going = degrees[nodes] > 0
        nodes, masses = nodes[going], masses[going]
        squares = masses * masses * tau[nodes]
        missing = min(math.sqrt(squares.sum()), root * float(masses.sum()) * ENTRY_NORM)
        ahead = int(degrees[nodes].sum())
        last = level == len(limits.stop_at) - 1
        if missing <= limits.stop_at[level] or last or work + ahead > limits.work:
            lost.append(missing)
            break
        work += ahead
        lightest = np.argsort(squares, kind="stable")
        sums = np.cumsum(squares[lightest])
        cut = int(np.searchsorted(sums, limits.shed[level] ** 2, side="right"))
        lost.append(math.sqrt(sums[cut - 1]) if cut else 0.0)
        kept = np.sort(lightest[cut:])
        nodes, masses = _onwards(links, nodes[kept], root * masses[kept] / degrees[nodes[kept]])
        levels.append((nodes, masses))
    return Spread(
        np.concatenate([nodes for nodes, _ in levels]),
        np.concatenate([masses for _, masses in levels]),
        np.cumsum([0] + [len(nodes) for nodes, _ in levels]),
        np.array(lost),
    )


def _onwards(
    links: Links, nodes: NDArray[np.int32], shares: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    places, whose = reached(links.into_offsets, nodes)
    found, numbered = np.unique(links.into[places], return_inverse=True)
    return found, summed(numbered, shares[whose], len(found))


def gather(
    links: Links,
    diagonal: NDArray[np.float64],
    met: Spread,
    shares: NDArray[np.float64],
    floors: NDArray[np.float64],
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]:
    """Nodes and their sums, and per level the most that was left out at a node.

    Args:
        floors: Per level, what is less at a node is left out.
    """
    sums = np.zeros(links.node_count)
    lost = np.zeros(len(met.starts) - 1)
    for level in range(len(met.starts) - 2, -1, -1):
        own = slice(met.starts[level], met.starts[level + 1])
        sums[met.nodes[own]] += met.masses[own] * diagonal[met.nodes[own]]
        if level == 0:
            break
        nodes = np.flatnonzero(sums)
        small = sums[nodes] < floors[level]
        lost[level] = sums[nodes[small]].max(initial=0.0)
        nodes = nodes[~small]
        places, whose = reached(links.out_offsets, nodes)
        others = links.out[places]
        values = sums[nodes][whose] * shares[others]
        sums = summed(others, values, links.node_count)
    nodes = np.flatnonzero(sums)
    return nodes.astype(np.int32), sums[nodes], lost


def unwalked(met: Spread, diagonal: NDArray[np.float64], company: NDArray[np.float64]) -> float:
    """What the norm squared of the masses that the last level keeps may be, were they any two's."""
    last = slice(met.starts[-2], met.starts[-1])
    nodes, masses = met.nodes[last], met.masses[last]
    if met.lost[-1] == 0:
        return 0.0
    own = masses * masses * (1 - diagonal[nodes])
    return float(own.sum() + masses.sum() * (masses * company[nodes]).sum())


def norm_squared(met: Spread, diagonal: NDArray[np.float64]) -> tuple[float, float]:
    """The least that a source's norm squared is by what it met, and how much may be missing."""
    energies = met.masses * met.masses * diagonal[met.nodes]
    ahead = cross = 0.0
    for level in range(len(met.lost) - 1, -1, -1):
        cross += met.lost[level] * math.sqrt(ahead)
        ahead += float(energies[met.starts[level] : met.starts[level + 1]].sum())
    return ahead, 2.0 * cross + float(met.lost.sum()) ** 2


def settle(
    links: Links,
    tau: NDArray[np.float64],
    company: NDArray[np.float64],
    diagonal: NDArray[np.float64],
    least: float,
    most: NDArray[np.float64],
    root: float,
    limits: Limits,
    update: bool,
) -> tuple[float, float]:
    """How far any node's norm squared may be from 1, and how far it seems to be.

    With `update`, each node's part of the diagonal is divided by its norm squared, in place and
    kept within `[least, most]`; what is said is then of the diagonal before the last changes.
    """
    worst = drift = 0.0
    for node in range(links.node_count):
        met = spread(links, tau, node, root, limits)
        found, missing = norm_squared(met, diagonal)
        guess = min(missing, unwalked(met, diagonal, company))
        middle = found + guess
        worst = max(worst, abs(middle - 1) + max(guess, missing - guess))
        drift = max(drift, abs(middle - 1))
        if update:
            diagonal[node] = min(most[node], max(least, diagonal[node] / middle))
    return worst, drift
