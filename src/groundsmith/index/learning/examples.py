"""Judged queries to learn from, and how they are kept apart: by query, never by document.

Two documents of one query share everything that the query is, so a model that has seen one of them
has seen half of the other.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from groundsmith.errors import RequestError
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.learning.features import FEATURES, Features
from groundsmith.index.voices import Floats, Query

CANDIDATES = 100
"""How many of the fused ranking a model sees, and ranks anew."""
_LEAST_QUERIES = 10
_LEAST_LEARNT = 8
"""What is left of the least when a fifth is held out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query's candidates.

    Attributes:
        query: Its id, by which it belongs to a fold.
        rows: Features of each.
        grades: What people say of each; 0 for those that nobody judged.
    """

    query: str
    rows: Floats
    grades: Floats


def examples_of(
    fusion: Fusion,
    features: Features,
    queries: Mapping[str, Query],
    grades: Mapping[str, Mapping[int, int]],
) -> list[Example]:
    """An example for each query with a relevant document among its candidates.

    Args:
        queries: By id.
        grades: By query, from document number to grade.
    """
    found = []
    for identity, query in queries.items():
        session = fusion.hear(query)
        ranked = fusion.ranked(session, CANDIDATES).documents
        documents = np.array([each.document for each in ranked], dtype=np.int64)
        held = grades.get(identity, {})
        judged = np.array([max(0, held.get(each, 0)) for each in documents.tolist()], dtype=float)
        if judged.any():
            rows = features.rows(session, fusion.numbers(query), documents)
            found.append(Example(query=identity, rows=rows, grades=judged))
    return found


def folds_of(queries: Iterable[str], fold_count: int) -> dict[str, int]:
    """A fold for each query, folds as even as can be, whatever the order of the queries."""
    hashed = sorted(
        set(queries),
        key=lambda query: (hashlib.blake2b(query.encode("utf-8", "surrogatepass")).digest(), query),
    )
    return {query: place % fold_count for place, query in enumerate(hashed)}


def checked(examples: Sequence[Example]) -> None:
    """Raises RequestError for too few queries, and for labels that a model's own signal made.

    Labels of people never order all documents of all queries as one feature does.
    """
    if len(examples) < _LEAST_LEARNT:
        raise RequestError(
            f"{len(examples)} judged queries with a relevant candidate to learn from; "
            f"learning needs {_LEAST_QUERIES}, of which a fifth is held out"
        )
    for column, name in enumerate(FEATURES):
        if all(_orders(example.rows[:, column], example.grades) for example in examples):
            raise RequestError(
                f"the judgments order every query's documents just as {name} does: they look "
                "made from it; learn from what people say"
            )


def _orders(values: Floats, grades: Floats) -> bool:
    """Whether a higher grade always has a higher value."""
    levels = [values[grades == grade] for grade in np.unique(grades)]
    return len(levels) > 1 and all(low.max() < high.min() for low, high in pairwise(levels))
