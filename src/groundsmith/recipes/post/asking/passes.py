"""One call each: what is asked in a pass, and what is made of the answer.

Every pass but the draft can fail without harm: what it would have made is then made of facts, and
the post says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import ask
from groundsmith.recipes.post.asking.answers import Caption, Hooks, Scores, Specific, Technologies
from groundsmith.recipes.post.asking.requests import HOOKS_EACH, Requests
from groundsmith.recipes.revising import Turn
from groundsmith.records import Completion, Draft, Request
from groundsmith.seams import Hear, Model

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What all passes over one post share."""

    requests: Requests
    model: Model

    async def draft(self, most_tokens: int, hear: Hear) -> Completion:
        """The draft as text; raises what the model stack raises."""
        return await self.model.complete(self.requests.draft(most_tokens), hear)

    async def revised(
        self,
        turns: Sequence[Turn],
        shown: Callable[[Draft], str],
        most_tokens: int,
        hear: Hear,
    ) -> Completion:
        """The draft as it was asked for last, as text; raises what the model stack raises."""
        return await self.model.complete(self.requests.revised(turns, shown, most_tokens), hear)

    async def specific(self, vague: Sequence[str]) -> list[str] | None:
        """The vague sentences made specific, in order; `None` where that failed."""
        answer = await self._asked(self.requests.specific(vague), Specific)
        fits = answer is not None and len(answer.sentences) == len(vague)
        return answer.sentences if fits and answer else None

    async def technologies(self) -> list[str] | None:
        """Technologies for hashtags; `None` where that failed."""
        answer = await self._asked(self.requests.technologies(), Technologies)
        return None if answer is None else answer.technologies

    async def caption(self) -> str | None:
        """A caption; `None` where that failed."""
        answer = await self._asked(self.requests.caption(), Caption)
        return None if answer is None else " ".join(answer.caption.split()) or None

    async def scores(self, text: str) -> dict[str, int] | None:
        """Five measures of a text; `None` where that failed."""
        answer = await self._asked(self.requests.scores(text), Scores)
        return None if answer is None else answer.model_dump()

    async def hooks(self, kinds: Sequence[str]) -> list[tuple[str, str]] | None:
        """First lines with their kinds, at most three each; `None` where that failed."""
        answer = await self._asked(self.requests.hooks(kinds), Hooks)
        if answer is None:
            return None
        by_kind = {kind: [one for one in answer.hooks if one.kind == kind] for kind in kinds}
        return [
            (kind, text)
            for kind, lines in by_kind.items()
            for one in lines[:HOOKS_EACH]
            if (text := " ".join(one.text.split()))
        ]

    async def _asked(self, request: Request, kind: type[M]) -> M | None:
        try:
            answer = await ask(self.model, request, kind)
        except (ModelError, AllStrategiesFailed):
            return None
        return answer.value
