"""Who points to whom, as two compressed lists: what every measure on a graph walks along.

Parallel edges count once: a neighbour is a member of a set (Jeh and Widom 2002). A node may
point to itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

NODE = np.int32
"""Node numbers; 2^31 nodes do not fit into the memory of a machine this is meant for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Neighbours of every node, those of node `v` at `[offsets[v], offsets[v + 1])`.

    Attributes:
        into: Nodes that point to it, ascending.
        out: Nodes it points to, ascending.
    """

    into_offsets: NDArray[np.int64]
    into: NDArray[np.int32]
    out_offsets: NDArray[np.int64]
    out: NDArray[np.int32]

    @classmethod
    def of(
        cls,
        sources: NDArray[np.integer],
        targets: NDArray[np.integer],
        node_count: int,
        *,
        both_ways: bool = False,
    ) -> Self:
        """Links of an edge list; `both_ways` adds each edge's reverse.

        Raises:
            ValueError: A node number outside `[0, node_count)`.
        """
        tails, heads = sources.astype(np.int64), targets.astype(np.int64)
        for ends in (tails, heads):
            if ends.size and (ends.min() < 0 or ends.max() >= node_count):
                raise ValueError(f"an edge ends outside the {node_count} nodes")
        if both_ways:
            tails, heads = np.concatenate([tails, heads]), np.concatenate([heads, tails])
        keys = distinct(tails * node_count + heads)
        tails, heads = np.divmod(keys, max(node_count, 1))
        turned = np.argsort(heads, kind="stable")
        return cls(
            into_offsets=_offsets(heads, node_count),
            into=tails[turned].astype(NODE),
            out_offsets=_offsets(tails, node_count),
            out=heads.astype(NODE),
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The four arrays by name."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From what `arrays` gave, mapped files included."""
        return cls(**{name: np.asarray(arrays[name]) for name in cls.__slots__})

    @property
    def node_count(self) -> int:
        """How many nodes."""
        return len(self.out_offsets) - 1

    @property
    def edge_count(self) -> int:
        """How many pairs (from, to)."""
        return len(self.out)

    def in_degrees(self) -> NDArray[np.int64]:
        """How many nodes point to each."""
        return np.diff(self.into_offsets)

    def out_degrees(self) -> NDArray[np.int64]:
        """How many nodes each points to."""
        return np.diff(self.out_offsets)

    def tails(self) -> NDArray[np.int64]:
        """The node that each entry of `out` belongs to."""
        return np.repeat(np.arange(self.node_count), self.out_degrees())


def reached(
    offsets: NDArray[np.int64], nodes: NDArray[np.integer]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the neighbours of some nodes stand in a list, and whose each of them is.

    The second array numbers the nodes by their place in `nodes`.
    """
    counts = offsets[nodes + 1] - offsets[nodes]
    whose = np.repeat(np.arange(len(nodes)), counts)
    first = np.repeat(offsets[nodes] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return first + np.arange(len(whose)), whose


def summed(
    places: NDArray[np.integer], amounts: NDArray[np.floating], place_count: int
) -> NDArray[np.float64]:
    """Sums of the amounts that belong to each place."""
    return np.bincount(places, amounts, place_count).astype(np.float64, copy=False)


def distinct(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each number once, ascending."""
    ordered = np.sort(keys)
    fresh = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]


def _offsets(ends: NDArray[np.int64], node_count: int) -> NDArray[np.int64]:
    counts = np.bincount(ends, minlength=node_count)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
