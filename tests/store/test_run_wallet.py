"""One run's wallet as its calls see it: waiting, being cancelled, and four processes at once."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from groundsmith.errors import BudgetReached, StateCorrupt
from groundsmith.records import Answer, Completion
from groundsmith.store import wallet
from groundsmith.store.database import Database
from groundsmith.store.run_wallet import RunWallet
from groundsmith.store.wallet import Totals
from groundsmith.testing import FixedClock

RUN = "r"
SPENDER = Path(__file__).parents[1] / "spender.py"
ANSWER = Answer(
    key="k", completion=Completion(text="text", model="m", finish_reason="stop", usage=None)
)


def run_wallet(
    database: Database,
    limit: int | None,
    *,
    owner: str = "me",
    waiting: Callable[[], None] = lambda: None,
) -> RunWallet:
    return RunWallet(database, RUN, owner, limit=lambda: limit, clock=FixedClock(), waiting=waiting)


def totals(database: Database) -> Totals | None:
    """What stands in the ledger once all that was handed in is committed."""
    return database.write(lambda c: wallet.totals(c, RUN))


def together(*works: Awaitable[object]) -> list[object]:
    async def gathered() -> list[object]:
        return list(await asyncio.gather(*works, return_exceptions=True))

    return asyncio.run(gathered())


def test_a_call_waits_for_another_to_be_settled_and_takes_its_room(database: Database) -> None:
    mine = run_wallet(database, 100)
    order: list[str] = []

    async def first() -> None:
        reservation = await mine.reserve(80)
        waiting = asyncio.ensure_future(second())
        await asyncio.sleep(0)
        order.append("settled")
        await mine.settle(reservation, 10, None)
        await waiting

    async def second() -> None:
        await mine.reserve(90)
        order.append("reserved")

    together(first())

    assert order == ["settled", "reserved"]
    assert totals(database) == Totals(limit=100, settled=10, unsettled=0, reserved=90)


def test_a_call_that_can_never_fit_stops_the_run_with_the_amounts(database: Database) -> None:
    mine = run_wallet(database, 2_500_000_000_000)

    async def spend() -> None:
        await mine.settle(await mine.reserve(2_000_000_000_000), 1_250_000_000_000, None)
        await mine.reserve(2_000_000_000_000)

    [stopped] = together(spend())

    assert isinstance(stopped, BudgetReached)
    assert str(stopped).startswith("budget reached: $1.25 of $2.50 spent")


def test_a_call_that_waits_is_not_overtaken_by_one_that_comes_later(database: Database) -> None:
    served: list[str] = []

    async def spend() -> None:
        waits = asyncio.Event()
        mine = run_wallet(database, 100, waiting=waits.set)

        async def call(name: str) -> None:
            reservation = await mine.reserve(100)
            served.append(name)
            await mine.settle(reservation, 0, None)

        reservation = await mine.reserve(100)
        early = asyncio.ensure_future(call("early"))
        await waits.wait()
        await asyncio.gather(mine.settle(reservation, 0, None), call("late"), early)

    together(spend())

    assert served == ["early", "late"]


def test_what_another_process_settles_makes_room_too(database: Database) -> None:
    mine, other = run_wallet(database, 100), run_wallet(database, 100, owner="other")

    async def spend() -> None:
        reservation = await other.reserve(80)
        waiting = asyncio.ensure_future(mine.reserve(90))
        await asyncio.sleep(0)
        await other.settle(reservation, 0, None)
        await waiting

    together(spend())

    assert totals(database) == Totals(limit=100, settled=0, unsettled=0, reserved=90)


def test_who_waits_for_a_dead_owner_gets_to_bury_it(database: Database) -> None:
    dead = run_wallet(database, 100, owner="dead")

    def bury() -> None:
        database.write(lambda c: wallet.bury(c, RUN, "dead", 2.0))

    mine = run_wallet(database, 100, waiting=bury)

    async def spend() -> None:
        await dead.reserve(60)
        await mine.reserve(60)

    [stopped] = together(spend())

    assert isinstance(stopped, BudgetReached)
    assert totals(database) == Totals(limit=100, settled=0, unsettled=60, reserved=0)


def test_a_call_that_is_cancelled_while_it_reserves_leaves_nothing_behind(
    database: Database,
) -> None:
    def no_room() -> None:
        raise AssertionError("the cancelled call still holds its money")

    mine = run_wallet(database, 100, waiting=no_room)

    async def cancelled() -> str:
        call = asyncio.ensure_future(mine.reserve(100))
        await asyncio.sleep(0)
        call.cancel()
        return await mine.reserve(100)

    [reservation] = together(cancelled())

    assert isinstance(reservation, str)
    assert totals(database) == Totals(limit=100, settled=0, unsettled=0, reserved=100)


def test_a_settlement_is_booked_though_its_task_is_cancelled(database: Database) -> None:
    mine = run_wallet(database, 100)

    async def cancelled() -> Completion | None:
        settling = asyncio.ensure_future(mine.settle(await mine.reserve(60), 10, ANSWER))
        await asyncio.sleep(0)
        settling.cancel()
        return await mine.find("k")

    [found] = together(cancelled())

    assert found == ANSWER.completion
    assert totals(database) == Totals(limit=100, settled=10, unsettled=0, reserved=0)


def test_without_a_known_cost_the_worst_case_stays_booked(database: Database) -> None:
    mine = run_wallet(database, 100)

    async def lose() -> None:
        await mine.settle(await mine.reserve(60), None, None)

    together(lose())

    assert totals(database) == Totals(limit=100, settled=0, unsettled=60, reserved=0)


def test_an_answer_is_found_before_it_is_committed(database: Database) -> None:
    mine = run_wallet(database, 100)

    async def settle_and_find() -> Completion | None:
        reservation = await mine.reserve(60)
        finding = asyncio.ensure_future(mine.find("other"))
        await asyncio.sleep(0)  # a look for the next commit is handed in before the settlement
        await mine.settle(reservation, 10, ANSWER)
        found = await mine.find("k")
        await finding
        return found

    [found] = together(settle_and_find())

    assert found == ANSWER.completion


def test_no_call_is_made_after_one_that_could_not_be_booked(database: Database) -> None:
    mine = run_wallet(database, None)

    async def break_and_go_on() -> str:
        reservation = await mine.reserve(60)
        database.write(lambda c: c.execute(text("DROP TABLE answers")))
        await mine.settle(reservation, 10, ANSWER)
        with pytest.raises(StateCorrupt):
            await mine.booked()
        return await mine.reserve(60)

    [stopped] = together(break_and_go_on())

    assert isinstance(stopped, StateCorrupt)


@pytest.mark.slow
def test_four_processes_of_64_calls_each_never_pass_one_budget(place: str) -> None:
    limit, worst_case = 240_011, 20
    with Database.open(place):
        pass  # each process finds the tables; four that make them at once are another test
    numbers = ("64", str(limit), str(worst_case))

    processes = [
        subprocess.Popen(
            [sys.executable, str(SPENDER), place, RUN, f"owner-{number}", *numbers],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for number in range(4)
    ]
    assert [process.stdout.readline() for process in processes if process.stdout] == [
        b"ready\n"
    ] * 4
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    told = [process.communicate()[0].split() for process in processes]

    bill = sum(int(spent) for spent, _ in told)
    with Database.open(place) as database:
        assert totals(database) == Totals(limit=limit, settled=bill, unsettled=0, reserved=0)
    assert limit - worst_case < bill <= limit
    assert min(int(calls) for _, calls in told) > 0
