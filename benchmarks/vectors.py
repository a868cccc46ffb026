"""Vectors as bytes, and found through a graph: what that costs, and what it saves.

    GROUNDSMITH_DATA=DIR python benchmarks/vectors.py

First on judged collections, with MiniLM's vectors: what lists of ten have in common with those of
floats, and the change of nDCG@10. Then at 100,000 and 200,000 vectors, which are made of all of
MiniLM's that are in the cache: mixtures of two, with noise (nobody embeds that many here). CPU
times are of one core; the machine's other work does not count.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.dense.nearest import Nearest, built
from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.evaluate.bootstrap import paired
from groundsmith.index.evaluate.ranking import ndcg
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.presets import preset
from groundsmith.index.voices import DENSE, Floats, Query, Voice
from voiced import CACHE, Voiced, voiced

COLLECTIONS = ("cranfield", "cacm", "xquad_en")
DEPTH = 10
MIXED = 10_000
QUERIES = 200
Rows = NDArray[np.float32]


class Exact:
    """Cosines of the floats themselves; the seam Voice."""

    name = DENSE

    def __init__(self, rows: Rows, embed: Callable[[list[str]], Rows]) -> None:
        self._rows = rows
        self._embed = embed

    def scores(self, query: Query) -> Floats | None:
        """By document number."""
        return np.asarray(self._rows @ self._embed([query.text])[0], dtype=np.float64)


def main() -> None:
    """Print both tables."""
    data = Path(os.environ["GROUNDSMITH_DATA"])
    with tempfile.TemporaryDirectory() as folder:
        for name in COLLECTIONS:
            print_collection(voiced(data / name, Path(folder) / name))
    known = np.unique(
        np.concatenate([np.load(file) for file in sorted(CACHE.glob("*.npy"))]), axis=0
    )
    for count in (100_000, 200_000):
        print_large(known, count)


def print_collection(collection: Voiced) -> None:
    """Bytes against floats, of the dense voice alone and within the default."""
    exact = Exact(collection.vectors, collection.embedder.embed)
    for name in (DENSE, "default"):
        floats, coded = (found(collection, name, voice) for voice in (exact, None))
        shared = np.mean([len({*floats[q]} & {*coded[q]}) / len(floats[q]) for q in floats])
        gains = [
            {q: ndcg(ids[q], collection.judged.grades[q], DEPTH) or 0.0 for q in ids}
            for ids in (coded, floats)
        ]
        change = paired(*gains)
        assert change is not None
        print(
            f"{collection.name:10} {name:8} the same of ten {shared:.3f}   nDCG@10 bytes - floats "
            f"{change.mean:+.4f} [{change.low:+.4f}, {change.high:+.4f}]"
        )


def found(collection: Voiced, name: str, dense: Voice | None) -> dict[str, list[str]]:
    """The ten documents of each query."""
    voices = [v if v.name != DENSE or dense is None else dense for v in collection.voices.values()]
    analyser = collection.collection.documents.analyser.name
    fusion = Fusion(voices, collection.alive, preset=preset(name, analyser))
    return {
        query: [collection.ids[r.document] for r in fusion.rank(Query(text=text), DEPTH).documents]
        for query, text in collection.judged.queries.items()
    }


def print_large(known: Rows, count: int) -> None:
    """Memory, time and recall at `count` vectors."""
    rows, asked = mixed(known, count), known[:: len(known) // QUERIES][:QUERIES]
    exact = [np.argsort(-(rows @ row))[:DEPTH] for row in asked]
    vectors = Vectors.of(rows)
    held = sum(array.nbytes for array in vectors.arrays().values())
    print(f"{count:,} vectors of {rows.shape[1]}: floats {mb(rows.nbytes)}, bytes {mb(held)}")
    print(f"  floats, all compared: {cpu_ms(lambda row: rows @ row, asked)}")
    print(
        f"  bytes, all compared:  {cpu_ms(vectors.cosines, asked)}, recall@10 "
        f"{recall(exact, [np.argsort(-vectors.cosines(row))[:DEPTH] for row in asked]):.3f}"
    )
    began = time.process_time()
    stored = built(vectors)
    print(f"  graph: built in {time.process_time() - began:.0f} CPU s, {mb(stored.nbytes)}")
    graph = Nearest(stored, rows.shape[1])
    for proposed in (DEPTH, 256):

        def near(row: Rows, proposed: int = proposed) -> NDArray[np.int64]:
            numbers = graph.find(row, proposed)
            return numbers[np.argsort(-(vectors.rows(numbers) @ row))]

        found_near = [near(row)[:DEPTH] for row in asked]
        print(
            f"  {proposed} proposed by it, compared anew: {cpu_ms(near, asked)}, recall@10 "
            f"{recall(exact, found_near):.3f}"
        )


def mixed(known: Rows, count: int) -> Rows:
    """Unit rows, each between two of those that are known, with noise."""
    chance = np.random.default_rng(0)
    made = np.empty((count, known.shape[1]), dtype=np.float32)
    for start in range(0, count, MIXED):
        one, other = (known[chance.integers(len(known), size=MIXED)] for _ in range(2))
        share = chance.uniform(0.3, 0.7, (MIXED, 1)).astype(np.float32)
        noise = chance.standard_normal(one.shape, dtype=np.float32) * np.float32(0.02)
        rows = share * one + (1 - share) * other + noise
        made[start : start + MIXED] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return made


def cpu_ms(ask: Callable[[Rows], object], asked: Rows) -> str:
    """CPU time of a query, median and 95th percentile."""
    ask(asked[0])
    took = []
    for row in asked:
        began = time.process_time()
        ask(row)
        took.append(1000 * (time.process_time() - began))
    return f"p50 {np.percentile(took, 50):.2f} ms, p95 {np.percentile(took, 95):.2f} ms"


def recall(exact: list[NDArray[np.int64]], found_by: list[NDArray[np.int64]]) -> float:
    """Mean share of the ten nearest that were found."""
    pairs = zip(exact, found_by, strict=True)
    return float(
        np.mean([len({*one.tolist()} & {*other.tolist()}) / DEPTH for one, other in pairs])
    )


def mb(size_bytes: int) -> str:
    """A size for people."""
    return f"{size_bytes / 1e6:.0f} MB"


if __name__ == "__main__":
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/vectors.py")
    main()
