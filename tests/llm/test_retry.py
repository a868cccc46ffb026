"""What may succeed is asked again, no sooner than the provider said, and not for ever."""

import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import (
    AnswerCut,
    BreakerOpen,
    ModelError,
    ProviderFailed,
    RateLimited,
    RequestRefused,
    StorageFull,
)
from groundsmith.events import CallRetried, Event
from groundsmith.llm.retry import Patience, Retrying, wait_s
from groundsmith.records import Request
from groundsmith.seams import Reset
from groundsmith.testing import FixedClock, ScriptedModel

FAILED = ProviderFailed("m", "sorry", 500)


def retrying(
    model: ScriptedModel,
    clock: FixedClock,
    *,
    patience: Patience | None = None,
    events: list[Event] | None = None,
    has_spare: bool = False,
) -> Retrying:
    return Retrying(
        model,
        patience=patience or Patience(attempts=3),
        clock=clock,
        chance=random.Random(1),
        emit=(events if events is not None else []).append,
        has_spare=has_spare,
    )


def test_a_transient_failure_is_asked_again_and_reported(request_: Request) -> None:
    model, clock, events = ScriptedModel(FAILED, FAILED, "fine"), FixedClock(), list[Event]()

    answer = asyncio.run(retrying(model, clock, events=events).complete(request_))

    assert answer.text == "fine"
    assert [type(event) for event in events] == [CallRetried, CallRetried]
    assert len(clock.slept_s) == 2


def test_no_more_attempts_are_made_than_allowed(request_: Request) -> None:
    model = ScriptedModel(FAILED)

    with pytest.raises(ProviderFailed):
        asyncio.run(retrying(model, FixedClock()).complete(request_))

    assert len(model.requests) == 3


@pytest.mark.parametrize("error", [RequestRefused("m", "no", 400), StorageFull("/state")])
def test_a_permanent_failure_is_not_asked_again(request_: Request, error: Exception) -> None:
    model = ScriptedModel(error)

    with pytest.raises(type(error)):
        asyncio.run(retrying(model, FixedClock()).complete(request_))

    assert len(model.requests) == 1


def test_the_provider_says_how_long_to_wait(request_: Request) -> None:
    model, clock = ScriptedModel(RateLimited("m", "slow", retry_after_s=7.0), "fine"), FixedClock()

    asyncio.run(retrying(model, clock).complete(request_))

    assert clock.slept_s == [pytest.approx(7.0, abs=0.11)]
    assert clock.slept_s[0] >= 7.0


def test_no_attempt_begins_after_the_deadline(request_: Request) -> None:
    model = ScriptedModel(RateLimited("m", "slow", retry_after_s=40.0))
    patience = Patience(attempts=9, deadline_s=100.0)

    with pytest.raises(RateLimited):
        asyncio.run(retrying(model, FixedClock(), patience=patience).complete(request_))

    assert len(model.requests) == 3


def test_waiting_for_a_breaker_uses_up_no_attempt(request_: Request) -> None:
    resting = BreakerOpen("m", "resting", retry_after_s=5.0)
    model = ScriptedModel(*[resting] * 6, FAILED, "fine")

    answer = asyncio.run(retrying(model, FixedClock()).complete(request_))

    assert answer.text == "fine"


def test_an_open_breaker_hands_over_at_once_where_there_is_a_spare(request_: Request) -> None:
    model = ScriptedModel(BreakerOpen("m", "resting", retry_after_s=5.0))
    clock = FixedClock()

    with pytest.raises(BreakerOpen):
        asyncio.run(retrying(model, clock, has_spare=True).complete(request_))

    assert clock.slept_s == []


def test_a_stream_that_starts_again_says_that_its_text_is_void(request_: Request) -> None:
    model = ScriptedModel(AnswerCut("m", "broke off"), "fine")
    heard: list[str | Reset] = []

    asyncio.run(retrying(model, FixedClock()).complete(request_, heard.append))

    assert heard == [Reset(), "fine"]


@given(
    st.integers(1, 10_000),
    st.none() | st.floats(0, 1e12),
    st.integers(0, 2**32),
)
def test_a_wait_is_within_its_bounds(attempt: int, asked_s: float | None, seed: int) -> None:
    patience = Patience()
    error = ModelError("m", "no", retry_after_s=asked_s)

    delay_s = wait_s(error, attempt, patience, random.Random(seed))

    assert 0 <= delay_s <= patience.longest_s + patience.spread_s
    if asked_s is not None:
        assert delay_s >= min(asked_s, patience.longest_s)
