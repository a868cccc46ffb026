"""What a model learns from: numbers about a query and a document.

Those that are the same for all documents of a query (its length, its type) tell a linear model
nothing; trees use them to ask which of the others to trust.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.entity_voices import Anchored
from groundsmith.index.fusion.methods import normalised
from groundsmith.index.fusion.session import Session
from groundsmith.index.graph.entity import Kind
from groundsmith.index.learning.catalogue import Catalogue
from groundsmith.index.query_types import QueryType, query_type
from groundsmith.index.voices import (
    DENSE,
    HORN,
    LEXICAL,
    PAGERANK,
    POPULAR,
    SIMRANK,
    Floats,
    Query,
)

_VOICES = (LEXICAL, DENSE, SIMRANK, HORN, PAGERANK, POPULAR)
_MATCHED: Mapping[str, Kind] = {
    "type_match": Kind.TYPE,
    "domain_match": Kind.DOMAIN,
    "period_match": Kind.PERIOD,
    "region_match": Kind.PLACE,
}
FEATURES: tuple[str, ...] = (
    *_VOICES,
    *(f"{name}_normalised" for name in _VOICES),
    *_MATCHED,
    "degree",
    "entity_count",
    "length",
    "completeness",
    "query_length",
    *(f"is_{each}" for each in QueryType),
)
"""Their names, in the order of the columns."""


class Features:
    """Describes documents of one collection for a query.

    Args:
        anchored: The graph; None where there is none, and what it would tell is 0.
    """

    def __init__(self, catalogue: Catalogue, anchored: Anchored | None) -> None:
        self._catalogue = catalogue
        self._anchored = anchored

    def rows(
        self, session: Session, ranked: NDArray[np.integer], documents: NDArray[np.integer]
    ) -> Floats:
        """A row for each of `documents`, a column for each of `FEATURES`.

        Args:
            ranked: All numbers that are ranked: scores are normalised over them.
        """
        raw, scaled = [], []
        for name in _VOICES:
            scores = session.ask(name)
            if scores is None:
                scores = np.zeros(len(self._catalogue.lengths))
            over_all = np.zeros(len(scores))
            over_all[ranked] = normalised(scores[ranked])
            raw.append(scores[documents])
            scaled.append(over_all[documents])
        known = self._catalogue
        held = (known.degrees, known.entity_counts, known.lengths, known.completeness)
        columns = [
            *raw,
            *scaled,
            *self._matches(session.query, documents),
            *(each[documents] for each in held),
            *(np.full(len(documents), value) for value in self._of_query(session.query)),
        ]
        return np.column_stack(columns)

    def _matches(self, query: Query, documents: NDArray[np.integer]) -> list[Floats]:
        """For each kind, whether a document is tied to an entity of it that the query names."""
        if self._anchored is None:
            return [np.zeros(len(documents)) for _ in _MATCHED]
        tied: dict[Kind, Floats] = {
            kind: np.zeros(self._anchored.graph.node_count) for kind in _MATCHED.values()
        }
        for entity in self._anchored.named(query):
            kind = self._anchored.graph.kind(entity)
            if kind in tied:
                tied[kind][self._anchored.neighbours(entity)] = 1.0
        return [self._anchored.by_document(tied[kind])[documents] for kind in _MATCHED.values()]

    def _of_query(self, query: Query) -> list[float]:
        """Its length in words, and which type it is of; a document that asks is of none."""
        found = None
        if query.like is None:
            named = self._anchored is not None and self._anchored.is_name(query.text)
            found = query_type(query.text, is_name=named)
        return [float(len(query.text.split())), *(float(each == found) for each in QueryType)]
