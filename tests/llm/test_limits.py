"""Calls start within the limits, in their order, and nothing is lost in the queue."""

import asyncio

import pytest

from groundsmith.errors import AnswerLate, RateLimited
from groundsmith.events import Event, PaceChanged, silent
from groundsmith.llm.in_flight import InFlight
from groundsmith.llm.limits import Limited, Rate
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request, Usage
from groundsmith.seams import Hear
from groundsmith.testing import LoopClock, ScriptedModel, run_in_virtual_time


class Slow(Streamed):
    """Takes a second a call, and remembers when each began and how many were open."""

    def __init__(self, latency_s: float = 1.0) -> None:
        self._latency_s = latency_s
        self.began: list[float] = []
        self.open_count = 0
        self.peak = 0

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        self.began.append(asyncio.get_running_loop().time())
        self.open_count += 1
        self.peak = max(self.peak, self.open_count)
        try:
            await asyncio.sleep(self._latency_s)
        finally:
            self.open_count -= 1
        usage = Usage(input_tokens=600, output_tokens=400)
        return Completion(text="fine", model="m", finish_reason="stop", usage=usage)


def limited(
    model: Streamed | ScriptedModel, rate: Rate, events: list[Event] | None = None
) -> Limited:
    emit = silent if events is None else events.append
    return Limited(model, rate=lambda: rate, clock=LoopClock(), label="m", emit=emit)


def test_no_more_calls_are_open_than_allowed(request_: Request) -> None:
    slow = Slow()

    async def main() -> None:
        model = limited(slow, Rate(in_flight=7))
        await asyncio.gather(*(model.complete(request_) for _ in range(50)))

    _, took_s = run_in_virtual_time(main())

    assert slow.peak == 7
    assert took_s == pytest.approx(8, abs=0.3)


def test_requests_a_minute_are_spread_evenly(request_: Request) -> None:
    slow = Slow()

    async def main() -> None:
        model = limited(slow, Rate(requests_per_minute=60, in_flight=100))
        await asyncio.gather(*(model.complete(request_) for _ in range(120)))

    run_in_virtual_time(main())

    gaps = [late - early for early, late in zip(slow.began, slow.began[1:], strict=False)]
    assert min(gaps) > 0.98
    assert slow.began[-1] == pytest.approx(119, abs=1)


def test_tokens_a_minute_are_kept_once_the_length_of_answers_is_known(request_: Request) -> None:
    slow = Slow()

    async def main() -> None:
        model = limited(slow, Rate(tokens_per_minute=60_000, in_flight=4))
        await asyncio.gather(*(model.complete(request_) for _ in range(100)))

    _, took_s = run_in_virtual_time(main())

    assert took_s == pytest.approx(100, rel=0.05)


def test_a_call_that_is_cancelled_while_it_waits_leaves_its_place(request_: Request) -> None:
    slow = Slow()

    async def main() -> None:
        model = limited(slow, Rate(in_flight=1))
        calls = [asyncio.ensure_future(model.complete(request_)) for _ in range(5)]
        await asyncio.sleep(0.5)
        for call in (calls[0], calls[1], calls[3]):
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)

    _, took_s = run_in_virtual_time(main())

    assert slow.open_count == 0
    assert len(slow.began) == 3
    assert took_s == pytest.approx(2.5, abs=0.1)


@pytest.mark.parametrize("error", [RateLimited("m", "slow"), AnswerLate("m", "late")])
def test_a_limit_that_is_found_is_told_with_its_reason(
    request_: Request, error: RateLimited | AnswerLate
) -> None:
    events: list[Event] = []

    async def main() -> None:
        model = limited(ScriptedModel(error), Rate(in_flight=8), events)
        for _ in range(10):
            await asyncio.gather(model.complete(request_), return_exceptions=True)

    run_in_virtual_time(main())

    told = [event for event in events if isinstance(event, PaceChanged)]
    assert told
    assert all(event.reason for event in told)


def test_a_limit_that_is_changed_during_a_run_applies(request_: Request) -> None:
    slow, rates, events = Slow(), [Rate(in_flight=2)], list[Event]()

    async def main() -> None:
        model = Limited(
            slow, rate=lambda: rates[-1], clock=LoopClock(), label="m", emit=events.append
        )
        await asyncio.gather(*(model.complete(request_) for _ in range(4)))
        rates.append(Rate(in_flight=8, requests_per_minute=6000))
        await asyncio.gather(*(model.complete(request_) for _ in range(80)))

    _, took_s = run_in_virtual_time(main())

    assert slow.peak == 8
    assert took_s == pytest.approx(2 + 10 + 2, abs=2.5)
    assert [event.reason for event in events if isinstance(event, PaceChanged)] == [
        "the settings changed"
    ]


def test_fewer_calls_are_open_where_answers_take_ever_longer() -> None:
    in_flight = InFlight(64)
    for _ in range(200):
        in_flight.answered(1.0)

    for _ in range(600):
        in_flight.answered(5.0)

    assert in_flight.limit < 40


def test_answers_that_stay_as_quick_leave_the_limit_at_its_most() -> None:
    in_flight = InFlight(256)

    for turn in range(2000):
        in_flight.answered(0.5 + (turn % 7) / 10)

    assert in_flight.limit == 256


def test_deadlines_that_pass_together_count_once() -> None:
    in_flight = InFlight(32)

    fell = [in_flight.late(now=60.0 + turn, started=turn / 100) for turn in range(32)]

    assert sum(fell) == 1
    assert in_flight.limit == 19
