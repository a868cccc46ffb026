"""Vectors that the ledger keeps: an index that is made again embeds nothing twice."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from groundsmith.records import sha256
from groundsmith.seams import Embedder
from groundsmith.store import embeddings as rows
from groundsmith.store.database import Database

_FLOATS = np.dtype("<f4")


class Remembering:
    """Another embedder, whose vectors the ledger keeps; the seam Embedder.

    Args:
        name: What the vectors are of, beside the text: another model's are others.
    """

    def __init__(self, name: str, embedder: Embedder, database: Database) -> None:
        self._name = name
        self._embedder = embedder
        self._database = database

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        keys = [_key(self._name, text) for text in texts]
        found = self._database.fetch(lambda connection: rows.find(connection, keys))
        known = {key: each for key, each in zip(keys, found, strict=True) if each is not None}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new or not keys:
            fresh = list(new.values())
            made = np.asarray(self._embedder.embed(fresh), dtype=_FLOATS)
            if not keys:
                return made
            by_text = dict(zip(fresh, made, strict=True))
            self._database.write(lambda connection: keep(connection, self._name, by_text))
            known |= {key: by_text[text].tobytes() for key, text in new.items()}
        return np.stack([np.frombuffer(known[key], dtype=_FLOATS) for key in keys])


def keep(connection: Connection, name: str, vectors: Mapping[str, NDArray[Any]]) -> None:
    """Keeps vectors by text, where a `Remembering` of that name finds them."""
    by_key = {
        _key(name, text): np.asarray(vector, dtype=_FLOATS).tobytes()
        for text, vector in vectors.items()
    }
    rows.put(connection, by_key)


def _key(name: str, text: str) -> str:
    return sha256(f"{name}\n{text}")
