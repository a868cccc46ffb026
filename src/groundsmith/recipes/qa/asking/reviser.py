"""Changes one pair as its editor asks, in a talk with the model that is kept."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import ask
from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.recipes.qa.asking.answer import AnsweredPair
from groundsmith.recipes.qa.asking.quote import cited
from groundsmith.recipes.revising import Turn, conversation
from groundsmith.records import Draft, DraftCitation, Item, Request
from groundsmith.seams import Model

_PROMPT = "revise.v1"
_SLOTS = frozenset({"language", "passage"})
_LANGUAGES = {"en": "English", "id": "Indonesian"}
_CLOSING = "Answer with the whole pair, as one JSON object."
_TOKENS = 512


async def revised(
    item: Item, turns: Sequence[Turn], model: Model, temperature: float | None
) -> Draft:
    """The pair that the last turn asks for; raises ItemError where none came of it."""
    now, passage = turns[-1], item.inputs[0].text
    prompt = revising_prompt()
    language = str(now.draft.content["language"])
    opening = prompt.filled(
        {
            "language": _LANGUAGES.get(language, "the language of the passage"),
            "passage": fenced(passage).text,
        }
    )
    request = Request(
        system=prompt.system,
        messages=conversation(opening, _CLOSING, turns, _shown),
        max_output_tokens=_TOKENS,
        temperature=temperature,
    )
    try:
        answer = await ask(model, request, AnsweredPair)
    except (ModelError, AllStrategiesFailed) as error:
        raise ItemError(item.name, str(error)) from error
    pair, said = answer.value, answer.completion
    question, reply = pair.question.strip(), pair.answer.strip()
    if not (question and reply):
        raise ItemError(item.name, str(AnswerUnusable(said.model, "no pair in it", said.text)))
    span = cited(pair.quote, reply, passage)
    return replace(
        now.draft,
        content={
            "question": question,
            "answer": reply,
            "kind": pair.kind.value,
            "language": language,
        },
        citations=(DraftCitation(input=0, start=span.start, stop=span.stop),),
        writer=f"model:{said.model}",
        parameters={
            "temperature": temperature,
            "max_output_tokens": _TOKENS,
            "prompt": prompt.name,
            "instruction": now.instruction,
            "turn": len(turns),
        },
        prompt_sha256=prompt.sha256,
    )


@cache
def revising_prompt() -> Prompt:
    """The prompt that a pair is changed with."""
    file = files("groundsmith.recipes.qa") / "prompts" / f"{_PROMPT}.md"
    return parsed(_PROMPT, file.read_text("utf-8"), _SLOTS)


def _shown(draft: Draft) -> str:
    shown = {name: draft.content[name] for name in ("question", "answer", "kind")}
    return json.dumps(shown, ensure_ascii=False)
