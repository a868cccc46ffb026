"""A fused ranking put in a new order by a model that has learnt from judgments."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from groundsmith.index.fusion.fusion import Flags, Fusion, Ranking
from groundsmith.index.learning.examples import CANDIDATES, Example, folds_of
from groundsmith.index.learning.features import FEATURES, Features
from groundsmith.index.voices import Floats, Query, Ranked

FOLDS = 5


class Ranker(Protocol):
    """A model of relevance."""

    def contributions(self, rows: Floats) -> Floats:
        """What each feature adds to the score of each row."""
        ...


class LearnedFusion:
    """Takes the candidates of a fusion and ranks them by a model.

    Components are those of features, not of voices, and may lower a score. What is degraded stays
    so: a voice that failed is 0 to the model.
    """

    def __init__(self, fusion: Fusion, features: Features, ranker: Ranker) -> None:
        self._fusion = fusion
        self._features = features
        self._ranker = ranker

    def rank(self, query: Query, top_k: int, keep: Flags | None = None) -> Ranking:
        """At most `top_k` of the fusion's candidates, best first by the model; see `Fusion.rank`.

        Where the fusion had to fall back, its own order stays.
        """
        session = self._fusion.hear(query)
        fused = self._fusion.ranked(session, max(CANDIDATES, top_k), keep)
        documents = np.array([each.document for each in fused.documents], dtype=np.int64)
        if fused.fallback is not None or not documents.size:
            return replace(fused, documents=fused.documents[: max(0, top_k)])
        rows = self._features.rows(session, self._fusion.numbers(query), documents)
        parts = self._ranker.contributions(rows)
        ranked = [
            _ranked(number, part)
            for number, part in zip(documents.tolist(), parts.tolist(), strict=True)
        ]
        best = sorted(ranked, key=lambda each: -round(each.score, 9))
        return replace(fused, documents=tuple(best[: max(0, top_k)]))


def held_out(
    examples: Sequence[Example], fit: Callable[[Sequence[Example]], Ranker], folds: int = FOLDS
) -> Mapping[str, Floats]:
    """Scores of each query's candidates by a model that has not seen the query."""
    scores: dict[str, Floats] = {}
    fold_of = folds_of((example.query for example in examples), folds)
    for fold in sorted(set(fold_of.values())):
        ranker = fit([example for example in examples if fold_of[example.query] != fold])
        for example in (each for each in examples if fold_of[each.query] == fold):
            scores[example.query] = ranker.contributions(example.rows).sum(axis=1)
    return scores


def _ranked(document: int, parts: Sequence[float]) -> Ranked:
    return Ranked(
        document=document,
        score=math.fsum(parts),
        components={name: part for name, part in zip(FEATURES, parts, strict=True) if part},
    )
