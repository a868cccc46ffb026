"""What every model and every wrapper around one keeps to."""

import asyncio
import random
from collections.abc import Callable

import pytest

from groundsmith.errors import ModelError, ProviderFailed, RequestRefused, StorageFull
from groundsmith.events import silent
from groundsmith.llm.breaker import Breaker, Tolerance
from groundsmith.llm.budget import Budgeted
from groundsmith.llm.cache import Cached
from groundsmith.llm.fallback import Fallback
from groundsmith.llm.limits import Limited, Rate
from groundsmith.llm.prices import FREE
from groundsmith.llm.retry import Patience, Retrying
from groundsmith.records import Completion, Request
from groundsmith.seams import Model, Reset
from groundsmith.testing import FakeProvider, FixedClock, MemoryWallet, ScriptedModel
from groundsmith.testing.asking import KEY, asked, asked_bare

Wrap = Callable[[Model], Model]
QUESTION = Request(
    system="Be brief.", messages=(("user", "Why?"),), max_output_tokens=50, temperature=0.0
)
WRAPPERS: dict[str, Wrap] = {
    "cached": lambda inner: Cached(
        inner, answers=MemoryWallet(), key=lambda request: "k", label="m", emit=silent
    ),
    "retrying": lambda inner: Retrying(
        inner,
        patience=Patience(attempts=1),
        clock=FixedClock(),
        chance=random.Random(0),
        emit=silent,
    ),
    "breaker": lambda inner: Breaker(
        inner, tolerance=Tolerance(), clock=FixedClock(), label="m", emit=silent
    ),
    "limited": lambda inner: Limited(inner, rate=Rate, clock=FixedClock(), label="m", emit=silent),
    "budgeted": lambda inner: Budgeted(
        inner,
        wallet=MemoryWallet(),
        price=FREE,
        key=lambda request: "k",
        clock=FixedClock(),
        label="m",
        emit=silent,
    ),
    "fallback": lambda inner: Fallback([("m", inner)]),
    "scripted": lambda inner: inner,
}
wrapped = pytest.mark.parametrize("wrap", WRAPPERS.values(), ids=WRAPPERS)
served = pytest.mark.parametrize(
    ("use", "service"),
    [(use, service) for use in (asked_bare, asked) for service in ("openai", "anthropic")],
)


async def streamed(model: Model) -> str:
    text = ""
    async for part in model.stream(QUESTION):
        text = "" if isinstance(part, Reset) else text + part
    return text


@wrapped
def test_the_answer_passes_unchanged(wrap: Wrap) -> None:
    answer = Completion(text="Because it is so.", model="m", finish_reason="stop", usage=None)

    assert asyncio.run(wrap(ScriptedModel(answer)).complete(QUESTION)) == answer


@wrapped
def test_the_stream_is_the_answer_in_portions(wrap: Wrap) -> None:
    assert asyncio.run(streamed(wrap(ScriptedModel("Because it is so.")))) == "Because it is so."


@wrapped
@pytest.mark.parametrize(
    "error",
    [ProviderFailed("m", "x", 500), RequestRefused("m", "x", 400), StorageFull("/s")],
    ids=lambda error: type(error).__name__,
)
def test_a_failure_passes_by_its_name_whole_or_streamed(wrap: Wrap, error: Exception) -> None:
    for use in (lambda model: model.complete(QUESTION), streamed):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the next line says which
            asyncio.run(use(wrap(ScriptedModel(error))))

        causes = dict(getattr(caught.value, "causes", ()))
        assert caught.value is error or causes.get("m") is error


@wrapped
def test_what_a_model_is_asked_is_what_was_asked(wrap: Wrap) -> None:
    inner = ScriptedModel("fine")

    asyncio.run(wrap(inner).complete(QUESTION))

    assert inner.requests == [QUESTION]


@served
def test_a_served_model_streams_what_it_answers(use: Callable[..., str], service: str) -> None:
    async def whole(model: Model) -> str:
        return (await model.complete(QUESTION)).text

    with FakeProvider() as one, FakeProvider() as other:
        assert use(one, whole, provider=service) == use(other, streamed, provider=service)


@served
def test_a_served_model_shows_its_key_to_nobody(use: Callable[..., str], service: str) -> None:
    async def shown(model: Model) -> str:
        try:
            await model.complete(
                Request(
                    system="", messages=(("nobody", KEY),), max_output_tokens=1, temperature=None
                )
            )
        except ModelError as error:
            return f"{model!r} {error!r} {error}"
        return repr(model)

    with FakeProvider() as provider:
        assert KEY not in use(provider, shown, provider=service)
