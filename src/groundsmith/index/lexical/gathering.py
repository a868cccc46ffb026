"""Term counts, document by document, turned into posting lists."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.lexical.scoring import Ints, Postings


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Posting lists of a batch of documents, one after another.

    Attributes:
        vocabulary: Number of each term.
        starts: Where each term's list begins, and where the last one ends.
        documents: Numbers of documents, ascending within a list.
        counts: How often the document has the term, in as few bytes as the largest needs.
        lengths: Terms in each document.
    """

    vocabulary: dict[str, int]
    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    counts: Ints
    lengths: NDArray[np.int32]

    def postings(self, term: str) -> Postings | None:
        """The list of a term."""
        number = self.vocabulary.get(term)
        if number is None:
            return None
        found = slice(self.starts[number], self.starts[number + 1])
        return Postings(documents=self.documents[found], counts=self.counts[found])


class Gathering:
    """Takes in documents' term counts and keeps eight bytes for each."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._term_of, self._count_of = array("i"), array("i")
        self._distinct, self._lengths = array("i"), array("i")

    def add(self, counts: Mapping[str, int]) -> None:
        """The next document, numbered from 0."""
        number_of = self._vocabulary
        self._term_of.extend([number_of.setdefault(term, len(number_of)) for term in counts])
        self._count_of.extend(counts.values())
        self._distinct.append(len(counts))
        self._lengths.append(sum(counts.values()))

    @property
    def posting_count(self) -> int:
        """How many pairs of term and document there are so far."""
        return len(self._term_of)

    def finished(self) -> Gathered:
        """The lists of all that was taken in."""
        term_of = _ints(self._term_of)
        by_term = np.argsort(term_of, kind="stable")
        frequencies = np.bincount(term_of, minlength=len(self._vocabulary))
        distinct = _ints(self._distinct)
        documents = np.repeat(np.arange(len(distinct), dtype=np.int32), distinct)
        return Gathered(
            vocabulary=self._vocabulary,
            starts=np.concatenate(([0], np.cumsum(frequencies))).astype(np.int64),
            documents=documents[by_term],
            counts=smallest(_ints(self._count_of))[by_term],
            lengths=_ints(self._lengths),
        )


def smallest(counts: Ints) -> Ints:
    """The same counts in unsigned integers of as few bytes as the largest needs."""
    largest = int(counts.max()) if len(counts) else 0
    return counts.astype(np.min_scalar_type(largest))


def _ints(values: "array[int]") -> NDArray[np.int32]:
    """The same integers as a numpy array, without a copy."""
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, dtype=np.int32)
