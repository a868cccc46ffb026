"""Changes the words of one file as its editor asks; the template around them stays.

Only what a model may write can be changed so: a component that is made of the catalogue's facts
says what these say, and is changed there.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import ask
from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.recipes.page.need import shared
from groundsmith.recipes.page.writing import PageWriter, Subject
from groundsmith.recipes.revising import Turn, conversation
from groundsmith.records import Draft, Item, Request, digest
from groundsmith.seams import Kit

_PROMPT = "revise.v1"
_SLOTS = frozenset({"asked", "passage"})
_CLOSING = 'Answer with all texts, as one JSON object: {"texts": [""]}'


class _Texts(BaseModel):
    """The texts of one component, in order."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    texts: list[str] = Field(max_length=100)


async def revised(item: Item, turns: Sequence[Turn], writer: PageWriter, kit: Kit) -> Draft:
    """The file that the last turn asks for; raises ItemError where none came of it."""
    assert kit.model is not None  # noqa: S101  # whoever revises has a model
    subject, now = writer.subject(item, kit), turns[-1]
    component, prompt = subject.component, revising_prompt()
    if component.kind != "model":
        raise ItemError(
            item.name, f"{component.name} is made of the catalogue's facts; change them there"
        )
    request = Request(
        system=prompt.system,
        messages=conversation(_opening(subject), _CLOSING, turns, _shown),
        max_output_tokens=component.tokens,
        temperature=component.temperature,
    )
    try:
        answer = await ask(kit.model, request, _Texts)
    except (ModelError, AllStrategiesFailed) as error:
        raise ItemError(item.name, str(error)) from error
    words = [text.strip() for text in answer.value.texts if text.strip()]
    if not words:
        said = answer.completion
        raise ItemError(item.name, str(AnswerUnusable(said.model, "no text in it", said.text)))
    made = writer.file(subject, words, f"model:{answer.completion.model}")
    return replace(
        made,
        parameters={
            "prompt": prompt.name,
            "temperature": component.temperature,
            "max_output_tokens": component.tokens,
            "instruction": now.instruction,
            "turn": len(turns),
        },
        prompt_sha256=digest([prompt.sha256, component.prompt]),
    )


@cache
def revising_prompt() -> Prompt:
    """The prompt that words are changed with."""
    file = files("groundsmith.recipes.page") / "prompts" / f"{_PROMPT}.md"
    return parsed(_PROMPT, file.read_text("utf-8"), _SLOTS)


def _opening(subject: Subject) -> str:
    held = shared([subject.component.selector], subject.facts)
    shown = fenced("\n".join(f"{fact.path}: {fact.value}" for fact in held))
    asked = {"asked": subject.component.prompt.strip(), "passage": shown.text}
    return revising_prompt().filled(asked)


def _shown(draft: Draft) -> str:
    return json.dumps({"texts": list(draft.content["words"])}, ensure_ascii=False)
