"""Who finds what: ours and its peers, each as the best ids for every query of a collection.

bm25s runs here as its manual has it; tantivy and networkx run in environments of their own, made
from PyPI on first use. MiniLM alone and the two fusions of bm25s with it are what a reader could
put together in ten lines.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import bm25s  # type: ignore[import-untyped]  # it has no types
import numpy as np
import Stemmer
from numpy.typing import NDArray

from engine import NotMeasured, Peer, interpreter, last_line
from groundsmith.app.collections.diversifying import diversified_to
from groundsmith.app.collections.searching import MOST_HITS
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.methods import normalised, rrf
from groundsmith.index.fusion.presets import preset
from groundsmith.index.voices import DENSE, Query
from voiced import Voiced

DEPTH = 10
PEERS = Path(__file__).resolve().parent / "retrieval_peers"
TANTIVY = Peer(name="tantivy", requirement="tantivy==0.27.0", module="tantivy_search", keeps="")
NETWORKX = Peer(
    name="networkx", requirement="networkx[default]==3.6.1", module="networkx_simrank", keeps=""
)
Found = Mapping[str, list[str]]
Floats = NDArray[np.float64]


def peers(collection: Voiced) -> dict[str, Found]:
    """What each peer finds; one that cannot be run is left out, and said."""
    words, meanings = bm25s_scores(collection), dense_scores(collection)
    found: dict[str, Found] = {
        "bm25s": best_of(collection, words),
        "MiniLM": best_of(collection, meanings),
        "RRF of the two": best_of(collection, rrf_of(words, meanings)),
        "min-max of the two": best_of(
            collection,
            {q: 0.5 * normalised(words[q]) + 0.5 * normalised(meanings[q]) for q in words},
        ),
    }
    documents = [[d.id, d.title, d.text] for d in collection.documents]
    asked = {"documents": documents, "queries": collection.judged.queries, "depth": DEPTH}
    try:
        found["tantivy"] = answered(TANTIVY, asked)
    except NotMeasured as why:
        print(f"tantivy: {why}")
    return found


def ours(collection: Voiced, name: str, *, dense: bool = True) -> Found:
    """What a preset finds."""
    voices = [voice for voice in collection.voices.values() if dense or voice.name != DENSE]
    analyser = collection.collection.documents.analyser.name
    fusion = Fusion(voices, collection.alive, preset=preset(name, analyser))
    return {
        query: [
            collection.ids[each.document] for each in fusion.rank(Query(text=text), DEPTH).documents
        ]
        for query, text in collection.judged.queries.items()
    }


def diverse(collection: Voiced) -> Found:
    """What the default finds, as `recommend --diverse` lists it."""
    analyser = collection.collection.documents.analyser.name
    fusion = Fusion(
        collection.voices.values(), collection.alive, preset=preset("default", analyser)
    )
    found = {}
    for query, text in collection.judged.queries.items():
        ranking = diversified_to(
            DEPTH, fusion.rank(Query(text=text), MOST_HITS), collection.collection
        )
        found[query] = [collection.ids[each.document] for each in ranking.documents]
    return found


def related(collection: Voiced, name: str, documents: Iterable[str]) -> Found:
    """What a preset finds for documents that others shall be like."""
    analyser = collection.collection.documents.analyser.name
    fusion = Fusion(collection.voices.values(), collection.alive, preset=preset(name, analyser))
    number = {identity: at for at, identity in enumerate(collection.ids)}
    return {
        identity: [
            collection.ids[each.document]
            for each in fusion.rank(Query(like=number[identity]), DEPTH).documents
        ]
        for identity in documents
    }


def answered(peer: Peer, asked: Mapping[str, Any], scripts: Path = PEERS) -> Any:
    """What a peer's script, one of a folder, makes of some JSON."""
    command = [str(interpreter(peer)), str(scripts / f"{peer.module}.py")]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotMeasured(last_line(done.stderr))
    return json.loads(done.stdout)


def bm25s_scores(collection: Voiced) -> dict[str, Floats]:
    """Scores by query and document number."""
    stemmer = Stemmer.Stemmer("english")

    def read(texts: list[str], **options: Any) -> Any:
        return bm25s.tokenize(
            texts, stopwords="en", stemmer=stemmer, show_progress=False, **options
        )

    number = {identity: at for at, identity in enumerate(collection.ids)}
    numbers = [number[document.id] for document in collection.documents]
    retriever = bm25s.BM25()
    retriever.index(
        read([f"{d.title} {d.text}" for d in collection.documents]), show_progress=False
    )
    found = {}
    for query, text in collection.judged.queries.items():
        terms = read([text], return_ids=False)[0]
        scores = np.zeros(len(collection.alive))
        if terms:
            scores[numbers] = retriever.get_scores(terms)
        found[query] = scores
    return found


def dense_scores(collection: Voiced) -> dict[str, Floats]:
    """Cosines by query and document number."""
    queries = collection.judged.queries
    vectors = collection.embedder.embed(list(queries.values()))
    rows = np.asarray(vectors @ collection.vectors.T, dtype=np.float64)
    return dict(zip(queries, rows, strict=True))


def rrf_of(*scores: Mapping[str, Floats]) -> dict[str, Floats]:
    """Reciprocal rank fusion by query."""
    found = {}
    for query in scores[0]:
        brought = rrf({str(at): each[query] for at, each in enumerate(scores)}, {})
        found[query] = np.sum(list(brought.values()), axis=0)
    return found


def best_of(collection: Voiced, scores: Mapping[str, Floats]) -> Found:
    """The best ids by query, equal ones by number; none with the lowest score."""
    found = {}
    for query, each in scores.items():
        order = np.argsort(-np.round(each, 6), kind="stable")[:DEPTH]
        found[query] = [collection.ids[n] for n in order.tolist() if each[n] > each.min()]
    return found
