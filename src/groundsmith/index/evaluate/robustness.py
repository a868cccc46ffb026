"""What a ranker loses when its queries are put worse.

The loss is measured on the queries that could be perturbed, against the same queries as they were;
how many could not be is said beside it.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from groundsmith.index.evaluate.bootstrap import Interval, paired
from groundsmith.index.evaluate.canaries import Search
from groundsmith.index.evaluate.perturbing import Perturb
from groundsmith.index.evaluate.ranking import Grades, ndcg

DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What one kind of perturbation did.

    Attributes:
        before: Mean nDCG@10 of the queries as they were; None where none was perturbed or judged.
        after: The same of the queries as perturbed.
        change: `after` − `before` with its interval; None for fewer than two queries.
        overlap: Mean share of the first ten that stayed among them; needs no judgments.
        perturbed: How many queries were perturbed.
        unperturbed: How many could not be.
    """

    before: float | None
    after: float | None
    change: Interval | None
    overlap: float | None
    perturbed: int
    unperturbed: int


def robustness(
    queries: Mapping[str, str],
    grades: Mapping[str, Grades],
    search: Search,
    perturb: Perturb,
    *,
    seed: int = 0,
) -> Robustness:
    """Asks every query that can be perturbed twice: as it is, and perturbed by the seed."""
    before: dict[str, float | None] = {}
    after: dict[str, float | None] = {}
    kept: list[float] = []
    for identity, query in sorted(queries.items()):
        chance = random.Random(f"{seed} {identity}")  # noqa: S311 - not cryptography
        put = perturb(query, chance)
        if put is None:
            continue
        first, second = list(search(query))[:DEPTH], list(search(put))[:DEPTH]
        before[identity] = ndcg(first, grades.get(identity, {}), DEPTH)
        after[identity] = ndcg(second, grades.get(identity, {}), DEPTH)
        if first:
            kept.append(len(set(first) & set(second)) / len(set(first)))
    return Robustness(
        before=_mean(before),
        after=_mean(after),
        change=paired(after, before, seed=seed),
        overlap=float(np.mean(kept)) if kept else None,
        perturbed=len(before),
        unperturbed=len(queries) - len(before),
    )


def _mean(values: Mapping[str, float | None]) -> float | None:
    known = [value for value in values.values() if value is not None]
    return float(np.mean(known)) if known else None
