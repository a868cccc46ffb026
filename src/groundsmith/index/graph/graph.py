"""The graph itself: nodes with a kind and a name, edges with a reason and a weight, mentions.

All of it is a handful of arrays, names included, so it is stored and mapped like every other part
of an index. Nodes keep the order in which they came.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.columns import Columns
from groundsmith.index.graph.entity import Kind
from groundsmith.index.graph.links import Links
from groundsmith.index.graph.ragged import packed, unpacked
from groundsmith.records import Span

_KINDS = tuple(Kind)


class Edge(NamedTuple):
    """From node to node; `relation` is a `Relation` or a word of the user's."""

    source: int
    target: int
    relation: str
    weight: float


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Arrays of a graph.

    Attributes:
        names: UTF-8 of all names, one after the other; node `v` has `name_ends[v]` as its end.
        kinds: Place of each node's kind in `Kind`.
        offsets: Edges of node `v` are `[offsets[v], offsets[v + 1])` of the three after it.
        reasons: Place of each edge's relation in `words`, which is split as `names` is.
        mention_offsets: As `offsets`, for the entity and the span of each mention by a document.
    """

    names: NDArray[np.uint8]
    name_ends: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    targets: NDArray[np.int32]
    reasons: NDArray[np.uint16]
    weights: NDArray[np.float32]
    words: NDArray[np.uint8]
    word_ends: NDArray[np.int64]
    mention_offsets: NDArray[np.int64]
    mentioned: NDArray[np.int32]
    mention_spans: NDArray[np.int32]

    @classmethod
    def of(
        cls,
        nodes: Sequence[tuple[Kind, str]],
        edges: Sequence[Edge],
        mentions: Sequence[tuple[int, int, Span]] = (),
    ) -> Self:
        """A graph of nodes, edges between their numbers, and (document, entity, span)."""
        rows = Columns()
        for edge in edges:
            rows.link(edge.source, edge.target, edge.relation, edge.weight)
        for document, entity, span in mentions:
            rows.mention(document, entity, span)
        return cls.of_columns(nodes, rows)

    @classmethod
    def of_columns(cls, nodes: Collection[tuple[Kind, str]], rows: Columns) -> Self:
        """A graph of nodes, in their order, and of what was gathered between their numbers."""
        kinds = {kind: place for place, kind in enumerate(Kind)}
        names, name_ends = packed([name for _, name in nodes])
        words, word_ends = packed(list(rows.words))
        sources, targets, reasons, weights = rows.edges()
        documents, entities, spans = rows.mentions()
        return cls(
            names=names,
            name_ends=name_ends,
            kinds=np.fromiter((kinds[kind] for kind, _ in nodes), np.uint8, len(nodes)),
            offsets=_offsets(sources, len(nodes)),
            targets=targets,
            reasons=reasons,
            weights=weights,
            words=words,
            word_ends=word_ends,
            mention_offsets=_offsets(documents, len(nodes)),
            mentioned=entities,
            mention_spans=spans,
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What is stored; `from_arrays` gives it back."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From what `arrays` gave, mapped files included."""
        return cls(**{field.name: np.asarray(arrays[field.name]) for field in fields(cls)})

    @property
    def node_count(self) -> int:
        """How many nodes."""
        return len(self.kinds)

    def name(self, node: int) -> str:
        """A node's name; for a document, its id."""
        return unpacked(self.names, self.name_ends, node)

    def kind(self, node: int) -> Kind:
        """What a node is."""
        return _KINDS[int(self.kinds[node])]

    @cached_property
    def _numbers(self) -> dict[tuple[Kind, str], int]:
        return {(self.kind(v), self.name(v)): v for v in range(self.node_count)}

    def number(self, kind: Kind, name: str) -> int | None:
        """The node of that kind and name."""
        return self._numbers.get((kind, name))

    def documents(self) -> NDArray[np.int64]:
        """The nodes that are documents."""
        return np.flatnonzero(self.kinds == _KINDS.index(Kind.DOCUMENT))

    def edges(self, node: int) -> Iterator[Edge]:
        """The edges that leave a node."""
        for at in range(self.offsets[node], self.offsets[node + 1]):
            yield self.edge(node, at)

    def edge(self, node: int, at: int) -> Edge:
        """The edge of a node that stands at a place of the arrays."""
        word = unpacked(self.words, self.word_ends, int(self.reasons[at]))
        return Edge(node, int(self.targets[at]), word, float(self.weights[at]))

    def spans(self, document: int, entity: int) -> list[Span]:
        """Where a document mentions an entity, in order."""
        first, last = self.mention_offsets[document], self.mention_offsets[document + 1]
        found = np.flatnonzero(self.mentioned[first:last] == entity) + first
        rows = self.mention_spans[found].tolist()
        return [Span(start=start, stop=stop) for start, stop in rows]

    def mention_counts(self, document: int) -> dict[int, int]:
        """How often a document mentions each of its entities."""
        first, last = self.mention_offsets[document], self.mention_offsets[document + 1]
        entities, counts = np.unique(self.mentioned[first:last], return_counts=True)
        return dict(zip(entities.tolist(), counts.tolist(), strict=True))

    def links(self, *, both_ways: bool = True) -> Links:
        """Who points to whom, whatever the reason.

        Documents are pointed to by nothing but citations; taken both ways, they are alike where
        what they speak of is.
        """
        tails = np.repeat(np.arange(self.node_count), np.diff(self.offsets))
        return Links.of(tails, self.targets, self.node_count, both_ways=both_ways)


def _offsets(owners: NDArray[np.integer], node_count: int) -> NDArray[np.int64]:
    counts = np.bincount(owners, minlength=node_count)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
