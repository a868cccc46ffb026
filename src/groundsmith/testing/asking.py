"""Asks a fake provider through the real client, with or without the wrappers around it."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from pydantic import SecretStr

from groundsmith.events import Emit, silent
from groundsmith.llm.build import Surroundings, build_model, endpoint_of, provider_of
from groundsmith.llm.client import Client
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Json
from groundsmith.seams import Model
from groundsmith.testing.provider import FakeProvider
from groundsmith.testing.wallet import MemoryWallet

T = TypeVar("T")

KEY = "sk-a-very-secret-key"
KEY_VARIABLE = "MY_KEY"


def settings_for(fake: FakeProvider, **values: Json) -> ModelSettings:
    """Settings of a model that `fake` serves: a dollar a million tokens in, two out."""
    defaults = {
        "provider": "custom",
        "model": "fake",
        "base_url": fake.base_url,
        "key_variable": KEY_VARIABLE,
        "price": {"input": 1.0, "output": 2.0},
    }
    return ModelSettings.model_validate(defaults | values)


def asked_bare(fake: FakeProvider, use: Callable[[Model], Awaitable[T]], **values: Json) -> T:
    """What `use` gives with a model without wrappers, in an event loop of its own."""

    async def main() -> T:
        settings = settings_for(fake, **values)
        async with Client() as client:
            endpoint = endpoint_of(settings, SecretStr(KEY))
            return await use(provider_of(settings, endpoint, client, SystemClock()))

    return asyncio.run(main())


def asked(
    fake: FakeProvider,
    use: Callable[[Model], Awaitable[T]],
    *,
    wallet: MemoryWallet | None = None,
    emit: Emit = silent,
    **values: Json,
) -> T:
    """What `use` gives with the whole stack, in an event loop of its own."""
    kept = wallet if wallet is not None else MemoryWallet()

    async def main() -> T:
        async with Client() as client:
            around = Surroundings(
                client=client,
                wallet=kept,
                answers=kept,
                clock=SystemClock(),
                chance=random.Random(0),  # noqa: S311 - repeatable on purpose
                emit=emit,
                budgeted=kept.limit is not None,
            )
            model = build_model(settings_for(fake, **values), SecretStr(KEY), around)
            return await use(model)

    return asyncio.run(main())
