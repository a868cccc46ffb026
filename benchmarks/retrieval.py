"""Lexical retrieval: nDCG@10 on labelled collections, queries a second, bytes a passage.

    GROUNDSMITH_DATA=DIR python benchmarks/retrieval.py

Ties are counted as a reader would meet them: at their rank, in the order of their ids.
"""

import json
import math
import os
import time
from pathlib import Path

from groundsmith.index.lexical.bm25 import LexicalRetriever

COLLECTIONS = ("xquad_en", "tydiqa_id", "cranfield")
DEPTH = 10


def rows(path: Path) -> list[dict[str, str]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def relevance(path: Path) -> dict[str, dict[str, int]]:
    """Grades by query and passage."""
    grades: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, passage, grade = line.split("\t")
        grades.setdefault(query, {})[passage] = int(grade)
    return grades


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain at `DEPTH` (Järvelin and Kekäläinen 2002)."""
    gain = sum(grades.get(p, 0) / math.log2(at + 2) for at, p in enumerate(found[:DEPTH]))
    ideal = sorted(grades.values(), reverse=True)[:DEPTH]
    return gain / sum(grade / math.log2(at + 2) for at, grade in enumerate(ideal))


def measure(folder: Path) -> str:
    """One line for a collection."""
    corpus = rows(folder / "corpus.jsonl")
    started = time.process_time()
    retriever = LexicalRetriever((row["_id"], f"{row['title']} {row['text']}") for row in corpus)
    built_s = time.process_time() - started
    grades = relevance(folder / "qrels.tsv")
    asked = [q for q in rows(folder / "queries.jsonl") if any(grades.get(q["_id"], {}).values())]
    started = time.process_time()
    found = [retriever.retrieve(query["text"], DEPTH) for query in asked]
    rate = len(asked) / (time.process_time() - started)
    gains = [
        ndcg([hit.chunk for hit in hits], grades[query["_id"]])
        for query, hits in zip(asked, found, strict=True)
    ]
    return (
        f"{folder.name:10} {len(corpus):6} passages {len(asked):5} queries  "
        f"nDCG@10 {sum(gains) / len(gains):.3f}  built in {built_s:.2f} s  {rate:,.0f} queries/s"
    )


def main() -> None:
    """Print one line a collection."""
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/retrieval.py")
    for name in COLLECTIONS:
        print(measure(Path(os.environ["GROUNDSMITH_DATA"]) / name))


if __name__ == "__main__":
    main()
