"""Voices that speak from the graph: SimRank, Horn's index, personalised PageRank.

A text is heard through the entities that it names, a document through itself (SimRank, PageRank)
or through its own entities (Horn). SimRank lets two walkers meet, and between an entity and a
document they seldom can, one being a step ahead of the other. So a document counts for an entity
as much as the most alike of what it mentions.
"""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph.centrality import pagerank, personal_pagerank
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import WORD, Gazetteer
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.links import Links
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.graph.sweeps import best_near
from groundsmith.index.voices import HORN, PAGERANK, SIMRANK, Floats, PopularVoice, Query

_ERROR_EACH, _LEAST_ERROR, _MOST_ERROR = 1e-7, 1e-4, 1e-2
"""What a walk may leave out: so much for a node on average, and so much in all."""
MOST_ENTITIES = 8
"""Entities of a text that are asked about, those with the fewest links first."""


class Anchored:
    """A graph, and which of its nodes is which document of an index.

    Args:
        nodes: The node of each document by number; -1 for one that the graph does not hold.
    """

    def __init__(self, graph: Graph, nodes: NDArray[np.integer]) -> None:
        self.graph = graph
        self.nodes = nodes
        self.links: Links = graph.links()
        self._is_document = np.zeros(graph.node_count, dtype=np.bool_)
        self._is_document[graph.documents()] = True

    def node(self, document: int) -> int | None:
        """A document's node."""
        node = int(self.nodes[document])
        return node if node >= 0 else None

    def named(self, query: Query) -> list[int]:
        """The entities that a text names, or that a document has; the rarest first.

        Names are found in any case, because people type them so.
        """
        if query.like is not None:
            node = self.node(query.like)
            entities = [] if node is None else self.entities(node).tolist()
        else:
            entities = [
                each
                for mention in self._gazetteer.find(query.text)
                for each in self._by_name[mention.entity.name]
            ]
        distinct = dict.fromkeys(each for each in entities if each not in query.without)
        return sorted(distinct, key=lambda each: (self._degrees[each], each))

    def is_name(self, text: str) -> bool:
        """Whether a whole text is the name of an entity, in any case."""
        return _folded(text) in self._by_name

    def neighbours(self, node: int) -> NDArray[np.int32]:
        """Nodes that an edge joins with one, whichever way it points."""
        first, last = self.links.out_offsets[node : node + 2]
        return self.links.out[first:last]

    def entities(self, node: int) -> NDArray[np.int32]:
        """Those of its neighbours that are no documents."""
        found = self.neighbours(node)
        return found[~self._is_document[found]]

    def by_document(self, of_nodes: Floats) -> Floats:
        """Scores by node as scores by document number; 0 for one that the graph does not hold."""
        held = np.flatnonzero(self.nodes >= 0)
        scores = np.zeros(len(self.nodes))
        scores[held] = of_nodes[self.nodes[held]]
        return scores

    @cached_property
    def _degrees(self) -> NDArray[np.int64]:
        return self.links.out_degrees()

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        held: dict[str, list[int]] = {}
        for node in np.flatnonzero(~self._is_document).tolist():
            held.setdefault(_folded(self.graph.name(node)), []).append(node)
        return held

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer((name, Entity(Kind.NAME, name)) for name in self._by_name)


class SimRankVoice:
    """SimRank to the document, or to what a document mentions, averaged over a text's entities."""

    name = SIMRANK

    def __init__(self, anchored: Anchored, simrank: SimRank) -> None:
        self._anchored = anchored
        self._simrank = simrank

    def scores(self, query: Query) -> Floats | None:
        """A score in [0, 1] by document number; None where there is no node to start from."""
        return _sum(self.parts(query))

    def parts(self, query: Query) -> Mapping[int, Floats]:
        """What each source brings to each document."""
        if query.like is not None:
            node = self._anchored.node(query.like)
            return {} if node is None else {node: self._anchored.by_document(self._alike(node))}
        sources = self._anchored.named(query)[:MOST_ENTITIES]
        return {each: self._of_entity(each) / len(sources) for each in sources}

    def _alike(self, node: int) -> Floats:
        similar = self._simrank.source(node)
        alike = np.zeros(self._anchored.graph.node_count)
        alike[similar.nodes] = similar.scores
        alike[node] = 1.0
        return alike

    def _of_entity(self, entity: int) -> Floats:
        similar = self._simrank.source(entity)
        nodes = np.append(similar.nodes, np.int32(entity))
        scores = np.append(similar.scores, 1.0)
        return self._anchored.by_document(best_near(self._anchored.links, nodes, scores))


class HornVoice:
    """How much Horn's index, and rarity, of the query's entities a document has."""

    name = HORN

    def __init__(self, anchored: Anchored, horn: Horn) -> None:
        self._anchored = anchored
        self._horn = horn

    def scores(self, query: Query) -> Floats | None:
        """1 − exp(−Σ weight) by document number; None where no entity is named."""
        entities = self._anchored.named(query)
        if not entities:
            return None
        summed = np.zeros(self._anchored.graph.node_count)
        for each in entities:
            summed[self._anchored.neighbours(each)] += self._horn.weight(each)
        return self._anchored.by_document(-np.expm1(-summed))

    def parts(self, query: Query) -> Mapping[int, Floats]:
        """What each entity brings to each document: its share of the weights there."""
        weights: dict[int, Floats] = {}
        for each in self._anchored.named(query):
            of_nodes = np.zeros(self._anchored.graph.node_count)
            of_nodes[self._anchored.neighbours(each)] = self._horn.weight(each)
            weights[each] = self._anchored.by_document(of_nodes)
        summed = _sum(weights)
        if summed is None:
            return {}
        held = np.where(summed > 0, -np.expm1(-summed) / np.where(summed > 0, summed, 1.0), 0.0)
        return {each: held * weight for each, weight in weights.items()}


class PageRankVoice:
    """Where walks that start at the query's entities, or at the document, come by."""

    name = PAGERANK

    def __init__(self, anchored: Anchored) -> None:
        self._anchored = anchored

    def scores(self, query: Query) -> Floats | None:
        """Personalised PageRank by document number; None where there is no node to start from."""
        seeds = self._seeds(query)
        return self._from(dict.fromkeys(seeds, 1.0)) if seeds else None

    def parts(self, query: Query) -> Mapping[int, Floats]:
        """What each seed brings to each document, to the error of the walk."""
        seeds = self._seeds(query)
        return {each: self._from({each: 1.0}) / len(seeds) for each in seeds}

    def _seeds(self, query: Query) -> list[int]:
        if query.like is None:
            return self._anchored.named(query)[:MOST_ENTITIES]
        node = self._anchored.node(query.like)
        return [] if node is None else [node]

    def _from(self, seeds: Mapping[int, float]) -> Floats:
        links = self._anchored.links
        error = max(_LEAST_ERROR, min(_MOST_ERROR, _ERROR_EACH * links.node_count))
        return self._anchored.by_document(personal_pagerank(links, seeds, error=error).scores)


def popular(anchored: Anchored) -> PopularVoice:
    """PageRank of the documents, whoever asks."""
    return PopularVoice(anchored.by_document(pagerank(anchored.links)))


def _sum(parts: Mapping[int, Floats]) -> Floats | None:
    return np.sum(list(parts.values()), axis=0) if parts else None


def _folded(name: str) -> str:
    """A name as words, so that it is found whatever stands between them."""
    return " ".join(WORD.findall(name)).casefold()
