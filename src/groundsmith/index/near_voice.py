"""The dense voice of a large collection: it compares what may be near, and not every document.

Compared are the documents that a graph over the vectors proposes, those that another voice finds,
so that nothing which one of the two would list goes without its cosine, and an even sample of all,
which tells how far an ordinary document is. Of the others nothing is said: they have the lowest
cosine of those, which brings nothing to a score.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.dense.nearest import Nearest
from groundsmith.index.voices import DENSE, DenseVoice, Floats, Query

_PROPOSED = 256
_BESIDE = 1000
_SAMPLED = 1024


class NearVoice:
    """Cosine of sentence vectors, where it may matter.

    Args:
        whole: Asked where only some documents may be found, and for all cosines.
        beside: Whose first thousand documents are compared, too.
    """

    name = DENSE

    def __init__(
        self, whole: DenseVoice, nearest: Nearest, beside: Callable[[Query], Floats | None]
    ) -> None:
        self._whole = whole
        self._nearest = nearest
        self._beside = beside
        there = np.flatnonzero(whole.vectors.there)
        self._sample = there[:: max(1, len(there) // _SAMPLED)]

    def scores(self, query: Query) -> Floats | None:
        """The cosine by number of a few thousand documents; the lowest of them for all others."""
        if query.narrowed:
            return self._whole.scores(query)
        asked = self._whole.asked(query)
        if asked is None:
            return None
        proposed = self._nearest.find(asked, _PROPOSED)
        compared = np.unique(np.concatenate([proposed, self._found_beside(query), self._sample]))
        cosines = self._whole.vectors.rows(compared) @ np.asarray(asked, dtype=np.float32)
        scores = np.full(len(self._whole.vectors), cosines.min(), dtype=np.float64)
        scores[compared] = cosines
        return scores

    def _found_beside(self, query: Query) -> NDArray[np.int64]:
        scores = self._beside(query)
        if scores is None:
            return np.empty(0, dtype=np.int64)
        least = np.partition(scores, -_BESIDE)[-_BESIDE] if len(scores) > _BESIDE else 0.0
        return np.flatnonzero((scores >= least) & (scores > 0))[: 2 * _BESIDE]
