"""Writes in flight: none is lost, none goes wrong unheard, and few wait at a time."""

from functools import partial

import pytest
from sqlalchemy import Connection, func, insert, select

from groundsmith.app.backlog import Backlog
from groundsmith.store import corpus, schema
from groundsmith.store.database import Database


def texts(database: Database) -> int:
    chosen = select(func.count()).select_from(schema.texts)
    return database.fetch(lambda c: int(c.execute(chosen).scalar_one()))


def test_everything_handed_in_is_there_once_it_is_drained(database: Database) -> None:
    backlog = Backlog(database)

    for number in range(2_000):
        backlog.put(partial(corpus.put_text, name=f"{number}", body="body"))
    backlog.drain()

    assert texts(database) == 2_000


def test_a_write_that_goes_wrong_is_heard_of_and_its_neighbours_stay(database: Database) -> None:
    def bad(connection: Connection) -> None:
        connection.execute(insert(schema.texts).values(sha256="b", body=b"", char_count=0))
        raise ValueError("this one")

    backlog = Backlog(database)

    backlog.put(lambda c: corpus.put_text(c, "a", "body"))
    backlog.put(bad)
    backlog.put(lambda c: corpus.put_text(c, "c", "body"))
    with pytest.raises(ValueError, match="this one"):
        backlog.drain()
    backlog.drain()

    assert texts(database) == 2


def test_a_write_larger_than_the_limit_is_committed_before_put_returns(database: Database) -> None:
    backlog = Backlog(database)

    backlog.put(lambda c: corpus.put_text(c, "a", "body"), size_bytes=1 << 30)

    assert texts(database) == 1
