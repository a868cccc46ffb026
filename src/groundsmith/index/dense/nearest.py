"""Near vectors found through a graph, without comparing all of them, by usearch.

Hierarchical navigable small worlds (Malkov and Yashunin 2020). It misses some, so it is used where
comparing all takes too long, and what it finds is compared anew with the vectors themselves.
"""

from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.dense.vectors import Codes, Vectors

MOST_COMPARED = 100_000
"""Documents up to which a query is compared with every one."""

_LINKS = 16
_TRIED_ADDING = 128
_TRIED_FINDING = 256


def is_installed() -> bool:
    """Whether the extra `hnsw` is here."""
    return find_spec("usearch") is not None


class Nearest:
    """The graph over the vectors of a collection; needs the extra `hnsw`.

    Args:
        stored: What `built` gave.
    """

    def __init__(self, stored: NDArray[np.uint8], dimensions: int) -> None:
        self._graph = _empty(dimensions)
        self._graph.load(stored.tobytes())
        self._graph.expansion_search = _TRIED_FINDING

    def find(self, asked: NDArray[np.floating], count: int) -> NDArray[np.int64]:
        """Numbers of `count` documents near to a vector, most of them the nearest, in order."""
        query = Vectors.of(np.asarray(asked)[None]).codes[0]
        return np.asarray(self._graph.search(query, count, threads=1).keys, dtype=np.int64)


def built(vectors: Vectors) -> NDArray[np.uint8]:
    """The graph over all vectors, as bytes; the same from the same vectors."""
    graph = _empty(vectors.codes.shape[1])
    numbers = np.flatnonzero(vectors.there)
    codes: Codes = vectors.codes[numbers]
    graph.add(numbers, codes, threads=1)
    return np.frombuffer(bytes(graph.save()), dtype=np.uint8)


def _empty(dimensions: int) -> Any:
    from usearch.index import Index

    return Index(
        ndim=dimensions,
        metric="cos",
        dtype="i8",
        connectivity=_LINKS,
        expansion_add=_TRIED_ADDING,
        expansion_search=_TRIED_FINDING,
    )
