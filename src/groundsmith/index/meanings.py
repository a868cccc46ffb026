"""How near passages are to a query by their sentence vectors, against what is ordinary.

Every two texts of one field have a cosine well above 0, and how far depends on the query. So a
cosine counts from the query's mean cosine with the collection on: 0 is no nearer than any of its
documents, 1 is the query itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.seams import Embedder

_MOST_TEXTS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """Compares texts by meaning, in one collection.

    Attributes:
        embedder: Whoever made the collection's vectors.
        centre: The mean of those vectors.
    """

    embedder: Embedder
    centre: NDArray[Any]

    @classmethod
    def of(cls, embedder: Embedder, texts: Sequence[str]) -> Self:
        """From the texts of a collection, at most 256 of them, evenly taken; one at least."""
        sample = texts[:: -(-len(texts) // _MOST_TEXTS)]
        return cls(embedder=embedder, centre=np.asarray(embedder.embed(sample)).mean(axis=0))

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]:
        """For each text, in [0, 1]."""
        vectors = np.asarray(self.embedder.embed([query, *texts]), dtype=np.float64)
        ordinary = float(vectors[0] @ self.centre)
        if ordinary >= 1:
            return [0.0] * len(texts)
        above = (vectors[1:] @ vectors[0] - ordinary) / (1 - ordinary)
        return [float(each) for each in np.clip(above, 0.0, 1.0)]
