"""What each pass over a post sends: known without a model, so that an estimate can add it up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from groundsmith.prompt import fenced
from groundsmith.recipes.post.asking.prompts import prompt
from groundsmith.recipes.post.brief import Brief, data
from groundsmith.recipes.post.context import source_of
from groundsmith.recipes.post.hashtags import TECHNOLOGY_COUNT
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.revising import Turn, conversation
from groundsmith.records import Draft, Request

HOOKS_EACH = 3
_LANGUAGES = {"en": "English", "id": "Indonesian"}
_TOKENS = 400
_TOKENS_A_HOOK = 60
_WHOLE = "Write the whole post again: [hook], [story], [impact], [call to action]."
_SHOWN_CHARS = 6_000
"""Of the sources, in the small passes: a caption needs no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """The calls for one post."""

    project: Project
    brief: Brief
    language: str
    temperature: float | None

    def draft(self, most_tokens: int) -> Request:
        """For the draft."""
        return self._request("draft", self._wanted, most_tokens)

    def revised(
        self, turns: Sequence[Turn], shown: Callable[[Draft], str], most_tokens: int
    ) -> Request:
        """For the draft as it was asked for last."""
        request = self._request("revise", self._wanted, most_tokens)
        messages = conversation(request.messages[0][1], _WHOLE, turns, shown)
        return replace(request, messages=messages)

    def specific(self, vague: Sequence[str]) -> Request:
        """For vague sentences made specific."""
        numbered = "\n".join(f"{at}. {one}" for at, one in enumerate(vague, 1))
        values = {
            "passage": f"{fenced(numbered).text}\n\n{self._sources(_SHOWN_CHARS)}",
            "count": str(len(vague)),
        }
        return self._request("specificity", values, _TOKENS + sum(map(len, vague)))

    def technologies(self) -> Request:
        """For the technologies among the hashtags."""
        values = {"passage": self._sources(_SHOWN_CHARS), "count": str(TECHNOLOGY_COUNT)}
        return self._request("hashtags", values, _TOKENS)

    def caption(self) -> Request:
        """For a caption."""
        return self._request("caption", {"passage": self._sources(_SHOWN_CHARS)}, _TOKENS)

    def scores(self, text: str) -> Request:
        """For five measures of a text."""
        values = {"passage": fenced(text).text, "audience": self.brief.audience.name}
        return self._request("quality", values, _TOKENS)

    def hooks(self, kinds: Sequence[str]) -> Request:
        """For first lines of these kinds."""
        told = data("hooks.yaml")
        listed = "\n".join(f"- {kind}: {told[kind]['instruction']}" for kind in kinds)
        values = {"passage": self._sources(_SHOWN_CHARS), "kinds": listed}
        return self._request("hooks", values, _TOKENS_A_HOOK * HOOKS_EACH * len(kinds))

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
