"""Explanations of random queries: do they add up, does the first entity matter, how long it takes.

    python benchmarks/explaining.py [--queries 1000] [--documents 5000]

On the heritage example, and with a fifth of the queries on a random graph of that many documents
with twenty names each, drawn by a power law from a fifth as many. Queries are one to four names and
as many words; each method's preset is asked in turn, and the first five documents of each ranking
are explained. Paths are timed in CPU time, the explanation of five documents by the clock.
"""

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from groundsmith.index.collection.facets import described
from groundsmith.index.entity_voices import Anchored, HornVoice, PageRankVoice, SimRankVoice
from groundsmith.index.explain.counterfactual import text_without
from groundsmith.index.explain.explainer import Explainer, Explanation
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.methods import METHODS
from groundsmith.index.fusion.presets import PRESETS, Preset
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.index.voices import (
    HORN,
    LEXICAL,
    PAGERANK,
    SIMRANK,
    EntityVoice,
    LexicalVoice,
    Query,
)

HERITAGE = Path(__file__).parent.parent / "examples" / "heritage"
WEIGHTS = {LEXICAL: 0.4, SIMRANK: 0.2, HORN: 0.2, PAGERANK: 0.2}
ASKED = [
    PRESETS["heritage"],
    *(Preset(name=name, method=method, weights=WEIGHTS) for name, method in METHODS.items()),
]
EXPLAINED = 5
WORDS = [f"word{number}" for number in range(400)]


@dataclass(slots=True)
class Tally:
    """What was seen over all queries."""

    worst_sum: float = 0.0
    explained: int = 0
    with_entities: int = 0
    not_lower: int = 0
    path_ms: list[float] = field(default_factory=list)
    page_ms: list[float] = field(default_factory=list)

    def told(self, name: str) -> str:
        """One line of the table."""
        path, page = np.percentile(self.path_ms, [50, 95, 100]), np.percentile(self.page_ms, 50)
        return (
            f"| {name} | {self.explained} | {self.worst_sum:.1e} | {self.with_entities} | "
            f"{self.not_lower} | {path[0]:.2f} | {path[1]:.2f} | {path[2]:.2f} | {page:.0f} |"
        )


class Explained:
    """A collection in a folder, with all that explains its rankings."""

    def __init__(
        self, folder: Path, documents: list[IndexedDocument], names: list[tuple[str, Entity]]
    ) -> None:
        with LexicalWriter(folder) as writer:
            writer.add(documents)
        self.index = LexicalIndex(folder)
        known = Gazetteer(names)
        told = [described(document) for document in documents]
        graph = GraphBuilder.of(told, known, collapse=False).build()
        nodes = np.full(len(self.index.alive), -1)
        for document in documents:
            nodes[self.index.number_of(document.id)] = graph.number(Kind.DOCUMENT, document.id)
        self.anchored = Anchored(graph, nodes)
        self.entity_voices: list[EntityVoice] = [
            SimRankVoice(self.anchored, SimRank.prepare(self.anchored.links)),
            HornVoice(self.anchored, Horn.of(graph)),
            PageRankVoice(self.anchored),
        ]
        entities = np.flatnonzero(graph.kinds != graph.kinds[nodes[0]])
        self.names = [graph.name(int(each)) for each in entities]

    def fusion(self, preset: Preset) -> Fusion:
        """Ranks by a preset."""
        voices = [LexicalVoice(self.index), *self.entity_voices]
        return Fusion(voices, self.index.alive, preset=preset)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--documents", type=int, default=5_000)
    asked = parser.parse_args()
    print("command: python benchmarks/explaining.py")
    print("| graph | explained | sum off by | with entities | first entity not lowering |", end="")
    print(" path CPU ms p50 | p95 | most | page of five, ms |\n|" + "---|" * 9)
    builders: list[tuple[str, int, Callable[[Path], Explained]]] = [
        ("heritage", asked.queries, heritage),
        ("random", asked.queries // 5, lambda at: drawn(at, asked.documents)),
    ]
    for name, count, build in builders:
        with tempfile.TemporaryDirectory() as folder:
            held = build(Path(folder))
            told = f"{name}, {len(held.index)} documents, {count} queries"
            print(measured(held, count).told(told), flush=True)


def measured(held: Explained, count: int) -> Tally:
    """What the explanations of so many random queries are worth."""
    tally, chance = Tally(), random.Random(3)
    fusions = [held.fusion(preset) for preset in ASKED]
    explainers = [Explainer(each, held.entity_voices, held.anchored) for each in fusions]
    for fusion, explainer in islice(cycle(zip(fusions, explainers, strict=True)), count):
        query = Query(text=random_query(held, chance))
        ranking = fusion.rank(query, EXPLAINED)
        started = time.perf_counter()
        explained = explainer.explain(query, ranking, ranking.documents)
        tally.page_ms.append(1e3 * (time.perf_counter() - started))
        entities = held.anchored.named(query)
        for each in explained:
            started = time.thread_time()
            explainer.paths(entities, each.document)
            tally.path_ms.append(1e3 * (time.thread_time() - started))
            weigh(tally, each, query, fusion)
    return tally


def weigh(tally: Tally, each: Explanation, query: Query, fusion: Fusion) -> None:
    """Count one explanation; its first entity is taken away, and the query asked again."""
    total = math.fsum(part.amount for part in each.contributions)
    tally.worst_sum = max(tally.worst_sum, abs(total - each.score))
    tally.explained += 1
    if each.entities:
        first = each.entities[0]
        rest = text_without(query.text, first.name, [told.name for told in each.entities])
        again = Query(text=rest, without=frozenset({first.entity}))
        found = fusion.rank(again, 100).documents if rest else ()
        tally.with_entities += 1
        tally.not_lower += any(
            other.document == each.document and other.score >= each.score for other in found
        )


def random_query(held: Explained, chance: random.Random) -> str:
    """One to four names of the graph among as many words of a text."""
    count = chance.randint(1, 4)
    document = held.index.document(held.index.identity(chance.randrange(len(held.index))))
    words = document.text.split() if document else []
    return " ".join([*chance.choices(held.names, k=count), *chance.choices(words, k=count)])


def heritage(folder: Path) -> Explained:
    """The heritage example."""
    rows = map(json.loads, (HERITAGE / "corpus.jsonl").read_text(encoding="utf-8").splitlines())
    documents = [
        IndexedDocument(id=r["_id"], title=r["title"], text=r["text"], metadata=r["metadata"])
        for r in rows
    ]
    return Explained(folder, documents, [])


def drawn(folder: Path, count: int) -> Explained:
    """A random collection whose names are shared as a power law has it."""
    names = [f"Name{number}" for number in range(count // 5)]
    return Explained(
        folder,
        list(drawn_documents(count, names)),
        [(name, Entity(Kind.PLACE, name)) for name in names],
    )


def drawn_documents(count: int, names: list[str]) -> Iterator[IndexedDocument]:
    """Texts of twenty names and forty words."""
    chance = random.Random(4)
    weights = np.cumsum((np.arange(len(names)) + 10.0) ** -0.75).tolist()
    for number in range(count):
        said = chance.choices(names, cum_weights=weights, k=20) + chance.choices(WORDS, k=40)
        chance.shuffle(said)
        yield IndexedDocument(id=f"d{number}", title="", text=" ".join(said))


if __name__ == "__main__":
    main()
