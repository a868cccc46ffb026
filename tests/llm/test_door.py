"""The door: calls reserve before there is a place, and no more are open than may be."""

import asyncio

import pytest

from groundsmith.llm.door import Door, ahead
from groundsmith.testing import run_in_virtual_time


def test_no_more_are_past_the_door_than_may_be_open() -> None:
    peak, open_now = 0, 0

    async def call(door: Door) -> None:
        nonlocal peak, open_now
        async with door:
            open_now += 1
            peak = max(peak, open_now)
            await asyncio.sleep(1)
            open_now -= 1

    async def main() -> None:
        door = Door(lambda: 7)
        await asyncio.gather(*(call(door) for _ in range(50)))

    _, took_s = run_in_virtual_time(main())

    assert peak == 7
    assert took_s == pytest.approx(8, abs=0.1)


def test_a_call_that_is_cancelled_at_the_door_leaves_its_place() -> None:
    passed: list[int] = []

    async def call(door: Door, number: int) -> None:
        async with door:
            passed.append(number)
            await asyncio.sleep(1)

    async def main() -> None:
        door = Door(lambda: 1)
        calls = [asyncio.ensure_future(call(door, number)) for number in range(5)]
        await asyncio.sleep(0.5)
        for number in (0, 1, 3):
            calls[number].cancel()
        await asyncio.gather(*calls, return_exceptions=True)

    run_in_virtual_time(main())

    assert passed == [0, 2, 4]


def test_a_limit_that_rises_lets_more_in_at_the_next_answer() -> None:
    limit = 1

    async def call(door: Door) -> None:
        async with door:
            await asyncio.sleep(1)

    async def main() -> None:
        nonlocal limit
        door = Door(lambda: limit)
        calls = [asyncio.ensure_future(call(door)) for _ in range(9)]
        await asyncio.sleep(0.5)
        limit = 8
        await asyncio.gather(*calls)

    _, took_s = run_in_virtual_time(main())

    assert took_s == pytest.approx(2, abs=0.1)


def test_few_calls_are_let_in_ahead_of_a_low_limit() -> None:
    assert [ahead(limit) for limit in (1, 3, 4, 100)] == [0, 0, 1, 25]
