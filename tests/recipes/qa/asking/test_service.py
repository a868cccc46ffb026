"""Pairs through a real socket: services that are careless, busy or down."""

import asyncio
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from groundsmith.llm.providers.openai import is_strict
from groundsmith.llm.structured import schema_of
from groundsmith.recipes.qa.asking.answer import AnsweredPairs
from groundsmith.recipes.qa.asking.unwritten import PairsUnwritten
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, Draft, Item, Json
from groundsmith.seams import Kit
from groundsmith.testing import FakeProvider, Outcome, Script
from groundsmith.testing.asking import asked
from groundsmith.testing.script import Form

MakeKit = Callable[[Sequence[Chunk]], Kit]


def attentive(prompt: str, _: Json) -> str:
    """What a model says that reads the prompt: the first sentence of the passage, quoted."""
    fence = re.search(r"^===== DATA .*?=====\n\[.*?\]\n(.*?)^===== END", prompt, re.M | re.S)
    first = fence.group(1).split(". ")[0] if fence else "What did you ask?"
    pair = {
        "question": "When was Sharda University founded?",
        "answer": "2009",
        "kind": "temporal",
        "quote": f"{first}.",
    }
    return json.dumps({"pairs": [pair]})


def drafts_from(
    script: Script, kit: Kit, item: Item, *, provider: str = "custom", fallback: str = "none"
) -> Sequence[Draft]:
    recipe = QaRecipe(QaSettings.model_validate({"fallback": fallback}))
    with FakeProvider(script) as fake:
        return asked(
            fake,
            lambda model: recipe.write(item, replace(kit, model=model)),
            provider=provider,
            attempts=2,
        )


@pytest.mark.parametrize("form", ["plain", "fenced", "prose", "comma", "malformed"])
@pytest.mark.parametrize("service", ["openai", "anthropic", "ollama"])
def test_a_service_that_is_careless_once_gives_the_same_drafts(
    kit: MakeKit, item: Item, service: str, form: Form
) -> None:
    script = Script(answer=attentive, first=(Outcome(form=form),))

    [draft] = drafts_from(script, kit(item.inputs), item, provider=service)

    [citation] = draft.citations
    found = item.inputs[0].text[citation.start : citation.stop]
    assert found == "Sharda University was founded in 2009 in Greater Noida."
    assert draft.writer == "model:fake"


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(status=429, retry_after="0"),
        Outcome(status=400),
        Outcome(form="malformed"),
        Outcome(form="nested"),
        Outcome(form="html"),
        Outcome(form="null"),
        Outcome(cut_at=80),
    ],
    ids=lambda outcome: f"{outcome.status}-{outcome.form}-{outcome.cut_at}",
)
def test_a_service_that_never_answers_is_a_dead_letter_or_substituted(
    kit: MakeKit, item: Item, outcome: Outcome
) -> None:
    script = Script(answer=attentive, usual=outcome)

    with pytest.raises(PairsUnwritten) as caught:
        drafts_from(script, kit(item.inputs), item)
    substituted = drafts_from(script, kit(item.inputs), item, fallback="extractive")

    assert caught.value.request == QaRecipe().request_for(item)
    assert caught.value.causes
    assert {draft.writer for draft in substituted} == {"extractive"}
    assert all(draft.parameters["fallback_from"] for draft in substituted)


def test_the_pairs_of_an_attentive_model_are_accepted(kit: MakeKit, item: Item) -> None:
    tools = kit(item.inputs)

    [draft] = drafts_from(Script(answer=attentive), tools, item)

    judged = asyncio.run(QaRecipe().judge(item, draft, tools))
    assert judged.stages["extractive"].score == 1.0
    assert not judged.findings


def test_the_schema_is_strict_and_holds_nothing_but_form() -> None:
    schema = schema_of(AnsweredPairs)

    assert is_strict(schema)
    assert not {"title", "description"} & set(re.findall(r'"(\w+)":', json.dumps(schema)))
