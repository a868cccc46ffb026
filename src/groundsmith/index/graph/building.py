"""Makes a graph of documents: what they mention, what their catalogue says, whom they are like.

A document that nearly repeats an earlier one is no node of its own: citations of it and by it are
the earlier one's, and `collapsed` names the pair. Relations within a group (same cluster, shared
keyword) are a chain through it, not all its pairs, so that a large group costs what it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph import ragged
from groundsmith.index.graph.columns import Columns
from groundsmith.index.graph.entity import Entity, Kind, Relation
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.near import TextsOf, repeated
from groundsmith.index.graph.readings import CLUSTER, KEYWORD, RELATIONS, SORTS, Described, Readings

SIMILAR_FROM = 0.6
_MOST_SIMILAR = 20
_BLOCK = 1024
_CHAINED = (KEYWORD, CLUSTER)
_NO_NODES = (*_CHAINED, Kind.DOCUMENT)
"""What a catalogue says that gives no node: groups, and documents, which are nodes already."""

Ints = NDArray[np.int64]


@dataclass(slots=True)
class GraphBuilder:
    """Takes what was read of documents, and edges; gives a graph.

    Args:
        ids: Of the documents.
        read: What was read of each.
        texts_of: Their texts by number, for those that may repeat another; None leaves none out.

    Attributes:
        collapsed: Id of each document that is left out, with the one it nearly repeats.
    """

    ids: Sequence[str]
    read: Readings
    texts_of: TextsOf | None = None
    collapsed: dict[str, str] = field(init=False)
    _first: Ints = field(init=False)
    _related: list[tuple[Entity, Entity, str, float]] = field(default_factory=list)
    _alike: list[tuple[int, int, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._first = np.arange(len(self.ids))
        if self.texts_of is not None:
            self._first = repeated(self.read.marks, self.texts_of)
        left_out = np.flatnonzero(self._first != np.arange(len(self.ids)))
        self.collapsed = {self.ids[at]: self.ids[self._first[at]] for at in left_out.tolist()}

    @classmethod
    def of(
        cls, documents: Sequence[Described], gazetteer: Gazetteer, *, collapse: bool = True
    ) -> Self:
        """With documents that are at hand."""

        def texts_of(numbers: Sequence[int]) -> Iterator[str]:
            return (documents[number].text for number in numbers)

        ids = [document.id for document in documents]
        return cls(ids, Readings.of(documents, gazetteer), texts_of if collapse else None)

    def relate(self, source: Entity, target: Entity, relation: str, weight: float = 1.0) -> None:
        """Adds an edge of the user's; documents are entities of kind `document`.

        Raises:
            ValueError: A weight that is not a positive number.
        """
        if not 0 < weight < float("inf"):
            raise ValueError(f"an edge's weight is a positive number, not {weight}")
        self._related.append((source, target, relation, weight))

    def liken(self, vectors: NDArray[np.floating]) -> None:
        """Adds `similar_to` where the cosine of two documents' vectors is 0.6 or more.

        Each document keeps its 20 nearest, at most.

        Args:
            vectors: A row a document.
        """
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit = vectors / np.where(lengths > 0, lengths, 1.0)
        for first in range(0, len(unit), _BLOCK):
            block = unit[first : first + _BLOCK] @ unit.T
            for row, cosines in enumerate(block, first):
                cosines[row] = -1.0
                close = np.flatnonzero(cosines >= SIMILAR_FROM)
                close = close[np.argsort(-cosines[close], kind="stable")][:_MOST_SIMILAR]
                self._alike.extend((row, at, float(cosines[at])) for at in close.tolist())

    def build(self) -> Graph:
        """The graph of all that was added."""
        linking = _Linking(self.ids, self.read, self._first)
        rows = Columns()
        linking.link(rows)
        for one, other, cosine in self._alike:
            if self._first[one] == one and self._first[other] == other:
                nodes = linking.node_of[[one, other]].tolist()
                rows.link(nodes[0], nodes[1], Relation.SIMILAR_TO, cosine)
        nodes = linking.nodes()
        if self._related:
            numbers = {node: number for number, node in enumerate(nodes)}
            for source, target, relation, weight in self._related:
                tail = numbers.setdefault(self._end(source), len(numbers))
                head = numbers.setdefault(self._end(target), len(numbers))
                rows.link(tail, head, relation, weight)
            nodes = list(numbers)
        return Graph.of_columns(nodes, rows)

    def _end(self, entity: Entity) -> tuple[Kind, str]:
        name = entity.name
        return entity.kind, self.collapsed.get(name, name) if entity.kind is Kind.DOCUMENT else name


class _Linking:
    """Nodes and edges of what was read, all documents at once.

    Until they have nodes, documents go by their number and names by theirs behind those.

    Args:
        first: By document, the one whose node is its own.
    """

    def __init__(self, ids: Sequence[str], read: Readings, first: Ints) -> None:
        self._ids, self._first = ids, first
        self._names = read.named()
        number_of = {identity: number for number, identity in enumerate(ids)}
        self._key_of = np.arange(len(ids), len(ids) + len(self._names))
        for at in np.flatnonzero(read.sorts == SORTS.index(Kind.DOCUMENT)).tolist():
            number = number_of.get(self._names[at][1])
            if number is not None:
                self._key_of[at] = first[number]
        is_node = first == np.arange(len(ids))
        tellers, sayers = ragged.owners(read.mention_ends), ragged.owners(read.said_ends)
        told, said = is_node[tellers], is_node[sayers]
        self._tellers, self._told = tellers[told], self._key_of[read.mentioned[told]]
        self._spans = read.mention_spans[told]
        self._sayers, self._said = sayers[said], read.said[said]
        self._sorts = read.sorts[self._said]
        citing = read.sorts[read.said] == SORTS.index(Kind.DOCUMENT)
        self._citing, self._cited = first[sayers[citing]], self._key_of[read.said[citing]]
        self._keys = self._numbered(np.flatnonzero(is_node))
        self.node_of = np.full(len(ids) + len(self._names), -1)
        self.node_of[self._keys] = np.arange(len(self._keys))

    def nodes(self) -> list[tuple[Any, str]]:
        """Kind and name of each node, in order."""
        count = len(self._ids)
        return [
            (Kind.DOCUMENT, self._ids[key]) if key < count else self._names[key - count]
            for key in self._keys.tolist()
        ]

    def link(self, rows: Columns) -> None:
        """Adds every edge and mention."""
        node = self.node_of
        rows.mention_all(node[self._tellers], node[self._told], self._spans)
        count = max(len(self._keys), 1)
        pairs, counts = np.unique(
            node[self._tellers] * count + node[self._told], return_counts=True
        )
        rows.link_all(pairs // count, pairs % count, Relation.MENTIONS, counts)
        for place, sort in enumerate(SORTS):
            those = self._sorts == place
            sayers, said = self._sayers[those], self._said[those]
            if sort in _CHAINED:
                ends = _chained(sayers, said)
                rows.link_all(node[ends[0]], node[ends[1]], RELATIONS[sort])
            elif sort in RELATIONS and sort not in _NO_NODES:
                rows.link_all(node[sayers], node[self._key_of[said]], RELATIONS[sort])
        known = (self._cited < len(self._ids)) & (self._citing != self._cited)
        rows.link_all(node[self._citing[known]], node[self._cited[known]], Relation.CITES)

    def _numbered(self, documents: Ints) -> Ints:
        """Who is a node, in order of first occurrence: a document, what it mentions, what it is."""
        groups = [SORTS.index(sort) for sort in _NO_NODES]
        is_node = ~np.isin(self._sorts, groups)
        owners = np.concatenate([documents, self._tellers, self._sayers[is_node]])
        said = self._key_of[self._said[is_node]]
        keys = np.concatenate([documents, self._told, said])[np.argsort(owners, kind="stable")]
        distinct, first = np.unique(keys, return_index=True)
        return np.asarray(distinct[np.argsort(first)])


def _chained(documents: Ints, groups: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Each document of a group with the next of the same group."""
    order = np.argsort(groups, kind="stable")
    documents, groups = documents[order], groups[order]
    follows = (groups[1:] == groups[:-1]) & (documents[1:] != documents[:-1])
    return documents[:-1][follows], documents[1:][follows]
