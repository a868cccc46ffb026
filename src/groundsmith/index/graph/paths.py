"""Why a document: short ways through the graph from a query's entities to it.

At most 20,000 edges are looked at in a step, and they may be walked either way. Hubs are walked
last, because a way through a node that everything is tied to explains nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.graph import Edge, Graph
from groundsmith.index.graph.links import Links, reached
from groundsmith.records import Span

MOST_STEPS = 4
MOST_EDGES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A way from an entity to a document.

    Attributes:
        nodes: From the entity to the document.
        edges: One for each step, as it stands in the graph: it may point back.
        spans: For each step, where its document mentions its entity; empty for other edges.
    """

    nodes: tuple[int, ...]
    edges: tuple[Edge, ...]
    spans: tuple[tuple[Span, ...], ...]


class Paths:
    """Finds ways in one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._links: Links = graph.links()
        self._degrees = self._links.out_degrees()

    def find(self, entities: Iterable[int], document: int) -> list[Path]:
        """A shortest way from each entity that has one of at most four steps, shortest first."""
        asked = np.array(list(dict.fromkeys(entities)), dtype=np.int64)
        ahead = self._towards(document, asked)
        found = [path for entity in asked.tolist() if (path := self._path(entity, ahead))]
        return sorted(found, key=lambda path: (len(path.nodes), path.nodes))

    def _towards(self, document: int, asked: NDArray[np.int64]) -> NDArray[np.int64]:
        """For each node the next on its way to a document, -1 where there is none."""
        ahead = np.full(self._graph.node_count, -1)
        ahead[document] = document
        front = np.array([document])
        for _ in range(MOST_STEPS):
            front = front[np.argsort(self._degrees[front], kind="stable")]
            front = front[: np.searchsorted(np.cumsum(self._degrees[front]), MOST_EDGES) + 1]
            places, whose = reached(self._links.out_offsets, front)
            heads, tails = self._links.out[places[:MOST_EDGES]], front[whose[:MOST_EDGES]]
            fresh = ahead[heads] < 0
            ahead[heads[fresh][::-1]] = tails[fresh][::-1]
            front = np.unique(heads[fresh])
            if not front.size or (ahead[asked] >= 0).all():
                break
        return ahead

    def _path(self, entity: int, ahead: NDArray[np.int64]) -> Path | None:
        if ahead[entity] in (-1, entity):
            return None
        nodes = [entity]
        while ahead[nodes[-1]] != nodes[-1]:
            nodes.append(int(ahead[nodes[-1]]))
        edges = [self._edge(one, other) for one, other in pairwise(nodes)]
        spans = [tuple(self._graph.spans(edge.source, edge.target)) for edge in edges]
        return Path(nodes=tuple(nodes), edges=tuple(edges), spans=tuple(spans))

    def _edge(self, one: int, other: int) -> Edge:
        """The first edge between two nodes, whichever way it points."""
        for source, target in ((one, other), (other, one)):
            first, last = self._graph.offsets[source : source + 2]
            at = first + int(np.searchsorted(self._graph.targets[first:last], target))
            if at < last and self._graph.targets[at] == target:
                return self._graph.edge(source, int(at))
        raise LookupError(f"no edge between nodes {one} and {other}")
