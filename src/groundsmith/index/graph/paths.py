"""Why a document: short ways through the graph from a query's entities to it.

Breadth is bounded at every step and edges may be walked either way. Hubs are walked last, because
a way through a node that everything is tied to explains nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from groundsmith.index.graph.graph import Edge, Graph
from groundsmith.index.graph.links import Links
from groundsmith.records import Span

MOST_STEPS = 4
BREADTH = 256


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
        ahead = self._towards(document)
        found = [path for entity in dict.fromkeys(entities) if (path := self._path(entity, ahead))]
        return sorted(found, key=lambda path: (len(path.nodes), path.nodes))

    def _towards(self, document: int) -> dict[int, int]:
        """For each node near a document, the next on its way there; the document's is itself."""
        ahead = {document: document}
        front = [document]
        for _ in range(MOST_STEPS):
            front = sorted(front, key=lambda node: int(self._degrees[node]))[:BREADTH]
            fresh: list[int] = []
            for node in front:
                for other in self._near(node):
                    if other not in ahead:
                        ahead[other] = node
                        fresh.append(other)
            front = fresh
        return ahead

    def _near(self, node: int) -> list[int]:
        first, last = self._links.out_offsets[node : node + 2]
        near = self._links.out[first : min(last, first + BREADTH)]
        return list(near.tolist())

    def _path(self, entity: int, ahead: dict[int, int]) -> Path | None:
        if entity not in ahead or ahead[entity] == entity:
            return None
        nodes = [entity]
        while ahead[nodes[-1]] != nodes[-1]:
            nodes.append(ahead[nodes[-1]])
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
