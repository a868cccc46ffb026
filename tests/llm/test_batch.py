"""Calls that are gathered into batches get their own answers, also after the run was killed."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from pydantic import SecretStr

from groundsmith.errors import ModelUnknown, ProviderFailed, RequestError
from groundsmith.events import silent
from groundsmith.llm.batch import Batched, Gathering
from groundsmith.llm.batch_api import BatchApi
from groundsmith.llm.build import Surroundings, build_batched, endpoint_of
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.key import answer_key
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Completion, Request
from groundsmith.seams import Model
from groundsmith.testing import FakeProvider, MemoryWallet, Outcome, Script
from groundsmith.testing.asking import KEY, settings_for

T = TypeVar("T")
Use = Callable[[Model, BatchApi], Awaitable[T]]


def batched(fake: FakeProvider, use: Use[T], *, run: str = "r", calls_max: int = 7) -> T:
    async def main() -> T:
        async with Client() as client:
            endpoint, clock = endpoint_of(settings_for(fake), SecretStr(KEY)), SystemClock()
            api = BatchApi(endpoint, client, clock, Timeouts())
            model = Batched(
                api,
                endpoint=endpoint,
                run=run,
                key=answer_key(endpoint, 0),
                clock=clock,
                gathering=Gathering(calls_max=calls_max, wait_s=0.01, poll_s=0.01),
            )
            return await use(model, api)

    return asyncio.run(main())


def around_(client: Client, wallet: MemoryWallet) -> Surroundings:
    return Surroundings(
        client=client,
        wallet=wallet,
        answers=wallet,
        clock=SystemClock(),
        chance=random.Random(0),
        emit=silent,
        budgeted=False,
    )


def questions(request: Request, count: int) -> list[Request]:
    return [replace(request, messages=(("user", f"{n}?"),)) for n in range(count)]


def echo(prompt: str, schema: object) -> str:
    return f"You asked {prompt}"


def asking(request: Request, count: int) -> Use[list[Completion]]:
    async def use(model: Model, api: BatchApi) -> list[Completion]:
        return await asyncio.gather(*(model.complete(q) for q in questions(request, count)))

    return use


def test_each_call_gets_its_own_answer_from_as_many_batches_as_it_takes(request_: Request) -> None:
    with FakeProvider(Script(answer=echo, batch_s=0.03)) as provider:
        answers = batched(provider, asking(request_, 20))
        bill = provider.bill()

    assert [answer.text for answer in answers] == [f"You asked {n}?" for n in range(20)]
    assert all(answer.usage for answer in answers)
    assert len(bill.calls) == 20


def test_a_run_that_was_killed_finds_its_batches_again_and_asks_nothing_twice(
    request_: Request,
) -> None:
    async def killed(model: Model, api: BatchApi) -> None:
        calls = [asyncio.ensure_future(model.complete(q)) for q in questions(request_, 14)]
        while len(await api.of_run("r")) < 2:
            pass
        for call in calls:
            call.cancel()

    with FakeProvider(Script(answer=echo, batch_s=0.2)) as provider:
        batched(provider, killed)
        answers = batched(provider, asking(request_, 14))
        bill = provider.bill()

    assert [answer.text for answer in answers] == [f"You asked {n}?" for n in range(14)]
    assert len(bill.calls) == 14


def test_another_run_does_not_take_them(request_: Request) -> None:
    with FakeProvider(Script(answer=echo)) as provider:
        batched(provider, asking(request_, 3), run="one")
        batched(provider, asking(request_, 3), run="two")
        bill = provider.bill()

    assert len(bill.calls) == 6


def test_a_line_that_failed_says_why_and_may_be_asked_again(request_: Request) -> None:
    async def twice(model: Model, api: BatchApi) -> tuple[object, Completion]:
        (first,) = await asyncio.gather(model.complete(request_), return_exceptions=True)
        return first, await model.complete(request_)

    with FakeProvider(Script(answer=echo, first=(Outcome(status=500),))) as provider:
        first, second = batched(provider, twice)

    assert isinstance(first, ProviderFailed)
    assert second.text.startswith("You asked")


def test_batched_calls_cost_what_batches_cost_and_are_stored(request_: Request) -> None:
    wallet = MemoryWallet()

    async def main(fake: FakeProvider) -> list[Completion]:
        async with Client() as client:
            around = around_(client, wallet)
            settings = settings_for(fake, provider="openai")
            model = build_batched(
                settings, None, around, run="r", gathering=Gathering(wait_s=0.01, poll_s=0.01)
            )
            return await asyncio.gather(*(model.complete(q) for q in questions(request_, 5)))

    with FakeProvider(Script(answer=echo)) as provider:
        asyncio.run(main(provider))
        bill = provider.bill()

    assert wallet.settled == (bill.input_tokens * 10**6 + bill.output_tokens * 2 * 10**6) // 2
    assert len(wallet.answers) == 5


def test_a_service_without_batches_says_so() -> None:
    settings = ModelSettings(provider="ollama", model="m")

    with pytest.raises(RequestError, match="ollama"):
        build_batched(settings, None, around_(Client(), MemoryWallet()), run="r")


def test_a_file_that_is_gone_is_said_to_be(request_: Request) -> None:
    async def read(model: Model, api: BatchApi) -> None:
        await api.lines(["missing"])

    with FakeProvider() as provider, pytest.raises(ModelUnknown, match="content"):
        batched(provider, read)
