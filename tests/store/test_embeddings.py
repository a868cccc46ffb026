"""Stored vectors: found by key, and the first one stays."""

from groundsmith.store import embeddings
from groundsmith.store.database import Database


def test_a_vector_is_found_under_its_key_and_the_first_one_stays(database: Database) -> None:
    database.write(lambda connection: embeddings.put(connection, {"a": b"1234", "b": b"5678"}))
    database.write(lambda connection: embeddings.put(connection, {"a": b"other", "c": b"9"}))

    found = database.fetch(lambda connection: embeddings.find(connection, ["c", "x", "a"]))

    assert found == [b"9", None, b"1234"]
