"""A post that its author works on: what a model is told, and what its answer may change."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from groundsmith.errors import AnswerUnusable, ItemError
from groundsmith.recipes.post.content import Origin, Part, Post, post_of
from groundsmith.recipes.revising import MOST_TURNS, Turn, cleaned
from groundsmith.records import Draft
from groundsmith.testing import ScriptedModel

HOOK = "The official forecast covers the open coast and not the inner basin."
ANSWER = f"[hook]\n{HOOK}\n[story]\n[call to action]\nWhat do you think?"
MakeDesk = Callable[..., Any]


def revised(
    desk: MakeDesk,
    model: ScriptedModel,
    *,
    history: Sequence[str] = (),
    instruction: str = "warmer",
) -> tuple[Post, Draft]:
    """The extractive post before, and the draft that was asked for."""
    first, second = desk(), desk(model=model)
    (item,) = first.items()
    (draft,) = first.drafts(item)
    turns = [Turn(draft=draft, instruction=one) for one in history]

    async def work() -> Draft:
        made: Draft = await second.recipe.revise(item, draft, instruction, turns, second.kit)
        return made

    return post_of(draft.content), asyncio.run(work())


def test_the_talk_is_told_in_its_order_with_the_drafts_between(desk: MakeDesk) -> None:
    model = ScriptedModel(ANSWER)

    revised(desk, model, history=["shorter", "more technical"])

    (request,) = model.requests
    assert [role for role, _ in request.messages] == ["user", "assistant"] * 2 + ["user"]
    asked = [text for role, text in request.messages if role == "user"]
    for text, instruction in zip(asked, ["shorter", "more technical", "warmer"], strict=True):
        assert f"What is asked for now: {instruction}\n" in text
    assert request.messages[1][1].startswith("[hook]\n")


def test_a_talk_of_any_length_is_told_from_its_last_turns(desk: MakeDesk) -> None:
    model = ScriptedModel(ANSWER)

    revised(desk, model, history=[f"number {at}" for at in range(40)])

    (request,) = model.requests
    told = "\n".join(text for _, text in request.messages)
    assert len(request.messages) == 2 * MOST_TURNS + 1
    assert "number 39" in told
    assert "number 3\n" not in told


def test_what_is_made_of_facts_stays_and_what_is_empty_goes(desk: MakeDesk) -> None:
    before, draft = revised(desk, ScriptedModel(ANSWER))

    after = post_of(draft.content)

    assert after.sections[Part.TECH_STACK] == before.sections[Part.TECH_STACK]
    assert after.hashtags == before.hashtags
    assert not after.sections[Part.STORY]
    assert after.sections[Part.IMPACT] == before.sections[Part.IMPACT]
    link = [one for one in before.sections[Part.CALL_TO_ACTION] if one.origin is Origin.FACT]
    assert link
    assert after.sections[Part.CALL_TO_ACTION][-1:] == tuple(link)
    assert draft.writer == "model:scripted"
    assert draft.parameters["instruction"] == "warmer"


def test_a_sentence_that_comes_back_keeps_its_place_in_the_sources(desk: MakeDesk) -> None:
    before, _ = revised(desk, ScriptedModel(ANSWER))
    copied = before.sections[Part.HOOK][0]

    _, draft = revised(desk, ScriptedModel(f"[hook]\n{copied.text}\nNobody said so."))

    first, second = post_of(draft.content).sections[Part.HOOK]
    assert first == copied
    assert copied.places
    assert second.origin is Origin.MODEL


@pytest.mark.parametrize("answer", ["", "[hook]\n[story]\n", "***"])
def test_an_answer_without_a_post_is_refused(desk: MakeDesk, answer: str) -> None:
    with pytest.raises(ItemError, match="no post in it"):
        revised(desk, ScriptedModel(answer))


def test_a_model_that_fails_is_named(desk: MakeDesk) -> None:
    with pytest.raises(ItemError, match="gone"):
        revised(desk, ScriptedModel(AnswerUnusable("m", "gone", "")))


def test_an_instruction_has_nothing_in_it_that_does_not_show() -> None:
    assert cleaned(" shorter,\n\u202e\x1b please \u200b") == "shorter, please"
