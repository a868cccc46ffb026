"""A collection with lexical and graph voices, as the index builds it, for tests of what ranks."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from groundsmith.index.collection.facets import described
from groundsmith.index.entity_voices import Anchored, HornVoice, PageRankVoice, SimRankVoice
from groundsmith.index.explain.explainer import Explainer
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.presets import Preset
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.index.voices import EntityVoice, LexicalVoice

HERITAGE = Path(__file__).parent.parent / "examples" / "heritage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """What was built of some documents."""

    index: LexicalIndex
    anchored: Anchored
    entity_voices: list[EntityVoice]

    def fusion(self, preset: Preset) -> Fusion:
        """Ranks by a preset."""
        voices = [LexicalVoice(self.index), *self.entity_voices]
        return Fusion(voices, self.index.alive, preset=preset)

    def explainer(self, preset: Preset) -> Explainer:
        """Explains what `fusion` of the same preset ranks."""
        return Explainer(self.fusion(preset), self.entity_voices, self.anchored)


def fused(
    folder: Path, documents: Sequence[IndexedDocument], names: Sequence[tuple[str, Entity]] = ()
) -> Fused:
    """A collection in a folder."""
    with LexicalWriter(folder) as writer:
        writer.add(documents)
    index = LexicalIndex(folder)
    builder = GraphBuilder.of([described(each) for each in documents], Gazetteer(names))
    graph = builder.build()
    nodes = np.full(len(index.alive), -1)
    for document in documents:
        first = builder.collapsed.get(document.id, document.id)
        nodes[index.number_of(document.id)] = graph.number(Kind.DOCUMENT, first)
    anchored = Anchored(graph, nodes)
    voices: list[EntityVoice] = [
        SimRankVoice(anchored, SimRank.prepare(anchored.links)),
        HornVoice(anchored, Horn.of(graph)),
        PageRankVoice(anchored),
    ]
    return Fused(index=index, anchored=anchored, entity_voices=voices)


def heritage_documents() -> list[IndexedDocument]:
    """The documents of the heritage example."""
    lines = (HERITAGE / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        IndexedDocument(
            id=row["_id"], title=row["title"], text=row["text"], metadata=row["metadata"]
        )
        for row in rows
    ]


def heritage_queries() -> list[str]:
    """The queries of the heritage example."""
    lines = (HERITAGE / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
