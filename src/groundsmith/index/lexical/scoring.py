"""BM25 over posting lists, wherever they come from: memory or the segments of an index on disk.

The formula is that of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond" (2009), with the idf of Lucene, which is never negative. Postings hold term frequencies
alone; idf and mean length are those of the documents that are alive when the question is asked.

Scores are divided by the highest that the query could reach, so that they lie in [0, 1), and
rounded before they are compared: equal documents get equal ranks on every machine, whatever the
order they came in. Whoever ties with the last of `top_k` is returned too.

A frequent term keeps one impact for every document instead of a list. Rare terms are added up
first; if what the frequent ones could still add cannot lift a document into the best, it is left
alone (the idea of Turtle and Flood's MaxScore, 1995, with whole arrays in place of cursors).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import Hit

K1 = 1.2
"""How soon the repetition of a term stops counting."""
B = 0.75
"""How far a long document is held against itself, from 0 to 1."""

Ints = NDArray[np.integer]
Floats = NDArray[np.floating]
Flags = NDArray[np.bool_]

_DECIMALS = 6
_SLACK = 2 * 10.0**-_DECIMALS
_FREQUENT_RATIO = 1 / 8
"""Where `benchmarks/lexical.py` was fastest at 11,000 and at 100,000 documents."""
_REMEMBERED_BYTES = 64 << 20
_REMEMBERED_BYTES_A_DOCUMENT = 256
_ENTRY_BYTES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The documents of a term, ascending, and how often each has it."""

    documents: Ints
    counts: Ints


Find = Callable[[str], Postings | None]
"""The postings of a term among living documents; None where no document has it."""


@dataclass(frozen=True, slots=True)
class _Impacts:
    """What a term adds to scores.

    Attributes:
        documents: Whom it adds to; None if `values` has one for every document.
        idf: What no value reaches.
    """

    documents: Ints | None
    values: NDArray[np.float32]
    idf: float
    bound: float


class Scorer:
    """Ranks documents, known by number, for weighted terms.

    Args:
        find: Where postings come from.
        lengths: Terms in each document; those of dead documents stand there and do not count.
        alive: Which documents live; None for all.
        identity: A document's id by its number.
    """

    def __init__(
        self,
        find: Find,
        lengths: Ints,
        identity: Callable[[int], str],
        *,
        alive: Flags | None = None,
        k1: float = K1,
        b: float = B,
    ) -> None:
        living = lengths if alive is None else lengths[alive]
        self.document_count = len(living)
        self._find = find
        self._identity = identity
        mean_length = max(float(living.mean()), 1.0) if len(living) else 1.0
        self._norms = (k1 * (1 - b + b * lengths / mean_length)).astype(np.float64)
        self._remembered: dict[str, _Impacts | None] = {}
        self._remembered_bytes = 0
        self._most_bytes = _REMEMBERED_BYTES + _REMEMBERED_BYTES_A_DOCUMENT * len(lengths)
        self._lock = Lock()

    def retrieve(
        self, weights: Mapping[str, float], top_k: int, keep: Flags | None = None
    ) -> list[Hit]:
        """At most `top_k` hits and whoever ties with the last, best first, then by id.

        A document that shares no term with the query is no hit.

        Args:
            weights: The query's terms; what is not above 0 is left out.
            keep: The documents that may be found; None for all.
        """
        known, ceiling = self._known(weights)
        if not known or top_k < 1:
            return []
        scores = np.zeros(len(self._norms))
        candidates = _candidates(scores, known, top_k, keep, ceiling * _SLACK)
        reached = np.round(scores[candidates] / ceiling, _DECIMALS)
        if top_k < len(reached):
            least = np.partition(reached, len(reached) - top_k)[len(reached) - top_k]
            chosen = np.flatnonzero(reached >= least)
            candidates, reached = candidates[chosen], reached[chosen]
        return self._ranked(candidates, reached)

    def scores(self, weights: Mapping[str, float]) -> NDArray[np.float64]:
        """The score in [0, 1) of every document by number, those of the dead being 0."""
        known, ceiling = self._known(weights)
        scores = np.zeros(len(self._norms))
        for weight, impacts in known:
            _add(scores, weight, impacts)
        return scores / ceiling if known else scores

    def idf(self, term: str) -> float:
        """How rare a term is: ln(1 + (N - n + 0.5) / (n + 0.5))."""
        impacts = self._impacts(term)
        return impacts.idf if impacts else _idf(self.document_count, 0)

    def _known(self, weights: Mapping[str, float]) -> tuple[list[tuple[float, _Impacts]], float]:
        """Weight and impacts of the terms that occur, and the score that nobody reaches.

        That is the score of a document with every term endlessly often; unknown terms count.
        """
        known: list[tuple[float, _Impacts]] = []
        ceiling = 0.0
        unknown = _idf(self.document_count, 0)
        for term, weight in sorted(weights.items()):
            if weight <= 0:
                continue
            impacts = self._impacts(term)
            ceiling += weight * (impacts.idf if impacts else unknown)
            if impacts:
                known.append((weight, impacts))
        return known, ceiling

    def _impacts(self, term: str) -> _Impacts | None:
        try:
            return self._remembered[term]
        except KeyError:
            made = self._made(term)
        size = _size_of(made)
        with self._lock:
            if term not in self._remembered:
                self._remembered[term] = made
                self._remembered_bytes += size
            while self._remembered_bytes > self._most_bytes:
                oldest = self._remembered.pop(next(iter(self._remembered)))
                self._remembered_bytes -= _size_of(oldest)
        return made

    def _made(self, term: str) -> _Impacts | None:
        found = self._find(term)
        if found is None:
            return None
        idf = _idf(self.document_count, len(found.documents))
        counts = found.counts.astype(np.float64)
        saturated = counts / (counts + self._norms[found.documents])
        impacts = (saturated * idf).astype(np.float32)
        bound = float(impacts.max())
        if len(impacts) < len(self._norms) * _FREQUENT_RATIO:
            return _Impacts(found.documents, impacts, idf, bound)
        everywhere = np.zeros(len(self._norms), dtype=np.float32)
        everywhere[found.documents] = impacts
        return _Impacts(None, everywhere, idf, bound)

    def _ranked(self, numbers: Ints, scores: NDArray[np.float64]) -> list[Hit]:
        """Hits in order; equal scores share a rank and stand together."""
        best = sorted(
            (-score, self._identity(number))
            for score, number in zip(scores.tolist(), numbers.tolist(), strict=True)
        )
        hits: list[Hit] = []
        for place, (negative, identity) in enumerate(best, start=1):
            tied = hits and hits[-1].score == -negative
            rank = hits[-1].rank if tied else place
            hits.append(Hit(chunk=identity, score=-negative, rank=rank))
        return hits


def _idf(document_count: int, frequency: int) -> float:
    return float(np.log1p((document_count - frequency + 0.5) / (frequency + 0.5)))


def _size_of(impacts: _Impacts | None) -> int:
    """Memory that remembering a term takes."""
    if impacts is None:
        return _ENTRY_BYTES
    documents = 0 if impacts.documents is None else impacts.documents.nbytes
    return _ENTRY_BYTES + impacts.values.nbytes + documents


def _add(scores: NDArray[np.float64], weight: float, impacts: _Impacts) -> None:
    added = impacts.values if weight == 1 else impacts.values * np.float32(weight)
    if impacts.documents is None:
        scores += added
    else:
        scores[impacts.documents] += added


def _candidates(
    scores: NDArray[np.float64],
    known: list[tuple[float, _Impacts]],
    top_k: int,
    keep: Flags | None,
    slack: float,
) -> Ints:
    """Numbers of all who may be among the best; their `scores` are whole when it returns."""
    rare = [pair for pair in known if pair[1].documents is not None]
    frequent = [pair for pair in known if pair[1].documents is None]
    for weight, impacts in rare:
        _add(scores, weight, impacts)
    if keep is not None:
        scores[~keep] = 0
    open_to_all = sum(weight * impacts.bound for weight, impacts in frequent)
    least = _reached_by(scores, rare, top_k) - open_to_all - slack
    if least > 0:
        candidates = np.flatnonzero(scores >= least)
        for weight, impacts in frequent:
            scores[candidates] += impacts.values[candidates] * np.float32(weight)
        return candidates
    for weight, impacts in frequent:
        _add(scores, weight, impacts)
    if keep is not None:
        scores[~keep] = 0
    least = _reached_by(scores, known, top_k) - slack
    return np.flatnonzero(scores >= least) if least > 0 else np.flatnonzero(scores)


def _reached_by(
    scores: NDArray[np.float64], known: list[tuple[float, _Impacts]], top_k: int
) -> float:
    """A score that `top_k` documents reach at least; 0 where so many cannot be named at once."""
    lists = [found for _, impacts in known if (found := impacts.documents) is not None]
    named = [found for found in lists if len(found) >= top_k]
    if named:
        reached = scores[min(named, key=len)]
    elif len(lists) < len(known) and len(scores) >= top_k:
        reached = scores
    else:
        return 0.0
    return float(np.partition(reached, len(reached) - top_k)[len(reached) - top_k])
