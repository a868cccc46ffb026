"""The graph of a collection, and what is computed on it once, as one part of the index.

A document that nearly repeats another has the other's node: the graph says of it what it says of
the other, and the lexical index keeps both apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.collection.given import GivenEdge
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.readings import Readings
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.lexical.prepared import Prepared

MOST_LIKENED = 20_000
"""Documents up to which every pair of vectors is compared."""


def related(
    prepared: Prepared,
    read: Readings,
    edges: Iterable[GivenEdge],
    vectors: NDArray[np.float32] | None,
) -> tuple[dict[str, NDArray[Any]], int]:
    """The arrays of the graph's part, and how many edges had an end that there is not.

    Args:
        read: What was read of the documents.
        vectors: Rows by number.
    """
    numbers = np.flatnonzero(prepared.living)

    def texts_of(rows: Sequence[int]) -> Iterator[str]:
        wanted = np.zeros(prepared.slot_count, dtype=np.bool_)
        wanted[numbers[rows]] = True
        return (document.text for _, document in prepared.documents(wanted))

    builder = GraphBuilder(prepared.ids, read, texts_of)
    if vectors is not None and 1 < len(numbers) <= MOST_LIKENED:
        builder.liken(vectors[numbers])
    loose_count = _relate(builder, edges, frozenset(prepared.ids))
    graph = builder.build()
    nodes = np.full(prepared.slot_count, -1, dtype=np.int32)
    for number, identity in zip(numbers.tolist(), prepared.ids, strict=True):
        first = builder.collapsed.get(identity, identity)
        node = graph.number(Kind.DOCUMENT, first)
        nodes[number] = -1 if node is None else node
    return {**graph_arrays(graph), "nodes": nodes}, loose_count


def graph_arrays(graph: Graph) -> dict[str, NDArray[Any]]:
    """A graph with its SimRank and its Horn index."""
    links = graph.links()
    horn = Horn.of(graph, links)
    parts: Mapping[str, Mapping[str, NDArray[Any]]] = {
        "graph": graph.arrays(),
        "simrank": SimRank.prepare(links).arrays(),
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
