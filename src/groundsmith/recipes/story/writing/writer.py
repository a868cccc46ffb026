"""Writes a passage: draft, check, and at most two more rounds on what the check found.

A revision is kept only where it has fewer findings; otherwise the next round starts again from the
one that was kept. Checks run beside the event loop, which others need while a long manuscript is
read. A round that no model answered ends the rounds and says so. The decision to
question: each round asks for another sample, because the same request has one stored answer.
"""

import re
from asyncio import to_thread
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.events import TextHeard
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.prompt import fenced
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.writing.brief import Brief
from groundsmith.recipes.story.writing.holding import elsewhere, in_the_passage, stands_in_the_way
from groundsmith.recipes.story.writing.material import Material
from groundsmith.recipes.story.writing.passage import Version, content_of, version_of
from groundsmith.recipes.story.writing.second_reading import read_again
from groundsmith.recipes.story.writing.sources import PASSAGE, Sources
from groundsmith.records import Draft, Json, Request
from groundsmith.seams import Hear, Kit, Model, Reset

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_FENCE = re.compile(r"\A```[^\n]{0,40}\n(.*?)\n?```\Z", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]{0,3}(?=\s|\Z)")
_MOST_LISTED = 20
_QUOTE_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageWriter:
    """Writes one passage for one brief."""

    item: str
    brief: Brief
    sources: Sources
    material: Material
    remarks: tuple[str, ...]

    async def draft(self, kit: Kit, model: Model) -> Draft:
        """The best of the rounds; raises ItemError where the first one gave no passage."""
        request = self.brief.request(self.material.text)
        hear = heard(self.item, kit)
        try:
            best = await self._asked(model, request, hear)
        except (ModelError, AllStrategiesFailed) as error:
            raise ItemError(self.item, str(error)) from error
        rounds = [best.as_json(kept=True)]
        for number in range(1, self.brief.settings.rounds + 1):
            wrong = self._in_the_way(best)
            if not wrong:
                break
            again = revising(request, best.text, self._order(wrong), sample=number)
            hear(f"\n(written again, for {len(wrong)} findings)\n")
            try:
                made = await self._asked(model, again, hear)
            except (ModelError, AllStrategiesFailed) as error:
                rounds.append({"failed": str(error)[:300], "kept": False})
                break
            better = made.finding_count < best.finding_count
            rounds.append(made.as_json(kept=better))
            best = made if better else best
        return await to_thread(self._draft, best, rounds)

    async def revised(self, kit: Kit, model: Model, before: Draft, request: Request) -> Draft:
        """What a person asked for, whatever the check finds in it; the rounds before are kept."""
        try:
            made = await self._asked(model, request, heard(self.item, kit))
        except (ModelError, AllStrategiesFailed) as error:
            raise ItemError(self.item, str(error)) from error
        return await to_thread(
            self._draft, made, [*before.content["rounds"], made.as_json(kept=True)]
        )

    async def _asked(self, model: Model, request: Request, hear: Hear) -> Version:
        answer = await model.complete(request, hear)
        cut = answer.finish_reason == "length"
        text = cleaned(answer.text, cut=cut)
        if not any(map(str.isalpha, text)):
            raise AnswerUnusable(answer.model, "no passage in it", answer.text)
        made = await to_thread(version_of, text, answer.model, self.brief, self.sources, cut=cut)
        settings = self.brief.settings
        return await read_again(made, model, settings.context_tokens) if settings.judge else made

    def _in_the_way(self, version: Version) -> list[Finding]:
        settings = self.brief.settings
        return [one for one in version.findings if stands_in_the_way(one.severity, settings)]

    def _order(self, wrong: Sequence[Finding]) -> str:
        """What is asked where a passage contradicts."""
        lines = "\n".join(map(_listed, wrong[:_MOST_LISTED]))
        return f"{self.brief.prompts.revise}\n\n{fenced(lines).text}"

    def _draft(self, version: Version, rounds: Sequence[Mapping[str, Json]]) -> Draft:
        settings = self.brief.settings
        told = {"remarks": list(self.remarks), "context": self.material.as_json()}
        return Draft(
            part=0,
            content=content_of(version, self.brief, rounds, told),
            citations=self.sources.cited(self.material.places),
            writer=f"model:{version.model}",
            parameters={
                "temperature": settings.temperature,
                "max_output_tokens": settings.answer_tokens,
                "prompt": self.brief.prompts.write.name,
                "task": f"{self.brief.kind}.v1",
            },
            prompt_sha256=self.brief.prompts.sha256,
        )


def revising(request: Request, text: str, order: str, *, sample: int) -> Request:
    """The talk so far, and what is asked now."""
    messages = (*request.messages, ("assistant", text), ("user", order))
    return replace(request, messages=messages, sample=sample)


def cleaned(answer: str, *, cut: bool) -> str:
    """An answer as a passage: no fence around it, nothing that does not show, no broken end."""
    text = _CONTROL.sub("", answer.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if inner := _FENCE.match(text):
        text = inner.group(1).strip()
    if not cut:
        return text
    ends = [one.end() for one in _SENTENCE_END.finditer(text)]
    return text[: ends[-1]] if ends else text


def heard(item: str, kit: Kit) -> Hear:
    """What shows a passage to whoever listens, as it comes."""

    def hear(portion: str | Reset) -> None:
        anew = isinstance(portion, Reset)
        kit.emit(TextHeard(item=item, text="" if anew else str(portion), anew=anew))

    return hear


def _listed(finding: Finding) -> str:
    """A finding as a model is told of it: both places, and what could be done."""
    here, there = in_the_passage(finding), elsewhere(finding)
    source = "the passage itself" if there.chapter == PASSAGE else there.chapter
    return (
        f"- {finding.message}\n  passage: “{_short(here.quote)}”\n"
        f"  {source}: “{_short(there.quote)}”\n  could be done: {finding.suggestion}"
    )


def _short(quote: str) -> str:
    return " ".join(quote.split())[:_QUOTE_CHARS]
