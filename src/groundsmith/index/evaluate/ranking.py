"""What judgments say of one ranking, with trec_eval's own definitions.

Gain is linear: a document of grade 3 counts three times one of grade 1 (Järvelin and Kekäläinen
2002). A document that was not judged counts as irrelevant. Where no document is relevant, nothing
can be said: None, where trec_eval writes 0 and lowers the mean by it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

Grades = Mapping[str, int]
"""A query's judgments by document id; relevant is a grade of 1 or more."""

DEPTHS = (5, 10, 20)


def in_order(scores: Mapping[str, float]) -> list[str]:
    """Ids from the best score on, as trec_eval puts them.

    It holds scores as 32-bit numbers, and of equal ones the id that sorts last comes first.
    """
    with np.errstate(over="ignore"):
        held = {identity: float(np.float32(score)) for identity, score in scores.items()}
    return sorted(held, key=lambda identity: (held[identity], identity), reverse=True)


def ndcg(found: Sequence[str], grades: Grades, depth: int) -> float | None:
    """Normalised discounted cumulative gain of the first `depth`."""
    ideal = _gained(sorted(grades.values(), reverse=True)[:depth])
    return _gained(grades.get(each, 0) for each in found[:depth]) / ideal if ideal else None


def precision(found: Sequence[str], grades: Grades, depth: int) -> float | None:
    """Share of `depth` places that hold a relevant document; an empty place holds none."""
    return _hits(found[:depth], grades) / depth if _relevant(grades) else None


def recall(found: Sequence[str], grades: Grades, depth: int) -> float | None:
    """Share of the relevant documents that are among the first `depth`."""
    count = _relevant(grades)
    return _hits(found[:depth], grades) / count if count else None


def reciprocal_rank(found: Sequence[str], grades: Grades) -> float | None:
    """One over the rank of the first relevant document; 0 where none was found."""
    if not _relevant(grades):
        return None
    ranks = (rank for rank, each in enumerate(found, start=1) if grades.get(each, 0) > 0)
    return 1 / next(ranks, math.inf)


def average_precision(found: Sequence[str], grades: Grades) -> float | None:
    """Mean over the relevant documents of the precision where each was found, else 0."""
    count = _relevant(grades)
    if not count:
        return None
    ranks = [rank for rank, each in enumerate(found, start=1) if grades.get(each, 0) > 0]
    return math.fsum(hit / rank for hit, rank in enumerate(ranks, start=1)) / count


def metrics(found: Iterable[str], grades: Grades) -> dict[str, float | None]:
    """Every metric of one ranking by its name; a document that comes again is left out."""
    once = list(dict.fromkeys(found))
    measured: dict[str, float | None] = {}
    for depth in DEPTHS:
        measured[f"ndcg@{depth}"] = ndcg(once, grades, depth)
        measured[f"precision@{depth}"] = precision(once, grades, depth)
        measured[f"recall@{depth}"] = recall(once, grades, depth)
    measured["mrr"] = reciprocal_rank(once, grades)
    measured["map"] = average_precision(once, grades)
    return measured


def _gained(grades: Iterable[int]) -> float:
    discounted = (max(grade, 0) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
    return math.fsum(discounted)


def _relevant(grades: Grades) -> int:
    return sum(grade > 0 for grade in grades.values())


def _hits(found: Sequence[str], grades: Grades) -> int:
    return sum(grades.get(each, 0) > 0 for each in found)
