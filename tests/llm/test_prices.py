"""Money is whole pico-dollars, from the list, from the settings, or nothing for one's own."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.llm.build import endpoint_of, price_of
from groundsmith.llm.prices import FREE, Price, Rates, listed_price, price_per_million
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Usage, in_dollars

TIERED = Price(
    (
        Rates(input=2, output=10, cached=1),
        Rates(input=4, output=15, cached=2, above_tokens=200),
    )
)


def settings(provider: str, model: str, **values: object) -> ModelSettings:
    return ModelSettings.model_validate({"provider": provider, "model": model, **values})


def test_a_dollar_a_million_is_a_million_pico_dollars_a_token() -> None:
    price = price_per_million(input_usd=Decimal("0.05"), output_usd=Decimal("0.08"))

    cost = price.cost(Usage(input_tokens=10**6, output_tokens=10**6))

    assert in_dollars(cost) == "$0.13"


@pytest.mark.parametrize(
    ("provider", "model"),
    [
        ("openai", "gpt-4o-mini"),
        ("groq", "llama-3.1-8b-instant"),
        ("anthropic", "claude-3-5-haiku-latest"),
        ("gemini", "gemini-2.5-pro"),
        ("deepseek", "deepseek-chat"),
        ("mistral", "mistral-small-latest"),
    ],
)
def test_well_known_models_are_on_the_list(provider: str, model: str) -> None:
    price = listed_price(endpoint_of(settings(provider, model), None))

    assert price is not None
    assert price.worst_case(1000, 1000) > 0


def test_the_list_agrees_with_its_own_arithmetic() -> None:
    from genai_prices import Usage as ListedUsage
    from genai_prices import calc_price

    when = datetime(2026, 1, 1, tzinfo=UTC)
    price = listed_price(endpoint_of(settings("gemini", "gemini-2.5-pro"), None), when)

    for tokens in (1000, 200_000, 200_001, 500_000):
        theirs = calc_price(
            ListedUsage(input_tokens=tokens, cache_read_tokens=100, output_tokens=77),
            "gemini-2.5-pro",
            provider_id="google",
            genai_request_timestamp=when,
        )
        usage = Usage(input_tokens=tokens, output_tokens=77, cached_tokens=100)
        assert price is not None
        assert price.cost(usage) == theirs.total_price * 10**12


def test_ones_own_hardware_is_free_unless_priced() -> None:
    assert price_of(settings("ollama", "llama3.1")) == FREE

    priced = settings("ollama", "llama3.1", price={"input": 1, "output": 1})

    assert price_of(priced) != FREE


def test_the_settings_win_over_the_list() -> None:
    given_ = settings("openai", "gpt-4o-mini", price={"input": 0.1, "output": 0.2})

    price = price_of(given_)

    assert price is not None
    assert price.cost(Usage(input_tokens=1, output_tokens=1)) == 300_000


def test_a_model_that_nobody_lists_has_no_price() -> None:
    assert price_of(settings("openai", "my-own-tune")) is None


@given(st.integers(0, 500), st.integers(0, 500), st.data())
def test_no_call_within_its_bounds_costs_more_than_the_worst_case(
    input_bound: int, output_bound: int, data: st.DataObject
) -> None:
    input_tokens = data.draw(st.integers(0, input_bound))
    usage = Usage(
        input_tokens=input_tokens,
        output_tokens=data.draw(st.integers(0, output_bound)),
        cached_tokens=data.draw(st.integers(0, input_tokens)),
    )

    assert TIERED.cost(usage) <= TIERED.worst_case(input_bound, output_bound)


@given(st.integers(-(10**20), 10**20))
def test_an_amount_for_people_loses_nothing(pico: int) -> None:
    shown = in_dollars(pico)

    assert Decimal(shown.replace("$", "")) * 10**12 == pico
