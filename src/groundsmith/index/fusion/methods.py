"""Ways to make one score of several: each gives, by voice, what the voice brings to a document.

What they give adds up to the score, so a score explains itself. Ranks are shared by equal scores,
and a document with a voice's lowest score is not among those that the voice ranks: most have it
because they do not contain a word.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.voices import HORN, LEXICAL, PAGERANK, SIMRANK, Floats

Opinions = Mapping[str, Floats]
"""Scores by document, by voice."""
Method = Callable[[Opinions, Mapping[str, float]], dict[str, Floats]]
"""What each voice brings to each document, from opinions and weights that add up to 1."""

RRF_K = 60
CASCADE_DEPTH = 100
_SMALLEST = 1e-150
"""A spread below it is none: dividing by numbers near the smallest there are overflows."""
_FROM_ZERO = frozenset({LEXICAL, SIMRANK, HORN, PAGERANK})


def normalised(scores: Floats, name: str = "") -> Floats:
    """Scores between 0 (the query's lowest) and 1 (its highest); all 0 where they are equal.

    Args:
        name: The voice. Of one whose zero means that nothing is shared, zero is the lowest, and
            none is below it: else a document that answers least would count as one that does not.
    """
    if not scores.size:
        return scores
    low = 0.0 if name in _FROM_ZERO else float(scores.min())
    spread = float(scores.max()) - low
    return (np.maximum(scores, low) - low) / spread if spread > _SMALLEST else np.zeros(len(scores))


def weighted(opinions: Opinions, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Weight times score, min-max normalised per query."""
    return {name: weights[name] * normalised(scores, name) for name, scores in opinions.items()}


def rrf(opinions: Opinions, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Reciprocal rank fusion, 1 / (60 + rank) (Cormack, Clarke and Büttcher 2009); no weights."""
    return {
        name: np.where(_ranked(scores), 1 / (RRF_K + _ranks(scores)), 0.0)
        for name, scores in opinions.items()
    }


def borda(opinions: Opinions, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Borda count (Aslam and Montague 2001): a point for each document that stands below.

    Divided by the number of documents and of voices; no weights.
    """
    return {
        name: np.where(
            _ranked(scores), (len(scores) - _ranks(scores)) / (len(scores) * len(opinions)), 0.0
        )
        for name, scores in opinions.items()
    }


def comb_mnz(opinions: Opinions, weights: Mapping[str, float]) -> dict[str, Floats]:
    """CombMNZ (Fox and Shaw 1994): the sum, times how many voices rank the document; no weights.

    Divided by the highest that can be reached.
    """
    scaled = {name: normalised(scores, name) for name, scores in opinions.items()}
    voices = np.sum([scores > 0 for scores in scaled.values()], axis=0) / len(scaled) ** 2
    return {name: scores * voices for name, scores in scaled.items()}


def cascade(opinions: Opinions, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Voices in turn, the lightest first: each hands its best 100 to the next, the last decides.

    A document has a point for each voice that it passed, and its score among those that came as
    far as it did; divided by the number of voices.
    """
    order = sorted(opinions, key=lambda name: weights.get(name, 0.0))
    count = len(next(iter(opinions.values())))
    left = np.arange(count)
    brought = {name: np.zeros(count) for name in order}
    for name in order:
        scores = normalised(opinions[name][left], name)
        brought[name][left] = scores / len(order)
        if name == order[-1]:
            break
        kept = np.sort(np.argsort(-scores, kind="stable")[:CASCADE_DEPTH])
        left = left[kept[scores[kept] > 0]]
        brought[name][left] = 1 / len(order)
    return brought


METHODS: Mapping[str, Method] = {
    "weighted": weighted,
    "rrf": rrf,
    "borda": borda,
    "combmnz": comb_mnz,
    "cascade": cascade,
}


def _ranked(scores: Floats) -> NDArray[np.bool_]:
    return np.asarray(scores > scores.min())


def _ranks(scores: Floats) -> Floats:
    """Ranks from 1, best first; equal scores share the first of their ranks."""
    ordered = np.sort(-scores)
    return np.searchsorted(ordered, -scores, side="left") + np.float64(1)
