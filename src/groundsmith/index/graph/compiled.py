"""The pushes of SimRank as loops, compiled by numba: the fast way, of the `graph` extra.

They are plain Python and give the same outcome uncompiled.
"""

import math

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.compiler import compiled
from groundsmith.index.graph.pushing import ENTRY_NORM

_BUCKETS = 64
_FIRST_ROOM = 256


def _spread(  # noqa: C901 - compiled: a call per edge would cost more than the edge
    offsets: NDArray[np.int64],
    into: NDArray[np.int32],
    tau: NDArray[np.float64],
    source: int,
    root: float,
    stop_at: NDArray[np.float64],
    shed: NDArray[np.float64],
    work_limit: int,
    mass_at: NDArray[np.float64],
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """See `pushing.Spread`; `mass_at` is all zero, before and after."""
    nodes = np.empty(_FIRST_ROOM, np.int32)
    masses = np.empty(_FIRST_ROOM, np.float64)
    starts = np.zeros(len(stop_at) + 1, np.int64)
    lost = np.zeros(len(stop_at), np.float64)
    sums = np.empty(_BUCKETS, np.float64)
    nodes[0] = source
    masses[0] = 1.0
    first, end, work, level = 0, 1, 0, 0
    while True:
        starts[level + 1] = end
        total, ahead, square = 0.0, 0, 0.0
        for at in range(first, end):
            degree = offsets[nodes[at] + 1] - offsets[nodes[at]]
            if degree > 0:
                square += masses[at] * masses[at] * tau[nodes[at]]
                total += masses[at]
                ahead += degree
        missing = min(math.sqrt(square), root * total * ENTRY_NORM)
        if missing <= stop_at[level] or level == len(stop_at) - 1 or work + ahead > work_limit:
            lost[level] = missing
            break
        work += ahead
        sums[:] = 0.0
        for at in range(first, end):
            if offsets[nodes[at] + 1] > offsets[nodes[at]]:
                weight = masses[at] * masses[at] * tau[nodes[at]]
                sums[min(_BUCKETS - 1, max(0, _BUCKETS - 8 + math.frexp(weight)[1]))] += weight
        cut, shed_square = 0, 0.0
        while shed_square + sums[cut] <= shed[level] * shed[level]:
            shed_square += sums[cut]
            cut += 1
        lost[level] = math.sqrt(shed_square)
        last = end
        for at in range(first, last):
            node = nodes[at]
            degree = offsets[node + 1] - offsets[node]
            if degree == 0:
                continue
            weight = masses[at] * masses[at] * tau[node]
            if min(_BUCKETS - 1, max(0, _BUCKETS - 8 + math.frexp(weight)[1])) < cut:
                continue
            share = root * masses[at] / degree
            if end + degree > len(nodes):
                room = max(2 * len(nodes), end + degree)
                wider = np.empty(room, np.int32)
                wider[:end] = nodes[:end]
                nodes = wider
                heavier = np.empty(room, np.float64)
                heavier[:end] = masses[:end]
                masses = heavier
            for edge in range(offsets[node], offsets[node + 1]):
                other = into[edge]
                if mass_at[other] == 0.0:
                    nodes[end] = other
                    end += 1
                mass_at[other] += share
        for at in range(last, end):
            masses[at] = mass_at[nodes[at]]
            mass_at[nodes[at]] = 0.0
        first = last
        level += 1
        if first == end:
            starts[level + 1] = end
            break
    return nodes[:end], masses[:end], starts[: level + 2], lost[: level + 1]


def _gather(
    offsets: NDArray[np.int64],
    out: NDArray[np.int32],
    shares: NDArray[np.float64],
    diagonal: NDArray[np.float64],
    nodes: NDArray[np.int32],
    masses: NDArray[np.float64],
    starts: NDArray[np.int64],
    floors: NDArray[np.float64],
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]:
    """See `pushing.gather`."""
    node_count = len(diagonal)
    here, there = np.zeros(node_count), np.zeros(node_count)
    touched = np.empty(node_count, np.int32)
    touching = np.empty(node_count, np.int32)
    lost = np.zeros(len(starts) - 1)
    count = 0
    for level in range(len(starts) - 2, -1, -1):
        for at in range(starts[level], starts[level + 1]):
            node = nodes[at]
            if here[node] == 0.0:
                touched[count] = node
                count += 1
            here[node] += masses[at] * diagonal[node]
        if level == 0:
            break
        reach = 0
        for at in range(count):
            node = touched[at]
            value = here[node]
            here[node] = 0.0
            if value < floors[level]:
                lost[level] = max(lost[level], value)
                continue
            for edge in range(offsets[node], offsets[node + 1]):
                other = out[edge]
                if there[other] == 0.0:
                    touching[reach] = other
                    reach += 1
                there[other] += value * shares[other]
        here, there = there, here
        touched, touching = touching, touched
        count = reach
    found = touched[:count].copy()
    return found, here[found], lost


def _settle(
    offsets: NDArray[np.int64],
    into: NDArray[np.int32],
    tau: NDArray[np.float64],
    company: NDArray[np.float64],
    diagonal: NDArray[np.float64],
    least: float,
    most: NDArray[np.float64],
    root: float,
    stop_at: NDArray[np.float64],
    shed: NDArray[np.float64],
    work_limit: int,
    update: bool,
) -> tuple[float, float]:
    """See `pushing.settle`."""
    mass_at = np.zeros(len(diagonal))
    worst, drift = 0.0, 0.0
    for node in range(len(diagonal)):
        nodes, masses, starts, lost = spread_compiled(
            offsets, into, tau, node, root, stop_at, shed, work_limit, mass_at
        )
        ahead, cross, norm = 0.0, 0.0, 0.0
        for level in range(len(lost) - 1, -1, -1):
            cross += lost[level] * math.sqrt(ahead)
            norm += lost[level]
            if level + 1 < len(starts):
                for at in range(starts[level], starts[level + 1]):
                    ahead += masses[at] * masses[at] * diagonal[nodes[at]]
        missing = 2.0 * cross + norm * norm
        total, near, own = 0.0, 0.0, 0.0
        if lost[-1] > 0.0:
            for at in range(starts[-2], starts[-1]):
                at_node = nodes[at]
                total += masses[at]
                near += masses[at] * company[at_node]
                if offsets[at_node + 1] > offsets[at_node]:
                    own += masses[at] * masses[at] * (1.0 - diagonal[at_node])
        guess = min(missing, own + total * near)
        middle = ahead + guess
        worst = max(worst, abs(middle - 1.0) + max(guess, missing - guess))
        drift = max(drift, abs(middle - 1.0))
        if update:
            diagonal[node] = min(most[node], max(least, diagonal[node] / middle))
    return worst, drift


spread_compiled = compiled(_spread)
gather_compiled = compiled(_gather)
settle_compiled = compiled(_settle)
