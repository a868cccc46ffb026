"""The lexical index: nDCG@10 beside bm25s, each analyser, and speed and memory.

    GROUNDSMITH_DATA=DIR python benchmarks/lexical.py [--analysers|--feedback|--documents N]

bm25s (`pip install bm25s`) reads English words, stems and stop words of its own, as its manual
has it; "same terms" hands it ours, and then says how often its ten best are ours. Ties count as a
reader meets them: at their rank, in the order of their ids.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import bm25s  # type: ignore[import-untyped]  # it has no types
import numpy as np
import Stemmer

from groundsmith.index.lexical.analyse import Analyser, WordAnalyser
from groundsmith.index.lexical.analysers import analyser, chosen_for
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.lexical.document import TITLE_COUNT, IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.rm3 import ORIGINAL_WEIGHT, expanded
from groundsmith.index.lexical.scoring import K1, B
from groundsmith.index.lexical.writer import LexicalWriter
from judged import DEPTH, Judged, judged, ndcg

COLLECTIONS = ("cranfield", "cacm", "xquad_en", "cosqa", "tydiqa_id")
ENGLISH = ("cranfield", "cacm", "xquad_en", "cosqa")
STOPPED = ("english", "indonesian")
SHARES = (1.0, 0.8, 0.7, 0.5)
SEED = 5
Search = Callable[[str], list[str]]


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--analysers", action="store_true", help="nDCG@10 of each analyser")
    parser.add_argument("--feedback", action="store_true", help="nDCG@10 of RM3 by its weight")
    parser.add_argument("--documents", type=int, help="speed with that many documents of 1 KB")
    asked = parser.parse_args()
    data = Path(os.environ["GROUNDSMITH_DATA"])
    if asked.documents:
        print_scale(data, asked.documents)
    elif asked.analysers:
        print_analysers(data)
    elif asked.feedback:
        print_feedback(data)
    else:
        print_quality(data)
        print_speed(data)


def print_quality(data: Path) -> None:
    """nDCG@10 for each collection."""
    print("collection   documents queries  analyser     ours  +rm3   bm25s  same terms, ten best")
    for name in COLLECTIONS:
        collection = judged(data / name)
        chosen = chosen_for(text for _, _, text in collection.documents)
        with tempfile.TemporaryDirectory() as folder:
            index = written(Path(folder) / "index", as_indexed(collection), chosen)
            ours = quality(collection, index_search(index, 1))
            fed = quality(collection, index_search(index, ORIGINAL_WEIGHT))
            same = same_best(collection, index)
        theirs = quality(collection, bm25s_search(collection))
        print(
            f"{name:12} {len(collection.documents):9} {len(collection.queries):7}  "
            f"{chosen.name:10}  {ours:.3f} {fed:.3f}   {theirs:.3f}  {same:.1%}"
        )


def print_analysers(data: Path) -> None:
    """nDCG@10 of every analyser that could suit a collection."""
    collections = {name: judged(data / name) for name in COLLECTIONS}
    print(f"{'analyser':22}" + "  ".join(f"{name:>9}" for name in COLLECTIONS))
    bare = [WordAnalyser(f"{name}, all words", name, frozenset()) for name in STOPPED]
    for one in (*map(analyser, ("mixed", *STOPPED, "code")), *bare):
        gained = [quality(c, memory_search(c, one)) for c in collections.values()]
        print(f"{one.name:22}" + "  ".join(f"{value:9.3f}" for value in gained))


def print_feedback(data: Path) -> None:
    """nDCG@10 of RM3 by the share of the query as it was asked; 1 is no feedback."""
    print(f"{'share':22}" + "  ".join(f"{share:>9}" for share in SHARES))
    for name in COLLECTIONS:
        collection = judged(data / name)
        chosen = chosen_for(text for _, _, text in collection.documents)
        with tempfile.TemporaryDirectory() as folder:
            index = written(Path(folder) / "index", as_indexed(collection), chosen)
            gained = [quality(collection, index_search(index, share)) for share in SHARES]
        print(f"{name:22}" + "  ".join(f"{value:9.3f}" for value in gained))


def print_speed(data: Path) -> None:
    """Time of a query over all English collections as one index."""
    collections = [judged(data / name) for name in ENGLISH]
    documents = [
        IndexedDocument(id=f"{n}/{d.id}", title=d.title, text=d.text)
        for n, collection in enumerate(collections)
        for d in as_indexed(collection)
    ]
    queries = [q for collection in collections for q in collection.queries.values()]
    with tempfile.TemporaryDirectory() as folder:
        index = written(Path(folder) / "index", documents, analyser("english"))
        print(f"{len(documents)} documents, {len(queries)} queries: {timed(index, queries)}")


def print_scale(data: Path, count: int) -> None:
    """Time and memory of an index of `count` documents of 1 KB."""
    sentences = [
        text.split() for name in ENGLISH for _, _, text in judged(data / name).documents if text
    ]
    queries = [q for name in ENGLISH[:3] for q in judged(data / name).queries.values()]
    started = time.process_time()
    for _ in of_a_kilobyte(sentences, count):
        pass
    making_s = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        started, clock = time.process_time(), time.perf_counter()
        index = written(
            Path(folder) / "index", of_a_kilobyte(sentences, count), analyser("english")
        )
        cpu_s, wall_s = time.process_time() - started - making_s, time.perf_counter() - clock
        size = sum(file.stat().st_size for file in (Path(folder) / "index").iterdir())
        clock = time.perf_counter()
        LexicalIndex(Path(folder) / "index")
        open_ms = 1e3 * (time.perf_counter() - clock)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count} documents: {cpu_s:.1f} CPU s ({wall_s:.1f} s with making them up), "
            f"peak {peak:.0f} MB, {size / 1e6:.0f} MB on disk, opened in {open_ms:.0f} ms\n"
            f"{len(queries)} queries: {timed(index, queries)}"
        )
        clock = time.perf_counter()
        with LexicalWriter(Path(folder) / "index") as writer:
            writer.add([IndexedDocument(id="one", title="", text="one more document")])
        print(f"one document more: {1e3 * (time.perf_counter() - clock):.0f} ms")


def of_a_kilobyte(texts: list[list[str]], count: int) -> Iterator[IndexedDocument]:
    """Documents of about 1 KB, each of stretches of real texts; the same each time."""
    chance = random.Random(SEED)
    for number in range(count):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < 1_000:
            text = chance.choice(texts)
            at = chance.randrange(len(text))
            words += text[at : at + 30]
        yield IndexedDocument(id=f"d{number}", title="", text=" ".join(words), metadata={})


def timed(index: LexicalIndex, queries: list[str]) -> str:
    """Milliseconds a query: asked first, and then the best of three (terms are remembered)."""

    def once(query: str) -> float:
        started = time.perf_counter()
        index.retrieve(query, DEPTH)
        return 1e3 * (time.perf_counter() - started)

    first = np.percentile([once(query) for query in queries], [50, 95])
    again = np.percentile([min(once(q), once(q), once(q)) for q in queries], [50, 95])
    return (
        f"first p50 {first[0]:.3f} ms, p95 {first[1]:.3f} ms; "
        f"again p50 {again[0]:.3f} ms, p95 {again[1]:.3f} ms"
    )


def as_indexed(collection: Judged) -> list[IndexedDocument]:
    """The documents of a collection."""
    return [IndexedDocument(id=i, title=t, text=text) for i, t, text in collection.documents]


def written(folder: Path, documents: Iterable[IndexedDocument], chosen: Analyser) -> LexicalIndex:
    """An index on disk, opened."""
    with LexicalWriter(folder, chosen.name) as writer:
        writer.add(documents)
    return LexicalIndex(folder)


def quality(collection: Judged, search: Search) -> float:
    """Mean nDCG@10."""
    gains = [ndcg(search(text), collection.grades[q]) for q, text in collection.queries.items()]
    return sum(gains) / len(gains)


def memory_search(collection: Judged, chosen: Analyser) -> Search:
    """The retriever that runs use."""
    words = [(d.id, d.words) for d in as_indexed(collection)]
    retriever = LexicalRetriever(words, analyser=chosen)
    return lambda query: [hit.chunk for hit in retriever.retrieve(query, DEPTH)]


def index_search(index: LexicalIndex, share: float) -> Search:
    """The index on disk, the query as asked having that share of the one that RM3 makes."""

    def search(query: str) -> list[str]:
        asked = query if share == 1 else expanded(index, query, original_weight=share)
        return [hit.chunk for hit in index.search(asked, DEPTH)]

    return search


def bm25s_search(collection: Judged) -> Search:
    """What bm25s finds as it comes, with stems."""
    stemmer = Stemmer.Stemmer("english")

    def read(texts: list[str], **options: Any) -> Any:
        return bm25s.tokenize(
            texts, stopwords="en", stemmer=stemmer, show_progress=False, **options
        )

    ids = [identity for identity, _, _ in collection.documents]
    retriever = bm25s.BM25()
    retriever.index(read([f"{t} {x}" for _, t, x in collection.documents]), show_progress=False)

    def search(query: str) -> list[str]:
        terms = read([query], return_ids=False)
        if not terms[0]:
            return []
        found, _ = retriever.retrieve(terms, k=DEPTH, show_progress=False)
        return [ids[number] for number in found[0]]

    return search


def same_best(collection: Judged, index: LexicalIndex) -> float:
    """The share of queries whose ten best bm25s scores as its own ten best, to 1e-4."""
    documents = as_indexed(collection)
    oracle = bm25s.BM25(k1=K1, b=B, method="lucene", dtype="float64")
    repeated = ["\n".join([*[d.title] * TITLE_COUNT, d.text]) for d in documents]
    oracle.index([index.analyser.terms(text) for text in repeated], show_progress=False)
    place = {document.id: number for number, document in enumerate(documents)}
    same = 0
    for query in collection.queries.values():
        terms = index.analyser.terms(query)
        scores = oracle.get_scores(terms) if terms else np.zeros(len(documents))
        best = np.sort(scores)[::-1][:DEPTH]
        ours = [scores[place[hit.chunk]] for hit in index.retrieve(query, DEPTH)][:DEPTH]
        same += np.allclose(ours, best[: len(ours)], atol=1e-4) and not any(best[len(ours) :])
    return same / len(collection.queries)


if __name__ == "__main__":
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/lexical.py", *sys.argv[1:])
    main()
