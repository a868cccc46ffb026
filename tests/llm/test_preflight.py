"""Before a call is made it is known whether it can be."""

import pytest
from pydantic import SecretStr

from groundsmith.llm.preflight import faults
from groundsmith.llm.settings import ModelSettings

KEY = SecretStr("sk-a-key-like-any-other")


def test_a_model_with_its_key_and_price_can_be_asked() -> None:
    settings = ModelSettings(provider="openai", model="gpt-4o-mini")

    assert faults(settings, KEY, budgeted=True) == ()


def test_a_local_model_needs_neither_key_nor_price() -> None:
    assert faults(ModelSettings(provider="ollama", model="any"), None, budgeted=True) == ()


def test_all_faults_are_told_at_once_with_what_to_do() -> None:
    settings = ModelSettings(provider="openai", model="my-own-tune")

    found = "\n".join(map(str, faults(settings, None, budgeted=True)))

    assert "OPENAI_API_KEY" in found
    assert "price: {input: USD, output: USD}" in found


def test_without_a_budget_no_price_is_needed() -> None:
    settings = ModelSettings(provider="openai", model="my-own-tune")

    assert faults(settings, KEY, budgeted=False) == ()


def test_a_service_without_a_model_asks_for_its_name() -> None:
    found = faults(ModelSettings(provider="groq"), KEY, budgeted=True)

    assert len(found) == 1
    assert "--model groq:NAME" in str(found[0])


@pytest.mark.parametrize("key", ["sk-one\n", "sk one", "sk-ключ"])
def test_a_key_that_was_copied_badly_is_told_without_being_shown(key: str) -> None:
    settings = ModelSettings(provider="openai", model="gpt-4o-mini")

    found = faults(settings, SecretStr(key), budgeted=True)

    assert len(found) == 1
    assert "OPENAI_API_KEY" in str(found[0])
    assert key not in str(found[0])


def test_a_tokenizer_that_is_not_there_is_told_before_the_first_call() -> None:
    settings = ModelSettings(provider="ollama", model="any", tokenizer="nowhere.json")

    found = faults(settings, None, budgeted=True)

    assert len(found) == 1
    assert "nowhere.json: no tokenizer here" in str(found[0])
