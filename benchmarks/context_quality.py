"""Context quality: against measured nDCG@10 and contexts that are wrong, and its CPU time.

    GROUNDSMITH_DATA=DIR python benchmarks/context_quality.py [--own]

With --own each context is its own collection, as that of a post is.

What the contexts are: `contexts.py`. Everything was chosen on Cranfield. Intervals are percentile
bootstrap over queries. Each collection is measured by its words alone and with MiniLM's vectors,
which are kept from one time to the next (`voiced.py`); their making is not in the times.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from contexts import KINDS, Contexts, contexts
from groundsmith.index.context_quality import ContextMeasure, Passage, measure_over
from groundsmith.index.lexical.analysers import chosen_for
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.meanings import Meanings
from groundsmith.seams import Embedder
from judged import DEPTH, Judged, judged, ndcg
from voiced import Kept

COLLECTIONS = ("cranfield", "cacm", "xquad_en", "tydiqa_id", "cosqa", "heritage")
OWN = ("cranfield", "cacm", "heritage")
HERITAGE = Path(__file__).parent.parent / "examples" / "heritage"
DRAWS = 2_000
Floats = NDArray[np.float64]


def main() -> None:
    """Print two rows for each collection."""
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/context_quality.py", *sys.argv[1:])
    if "--own" in sys.argv:
        print_own()
        return
    print("| collection | relevance by | queries | Spearman with nDCG@10 | contexts | ", end="")
    print(" | ".join(KINDS), "| CPU ms p50 | p95 |\n|" + "---|" * (len(KINDS) + 7))
    for name in COLLECTIONS:
        for line in rows(name, judged(folder_of(name))):
            print(line, flush=True)


def print_own() -> None:
    """AUROC by kind where nothing is known but the context itself."""
    for name in OWN:
        collection = judged(folder_of(name))
        cases = list(contexts(collection))
        texts, queries = list(texts_of(collection).values()), list(collection.queries.values())
        embedder = Kept(texts, queries, passages_of(cases))
        for by, known in (("words", None), ("words, vectors", embedder)):
            right = [own(case.query, case.right, known) for case in cases]
            told = [
                f"{auroc(right, [own(case.query, case.wrong[kind], known) for case in cases]):.3f}"
                for kind in KINDS
            ]
            print(f"| {name} | {by} | {len(cases)} | {' | '.join(told)} |", flush=True)


def own(query: str, shown: Sequence[Passage], embedder: Embedder | None) -> float:
    """The quality of a context that is its own collection."""
    texts = [passage.text for passage in shown]
    meanings = Meanings.of(embedder, texts) if embedder else None
    return overall(measure_over(texts, chosen_for(texts), meanings), query, shown)


def folder_of(name: str) -> Path:
    """Where a collection lies."""
    return HERITAGE if name == "heritage" else Path(os.environ["GROUNDSMITH_DATA"]) / name


def rows(name: str, collection: Judged) -> Iterator[str]:
    """The lines of one collection: by words alone, and with vectors."""
    held = texts_of(collection)
    texts = list(held.values())
    analyser = chosen_for(texts)
    retriever = LexicalRetriever(held.items(), analyser=analyser)
    cases = list(contexts(collection))
    by_words = measure_over(texts, analyser)
    embedder = Kept(texts, list(collection.queries.values()), passages_of(cases))
    meanings = Meanings(embedder=embedder, centre=embedder.embed(texts).mean(axis=0))
    for relevance, measure in (
        ("words", by_words),
        ("words, vectors", replace(by_words, meanings=meanings)),
    ):
        yield f"| {name} | {relevance} | {figures(collection, measure, retriever, cases)} |"


def texts_of(collection: Judged) -> dict[str, str]:
    """What each document says, as an index has it."""
    return {
        identity: IndexedDocument(id=identity, title=title, text=text).words
        for identity, title, text in collection.documents
    }


def passages_of(cases: Sequence[Contexts]) -> list[str]:
    """The passages of all contexts; the foreign, reordered and starved have those of right ones."""
    every = (shown for case in cases for shown in (case.right, case.wrong["shuffled"]))
    return list(dict.fromkeys(passage.text for shown in every for passage in shown))


def figures(
    collection: Judged,
    measure: ContextMeasure,
    retriever: LexicalRetriever,
    cases: Sequence[Contexts],
) -> str:
    """What one measure is worth on one collection."""
    qualities, gains, times_ms = retrieved(collection, measure, retriever)
    right = [overall(measure, case.query, case.right) for case in cases]
    told = [f"{auroc(right, wrong(measure, cases, kind)):.3f}" for kind in KINDS]
    low, high = spearman_interval(qualities, gains)
    p50, p95 = np.percentile(times_ms, [50, 95])
    return (
        f"{len(gains)} | {spearman(qualities, gains):+.2f} [{low:+.2f}, {high:+.2f}] | "
        f"{len(cases)} | {' | '.join(told)} | {p50:.1f} | {p95:.1f}"
    )


def retrieved(
    collection: Judged, measure: ContextMeasure, retriever: LexicalRetriever
) -> tuple[Floats, Floats, list[float]]:
    """For each query the quality and the nDCG of what is found for it, and the CPU time it took."""
    held = texts_of(collection)
    qualities, gains, times_ms = [], [], []
    for query, text in collection.queries.items():
        found = [hit.chunk for hit in retriever.retrieve(text, DEPTH)][:DEPTH]
        shown = [Passage(document=each, start=0, text=held[each]) for each in found]
        started = time.thread_time()
        quality = overall(measure, text, shown)
        times_ms.append(1e3 * (time.thread_time() - started))
        qualities.append(quality)
        gains.append(ndcg(found, collection.grades[query]))
    return np.array(qualities), np.array(gains), times_ms


def overall(measure: ContextMeasure, query: str, shown: Sequence[Passage]) -> float:
    """The quality; 0 for a query that has no term to go by."""
    return measure.quality(query, shown).overall or 0.0


def wrong(measure: ContextMeasure, cases: Sequence[Contexts], kind: str) -> list[float]:
    """The qualities of all wrong contexts of a kind."""
    return [overall(measure, case.query, case.wrong[kind]) for case in cases]


def auroc(right: Sequence[float], other: Sequence[float]) -> float:
    """The chance that a right context scores above a wrong one, ties being half of it."""
    ranks = ranked(np.array([*right, *other]))
    above = ranks[: len(right)].sum() - len(right) * (len(right) + 1) / 2
    return float(above / (len(right) * len(other)))


def spearman(one: Floats, other: Floats) -> float:
    """Correlation of ranks, ties sharing theirs."""
    return float(np.corrcoef(ranked(one), ranked(other))[0, 1])


def spearman_interval(one: Floats, other: Floats) -> tuple[float, float]:
    """Between which the correlation lies, at level 0.95."""
    random = np.random.default_rng(0)
    drawn = (random.integers(0, len(one), len(one)) for _ in range(DRAWS))
    low, high = np.quantile([spearman(one[rows], other[rows]) for rows in drawn], [0.025, 0.975])
    return float(low), float(high)


def ranked(values: Floats) -> Floats:
    """Ranks from 1, ties sharing the mean of theirs."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[places], dtype=np.float64)


if __name__ == "__main__":
    main()
