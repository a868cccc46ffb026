"""Makes records of judged passages: each with its state, its findings, and both places of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.content_types import content_type
from groundsmith.recipes.story.cutting.speech import dialogue_share
from groundsmith.recipes.story.findings import SUBTYPES
from groundsmith.recipes.story.writing.holding import severity_of
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.recipes.story.writing.states import state_of, tier_of
from groundsmith.records import (
    Assessment,
    Confidence,
    Finding,
    Json,
    Judged,
    MadeBy,
    Passage,
    Record,
    rounded,
)
from groundsmith.seams import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Curator:
    """How judged passages become records of one recipe, version and settings."""

    recipe: str
    version: int
    settings: StorySettings
    kit: Kit

    def records(self, drafts: Iterable[Judged]) -> Iterator[Record]:
        """A record for each draft, in their order; none depends on another."""
        return map(self._record, drafts)

    def _record(self, judged: Judged) -> Record:
        made, text = judged.judgement, judged.draft.content["text"]
        state = state_of(made.findings, self.settings)
        content = {
            **judged.draft.content,
            "state": state.value,
            "word_count": len(text.split()),
            "content_type": content_type(text).value,
            "dialogue_share": rounded(dialogue_share(text)),
            "findings": list(_shown(text, made.findings, judged.inputs)),
        }
        return Record(
            id=judged.id,
            recipe=self.recipe,
            item=judged.item,
            content=content,
            citations=judged.citations(),
            claims=made.claims,
            assessment=Assessment(
                tier=tier_of(state, made.findings),
                confidence=Confidence.LOW if made.findings else Confidence.MEDIUM,
                overall=None,
                stages={name: stage.score for name, stage in made.stages.items()},
                unchecked={name: one.why for name, one in made.stages.items() if one.why},
                findings=made.findings,
            ),
            made_by=MadeBy(
                recipe_version=self.version,
                writer=judged.draft.writer,
                prompt_sha256=judged.draft.prompt_sha256,
                parameters=judged.draft.parameters,
                settings_sha256=self.kit.settings_sha256,
            ),
        )


def _shown(text: str, findings: Sequence[Finding], inputs: Sequence[Passage]) -> Iterator[Json]:
    """Findings as `story check` shows them: what the passage says, and what it contradicts."""
    for one in findings:
        subtype = one.code.rpartition("-")[0]
        assert one.span is not None  # noqa: S101  # every finding on a passage has its place in it
        here = {"start": one.span.start, "stop": one.span.stop, "quote": one.span.of(text)}
        yield {
            "category": SUBTYPES[subtype][0].value,
            "subtype": subtype,
            "severity": severity_of(one).value,
            "message": one.message,
            "passage": here,
            "manuscript": _there(one, inputs),
            "suggestion": one.advice,
        }


def _there(finding: Finding, inputs: Sequence[Passage]) -> Json:
    """The place in the manuscript; null where no document says it."""
    shown = finding.source
    if shown is None:
        return None
    chunk = inputs[shown.input].chunk
    return {
        "chapter": chunk.document,
        "start": chunk.start + shown.start,
        "stop": chunk.start + shown.stop,
        "quote": shown.text,
    }
