"""Who writes where a model could not: nobody, or the extractive writer under its own name."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from groundsmith.errors import (
    BreakerOpen,
    BudgetBreach,
    BudgetReached,
    Interrupted,
    RateLimited,
    RequestRefused,
    StorageFull,
)
from groundsmith.recipes.qa.asking.unwritten import PairsUnwritten
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, Draft, Item
from groundsmith.seams import Kit
from groundsmith.testing import ScriptedModel

MakeKit = Callable[[Sequence[Chunk]], Kit]
MakeChunk = Callable[..., Chunk]
FAILURES = [
    RateLimited("groq:llama", "slow down"),
    BreakerOpen("groq:llama", "12 of 20 calls failed", retry_after_s=9.0),
    RequestRefused("groq:llama", "too long", 400),
]
STOPS = [
    BudgetReached("$1", "$1"),
    BudgetBreach("groq:llama", "$2", "$1"),
    Interrupted(1, 2),
    StorageFull("/state"),
]


def written(kit: Kit, item: Item, model: ScriptedModel, fallback: str) -> Sequence[Draft]:
    recipe = QaRecipe(QaSettings.model_validate({"fallback": fallback}))
    return asyncio.run(recipe.write(item, replace(kit, model=model)))


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_the_extractive_writer_stands_in_and_says_so(
    kit: MakeKit, item: Item, error: Exception
) -> None:
    tools = kit(item.inputs)
    plain = asyncio.run(QaRecipe().write(item, tools))

    drafts = written(tools, item, ScriptedModel(error), "extractive")

    assert drafts
    assert [draft.content for draft in drafts] == [draft.content for draft in plain]
    for draft in drafts:
        assert draft.writer == "extractive"
        assert draft.prompt_sha256 is None
        assert draft.parameters["fallback_from"] == "groq:llama"
        assert draft.parameters["pattern"]


def test_an_answer_that_never_fits_is_substituted_too(kit: MakeKit, item: Item) -> None:
    model = ScriptedModel("no")

    drafts = written(kit(item.inputs), item, model, "extractive")

    assert len(model.requests) == 2
    assert {draft.parameters["fallback_from"] for draft in drafts} == {"scripted"}


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_without_a_fallback_nobody_stands_in(kit: MakeKit, item: Item, error: Exception) -> None:
    with pytest.raises(PairsUnwritten):
        written(kit(item.inputs), item, ScriptedModel(error), "none")


@pytest.mark.parametrize("error", STOPS, ids=lambda error: type(error).__name__)
def test_nobody_stands_in_for_what_stops_a_run(kit: MakeKit, item: Item, error: Exception) -> None:
    with pytest.raises(type(error)):
        written(kit(item.inputs), item, ScriptedModel(error), "extractive")


def test_a_passage_that_gives_nothing_else_keeps_the_models_failure(
    kit: MakeKit, chunk: MakeChunk
) -> None:
    item = Item(name="a", inputs=(chunk("Hm, well, yes and no."),))

    with pytest.raises(PairsUnwritten, match="slow down"):
        written(kit(item.inputs), item, ScriptedModel(FAILURES[0]), "extractive")


def test_a_model_that_answers_is_not_substituted(
    kit: MakeKit, item: Item, answer: Callable[..., str], pair: Callable[..., dict[str, str]]
) -> None:
    [draft] = written(kit(item.inputs), item, ScriptedModel(answer(pair())), "extractive")

    assert draft.writer == "model:scripted"
    assert "fallback_from" not in draft.parameters


def test_a_model_that_finds_nothing_is_not_substituted(
    kit: MakeKit, item: Item, answer: Callable[..., str]
) -> None:
    assert not written(kit(item.inputs), item, ScriptedModel(answer()), "extractive")
