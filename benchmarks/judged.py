"""Collections with queries and grades (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`)."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A collection as it is judged.

    Attributes:
        documents: Id, title and text.
        queries: Text by id, of those that have a document above grade 0.
        grades: By query and document.
    """

    documents: list[tuple[str, str, str]]
    queries: dict[str, str]
    grades: dict[str, dict[str, int]]


def judged(folder: Path) -> Judged:
    """The collection in a folder."""
    grades: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        grades.setdefault(query, {})[document] = int(grade)
    return Judged(
        documents=[
            (row["_id"], row.get("title", ""), row["text"]) for row in rows(folder / "corpus.jsonl")
        ],
        queries={
            row["_id"]: row["text"]
            for row in rows(folder / "queries.jsonl")
            if any(grade > 0 for grade in grades.get(row["_id"], {}).values())
        },
        grades=grades,
    )


def rows(path: Path) -> list[dict[str, str]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain at `DEPTH`, linear (Järvelin and Kekäläinen 2002)."""
    gain = sum(grades.get(d, 0) / math.log2(at + 2) for at, d in enumerate(found[:DEPTH]))
    ideal = sorted(grades.values(), reverse=True)[:DEPTH]
    return gain / sum(grade / math.log2(at + 2) for at, grade in enumerate(ideal))
