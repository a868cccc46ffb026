"""The story recipe: one item, one passage, held to the whole manuscript.

The item reads every chapter and every note. What is written is kept with every text that came on
the way to it; whether it is accepted is decided by findings, not by a score.
"""

from asyncio import to_thread
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from groundsmith.errors import ModelNeeded
from groundsmith.recipes.revising import Turn, conversation
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding as StoryFinding
from groundsmith.recipes.story.findings import unchecked
from groundsmith.recipes.story.writing.brief import Brief, brief_of, name_of
from groundsmith.recipes.story.writing.curate import Curator
from groundsmith.recipes.story.writing.holding import CHECKS, STAGE, as_record, held
from groundsmith.recipes.story.writing.material import material
from groundsmith.recipes.story.writing.precheck import prechecked
from groundsmith.recipes.story.writing.second_reading import joined, not_checked
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.recipes.story.writing.sources import Sources, is_note, sources
from groundsmith.recipes.story.writing.writer import PassageWriter
from groundsmith.records import (
    Draft,
    Finding,
    Item,
    Json,
    Judged,
    JudgedClaim,
    Judgement,
    Record,
    Request,
    StageScore,
    Verdict,
)
from groundsmith.seams import Corpus, Kit

_WHOLE = "Answer with the whole passage alone, as it is to be now."
NO_MODEL = (
    "story write: writing needs a model, name one with --model; "
    "`story check`, `story facts` and `--mode preview` need none"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An item looked at before anybody is asked.

    Attributes:
        remarks: What the pre-check says.
        context: How much of the story is shown.
    """

    request: Request
    remarks: tuple[str, ...]
    context: Mapping[str, Json]


class StoryRecipe:
    """Passages that agree with a manuscript; the seams Recipe and Reviser."""

    name = "story"
    version = 1
    checks: tuple[str, ...] = CHECKS

    def __init__(self, settings: StorySettings | None = None) -> None:
        self.settings = settings or StorySettings()

    def plan(self, corpus: Corpus) -> Iterator[Item]:
        """One item, `chapter-7/narrative_continuation`, that reads all chapters and notes."""
        inputs = tuple(corpus.chunks())
        folders = self.settings.note_folders
        chapters = {one.document for one in inputs if not is_note(one.document, folders)}
        if inputs:
            name = name_of(self.settings, len(chapters))
            yield Item(name=name, inputs=inputs, category=self.settings.kind.value)

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """The passage; raises ItemError where the request cannot be met or nothing came of it."""
        if kit.model is None:
            raise ModelNeeded(NO_MODEL)
        writer = await to_thread(self._writer, item)
        return [await writer.draft(kit, kit.model)]

    async def revise(
        self, item: Item, draft: Draft, instruction: str, history: Sequence[Turn], kit: Kit
    ) -> Draft:
        """The passage as it is asked for; raises ItemError where none came of it."""
        if kit.model is None:
            raise ModelNeeded(NO_MODEL)
        writer = await to_thread(self._writer, item)
        turns = (*history, Turn(draft=draft, instruction=instruction))
        request = writer.brief.request(writer.material.text)
        talk = conversation(request.messages[0][1], _WHOLE, turns, lambda one: one.content["text"])
        made = await writer.revised(kit, kit.model, draft, replace(request, messages=talk))
        return replace(made, parameters={**made.parameters, "instruction": instruction})

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """What the passage contradicts, and what nobody looked for."""
        reading = draft.content.get("reading")
        found = await to_thread(self._found, item, draft.content["text"], reading)
        return Judgement(
            claims=(_claimed(draft.content["text"]),),
            stages={
                STAGE: StageScore(score=float(not found)),
                "beyond_rules": StageScore(score=None, why=not_checked(reading, unchecked())),
            },
            findings=found,
        )

    def curate(self, drafts: Iterable[Judged], kit: Kit) -> Iterator[Record]:
        """A record for each draft: accepted, WAITING, or rejected with its findings."""
        curator = Curator(recipe=self.name, version=self.version, settings=self.settings, kit=kit)
        return curator.records(drafts)

    def request_for(self, item: Item) -> Request:
        """The first call that an item takes; raises ItemError where the request cannot be met."""
        return self.looked(item).request

    def looked(self, item: Item) -> Looked:
        """What would be asked and what the pre-check says; raises ItemError like `request_for`."""
        writer = self._writer(item)
        return Looked(
            request=writer.brief.request(writer.material.text),
            remarks=writer.remarks,
            context=writer.material.as_json(),
        )

    def _writer(self, item: Item) -> PassageWriter:
        of = self._sources(item)
        brief = self._brief(item, of)
        story = Story(of.until(brief.position))
        remarks = prechecked(item.name, brief, story)
        return PassageWriter(
            item=item.name,
            brief=brief,
            sources=of,
            material=material(story, brief, remarks),
            remarks=remarks,
        )

    def _found(
        self, item: Item, text: str, reading: Mapping[str, Json] | None
    ) -> tuple[Finding, ...]:
        of = self._sources(item)
        story = Story(of.with_passage(text, self._brief(item, of).position))
        ruled: Sequence[StoryFinding] = held(story)
        found = ruled if reading is None else joined(ruled, reading, story.manuscript)
        return tuple(as_record(one, of) for one in found)

    def _sources(self, item: Item) -> Sources:
        asked = self.settings
        return sources(item.inputs, asked.note_folders, asked.bible.approved)

    def _brief(self, item: Item, of: Sources) -> Brief:
        return brief_of(item.name, self.settings, of.chapter_count, of.manuscript.language)


def _claimed(text: str) -> JudgedClaim:
    """The passage as the one thing that its citations are of; nobody supports what is invented."""
    return JudgedClaim(
        text=text,
        verdict=Verdict.UNCHECKED,
        score=None,
        judge=CHECKS[0],
        reason="a story is invented; what it contradicts stands in the findings",
    )
