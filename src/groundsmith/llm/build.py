"""Makes a model of its settings: the provider, and the wrappers in the order that has meaning."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from pydantic import SecretStr

from groundsmith.errors import PriceUnknown, RequestError
from groundsmith.events import Emit
from groundsmith.llm.batch import Batched, Gathering
from groundsmith.llm.batch_api import BatchApi
from groundsmith.llm.breaker import Breaker, Tolerance
from groundsmith.llm.budget import Budgeted
from groundsmith.llm.cache import Cached
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.door import Door, ahead
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.key import answer_key
from groundsmith.llm.limits import Limited, Rate
from groundsmith.llm.presets import PRESETS, Shape
from groundsmith.llm.prices import Price, listed_price, price_per_million
from groundsmith.llm.providers.anthropic import AnthropicModel
from groundsmith.llm.providers.openai import OpenAiModel
from groundsmith.llm.retry import Patience, Retrying
from groundsmith.llm.settings import ModelSettings
from groundsmith.llm.tokens import Bound, bound_of, input_bound
from groundsmith.seams import Answers, Clock, Model, Wallet

_FILE_S = 600.0
"""A file of thousands of answers takes longer to move than an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What all models of a run share.

    Attributes:
        budgeted: Whether the wallet has a limit; then every price must be known.
        generation: Counts how often all answers were asked for anew.
    """

    client: Client
    wallet: Wallet
    answers: Answers
    clock: Clock
    chance: random.Random
    emit: Emit
    budgeted: bool
    generation: int = 0


def endpoint_of(settings: ModelSettings, key: SecretStr | None) -> Endpoint:
    """Which model the settings name, and where."""
    return Endpoint(
        provider=settings.provider,
        model=settings.model,
        base_url=settings.address,
        preset=PRESETS[settings.provider],
        key=key,
        key_variable=settings.key_name,
    )


def price_of(settings: ModelSettings) -> Price | None:
    """The price in the settings, else on the list; None where nobody knows it."""
    return _given_price(settings) or listed_price(endpoint_of(settings, None))


def vectors_price_of(settings: ModelSettings) -> Price | None:
    """The same for a model that makes vectors, of which only the input is paid."""
    return _given_price(settings) or listed_price(endpoint_of(settings, None), writes=False)


def _given_price(settings: ModelSettings) -> Price | None:
    given = settings.price
    if given.input is None or given.output is None:
        return None
    return price_per_million(
        input_usd=Decimal(str(given.input)), output_usd=Decimal(str(given.output))
    )


def provider_of(settings: ModelSettings, endpoint: Endpoint, client: Client, clock: Clock) -> Model:
    """The bare model, without any wrapper."""
    timeouts = Timeouts(**settings.timeouts.model_dump())
    if endpoint.preset.shape is Shape.ANTHROPIC:
        return AnthropicModel(endpoint, client, clock, timeouts)
    return OpenAiModel(endpoint, client, clock, timeouts)


def rate_of(settings: ModelSettings) -> Rate:
    """The limits in the settings."""
    return Rate(
        requests_per_minute=settings.requests_per_minute,
        tokens_per_minute=settings.tokens_per_minute,
        in_flight=settings.in_flight,
    )


def build_model(
    settings: ModelSettings,
    key: SecretStr | None,
    around: Surroundings,
    *,
    has_spare: bool = False,
    rate: Callable[[], Rate] | None = None,
) -> Model:
    """`Cached(Retrying(Breaker(Limited(Budgeted(provider)))))`; raises PriceUnknown.

    Args:
        has_spare: Whether another model stands behind this one in a Fallback.
        rate: The limits as they are now, where they may change during the run.
    """
    endpoint = endpoint_of(settings, key)
    provider = provider_of(settings, endpoint, around.client, around.clock)
    bound = bound_of(settings.tokenizer)
    return stacked(provider, settings, around, has_spare=has_spare, rate=rate, bound=bound)


def build_batched(
    settings: ModelSettings,
    key: SecretStr | None,
    around: Surroundings,
    *,
    run: str,
    gathering: Gathering | None = None,
) -> Model:
    """`Cached(Budgeted(Batched))`: calls wait for file batches and cost what those cost.

    Args:
        run: Names the batches at the provider, so that the same run finds them again.
    """
    endpoint = endpoint_of(settings, key)
    label, clock, emit = endpoint.label, around.clock, around.emit
    if endpoint.preset.batch_percent is None:
        raise no_batches(label)
    price = _known_price(settings, around)
    name = answer_key(endpoint, around.generation)
    api = BatchApi(endpoint, around.client, clock, Timeouts(total_s=_FILE_S))
    model: Model = Budgeted(
        Batched(api, endpoint=endpoint, run=run, key=name, clock=clock, gathering=gathering),
        wallet=around.wallet,
        price=price and price.at_percent(endpoint.preset.batch_percent),
        key=name,
        clock=clock,
        label=label,
        emit=emit,
        bound=bound_of(settings.tokenizer),
    )
    return Cached(model, answers=around.answers, key=name, label=label, emit=emit)


def no_batches(label: str) -> RequestError:
    """What is wrong with a model that is to be asked by file batches and cannot be."""
    return RequestError(f"{label}: has no file batches that we can use; leave --batch-api away")


def batch_price_of(settings: ModelSettings) -> Price | None:
    """The price of a call in a file batch; None where nobody knows it, or there are none."""
    price, percent = price_of(settings), PRESETS[settings.provider].batch_percent
    return price.at_percent(percent) if price and percent is not None else None


def _known_price(settings: ModelSettings, around: Surroundings) -> Price | None:
    price = price_of(settings)
    if around.budgeted and price is None:
        raise PriceUnknown(endpoint_of(settings, None).label)
    return price


def stacked(
    provider: Model,
    settings: ModelSettings,
    around: Surroundings,
    *,
    has_spare: bool = False,
    rate: Callable[[], Rate] | None = None,
    bound: Bound = input_bound,
) -> Model:
    """The wrappers around any model that answers as the settings say.

    Args:
        bound: The most tokens that a request can be; exact where the tokenizer is known.
    """
    endpoint = endpoint_of(settings, None)
    price = _known_price(settings, around)
    label, clock, emit = endpoint.label, around.clock, around.emit
    name = answer_key(endpoint, around.generation)
    fixed = rate_of(settings)
    door = Door(lambda: limited.open_limit)
    model: Model = Budgeted(
        provider,
        wallet=around.wallet,
        price=price,
        key=name,
        clock=clock,
        label=label,
        emit=emit,
        bound=bound,
        door=door,
    )
    limited = Limited(
        model, rate=rate or (lambda: fixed), clock=clock, label=label, emit=emit, ahead=ahead
    )
    model = Breaker(limited, tolerance=Tolerance(), clock=clock, label=label, emit=emit)
    model = Retrying(
        model,
        patience=Patience(attempts=settings.attempts, deadline_s=settings.deadline_s),
        clock=clock,
        chance=around.chance,
        emit=emit,
        has_spare=has_spare,
    )
    return Cached(model, answers=around.answers, key=name, label=label, emit=emit)
