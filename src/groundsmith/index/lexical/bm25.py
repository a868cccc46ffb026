"""BM25 over chunks, with the impact of each term on each chunk worked out when it is built.

Scores are divided by the highest that the query could reach, so that they lie in [0, 1), and
rounded before they are compared: equal passages get equal ranks on every machine, whatever the
order they came in. Whoever ties with the last of `top_k` is returned too, because a passage that
stands in five documents was found when any of the five was.
"""

from array import array
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.lexical.analyse import terms
from groundsmith.records import Hit

_DECIMALS = 6


class LexicalRetriever:
    """Passages by BM25; the seam Retriever.

    The formula is that of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
    and Beyond" (2009), with the idf of Lucene, which is never negative. Eight bytes a posting.

    Args:
        passages: Pairs of chunk id and text, read once.
        k1: How soon the repetition of a term stops counting.
        b: How far a long passage is held against itself, from 0 to 1.
    """

    def __init__(
        self, passages: Iterable[tuple[str, str]], *, k1: float = 1.2, b: float = 0.75
    ) -> None:
        self._ids: list[str] = []
        self._vocabulary: dict[str, int] = {}
        term_of, passage_of, count_of = array("i"), array("i"), array("i")
        lengths = array("i")
        for number, (identity, text) in enumerate(passages):
            found = Counter(terms(text))
            self._ids.append(identity)
            lengths.append(found.total())
            for term, count in found.items():
                term_of.append(self._vocabulary.setdefault(term, len(self._vocabulary)))
                passage_of.append(number)
                count_of.append(count)
        self._build(_ints(term_of), _ints(passage_of), _ints(count_of), _ints(lengths), k1, b)

    def _build(
        self,
        term_of: NDArray[np.int32],
        passage_of: NDArray[np.int32],
        count_of: NDArray[np.int32],
        lengths: NDArray[np.int32],
        k1: float,
        b: float,
    ) -> None:
        """Sort the postings by term, and store what each adds to a score."""
        by_term = np.argsort(term_of, kind="stable")
        frequencies = np.bincount(term_of, minlength=len(self._vocabulary))
        self._starts = np.concatenate(([0], np.cumsum(frequencies)))
        self._passages = passage_of[by_term]
        self._idf = np.log1p((len(self._ids) - frequencies + 0.5) / (frequencies + 0.5))
        mean_length = max(float(lengths.mean()), 1.0) if len(lengths) else 1.0
        norms = k1 * (1 - b + b * lengths / mean_length)
        counts = count_of[by_term]
        saturated = counts / (counts + norms[self._passages])
        self._impacts = (saturated * np.repeat(self._idf, frequencies)).astype(np.float32)

    def retrieve(self, query: str, top_k: int) -> list[Hit]:
        """At most `top_k` hits and whoever ties with the last, best first, then by chunk id.

        A passage that shares no term with the query is no hit.
        """
        asked = {term: count for term, count in Counter(terms(query)).items() if count}
        known = sorted((t, c) for t, c in asked.items() if t in self._vocabulary)
        if not known or top_k < 1:
            return []
        scores = np.zeros(len(self._ids))
        for term, count in known:
            number = self._vocabulary[term]
            postings = slice(self._starts[number], self._starts[number + 1])
            scores[self._passages[postings]] += count * self._impacts[postings]
        scores /= self._ceiling(asked)
        np.round(scores, _DECIMALS, out=scores)
        return self._ranked(scores, top_k)

    def _ceiling(self, asked: dict[str, int]) -> float:
        """The score of a passage that holds every term endlessly often; unknown terms count."""
        unknown = float(np.log1p((len(self._ids) + 0.5) / 0.5))
        return sum(
            count
            * (float(self._idf[self._vocabulary[term]]) if term in self._vocabulary else unknown)
            for term, count in sorted(asked.items())
        )

    def _ranked(self, scores: NDArray[np.float64], top_k: int) -> list[Hit]:
        """Hits of the best scores; equal scores share a rank and stand together."""
        least = scores.min()
        if top_k < len(scores):
            least = np.partition(scores, len(scores) - top_k)[len(scores) - top_k]
        chosen = np.flatnonzero((scores >= least) & (scores > 0))
        best = sorted((-float(scores[number]), self._ids[number]) for number in chosen)
        hits: list[Hit] = []
        for place, (negative, identity) in enumerate(best, start=1):
            tied = hits and hits[-1].score == -negative
            rank = hits[-1].rank if tied else place
            hits.append(Hit(chunk=identity, score=-negative, rank=rank))
        return hits


def _ints(values: "array[int]") -> NDArray[np.int32]:
    """The same integers as a numpy array, without a copy."""
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, dtype=np.int32)
