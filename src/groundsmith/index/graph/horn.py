"""Horn's index: how much an entity weighs, and how much a document has to do with a query's.

The weights are the heritage project's: 0.3 degree + 0.2 betweenness + 0.3 PageRank + 0.2 document
frequency, each min-max normalised. A document's score saturates, and counts rare entities for
more, so that neither many matches nor a hub win by themselves.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.centrality import betweenness, pagerank
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.links import Links, distinct

DEGREE, BETWEENNESS, PAGERANK, FREQUENCY = 0.3, 0.2, 0.3, 0.2
_BASE = 0.1
"""What the least central entity weighs beside the most: a match is never worth nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Horn:
    """Horn's index of every node, and how many documents mention it or are tied to it."""

    index: NDArray[np.float64]
    document_counts: NDArray[np.int64]
    document_count: int

    @classmethod
    def of(
        cls,
        graph: Graph,
        links: Links | None = None,
        *,
        source_count: int | None = None,
        seed: int = 0,
    ) -> Self:
        """Horn's index on the graph taken both ways; betweenness from sampled sources.

        Args:
            links: `graph.links()`, where they are at hand.
        """
        links = links or graph.links()
        counts = _document_counts(graph)
        parts = (
            (DEGREE, links.out_degrees()),
            (BETWEENNESS, betweenness(links, source_count=source_count, seed=seed)),
            (PAGERANK, pagerank(links)),
            (FREQUENCY, counts),
        )
        index = sum((weight * _normalised(part) for weight, part in parts), np.zeros(len(counts)))
        return cls(index=index, document_counts=counts, document_count=len(graph.documents()))

    def weight(self, entity: int) -> float:
        """What a match of an entity is worth: its index, and how few documents mention it."""
        count = int(self.document_counts[entity])
        rarity = math.log(1 + (self.document_count - count + 0.5) / (count + 0.5))
        return max(0.0, rarity) * (_BASE + (1 - _BASE) * float(self.index[entity]))

    def score(self, matched: Iterable[int]) -> float:
        """A document's score for the entities of a query that it mentions, in [0, 1).

        1 − exp(−Σ weight): a further match never lowers it.
        """
        return -math.expm1(-math.fsum(self.weight(entity) for entity in set(matched)))


def morisita_horn(one: Mapping[int, int], other: Mapping[int, int]) -> float:
    """Overlap of two counts of entities, in [0, 1] (Horn 1966); 0 where either is empty."""
    total, of_other = sum(one.values()), sum(other.values())
    if not total or not of_other:
        return 0.0
    shared = sum(count * other.get(entity, 0) for entity, count in one.items())
    evenness = sum(count * count for count in one.values()) / total**2
    evenness += sum(count * count for count in other.values()) / of_other**2
    return min(1.0, 2 * shared / (evenness * total * of_other))


def _document_counts(graph: Graph) -> NDArray[np.int64]:
    """By node, the documents that mention it or have an edge to it, which a catalogue gives."""
    is_document = np.zeros(graph.node_count, dtype=np.bool_)
    is_document[graph.documents()] = True
    nodes = np.arange(graph.node_count)
    tails = [np.repeat(nodes, np.diff(each)) for each in (graph.mention_offsets, graph.offsets)]
    tail, head = np.concatenate(tails), np.concatenate([graph.mentioned, graph.targets])
    held = is_document[tail]
    pairs = distinct(tail[held] * graph.node_count + head[held])
    return np.bincount(pairs % max(graph.node_count, 1), minlength=graph.node_count)


def _normalised(values: NDArray[np.float64] | NDArray[np.int64]) -> NDArray[np.float64]:
    if not values.size or np.ptp(values) == 0:
        return np.zeros(len(values))
    return np.asarray((values - values.min()) / np.ptp(values), dtype=np.float64)
