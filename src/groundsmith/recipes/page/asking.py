"""What a model is asked for an item: the texts of a group of components in one call.

Each component is an item of its own, so that a changed fact re-makes only what shows it. Those of
a group still share one call: the question is put with the facts that all of them show, so each
makes the very same question of its own lines, and whoever comes first gets the answer for all.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from weakref import WeakValueDictionary

from pydantic import BaseModel, ConfigDict, Field, create_model

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import Structured, ask, schema_of
from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.recipes.page.component import Component
from groundsmith.recipes.page.fact import Fact
from groundsmith.recipes.page.need import shared
from groundsmith.recipes.page.unwritten import TextsUnwritten
from groundsmith.records import Request, digest
from groundsmith.seams import Model

_PROMPT = "page.v1"
_SLOTS = frozenset({"asked", "marker", "passage"})
_KEPT = 1024
"""Answers at hand for the rest of their group; older ones are read from the store instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What was said for one component: the texts, and who said them."""

    texts: tuple[str, ...]
    model: str


class Asking:
    """Asks for groups of components, each group of an item once."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Structured[Any]] = OrderedDict()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def words(
        self,
        item: str,
        component: Component,
        group: Sequence[Component],
        facts: Sequence[Fact],
        model: Model,
    ) -> Words:
        """What the model says for a component; raises TextsUnwritten where it says nothing usable.

        What stops a run or a machine is raised as it is.
        """
        request = request_for(group, facts)
        try:
            answer = await self._answer(request, _answer_type(_shape(group)), model)
        except (ModelError, AllStrategiesFailed) as error:
            raise TextsUnwritten(item, str(error), request=asdict(request)) from error
        said = getattr(answer.value, _field(group, component))
        texts = (said,) if isinstance(said, str) else tuple(said)
        return Words(
            texts=tuple(text.strip() for text in texts if text.strip()),
            model=answer.completion.model,
        )

    async def _answer(
        self, request: Request, kind: type[BaseModel], model: Model
    ) -> Structured[Any]:
        key = digest(asdict(request))
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key not in self._answers:
                self._answers[key] = await ask(model, request, kind)
                if len(self._answers) > _KEPT:
                    self._answers.popitem(last=False)
            return self._answers[key]


def request_for(group: Sequence[Component], facts: Sequence[Fact]) -> Request:
    """The one call for a group, with the facts that all its components show."""
    prompt = asking_prompt()
    held = shared([component.selector for component in group], facts)
    shown = fenced("\n".join(f"{fact.path}: {fact.value}" for fact in held))
    temperatures = [each.temperature for each in group if each.temperature is not None]
    asked = {
        "asked": "\n".join(_wanted(component) for component in group),
        "marker": shown.code,
        "passage": shown.text,
    }
    return Request(
        system=prompt.system,
        messages=(("user", prompt.filled(asked)),),
        max_output_tokens=sum(component.tokens for component in group),
        temperature=min(temperatures, default=None),
        response_schema=schema_of(_answer_type(_shape(group))),
    )


@cache
def asking_prompt() -> Prompt:
    """The prompt around what components ask for."""
    text = (files("groundsmith.recipes.page") / "prompts" / f"{_PROMPT}.md").read_text("utf-8")
    return parsed(_PROMPT, text, _SLOTS)


def _wanted(component: Component) -> str:
    kind = "a text" if component.answer == "text" else "a list of texts"
    prompt = "\n  ".join(component.prompt.strip().splitlines())
    return f"- under {component.name}, {kind}:\n  {prompt}"


def _shape(group: Sequence[Component]) -> tuple[tuple[str, str], ...]:
    return tuple((component.name, component.answer) for component in group)


@cache
def _answer_type(shape: tuple[tuple[str, str], ...]) -> type[BaseModel]:
    """What an answer must hold; fields are numbered, because a name may be none of Python's."""
    fields: dict[str, Any] = {
        f"text_{number}": (str if answer == "text" else list[str], Field(alias=name))
        for number, (name, answer) in enumerate(shape)
    }
    return create_model("Texts", __config__=ConfigDict(frozen=True, extra="ignore"), **fields)


def _field(group: Sequence[Component], component: Component) -> str:
    return f"text_{[each.name for each in group].index(component.name)}"
