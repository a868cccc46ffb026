"""Rows of `embeddings`: vectors by a hash of the text and of what embedded it.

A vector is the bytes of its numbers (little-endian float32); whoever asks knows what they are.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select

from groundsmith.store.schema import embeddings
from groundsmith.store.statement import Statement

_find = Statement(select(embeddings.c.vector).where(embeddings.c.key == bindparam("key")))


def find(connection: Connection, keys: Sequence[str]) -> list[bytes | None]:
    """The vector under each key; `None` where there is none."""
    rows = _find.run_each(connection, [{"key": key} for key in keys])
    return [None if row is None else bytes(row[0]) for row in rows]


def put(connection: Connection, vectors: Mapping[str, bytes]) -> None:
    """Keeps vectors by key, each where there is none yet."""
    keys = list(vectors)
    new = [key for key, known in zip(keys, find(connection, keys), strict=True) if known is None]
    if new:
        rows = [{"key": key, "vector": vectors[key]} for key in new]
        connection.execute(insert(embeddings), rows)
