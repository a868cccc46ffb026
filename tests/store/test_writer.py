"""The writing thread: who is told, who no longer listens, and how long it waits for a server."""

import asyncio
from collections.abc import Callable

from sqlalchemy import Connection, func, insert, select

from groundsmith.store import schema
from groundsmith.store.database import Database
from groundsmith.store.patience import Patience


def put(name: str) -> Callable[[Connection], str]:
    """Work that fails where the name is there already."""

    def work(connection: Connection) -> str:
        connection.execute(insert(schema.texts).values(sha256=name, body=b"", char_count=0))
        return name

    return work


def count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(schema.texts)).scalar_one())


def test_every_task_gets_its_own_result(database: Database) -> None:
    async def all_of_them() -> list[str]:
        names = [str(number) for number in range(500)]
        return await asyncio.gather(*(database.write_soon(put(name)) for name in names))

    told = asyncio.run(all_of_them())

    assert told == [str(number) for number in range(500)]
    assert database.fetch(count) == 500


def test_a_task_that_fails_leaves_the_others_their_results(database: Database) -> None:
    async def twice_the_same() -> list[str | BaseException]:
        names = ["a", "b", "a", "c"]
        works = (database.write_soon(put(name)) for name in names)
        return await asyncio.gather(*works, return_exceptions=True)

    told = asyncio.run(twice_the_same())

    assert [type(one).__name__ for one in told] == ["str", "str", "StateUnreachable", "str"]
    assert database.fetch(count) == 3


def test_what_was_handed_in_is_done_though_its_task_is_cancelled(database: Database) -> None:
    async def cancelled() -> None:
        waiting = database.write_soon(put("a"))
        waiting.cancel()
        await database.write_soon(put("b"))

    asyncio.run(cancelled())

    assert database.fetch(count) == 2


def test_what_was_handed_in_is_done_though_its_loop_is_gone(database: Database) -> None:
    async def gone() -> None:
        database.write_soon(put("a"))

    asyncio.run(gone())

    assert database.write(put("b")) == "b"
    assert database.fetch(count) == 2


def test_a_server_is_waited_for_until_the_limit_and_then_tried_once_more_each_time() -> None:
    now, pauses = [0.0], []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    patience = Patience(10.0, clock=lambda: now[0], sleep=sleep)

    while patience.wait():
        pass
    waited, again = now[0], patience.wait()

    assert 10.0 <= waited < 11.0
    assert not again
    assert pauses == sorted(pauses)


def test_a_second_loss_has_the_whole_limit_before_it() -> None:
    now = [0.0]
    patience = Patience(10.0, clock=lambda: now[0], sleep=lambda seconds: None)
    patience.wait()
    now[0] = 100.0
    patience.restore()

    worth_it = patience.wait()

    assert worth_it
