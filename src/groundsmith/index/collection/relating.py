"""The graph of a collection, and what is computed on it once, as one part of the index.

A document that nearly repeats another has the other's node: the graph says of it what it says of
the other, and the lexical index keeps both apart.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.collection.facets import STYLES, described, values
from groundsmith.index.collection.given import GivenEdge, GivenName
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.lexical.document import IndexedDocument

IN_STYLE = "in_style"
MOST_LIKENED = 20_000
"""Documents up to which every pair of vectors is compared."""


def related(
    documents: Iterable[tuple[int, IndexedDocument]],
    slot_count: int,
    edges: Iterable[GivenEdge],
    names: Iterable[GivenName],
    vectors: NDArray[np.float32] | None,
) -> tuple[dict[str, NDArray[Any]], int]:
    """The arrays of the graph's part, and how many edges had an end that there is not.

    Args:
        documents: Each with its number, below `slot_count`.
        vectors: Rows by number.
    """
    known = ((each.name, Entity(Kind(each.kind), each.entity)) for each in names)
    builder = GraphBuilder(Gazetteer(known))
    ids: list[str] = []
    numbers: list[int] = []
    for number, document in documents:
        builder.add(described(document))
        for style in values(document.metadata, STYLES):
            builder.relate(Entity(Kind.DOCUMENT, document.id), Entity(Kind.STYLE, style), IN_STYLE)
        ids.append(document.id)
        numbers.append(number)
    if vectors is not None and 1 < len(ids) <= MOST_LIKENED:
        builder.liken(ids, vectors[numbers])
    loose_count = _relate(builder, edges, frozenset(ids))
    graph = builder.build()
    nodes = np.full(slot_count, -1, dtype=np.int32)
    for number, identity in zip(numbers, ids, strict=True):
        first = builder.collapsed.get(identity, identity)
        node = graph.number(Kind.DOCUMENT, first)
        nodes[number] = -1 if node is None else node
    return {**graph_arrays(graph), "nodes": nodes}, loose_count


def graph_arrays(graph: Graph) -> dict[str, NDArray[Any]]:
    """A graph with its SimRank and its Horn index."""
    horn = Horn.of(graph)
    parts: Mapping[str, Mapping[str, NDArray[Any]]] = {
        "graph": graph.arrays(),
        "simrank": SimRank.prepare(graph.links()).arrays(),
        "horn": {"index": horn.index, "document_counts": horn.document_counts},
    }
    return {f"{of}.{key}": array for of, arrays in parts.items() for key, array in arrays.items()}


def _relate(builder: GraphBuilder, edges: Iterable[GivenEdge], ids: frozenset[str]) -> int:
    """Adds edges that people gave; how many have an end that is neither document nor entity."""
    loose_count = 0
    for edge in edges:
        source, target = _end(edge.source, ids), _end(edge.target, ids)
        if source is None or target is None:
            loose_count += 1
        else:
            builder.relate(source, target, edge.relation, edge.weight)
    return loose_count


def _end(written: str, ids: frozenset[str]) -> Entity | None:
    """A document by its id, or an entity as `kind:name`."""
    if written in ids:
        return Entity(Kind.DOCUMENT, written)
    kind, colon, name = written.partition(":")
    if colon and kind in set(Kind) - {Kind.DOCUMENT} and name.strip():
        return Entity(Kind(kind), name.strip())
    return None
