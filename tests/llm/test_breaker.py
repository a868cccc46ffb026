"""A model that fails most of the time is left alone, and asked once to see whether it is back."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import BreakerOpen, ModelError, ProviderFailed, RateLimited, RequestRefused
from groundsmith.events import BreakerMoved, Event
from groundsmith.llm.breaker import Breaker, Circuit, CircuitState, Tolerance
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Hear
from groundsmith.testing import FixedClock, ScriptedModel

FAILED = ProviderFailed("m", "sorry", 500)
TOLERANCE = Tolerance(calls_min=4, failed_share=0.5, window_s=30, rest_s=5)


class Gate(Streamed):
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.asked_count = 0

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        self.asked_count += 1
        await self.open.wait()
        return Completion(text="fine", model="m", finish_reason="stop", usage=None)


def breaker(model: Streamed | ScriptedModel, clock: FixedClock, events: list[Event]) -> Breaker:
    return Breaker(model, tolerance=TOLERANCE, clock=clock, label="m", emit=events.append)


async def ask(model: Breaker, request: Request, times: int) -> list[str]:
    outcomes = []
    for _ in range(times):
        try:
            outcomes.append((await model.complete(request)).text)
        except ModelError as error:
            outcomes.append(type(error).__name__)
    return outcomes


def test_it_opens_at_the_share_of_failures_and_not_below_the_minimum(request_: Request) -> None:
    model = breaker(ScriptedModel("a", "b", FAILED, FAILED, "c"), FixedClock(), [])

    outcomes = asyncio.run(ask(model, request_, 5))

    assert outcomes == ["a", "b", "ProviderFailed", "ProviderFailed", "BreakerOpen"]


@pytest.mark.parametrize("error", [RateLimited("m", "slow"), RequestRefused("m", "no", 400)])
def test_being_told_off_is_not_failing(request_: Request, error: ModelError) -> None:
    model = breaker(ScriptedModel(error), FixedClock(), [])

    outcomes = asyncio.run(ask(model, request_, 20))

    assert "BreakerOpen" not in outcomes


def test_exactly_one_call_finds_out_whether_it_is_back(request_: Request) -> None:
    async def main() -> tuple[int, list[object]]:
        gate, clock = Gate(), FixedClock()
        model = breaker(gate, clock, [])
        for _ in range(4):
            model._circuit.ended(clock.monotonic(), failed=True, probe=False)
        clock.advance(TOLERANCE.rest_s)
        calls = [asyncio.ensure_future(model.complete(request_)) for _ in range(50)]
        await asyncio.sleep(0)
        asked = gate.asked_count
        gate.open.set()
        return asked, await asyncio.gather(*calls, return_exceptions=True)

    asked, outcomes = asyncio.run(main())

    assert asked == 1
    assert sum(isinstance(outcome, Completion) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, BreakerOpen) for outcome in outcomes) == 49


def test_a_probe_that_is_cancelled_leaves_room_for_the_next(request_: Request) -> None:
    async def main() -> Completion:
        gate, clock = Gate(), FixedClock()
        model = breaker(gate, clock, [])
        for _ in range(4):
            model._circuit.ended(clock.monotonic(), failed=True, probe=False)
        clock.advance(TOLERANCE.rest_s)
        probe = asyncio.ensure_future(model.complete(request_))
        await asyncio.sleep(0)
        probe.cancel()
        await asyncio.gather(probe, return_exceptions=True)
        gate.open.set()
        return await model.complete(request_)

    answer = asyncio.run(main())

    assert answer.text == "fine"


def test_each_move_is_told(request_: Request) -> None:
    events: list[Event] = []
    clock = FixedClock()
    model = breaker(ScriptedModel(*[FAILED] * 4, "fine"), clock, events)

    asyncio.run(ask(model, request_, 4))
    clock.advance(TOLERANCE.rest_s)
    asyncio.run(ask(model, request_, 1))

    states = [event.state for event in events if isinstance(event, BreakerMoved)]
    assert states == ["open", "half open", "closed"]


def test_each_failed_probe_doubles_the_rest() -> None:
    circuit = Circuit(TOLERANCE)
    for _ in range(4):
        circuit.ended(0.0, failed=True, probe=False)

    circuit.admit(5.0)
    circuit.ended(5.0, failed=True, probe=True)

    assert circuit.admit(14.9) > 0
    assert circuit.admit(15.0) == 0


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=200))
def test_it_opens_exactly_when_the_window_holds_too_much_failure(
    calls: list[tuple[float, bool]],
) -> None:
    circuit, now = Circuit(TOLERANCE), 0.0
    seen: list[tuple[float, bool]] = []

    for gap_s, failed in calls:
        now += gap_s
        circuit.ended(now, failed=failed, probe=False)
        seen = [(at, bad) for at, bad in [*seen, (now, failed)] if at > now - TOLERANCE.window_s]
        failures = sum(bad for _, bad in seen)
        too_much = len(seen) >= TOLERANCE.calls_min and failures >= 0.5 * len(seen)
        assert (circuit.state is CircuitState.OPEN) == too_much
        if too_much:
            break
