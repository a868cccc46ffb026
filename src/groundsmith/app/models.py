"""The model a run asks: found by its name, checked before the first call, opened for one loop.

`--model` names an entry under `models`, or `provider:model` for a service that needs no more. A
key in the environment alone never selects a model. What speaks HTTP is imported only once a model
is chosen: it takes 10 MiB and 0.2 s, and most runs ask nobody.
"""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import ValidationError

from groundsmith.errors import RequestError
from groundsmith.events import Emit
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.fallback import Fallback
from groundsmith.llm.personal import personal_rules
from groundsmith.llm.presets import PRESETS
from groundsmith.llm.prices import Price
from groundsmith.llm.redact import Redacted
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import PICO
from groundsmith.seams import Model
from groundsmith.settings import GroundsmithSettings, Loaded, secret
from groundsmith.store.database import Database
from groundsmith.store.run_wallet import RunWallet

if TYPE_CHECKING:
    from groundsmith.llm.build import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenModel:
    """The model that writes, what is known of its price, and who answers where it cannot.

    Attributes:
        price: `None` where nobody knows it.
        budget: What the run may spend in its life, in pico-dollars; `None` is no limit.
        spares: In the order in which they are asked; they have none themselves.
        batched: Whether it is asked by file batches; then its price is that of those.
        redacted: Whether placeholders stand for personal data in all that they are sent.
    """

    name: str
    settings: ModelSettings
    price: Price | None
    budget: int | None
    spares: tuple["ChosenModel", ...] = ()
    batched: bool = False
    redacted: bool = False

    @property
    def everyone(self) -> tuple["ChosenModel", ...]:
        """The model and its spares."""
        return (self, *self.spares)

    @property
    def label(self) -> str:
        """How calls, and messages about them, name it."""
        from groundsmith.llm.build import endpoint_of

        return endpoint_of(self.settings, None).label

    @property
    def is_free(self) -> bool:
        """Whether no call can cost anything, whoever answers it."""
        prices = [each.price for each in self.everyone]
        return all(price and not price.worst_case(1_000_000, 1_000_000) for price in prices)


def chosen_model(settings: GroundsmithSettings) -> ChosenModel | None:
    """The model of `run.model` with its spares; `None` where none is chosen.

    Whether each has its key and its price is for `preflight` to see.

    Raises:
        RequestError: A name is neither under `models` nor a service's model.
    """
    named = [model_named(name, settings) for name in models_named(settings)]
    if not named:
        return None
    return replace(named[0], spares=tuple(named[1:]), redacted=settings.run.redact)


def models_named(settings: GroundsmithSettings) -> list[str]:
    """The names of `run.model` and `run.spares`; raises RequestError for spares alone."""
    name, spares = settings.run.model, settings.run.spares
    if name is None and spares:
        raise RequestError(f"run.spares: {spares[0]} stands in for no model; give --model too")
    return [] if name is None else [name, *spares]


def model_named(name: str, settings: GroundsmithSettings) -> ChosenModel:
    """The model of that name, without spares; raises RequestError where there is none."""
    from groundsmith.llm.build import batch_price_of, price_of

    model = _with_defaults(_named(name, settings), settings)
    budget, batched = settings.run.budget, settings.run.batch_api
    return ChosenModel(
        name=name,
        settings=model,
        price=batch_price_of(model) if batched else price_of(model),
        budget=None if budget is None else int(Decimal(str(budget)) * PICO),
        batched=batched,
    )


def judging_model(settings: GroundsmithSettings) -> ChosenModel | None:
    """The model of `verify.model`; `None` where none judges.

    Raises:
        RequestError: There is no model of that name.
    """
    if settings.verify.model is None:
        return None
    chosen = model_named(settings.verify.model, settings)
    return replace(chosen, redacted=settings.run.redact)


def is_open_ended(loaded: Loaded) -> bool:
    """Whether a run under these settings can cost money and has no limit."""
    asked = filter(None, (chosen_model(loaded.settings), judging_model(loaded.settings)))
    return any(model.budget is None and not model.is_free for model in asked)


@asynccontextmanager
async def asking(
    now: Callable[[], ChosenModel],
    database: Database,
    run: str,
    owner: str,
    *,
    generation: int,
    emit: Emit,
    waiting: Callable[[], None],
) -> AsyncIterator[Model]:
    """The model with its stack and its spares, paid from the run's wallet, for this event loop.

    Args:
        now: The model as the settings have it now; its limits and its budget may change.
    """
    from groundsmith.llm.build import Surroundings
    from groundsmith.llm.client import Client

    clock = SystemClock()
    wallet = RunWallet(
        database, run, owner, limit=lambda: now().budget, clock=clock, waiting=waiting
    )
    async with Client() as client:
        around = Surroundings(
            client=client,
            wallet=wallet,
            answers=wallet,
            clock=clock,
            chance=random.Random(),  # noqa: S311  # spreads waits; keeps no secret
            emit=emit,
            budgeted=now().budget is not None,
            generation=generation,
        )
        yield _stack(now, around, run)
    await wallet.booked()


def _stack(now: Callable[[], ChosenModel], around: "Surroundings", run: str) -> Model:
    """The model with its wrappers; with spares, a Fallback over one stack for each.

    Redaction is around them all: what a spare is asked, and what is stored, has placeholders too.
    """
    count = len(now().everyone)
    links = [(now().everyone[at].name, _built(now, at, around, run)) for at in range(count)]
    stack = Fallback(links) if count > 1 else links[0][1]
    return Redacted(stack, rules=personal_rules()) if now().redacted else stack


def _built(now: Callable[[], ChosenModel], at: int, around: "Surroundings", run: str) -> Model:
    """The stack of the model that stands at place `at` of everyone."""
    from groundsmith.llm.batch import Gathering
    from groundsmith.llm.build import build_batched, build_model, rate_of

    one, has_spare = now().everyone[at], at + 1 < len(now().everyone)
    key = secret(one.settings.key_name)
    if one.batched:
        gathering = Gathering(**one.settings.batch.model_dump())
        return build_batched(one.settings, key, around, run=run, gathering=gathering)
    return build_model(
        one.settings,
        key,
        around,
        has_spare=has_spare,
        rate=lambda: rate_of(now().everyone[at].settings),
    )


def _named(name: str, settings: GroundsmithSettings) -> ModelSettings:
    if name in settings.models:
        return settings.models[name]
    provider, colon, model = name.partition(":")
    if not colon or provider not in PRESETS or not model:
        known = ", ".join([*settings.models, "provider:model"])
        raise RequestError(f"{name}: no such model under `models`; there is {known}")
    try:
        return ModelSettings(provider=provider, model=model)
    except ValidationError as error:
        raise RequestError(f"{name}: {error.errors()[0]['msg']}") from error


def _with_defaults(model: ModelSettings, settings: GroundsmithSettings) -> ModelSettings:
    """What a model does not say of itself, it takes from the run."""
    inherited = {"attempts": settings.run.attempts, "in_flight": settings.run.in_flight}
    said = model.model_fields_set
    return model.model_copy(update={k: v for k, v in inherited.items() if k not in said})
