"""The engine drives keyed items to their end; here they are integers."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from groundsmith.errors import Interrupted, ItemError, StorageFull
from groundsmith.events import Event, ItemFinished, silent
from groundsmith.records import ItemState, Selection
from groundsmith.runs.engine import Engine, Performed
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.room import Room
from groundsmith.runs.stop import Stop
from groundsmith.store import items, runs
from groundsmith.store.database import Database
from groundsmith.store.items import LeasedItem, PlannedItem

RUN = "r"


class Numbers:
    """Performs integers: remembers what it did, and fails where it is told to."""

    def __init__(self, fail: Callable[[int, int], Exception | None] = lambda n, a: None) -> None:
        self.done: list[int] = []
        self._fail = fail

    async def __call__(self, item: LeasedItem) -> Performed:
        number = int(item.payload)
        await asyncio.sleep(0)
        if error := self._fail(number, item.attempt):
            raise error
        self.done.append(number)
        return Performed(drafts=(), provenance={})


@contextmanager
def ledger_of(database: Database, count: int, limit: int | None = None) -> Iterator[Ledger]:
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="o", recipe=("n", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )
    ledger = Ledger(database, RUN, lease_s=60, selection=Selection(limit=limit))
    ledger.plan(
        PlannedItem(name=str(n), ordinal=n, fingerprint=f"f{n}", payload=str(n).encode())
        for n in range(count)
    )
    yield ledger
    ledger.close()


def work(
    ledger: Ledger,
    perform: Numbers,
    stop: Stop | None = None,
    emit: Callable[[Event], None] = silent,
) -> None:
    engine = Engine(
        ledger,
        perform,
        in_flight=4,
        emit=emit,
        stop=stop or Stop(),
    )
    asyncio.run(engine.work())


def test_every_item_is_performed_once(database: Database) -> None:
    perform = Numbers()

    with ledger_of(database, 50) as ledger:
        work(ledger, perform)
        counts = ledger.counts()

    assert sorted(perform.done) == list(range(50))
    assert counts == {ItemState.DONE: 50}


def test_a_limit_works_on_the_first_items_of_the_plan(database: Database) -> None:
    perform = Numbers()

    with ledger_of(database, 50, limit=7) as ledger:
        work(ledger, perform)

    assert sorted(perform.done) == list(range(7))


def test_a_failing_item_fails_alone_and_its_cause_is_kept(database: Database) -> None:
    perform = Numbers(lambda n, a: ItemError("3", "broken") if n == 3 else None)

    with ledger_of(database, 10) as ledger:
        work(ledger, perform)
        counts = ledger.counts()
    with database.read() as connection:
        letters = items.all_dead_letters(connection, RUN)

    assert counts == {ItemState.DONE: 9, ItemState.FAILED: 1}
    assert [(letter["item"], letter["cause"]["message"]) for letter in letters] == [
        ("3", "3: broken")
    ]


def test_a_bug_in_one_item_fails_that_item_and_keeps_its_trace(database: Database) -> None:
    perform = Numbers(lambda n, a: ZeroDivisionError("oops") if n == 2 else None)

    with ledger_of(database, 5) as ledger:
        work(ledger, perform)
        counts = ledger.counts()
    with database.read() as connection:
        [letter] = items.all_dead_letters(connection, RUN)

    assert counts[ItemState.DONE] == 4
    assert "ZeroDivisionError: oops" in letter["cause"]["trace"]


def test_a_failing_machine_halts_the_run_and_loses_nothing(database: Database) -> None:
    with ledger_of(database, 20) as ledger:
        with pytest.raises(StorageFull):
            work(ledger, Numbers(lambda n, a: StorageFull("/full") if n == 8 else None))
        done_before = ledger.counts()[ItemState.DONE]

    perform = Numbers()
    with ledger_of(database, 20) as ledger:
        work(ledger, perform)
        counts = ledger.counts()

    assert len(perform.done) == 20 - done_before
    assert counts == {ItemState.DONE: 20}


def test_a_stop_finishes_what_is_in_flight_and_can_be_resumed(database: Database) -> None:
    stop = Stop()

    def stop_after_ten(event: Event) -> None:
        if isinstance(event, ItemFinished) and event.item == "10":
            stop.request("test")

    first, second = Numbers(), Numbers()
    with ledger_of(database, 40) as ledger, pytest.raises(Interrupted):
        work(ledger, first, stop, stop_after_ten)

    with ledger_of(database, 40) as ledger:
        work(ledger, second)

    assert sorted(first.done + second.done) == list(range(40))
    assert second.done


def test_a_cancelled_run_ends(database: Database) -> None:
    class Endless(Numbers):
        async def __call__(self, item: LeasedItem) -> Performed:
            await asyncio.sleep(0.05)
            return await super().__call__(item)

    with ledger_of(database, 1000) as ledger:
        database.write(lambda c: runs.request_cancel(c, RUN))
        with pytest.raises(Interrupted):
            work(ledger, Endless())


def test_two_ledgers_share_the_items_of_one_run(database: Database) -> None:
    first, second = Numbers(), Numbers()

    async def both(one: Ledger, other: Ledger) -> None:
        engines = [
            Engine(
                ledger,
                perform,
                in_flight=4,
                emit=silent,
                stop=Stop(),
            )
            for ledger, perform in ((one, first), (other, second))
        ]
        await asyncio.gather(*(engine.work() for engine in engines))

    with ledger_of(database, 60) as ledger:
        other = Ledger(database, RUN, lease_s=60)
        asyncio.run(both(ledger, other))
        other.close()

    assert sorted(first.done + second.done) == list(range(60))
    assert first.done
    assert second.done


class Crowd:
    """Performs items that wait until told, and knows how many are at it."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.wanted = 0
        self.seen = asyncio.Event()
        self.release = asyncio.Event()

    async def __call__(self, item: LeasedItem) -> Performed:
        self.inside += 1
        self.most = max(self.most, self.inside)
        if self.inside == self.wanted:
            self.seen.set()
        await self.release.wait()
        self.inside -= 1
        return Performed(drafts=(), provenance={})


def test_more_items_are_in_work_as_soon_as_more_may_be(database: Database) -> None:
    crowd = Crowd()
    crowd.wanted = 9

    async def main(ledger: Ledger) -> None:
        engine = Engine(
            ledger, crowd, in_flight=2, emit=silent, stop=Stop(), watching=lambda: crowd.wanted
        )
        working = asyncio.create_task(engine.work())
        await asyncio.wait_for(crowd.seen.wait(), 60)
        crowd.release.set()
        await working

    with ledger_of(database, 40) as ledger:
        asyncio.run(main(ledger))
        counts = ledger.counts()

    assert crowd.most == 9
    assert counts == {ItemState.DONE: 40}


def test_nobody_enters_a_room_that_shrank_before_there_is_room() -> None:
    async def main() -> list[str]:
        room, said = Room(2), list[str]()
        done = {name: asyncio.Event() for name in "abc"}

        async def visit(name: str) -> None:
            async with room:
                said.append(f"{name} in")
                await done[name].wait()
            said.append(f"{name} out")

        visits = [asyncio.create_task(visit(name)) for name in "abc"]
        await settled()
        room.allow(1)
        for name in "abc":
            done[name].set()
            await settled()
        await asyncio.gather(*visits)
        return said

    async def settled() -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    assert asyncio.run(main()) == ["a in", "b in", "a out", "b out", "c in", "c out"]
