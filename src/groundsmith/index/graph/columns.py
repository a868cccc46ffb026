"""Edges and mentions as they are gathered: columns of numbers, because there are millions of them.

An edge that is gathered twice is one, with the greater weight; the order in which edges came does
not matter.
"""

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import Span


class Columns:
    """Takes edges and mentions between numbered nodes.

    Attributes:
        words: The place of each relation, in the order in which they came.
    """

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self._ends = (array("i"), array("i"))
        self._reasons = array("H")
        self._weights = array("f")
        self._told = (array("i"), array("i"), array("i"), array("i"))

    def link(self, source: int, target: int, relation: str, weight: float) -> None:
        """Takes an edge."""
        self._ends[0].append(source)
        self._ends[1].append(target)
        self._reasons.append(self.words.setdefault(str(relation), len(self.words)))
        self._weights.append(weight)

    def link_all(
        self,
        sources: NDArray[np.integer],
        targets: NDArray[np.integer],
        relation: str,
        weights: NDArray[Any] | None = None,
    ) -> None:
        """Takes edges of one relation, each of weight 1 where none are given."""
        if not len(sources):
            return
        given = np.ones(len(sources)) if weights is None else weights
        word = self.words.setdefault(str(relation), len(self.words))
        _extend(self._ends[0], sources, np.int32)
        _extend(self._ends[1], targets, np.int32)
        _extend(self._reasons, np.full(len(sources), word), np.uint16)
        _extend(self._weights, given, np.float32)

    def mention_all(
        self,
        documents: NDArray[np.integer],
        entities: NDArray[np.integer],
        spans: NDArray[np.integer],
    ) -> None:
        """Takes mentions, with a start and a stop each."""
        columns = (documents, entities, spans[:, 0], spans[:, 1])
        for column, values in zip(self._told, columns, strict=True):
            _extend(column, values, np.int32)

    def mention(self, document: int, entity: int, span: Span) -> None:
        """Takes a mention."""
        for column, value in zip(
            self._told, (document, entity, span.start, span.stop), strict=True
        ):
            column.append(value)

    def edges(self) -> tuple[NDArray[np.int32], NDArray[np.int32], Any, NDArray[np.float32]]:
        """Sources, targets, places of relations and weights, by source, target and relation."""
        sources, targets = (_numbers(column, np.int32) for column in self._ends)
        reasons, weights = _numbers(self._reasons, np.uint16), _numbers(self._weights, np.float32)
        alphabetic = np.argsort(np.argsort(np.array(list(self.words), dtype=np.str_)))
        if not len(sources):
            return sources, targets, reasons, weights
        order = np.lexsort((alphabetic[reasons], targets, sources))
        sources, targets, reasons = sources[order], targets[order], reasons[order]
        new = np.ones(len(order), dtype=np.bool_)
        new[1:] = (
            (sources[1:] != sources[:-1])
            | (targets[1:] != targets[:-1])
            | (reasons[1:] != reasons[:-1])
        )
        first = np.flatnonzero(new)
        greatest = np.maximum.reduceat(weights[order], first)
        return sources[first], targets[first], reasons[first], greatest

    def mentions(self) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Documents, entities and spans, by document and place."""
        documents, entities, starts, stops = (_numbers(each, np.int32) for each in self._told)
        order = np.lexsort((starts, documents))
        spans = np.stack([starts[order], stops[order]], axis=1)
        return documents[order], entities[order], spans


def _extend(column: "array[Any]", values: NDArray[Any], dtype: type[np.generic]) -> None:
    column.frombytes(np.ascontiguousarray(values, dtype=dtype).tobytes())


def _numbers(column: "array[Any]", dtype: type[np.generic]) -> NDArray[Any]:
    return np.frombuffer(column, dtype=dtype) if len(column) else np.zeros(0, dtype=dtype)
