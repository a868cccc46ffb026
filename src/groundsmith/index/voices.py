"""Voices: whoever has an opinion on how near each document is to a query.

A voice gives one number a document and may use any scale, because whoever fuses voices puts them
on one. It says nothing (`None`) where it has nothing to go by: a graph voice where the query names
no entity. That is not a row of zeros, which would be an opinion.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.feedback import grown
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.seams import Embedder

Floats = NDArray[np.float64]

LEXICAL, DENSE, SIMRANK, HORN = "lexical", "dense", "simrank", "horn"
PAGERANK, POPULAR = "pagerank", "popular"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked: a text, or a document that others shall be like.

    Attributes:
        text: What was typed; empty where `like` asks.
        like: A document's number; it is itself no answer.
        without: Nodes of the graph that count as not named, for a counterfactual.
        narrowed: Whether only some documents may be found, so that none is to be overlooked.
    """

    text: str = ""
    like: int | None = None
    without: frozenset[int] = frozenset()
    narrowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A document's number, its score, and what each voice brought to it.

    Attributes:
        components: Weight times normalised score by voice; they add up to the score.
    """

    document: int
    score: float
    components: Mapping[str, float] = field(default_factory=dict)


class Voice(Protocol):
    """Has an opinion on every document of a collection."""

    name: str
    """One of the constants above, or a word of one's own."""

    def scores(self, query: Query) -> Floats | None:
        """A score by document number, larger for nearer; None where it has nothing to say.

        It raises what it raises: whoever listens drops it and says so.
        """
        ...


class EntityVoice(Voice, Protocol):
    """A voice whose scores come from entities, and can be told apart by them."""

    def parts(self, query: Query) -> Mapping[int, Floats]:
        """By node of the graph, what it brings to each document; they add up to `scores`."""
        ...


class LexicalVoice:
    """BM25; for a document, its own words are the query, each counted by log(1 + times).

    Args:
        feedback: Whether a query of common words is grown by what it finds first.
    """

    name = LEXICAL

    def __init__(self, index: LexicalIndex, *, feedback: bool = True) -> None:
        self._index = index
        self._feedback = feedback

    def scores(self, query: Query) -> Floats | None:
        """A score in [0, 1) by document number; None where no term of the query occurs."""
        if query.like is None:
            asked = grown(self._index, query.text) if self._feedback else query.text
            found = self._index.scores(asked)
        else:
            counts = self._index.counts(self._index.identity(query.like))
            found = self._index.scores({term: float(np.log1p(n)) for term, n in counts.items()})
        return found if found.any() else None


class DenseVoice:
    """Cosine of sentence vectors."""

    name = DENSE

    def __init__(self, vectors: Vectors, embedder: Embedder) -> None:
        self.vectors = vectors
        self._embedder = embedder

    def scores(self, query: Query) -> Floats | None:
        """The cosine by document number; None for a document that has no vector."""
        asked = self.asked(query)
        if asked is None:
            return None
        return np.asarray(self.vectors.cosines(asked), dtype=np.float64)

    def asked(self, query: Query) -> NDArray[np.floating] | None:
        """The vector that documents are compared with; None where there is none."""
        if query.like is None:
            vector = np.asarray(self._embedder.embed([query.text]))[0]
        else:
            vector = self.vectors.rows([query.like])[0]
        return vector if vector.any() else None


class PopularVoice:
    """The same for every query: what people find when nothing else can be said."""

    name = POPULAR

    def __init__(self, popularity: Floats) -> None:
        self._popularity = popularity

    def scores(self, query: Query) -> Floats | None:
        """How central each document is; None in an empty collection."""
        return self._popularity if self._popularity.size else None
