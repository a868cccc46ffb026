"""Evaluating an index by queries and judgments: every method beside BM25, vectors and chance.

All methods answer the same queries in the same run, so what is said of one against another is
paired by query. Queries without a relevant document say nothing and are counted apart.
"""

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.app.collections.judged import AskedQuery, read_grades, read_queries
from groundsmith.app.collections.list_worth import SHOWN, Facts, worth
from groundsmith.app.collections.searching import OpenCollection
from groundsmith.errors import InputError
from groundsmith.index.evaluate.bootstrap import Interval, interval, paired
from groundsmith.index.evaluate.canaries import Canaries, Search, canaries
from groundsmith.index.evaluate.figure import Figure
from groundsmith.index.evaluate.lists import latency
from groundsmith.index.evaluate.perturbing import Perturb, reordered, synonyms, typo
from groundsmith.index.evaluate.ranking import Grades, metrics
from groundsmith.index.evaluate.robustness import Robustness, robustness
from groundsmith.index.voices import DENSE, LEXICAL, Query
from groundsmith.records import Json

__all__ = ["Evaluated", "Evaluation", "Figure", "Interval", "evaluate"]

RANDOM = "random"
HEADLINE = "ndcg@10"
_DEPTH = 100

Measured = Mapping[str, Mapping[str, float | None]]
"""Metrics by query and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """One method on all queries.

    Attributes:
        metrics: Means over the queries with their intervals; None for fewer than two queries.
        against: By other method, this one's nDCG@10 minus its, paired by query.
        lists: What its lists are worth beyond relevance; each a value or why there is none.
        degraded_ratio: Share of the queries in which a voice had to be left out.
    """

    method: str
    metrics: Mapping[str, Interval | None]
    against: Mapping[str, Interval | None]
    lists: Mapping[str, Figure]
    degraded_ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All methods, and what was asked.

    Attributes:
        unjudged_count: Queries left out because no document of the index is relevant to them.
        unknown_count: Judged documents that are not in the index.
        canaries: Whether titles find their documents, by the first method.
        robustness: What the first method loses by worse queries, by kind of perturbation.
    """

    query_count: int
    unjudged_count: int
    unknown_count: int
    methods: tuple[Evaluated, ...]
    canaries: Canaries
    robustness: Mapping[str, Robustness]

    def as_json(self) -> Json:
        """For programs."""
        return asdict(self)


@dataclass(slots=True)
class _Lists:
    """What one method found, by query."""

    found: dict[str, list[str]] = field(default_factory=dict)
    took_ms: list[float] = field(default_factory=list)
    degraded_count: int = 0


def evaluate(
    opened: OpenCollection,
    qrels: Path,
    queries: Path | None = None,
    methods: Sequence[str] = ("default",),
) -> Evaluation:
    """How well methods rank, with intervals.

    Args:
        qrels: Judgments (`read_grades`).
        queries: Queries by id; without them, the ids in `qrels` are documents that others are to
            be like.

    Raises:
        InputError: A file cannot be read, or no query has a relevant document in the index.
    """
    every = read_grades(qrels)
    asked = read_queries(queries) if queries else {each: AskedQuery(text="") for each in every}
    grades = {query: _within(every.get(query, {}), opened) for query in asked}
    grades = {query: of for query, of in grades.items() if any(g > 0 for g in of.values())}
    if not grades:
        raise InputError(f"{qrels}: no query has a relevant document in this index")
    questions = {query: _question(query, asked[query], opened) for query in grades}
    wanted = list(dict.fromkeys([*methods, LEXICAL]))
    if opened.collection.embedder is not None and DENSE not in wanted:
        wanted.append(DENSE)
    lists = {method: _answered(opened, questions, method) for method in wanted}
    lists[RANDOM] = _drawn(opened, questions)
    facts = Facts.of(opened.collection)
    judged = {document for of_query in every.values() for document in of_query}
    texts = {query: asked[query].text for query in grades if asked[query].text}
    return Evaluation(
        query_count=len(grades),
        unjudged_count=len(asked) - len(grades),
        unknown_count=len(judged - facts.titles.keys()),
        methods=_evaluated(opened, facts, asked, grades, lists),
        canaries=canaries(facts.titles, _searching(opened, wanted[0])),
        robustness={
            name: robustness(texts, grades, _searching(opened, wanted[0]), perturb)
            for name, perturb in _perturbations(opened).items()
            if texts
        },
    )


def _within(grades: Grades, opened: OpenCollection) -> dict[str, int]:
    known = opened.collection.documents.number_of
    return {each: grade for each, grade in grades.items() if known(each) is not None}


def _question(identity: str, asked: AskedQuery, opened: OpenCollection) -> Query:
    return Query(text=asked.text) if asked.text else Query(like=opened.number_of(identity))


def _answered(opened: OpenCollection, questions: Mapping[str, Query], method: str) -> _Lists:
    lists = _Lists()
    opened.rank(next(iter(questions.values())), 1, method)  # the first pays for opening voices
    for identity, question in questions.items():
        began = time.perf_counter()
        ranking = opened.rank(question, _DEPTH, method)
        lists.took_ms.append(1000 * (time.perf_counter() - began))
        lists.degraded_count += bool(ranking.degraded)
        lists.found[identity] = [opened.identity(each.document) for each in ranking.documents]
    return lists


def _drawn(opened: OpenCollection, questions: Mapping[str, Query]) -> _Lists:
    """Documents in an order of chance, the same for the same queries."""
    everyone = np.flatnonzero(opened.collection.documents.alive).tolist()
    lists = _Lists()
    for identity, question in questions.items():
        chance = random.Random(identity)  # noqa: S311  # an order, no secret
        drawn = chance.sample(everyone, min(_DEPTH + 1, len(everyone)))
        others = [number for number in drawn if number != question.like]
        lists.found[identity] = [opened.identity(number) for number in others[:_DEPTH]]
    return lists


def _evaluated(
    opened: OpenCollection,
    facts: Facts,
    asked: Mapping[str, AskedQuery],
    grades: Mapping[str, Grades],
    lists: Mapping[str, _Lists],
) -> tuple[Evaluated, ...]:
    measured: dict[str, Measured] = {
        method: {query: metrics(found, grades[query]) for query, found in of.found.items()}
        for method, of in lists.items()
    }
    return tuple(
        Evaluated(
            method=method,
            metrics=_means(measured[method]),
            against={
                other: paired(_headline(measured[method]), _headline(measured[other]))
                for other in (LEXICAL, DENSE, RANDOM)
                if other in lists and other != method
            },
            lists=worth(opened.collection, facts, asked, grades, of.found) | latency(of.took_ms),
            degraded_ratio=of.degraded_count / len(grades),
        )
        for method, of in lists.items()
    )


def _means(measured: Measured) -> dict[str, Interval | None]:
    names = next(iter(measured.values()))
    return {name: interval(_known(measured, name)) for name in names}


def _known(measured: Measured, name: str) -> NDArray[np.float64]:
    found = (of_query[name] for of_query in measured.values())
    return np.array([value for value in found if value is not None], dtype=np.float64)


def _headline(measured: Measured) -> dict[str, float | None]:
    return {query: of_query[HEADLINE] for query, of_query in measured.items()}


def _searching(opened: OpenCollection, method: str) -> Search:
    def found(text: str) -> list[str]:
        ranking = opened.rank(Query(text=text), SHOWN, method)
        return [opened.identity(each.document) for each in ranking.documents]

    return found


def _perturbations(opened: OpenCollection) -> dict[str, Perturb]:
    """Ways to put queries worse; other names are those of the gazetteers that were given."""
    by_entity: dict[tuple[str, str], list[str]] = {}
    for each in opened.collection.given.names:
        by_entity.setdefault((each.kind, each.entity), []).append(each.name)
    others = {
        name: [other for other in names if other != name]
        for names in by_entity.values()
        for name in names
    }
    found = {"typos": typo, "order": reordered}
    return found | ({"other names": synonyms(others)} if any(others.values()) else {})
