"""What a call costs, in whole pico-dollars.

Prices come from the settings, or from genai-prices: a dated list that ships with the package, so
that nothing is looked up in the network. A local endpoint is free unless it is given a price.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from groundsmith.llm.endpoint import Endpoint
from groundsmith.records import Usage

if TYPE_CHECKING:
    from genai_prices.types import Tier, TieredPrices

_PICO_PER_TOKEN = 10**6
"""A dollar per million tokens, as pico-dollars a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Pico-dollars a token for calls whose input is longer than `above_tokens`."""

    input: int
    output: int
    cached: int
    above_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a model: its rates, by growing `above_tokens`, the first from 0 on."""

    steps: tuple[Rates, ...]

    def cost(self, usage: Usage) -> int:
        """What a call cost; the length of its input decides on the rates of all its tokens."""
        rates = self._rates(usage.input_tokens)
        fresh_tokens = usage.input_tokens - usage.cached_tokens
        return (
            fresh_tokens * rates.input
            + usage.cached_tokens * rates.cached
            + usage.output_tokens * rates.output
        )

    def worst_case(self, input_tokens: int, output_tokens: int) -> int:
        """The most that a call of at most these lengths can cost."""
        return max(
            input_tokens * max(rates.input, rates.cached) + output_tokens * rates.output
            for rates in self.steps
            if rates.above_tokens < input_tokens or rates.above_tokens == 0
        )

    def at_percent(self, percent: int) -> "Price":
        """The price with a discount, every rate rounded up."""
        return Price(
            tuple(
                Rates(
                    input=-(-rates.input * percent // 100),
                    output=-(-rates.output * percent // 100),
                    cached=-(-rates.cached * percent // 100),
                    above_tokens=rates.above_tokens,
                )
                for rates in self.steps
            )
        )

    def _rates(self, input_tokens: int) -> Rates:
        chosen = self.steps[0]
        for rates in self.steps[1:]:
            if input_tokens > rates.above_tokens:
                chosen = rates
        return chosen


FREE = Price((Rates(input=0, output=0, cached=0),))


def price_per_million(*, input_usd: Decimal, output_usd: Decimal) -> Price:
    """A price from dollars per million tokens, as people write it; cached input costs the same."""
    rates = Rates(
        input=_pico(input_usd), output=_pico(output_usd), cached=_pico(input_usd), above_tokens=0
    )
    return Price((rates,))


def listed_price(
    endpoint: Endpoint, when: datetime | None = None, *, writes: bool = True
) -> Price | None:
    """The price on the list at `when` (now); None where it has none for this model.

    Args:
        writes: Whether it answers in tokens, which must have a price then; vectors have none.
    """
    if endpoint.preset.local:
        return FREE
    if not endpoint.preset.prices:
        return None
    from genai_prices.data_snapshot import get_snapshot  # takes 0.1 s, and most commands ask nobody

    try:
        _, model = get_snapshot().find_provider_model(
            endpoint.model, None, endpoint.preset.prices, None
        )
    except LookupError:
        return None
    listed = model.get_prices(when or datetime.now(UTC))
    fresh, written = listed.input_mtok, listed.output_mtok if writes else Decimal(0)
    if fresh is None or written is None:
        return None
    cached = listed.cache_read_mtok or fresh
    starts = {tier.start for listing in (fresh, written, cached) for tier in _tiers(listing)}
    return Price(
        tuple(
            Rates(
                input=_pico(_at(fresh, start)),
                output=_pico(_at(written, start)),
                cached=_pico(_at(cached, start)),
                above_tokens=start,
            )
            for start in sorted({0, *starts})
        )
    )


def _tiers(listing: "Decimal | TieredPrices") -> Iterable["Tier"]:
    return () if isinstance(listing, Decimal) else listing.tiers


def _at(listing: "Decimal | TieredPrices", start: int) -> Decimal:
    """The price of the tier that begins at or before `start`."""
    found = listing if isinstance(listing, Decimal) else listing.base
    for tier in _tiers(listing):
        if tier.start <= start:
            found = tier.price
    return found


def _pico(usd_per_million: Decimal) -> int:
    """Pico-dollars a token, rounded up."""
    return int((usd_per_million * _PICO_PER_TOKEN).to_integral_value(ROUND_CEILING))
