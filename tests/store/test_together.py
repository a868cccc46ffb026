"""Wishes of many tasks in one commit: each gets its own answer, and none is forgotten."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, func, insert, select

from groundsmith.errors import StateUnreachable
from groundsmith.store import schema
from groundsmith.store.database import Database
from postgres import Cluster


def put_all(connection: Connection, names: Sequence[str]) -> list[str]:
    rows = [{"sha256": name, "body": b"", "char_count": 0} for name in names]
    connection.execute(insert(schema.texts), rows)
    return [name.upper() for name in names]


def count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(schema.texts)).scalar_one())


def test_each_wish_gets_its_own_result(database: Database) -> None:
    names = [f"a{number}" for number in range(300)]

    async def wish() -> list[str]:
        return await asyncio.gather(*(database.write_together(put_all, name) for name in names))

    told = asyncio.run(wish())

    assert told == [name.upper() for name in names]
    assert database.fetch(count) == 300


def test_wishes_that_come_together_are_one_piece_of_work(database: Database) -> None:
    sizes: list[int] = []

    def work(connection: Connection, names: Sequence[str]) -> list[str]:
        sizes.append(len(names))
        return put_all(connection, names)

    async def wish() -> None:
        blocked = database.write_soon(count)
        wishes = [database.write_together(work, str(number)) for number in range(300)]
        await asyncio.gather(blocked, *wishes)

    asyncio.run(wish())

    assert sum(sizes) == 300
    assert len(sizes) < 300


def test_a_wish_is_done_though_nobody_waits_for_it_any_more(database: Database) -> None:
    async def wish() -> None:
        database.write_together(put_all, "a").cancel()
        database.write_together(put_all, "b")

    asyncio.run(wish())

    assert database.write(count) == 2


def test_a_wish_that_cannot_be_done_fails_alone(database: Database) -> None:
    async def wish() -> list[str | BaseException]:
        wishes = [database.write_together(put_all, name) for name in ("a", "b", "a", "c")]
        told = await asyncio.gather(*wishes, return_exceptions=True)
        return [*told, await database.write_together(put_all, "d")]

    told = asyncio.run(wish())

    assert [type(one).__name__ for one in told] == ["str", "str", "StateUnreachable", "str", "str"]
    assert database.fetch(count) == 4


@pytest.mark.slow
def test_nobody_waits_for_ever_for_a_database_that_is_gone(own_server: Cluster) -> None:
    with Database.open(own_server.new_database(), patience_s=0.1) as database:

        async def wish() -> list[str | BaseException]:
            own_server.stop()
            wishes = [database.write_together(put_all, name) for name in "abc"]
            lost = await asyncio.gather(*wishes, return_exceptions=True)
            own_server.start()
            return [*lost, await database.write_together(put_all, "d")]

        told = asyncio.run(wish())

        assert [type(one) for one in told] == [StateUnreachable] * 3 + [str]
        assert database.fetch(count) == 1
