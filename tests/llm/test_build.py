"""The whole stack delivers every row through a provider's faults, and stops where it should."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from groundsmith.errors import (
    BreakerOpen,
    BudgetReached,
    CreditSpent,
    GroundsmithError,
    PriceUnknown,
    ProviderFailed,
)
from groundsmith.events import BreakerMoved, CallRetried, Event, silent
from groundsmith.llm.build import Surroundings, stacked
from groundsmith.llm.client import Client
from groundsmith.llm.settings import ModelSettings
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request, Usage
from groundsmith.seams import Hear, Model
from groundsmith.testing import (
    FakeProvider,
    LoopClock,
    MemoryWallet,
    Outcome,
    Script,
    ScriptedModel,
    run_in_virtual_time,
)
from groundsmith.testing.asking import asked

LOCAL = ModelSettings(provider="ollama", model="m", attempts=4, deadline_s=3600.0)


class Outage(Streamed):
    """Fails until the hour has come."""

    def __init__(self, until_s: float) -> None:
        self._until_s = until_s
        self.asked_count = 0

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        self.asked_count += 1
        await asyncio.sleep(0.1)
        if asyncio.get_running_loop().time() < self._until_s:
            raise ProviderFailed("m", "down", 503)
        usage = Usage(input_tokens=5, output_tokens=5)
        return Completion(text="fine", model="m", finish_reason="stop", usage=usage)


def around(
    wallet: MemoryWallet, emit: Callable[[Event], None] = silent, *, budgeted: bool = False
) -> Surroundings:
    return Surroundings(
        client=Client(),
        wallet=wallet,
        answers=wallet,
        clock=LoopClock(),
        chance=random.Random(0),
        emit=emit,
        budgeted=budgeted,
    )


def rows(request: Request, count: int) -> list[Request]:
    return [replace(request, messages=(("user", f"{n}?"),)) for n in range(count)]


async def all_of(model: Model, requests: list[Request]) -> list[Completion | BaseException]:
    return await asyncio.gather(*(model.complete(r) for r in requests), return_exceptions=True)


def test_every_row_is_delivered_through_faults_at_random(request_: Request) -> None:
    script = Script(
        seed=1,
        shares=(
            (0.05, Outcome(status=429, retry_after="0.01")),
            (0.03, Outcome(status=503, retry_after="0.01")),
        ),
    )
    events: list[Event] = []

    with FakeProvider(script) as provider:
        answers = asked(
            provider, lambda model: all_of(model, rows(request_, 300)), emit=events.append
        )
        bill = provider.bill()

    assert all(isinstance(answer, Completion) for answer in answers)
    assert len(bill.calls) == 300
    assert sum(isinstance(event, CallRetried) for event in events) > 10


def test_an_outage_is_waited_out_without_a_storm_and_loses_no_row(request_: Request) -> None:
    provider, events = Outage(until_s=120.0), list[Event]()

    async def main() -> list[Completion | BaseException]:
        model = stacked(provider, LOCAL, around(MemoryWallet(), events.append))
        return await all_of(model, rows(request_, 200))

    answers, took_s = run_in_virtual_time(main())

    moves = [event.state for event in events if isinstance(event, BreakerMoved)]
    assert all(isinstance(answer, Completion) for answer in answers)
    assert provider.asked_count <= 2 * 200 + 10  # each once in vain, once with success, and probes
    assert took_s < 200
    assert moves[0] == "open"
    assert moves[-1] == "closed"


def test_with_a_spare_an_outage_is_handed_over_at_once(request_: Request) -> None:
    provider = Outage(until_s=1e9)

    async def main() -> list[Completion | BaseException]:
        model = stacked(provider, LOCAL, around(MemoryWallet()), has_spare=True)
        await all_of(model, rows(request_, 60))
        return await all_of(model, rows(request_, 5))

    outcomes, _ = run_in_virtual_time(main())

    assert {type(outcome) for outcome in outcomes} == {BreakerOpen}


def test_a_budget_is_a_wall_at_any_number_of_calls_in_flight(request_: Request) -> None:
    with FakeProvider() as provider:
        wallet = MemoryWallet()
        asked(provider, lambda model: all_of(model, rows(request_, 1)), wallet=wallet)
        one = wallet.settled
        tight = MemoryWallet(limit=14 * one)
        outcomes = asked(
            provider,
            lambda model: all_of(model, rows(request_, 100)),
            wallet=tight,
            in_flight=64,
        )

    stopped = [outcome for outcome in outcomes if isinstance(outcome, BudgetReached)]
    assert tight.settled + tight.unsettled <= 14 * one
    assert stopped
    assert len(outcomes) - len(stopped) == len(tight.answers)


def test_an_empty_account_ends_the_asking(request_: Request) -> None:
    model = ScriptedModel(CreditSpent("m", "insufficient_quota"))

    async def main() -> GroundsmithError | Completion:
        with pytest.raises(CreditSpent):
            await stacked(model, LOCAL, around(MemoryWallet())).complete(request_)
        return CreditSpent("m", "")

    run_in_virtual_time(main())

    assert len(model.requests) == 1


def test_a_budget_needs_a_price() -> None:
    unpriced = ModelSettings(provider="openai", model="my-own-tune")

    with pytest.raises(PriceUnknown, match="my-own-tune"):
        stacked(ScriptedModel("fine"), unpriced, around(MemoryWallet(), budgeted=True))
