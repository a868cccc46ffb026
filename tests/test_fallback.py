"""A fallback chain answers with the first strategy that can, and says which."""

import asyncio
import threading

import pytest

from groundsmith.fallback import AllStrategiesFailed, FallbackChain


def fails(number: int) -> str:
    raise ValueError(f"cannot do {number}")


def test_the_highest_priority_that_answers_is_used_and_named() -> None:
    chain: FallbackChain[[int], str] = FallbackChain("numbers")
    chain.add_strategy("last", lambda number: f"last {number}", priority=1)
    chain.add_strategy("broken", fails, priority=3)
    chain.add_strategy("spare", lambda number: f"spare {number}", priority=2)

    answer = chain.execute(7)

    assert answer == ("spare 7", "spare")


def test_equal_priorities_run_in_the_order_they_were_added() -> None:
    chain: FallbackChain[[int], str] = FallbackChain("numbers")
    chain.add_strategy("first", lambda number: "1")
    chain.add_strategy("second", lambda number: "2")

    assert chain.execute(0)[1] == "first"


def test_when_all_fail_one_error_holds_each_cause() -> None:
    chain: FallbackChain[[int], str] = FallbackChain("numbers")
    chain.add_strategy("a", fails)
    chain.add_strategy("b", fails)

    with pytest.raises(AllStrategiesFailed, match="a: cannot do 3; b: cannot do 3") as caught:
        chain.execute(3)

    assert [name for name, _ in caught.value.causes] == ["a", "b"]


def test_a_strategy_past_its_time_hands_over() -> None:
    release = threading.Event()
    chain: FallbackChain[[], str] = FallbackChain("slow")
    chain.add_strategy("hangs", lambda: str(release.wait()), priority=1, timeout_s=0.01)
    chain.add_strategy("quick", lambda: "here")

    answer = chain.execute()
    release.set()

    assert answer == ("here", "quick")


def test_async_and_plain_strategies_mix() -> None:
    async def hangs(number: int) -> str:
        await asyncio.Event().wait()
        return "never"

    chain: FallbackChain[[int], str] = FallbackChain("mixed")
    chain.add_strategy("hangs", hangs, priority=2, timeout_s=0.01)
    chain.add_strategy("broken", fails, priority=1)
    chain.add_strategy("plain", lambda number: f"plain {number}")

    assert asyncio.run(chain.execute_async(1)) == ("plain 1", "plain")
    assert chain.execute(1) == ("plain 1", "plain")
