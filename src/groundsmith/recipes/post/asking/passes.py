"""One call each: what is asked in a pass, and what is made of the answer.

Every pass but the draft can fail without harm: what it would have made is then made of facts, and
the post says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import ask
from groundsmith.prompt import fenced
from groundsmith.recipes.post.asking.answers import Caption, Hooks, Scores, Specific, Technologies
from groundsmith.recipes.post.asking.prompts import prompt
from groundsmith.recipes.post.brief import Brief, data
from groundsmith.recipes.post.context import source_of
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.revising import Turn, conversation
from groundsmith.records import Completion, Draft, Request
from groundsmith.seams import Hear, Model

M = TypeVar("M", bound=BaseModel)

_LANGUAGES = {"en": "English", "id": "Indonesian"}
_TOKENS = 400
_TOKENS_A_HOOK = 60
_HOOKS_EACH = 3
_WHOLE = "Write the whole post again: [hook], [story], [impact], [call to action]."
_SHOWN_CHARS = 6_000
"""Of the sources, in the small passes: a caption needs no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What all passes over one post share."""

    project: Project
    brief: Brief
    language: str
    model: Model
    temperature: float | None

    async def draft(self, most_tokens: int, hear: Hear) -> Completion:
        """The draft as text; raises what the model stack raises."""
        return await self.model.complete(self._request("draft", self._wanted, most_tokens), hear)

    async def revised(
        self,
        turns: Sequence[Turn],
        shown: Callable[[Draft], str],
        most_tokens: int,
        hear: Hear,
    ) -> Completion:
        """The draft as it was asked for last, as text; raises what the model stack raises."""
        request = self._request("revise", self._wanted, most_tokens)
        messages = conversation(request.messages[0][1], _WHOLE, turns, shown)
        return await self.model.complete(replace(request, messages=messages), hear)

    @property
    def _wanted(self) -> dict[str, str]:
        """What the whole post is to be like, and all its sources."""
        return {
            "style": f"{self.brief.style.name}: {self.brief.style.value.instruction}",
            "tone": f"{self.brief.tone.name}: {self.brief.tone.value.instruction}",
            "audience": self.brief.audience.value.instruction,
            "chars": str(self.brief.platform.value.max_chars),
            "passage": self._sources(None),
        }

    async def specific(self, vague: Sequence[str]) -> list[str] | None:
        """The vague sentences made specific, in order; `None` where that failed."""
        numbered = "\n".join(f"{at}. {one}" for at, one in enumerate(vague, 1))
        values = {
            "passage": f"{fenced(numbered).text}\n\n{self._sources(_SHOWN_CHARS)}",
            "count": str(len(vague)),
        }
        most = _TOKENS + sum(map(len, vague))
        answer = await self._asked("specificity", values, Specific, most)
        fits = answer is not None and len(answer.sentences) == len(vague)
        return answer.sentences if fits and answer else None

    async def technologies(self, most: int) -> list[str] | None:
        """Technologies for hashtags; `None` where that failed."""
        values = {"passage": self._sources(_SHOWN_CHARS), "count": str(most)}
        answer = await self._asked("hashtags", values, Technologies, _TOKENS)
        return None if answer is None else answer.technologies

    async def caption(self) -> str | None:
        """A caption; `None` where that failed."""
        answer = await self._asked(
            "caption", {"passage": self._sources(_SHOWN_CHARS)}, Caption, _TOKENS
        )
        return None if answer is None else " ".join(answer.caption.split()) or None

    async def scores(self, text: str) -> dict[str, int] | None:
        """Five measures of a text; `None` where that failed."""
        values = {"passage": fenced(text).text, "audience": self.brief.audience.name}
        answer = await self._asked("quality", values, Scores, _TOKENS)
        return None if answer is None else answer.model_dump()

    async def hooks(self, kinds: Sequence[str]) -> list[tuple[str, str]] | None:
        """First lines with their kinds, at most three each; `None` where that failed."""
        told = data("hooks.yaml")
        listed = "\n".join(f"- {kind}: {told[kind]['instruction']}" for kind in kinds)
        values = {"passage": self._sources(_SHOWN_CHARS), "kinds": listed}
        most = _TOKENS_A_HOOK * _HOOKS_EACH * len(kinds)
        answer = await self._asked("hooks", values, Hooks, most)
        if answer is None:
            return None
        by_kind = {kind: [one for one in answer.hooks if one.kind == kind] for kind in kinds}
        return [
            (kind, text)
            for kind, lines in by_kind.items()
            for one in lines[:_HOOKS_EACH]
            if (text := " ".join(one.text.split()))
        ]

    async def _asked(
        self, name: str, values: Mapping[str, str], kind: type[M], most_tokens: int
    ) -> M | None:
        try:
            answer = await ask(self.model, self._request(name, values, most_tokens), kind)
        except (ModelError, AllStrategiesFailed):
            return None
        return answer.value

    def _request(self, name: str, values: Mapping[str, str], most_tokens: int) -> Request:
        chosen = prompt(name)
        shared = {
            "project": self.project.name,
            "language": _LANGUAGES.get(self.language, "the language of the sources"),
        }
        return Request(
            system=chosen.system,
            messages=(("user", chosen.filled({**shared, **values})),),
            max_output_tokens=most_tokens,
            temperature=self.temperature,
        )

    def _sources(self, most_chars: int | None) -> str:
        """The sources, each in its own fence under what it is, as many as there is room for."""
        shown: list[str] = []
        room = most_chars or sum(map(len, self.project.evidence))
        for chunk, text in zip(self.project.inputs, self.project.evidence, strict=True):
            if text and (room > 0 or not shown):
                headings = " > ".join(" ".join(heading.split()) for heading in chunk.headings)
                shown.append(fenced(f"[{source_of(chunk)}: {headings}]\n{text}").text)
                room -= len(text)
        return "\n\n".join(shown)
