"""Settings of a model refuse what cannot work, and say which phase each belongs to."""

import pytest
from pydantic import ValidationError

from groundsmith.llm.presets import PRESETS
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Phase


def fault(**values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        ModelSettings.model_validate(values)
    return str(caught.value)


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "custom"])
def test_every_service_needs_no_more_than_a_model(name: str) -> None:
    settings = ModelSettings(provider=name, model="m")

    assert settings.address.startswith("http")
    assert PRESETS[name].local or settings.key_name


def test_an_unknown_service_is_answered_with_the_nearest() -> None:
    assert "did you mean groq?" in fault(provider="grok", model="m")


def test_a_service_of_ones_own_needs_an_address() -> None:
    assert "base_url" in fault(provider="custom", model="m")


@pytest.mark.parametrize(
    "address", ["localhost:1234", "ftp://x/v1", "http://", "http://x y/v1", "http://x:99999", "//"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "not an address" in fault(provider="custom", model="m", base_url=address)


def test_half_a_price_is_refused() -> None:
    assert "both prices" in fault(provider="openai", model="m", price={"input": 1})


def test_where_and_how_fast_a_model_is_asked_changes_nothing_that_is_written() -> None:
    here = ModelSettings(provider="ollama", model="m")
    there = ModelSettings(
        provider="ollama", model="m", base_url="http://there/v1", in_flight=2, attempts=9
    )

    assert here.sha256(Phase.PLAN, Phase.WRITE) == there.sha256(Phase.PLAN, Phase.WRITE)


@pytest.mark.parametrize("change", [{"model": "n"}, {"provider": "vllm"}])
def test_who_is_asked_changes_what_is_written(change: dict[str, object]) -> None:
    before = ModelSettings(provider="ollama", model="m")
    after = before.model_copy(update=change)

    assert before.sha256(Phase.WRITE) != after.sha256(Phase.WRITE)
