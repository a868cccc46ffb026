"""Makes a graph of documents: what they mention, what their catalogue says, whom they are like.

A document that nearly repeats an earlier one is no node of its own: what is said of it is said of
the earlier, and `collapsed` names the pair. Relations within a group (same cluster, shared
keyword) are a chain through it, not all its pairs, so that a large group costs what it holds.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.columns import Columns
from groundsmith.index.graph.entity import Entity, Kind, Relation
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.near import NearDocuments
from groundsmith.index.graph.rules import mentions

SIMILAR_FROM = 0.6
_MOST_SIMILAR = 20
_BLOCK = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A document with what its catalogue says of it."""

    id: str
    text: str
    types: Sequence[str] = ()
    domains: Sequence[str] = ()
    periods: Sequence[str] = ()
    places: Sequence[str] = ()
    keywords: Sequence[str] = ()
    cluster: str | None = None
    cites: Sequence[str] = ()
    """Ids of documents; those that are not among the documents are left out."""


@dataclass(slots=True)
class GraphBuilder:
    """Takes documents and edges, gives a graph.

    Attributes:
        collapsed: Id of each document that was left out, with the one it nearly repeats.
    """

    gazetteer: Gazetteer
    near: NearDocuments | None = field(default_factory=NearDocuments)
    collapsed: dict[str, str] = field(default_factory=dict)
    _nodes: dict[tuple[Kind, str], int] = field(default_factory=dict)
    _rows: Columns = field(default_factory=Columns)
    _ids: list[str] = field(default_factory=list)
    _cites: list[tuple[str, str]] = field(default_factory=list)
    _groups: dict[tuple[Relation, str], int] = field(default_factory=dict)

    def add(self, document: Described) -> None:
        """Adds a document, or only its citations where it nearly repeats another."""
        self._ids.append(document.id)
        self._cites.extend((document.id, cited) for cited in document.cites)
        same = self.near.add(document.text) if self.near else None
        if same is not None:
            first = self._ids[same]
            self.collapsed[document.id] = self.collapsed.get(first, first)
            return
        node = self._node(Kind.DOCUMENT, document.id)
        found = mentions(document.text, self.gazetteer)
        for mention in found:
            self._rows.mention(node, self._entity(mention.entity), mention.span)
        for entity, count in Counter(mention.entity for mention in found).items():
            self._rows.link(node, self._entity(entity), Relation.MENTIONS, float(count))
        self._describe(node, document)

    def _describe(self, node: int, document: Described) -> None:
        said = (
            (document.types, Kind.TYPE, Relation.HAS_TYPE),
            (document.domains, Kind.DOMAIN, Relation.BELONGS_TO_DOMAIN),
            (document.periods, Kind.PERIOD, Relation.FROM_PERIOD),
            (document.places, Kind.PLACE, Relation.LOCATED_IN),
        )
        for names, kind, relation in said:
            for name in names:
                self._rows.link(node, self._node(kind, name), relation, 1.0)
        for keyword in document.keywords:
            self._chain(node, Relation.SHARES_KEYWORDS, keyword.casefold())
        if document.cluster is not None:
            self._chain(node, Relation.SAME_CLUSTER, document.cluster)

    def relate(self, source: Entity, target: Entity, relation: str, weight: float = 1.0) -> None:
        """Adds an edge of the user's; documents are entities of kind `document`.

        Raises:
            ValueError: A weight that is not a positive number.
        """
        if not 0 < weight < float("inf"):
            raise ValueError(f"an edge's weight is a positive number, not {weight}")
        self._rows.link(self._entity(source), self._entity(target), relation, weight)

    def liken(self, ids: Sequence[str], vectors: NDArray[np.floating]) -> None:
        """Adds `similar_to` where the cosine of two documents' vectors is 0.6 or more.

        Each document keeps its 20 nearest, at most.
        """
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit = vectors / np.where(lengths > 0, lengths, 1.0)
        nodes = [self._nodes.get((Kind.DOCUMENT, each)) for each in ids]
        for first in range(0, len(unit), _BLOCK):
            block = unit[first : first + _BLOCK] @ unit.T
            for row, cosines in enumerate(block, first):
                source = nodes[row]
                cosines[row] = -1.0
                close = np.flatnonzero(cosines >= SIMILAR_FROM)
                close = close[np.argsort(-cosines[close], kind="stable")][:_MOST_SIMILAR]
                for at in close.tolist():
                    target = nodes[at]
                    if source is not None and target is not None:
                        self._rows.link(source, target, Relation.SIMILAR_TO, float(cosines[at]))

    def build(self) -> Graph:
        """The graph of all that was added."""
        for source, target in self._cites:
            ends = [
                self._nodes.get((Kind.DOCUMENT, self.collapsed.get(each, each)))
                for each in (source, target)
            ]
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                self._rows.link(ends[0], ends[1], Relation.CITES, 1.0)
        return Graph.of_columns(self._nodes, self._rows)

    def _entity(self, entity: Entity) -> int:
        name = entity.name
        if entity.kind is Kind.DOCUMENT:
            name = self.collapsed.get(name, name)
        return self._node(entity.kind, name)

    def _node(self, kind: Kind, name: str) -> int:
        return self._nodes.setdefault((kind, name), len(self._nodes))

    def _chain(self, node: int, relation: Relation, group: str) -> None:
        before = self._groups.get((relation, group))
        self._groups[relation, group] = node
        if before is not None and before != node:
            self._rows.link(before, node, relation, 1.0)
