"""An embedder that remembers its latest texts: neighbours ask about the same passage."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import sha256
from groundsmith.seams import Embedder

_MOST = 8_192
"""Vectors kept: 13 MB of 384 dimensions."""


class Recalling:
    """Another embedder with a memory of bounded size; the seam Embedder."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: OrderedDict[str, NDArray[Any]] = OrderedDict()

    def embed(self, texts: Sequence[str]) -> NDArray[Any]:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        keys = [sha256(text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new or not keys:
            made = self._embedder.embed(list(new.values()))
            if not keys:
                return np.asarray(made)
            self._known |= zip(new, made, strict=True)
        for key in keys:
            self._known.move_to_end(key)
        vectors = np.stack([self._known[key] for key in keys])
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        return vectors
