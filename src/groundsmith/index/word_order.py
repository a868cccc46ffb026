"""Whether words stand in an order in which a collection puts them.

Only its commonest words and marks are looked at, all others being one: where `the`, `of` and a full
stop may follow each other is what shuffling destroys first, in every language that writes spaces,
and a table of them is small. Nothing is known of a language beforehand. Only what a space divides
is a pair: what is written together stays together, in whatever order it is put.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

_COMMON = 128
_MOST_TEXTS = 5_000
_LEAST_INFORMATION = 0.02
"""Nats a pair; a collection below that has no order to go by (unspaced writing, single words)."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOrder:
    """How likely the commonest words of a collection follow each other.

    Attributes:
        places: Each common word's row and column; 0 is for all others.
        surprise: ln P(next | word) / P(next), by row and column.
        information: The mean of that over the collection: its words' mutual information.
    """

    places: dict[str, int]
    surprise: NDArray[np.float64]
    information: float

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """From the texts of a collection, at most 5,000 of them, evenly taken."""
        sample = texts[:: max(1, len(texts) // _MOST_TEXTS)]
        counts = Counter(chain.from_iterable(chain.from_iterable(map(_words, sample))))
        common = sorted(counts, key=lambda token: (-counts[token], token))[:_COMMON]
        places = {token: place for place, token in enumerate(common, start=1)}
        pairs = np.zeros((_COMMON + 1, _COMMON + 1))
        for text in sample:
            np.add.at(pairs, _pairs(text, places), 1)
        total = max(pairs.sum(), 1.0)
        by_chance = np.outer(pairs.sum(axis=1), pairs.sum(axis=0)) / total
        surprise = np.log((pairs + 1) / (by_chance + 1))
        return cls(
            places=places, surprise=surprise, information=float((pairs * surprise).sum() / total)
        )

    def share(self, texts: Sequence[str]) -> float | None:
        """How much of the collection's order the texts have, in [0, 1]; random words have none.

        None where the texts have no two words, or the collection's words stand in no order.
        """
        return self.share_of([self.surprises(text) for text in texts])

    def share_of(self, surprises: Sequence[tuple[float, int]]) -> float | None:
        """The share of texts whose `surprises` are known already."""
        count = sum(pairs for _, pairs in surprises)
        if not count or self.information < _LEAST_INFORMATION:
            return None
        mean = math.fsum(total for total, _ in surprises) / count
        return min(1.0, max(0.0, mean / self.information))

    def surprises(self, text: str) -> tuple[float, int]:
        """The surprise of a text's pairs, summed up, and how many pairs there are."""
        rows, columns = _pairs(text, self.places)
        return float(self.surprise[rows, columns].sum()), len(rows)


def _words(text: str) -> list[list[str]]:
    """The tokens of each stretch without white space."""
    return [found for word in text.lower().split() if (found := _TOKEN.findall(word))]


def _pairs(text: str, places: dict[str, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each word ends and the next begins, as rows and columns."""
    words = _words(text)
    ends = [places.get(one[-1], 0) for one, _ in pairwise(words)]
    starts = [places.get(after[0], 0) for _, after in pairwise(words)]
    return np.array(ends, dtype=np.int64), np.array(starts, dtype=np.int64)
