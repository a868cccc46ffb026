"""Settings of story passages, each with the phase in which it matters.

What is asked for decides what is written. Mode and threshold decide it, too: they say which
findings a model is asked to mend. So all of them write anew where they change; an answer to the
same request is stored and not paid for twice.
"""

from typing import Literal

from pydantic import Field, field_serializer, field_validator

from groundsmith.phases import Settings, plan, write
from groundsmith.recipes.story.writing.prompt_set import PassageKind, PromptUnusable, prompts_in

Mode = Literal["automatic", "semi-automatic", "manual", "preview"]
Threshold = Literal["strict", "moderate", "permissive"]
SHOWN_RATIO = 0.8
"""Of the context's tokens; the others are kept for the answer."""
_TOKENS_A_WORD = 3
"""Room for languages whose words are cut finely; English has about 1.3."""
_ROOM_TOKENS = 256


class BibleSettings(Settings):
    """What holds besides the manuscript and its notes; `story write` fills it in."""

    approved: str | None = plan(
        None, about="Facts that people approved of passages, as sheets that notes may have."
    )


class StorySettings(Settings):
    """Which passage is wanted, and what becomes of one that contradicts."""

    kind: PassageKind = plan(
        PassageKind.NARRATIVE_CONTINUATION, about=f"What is written: {', '.join(PassageKind)}."
    )
    mode: Mode = write(
        "automatic",
        about="automatic revises and decides; semi-automatic revises and leaves what still "
        "contradicts to you; manual leaves every passage to you unrevised; preview asks no model.",
    )
    threshold: Threshold = write(
        "moderate",
        about="Which findings stand in the way: strict all, moderate all but those of low "
        "severity, permissive only those of high severity.",
    )
    chapter: int | None = plan(
        None, ge=1, le=100_000, about="Number of the chapter; the last one where none is given."
    )
    pov: str | None = write(None, max_length=200, about="Whose point of view it is told from.")
    words: int = write(500, ge=20, le=20_000, about="About how long the passage is to be.")
    ask: str | None = write(None, max_length=4_000, about="What is to happen, in your own words.")
    language: Literal["document", "en", "id"] = write(
        "document", about="Language of the passage: the manuscript's own, or this one."
    )
    note_folders: tuple[str, ...] = plan(
        ("notes", "catatan"), about="Folders of the inputs whose files are notes; by comma."
    )
    context_tokens: int = plan(
        8_000, ge=1000, le=1_000_000, about="Tokens of context, a fifth of them for the answer."
    )
    revisions: int = write(
        2, ge=0, le=2, about="How often a passage that contradicts is written again."
    )
    judge: bool = write(
        False,
        about="Whether the model also reads each text that it wrote for what rules cannot see; "
        "what it finds is revised like any other finding. Two calls a round or more.",
    )
    temperature: float | None = write(
        0.7, ge=0, le=2, about="How freely a model writes; null leaves it to the model."
    )
    max_output_tokens: int | None = write(
        None,
        ge=64,
        le=100_000,
        about="The most tokens of an answer; null is room for the words asked for.",
    )
    prompts: str | None = write(
        None,
        min_length=1,
        about="Folder with prompts of your own, named like the ones that they replace.",
    )

    bible: BibleSettings = Field(
        default_factory=BibleSettings, description="What was approved of earlier passages."
    )

    @field_validator("note_folders", mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        """An option and a variable hold text: names with commas between them."""
        if not isinstance(given, str):
            return given
        return tuple(name.strip() for name in given.split(",") if name.strip())

    @field_validator("prompts")
    @classmethod
    def _usable(cls, folder: str | None) -> str | None:
        if folder is None:
            return None
        try:
            prompts_in(folder)
        except PromptUnusable as error:
            raise ValueError("; ".join(error.faults)) from error
        return folder

    @field_serializer("prompts", when_used="json")
    def _prompts_as_text(self, folder: str | None) -> str:
        """A hash of the prompts' texts: what they say enters fingerprints, not where they lie."""
        return prompts_in(folder).sha256

    @property
    def rounds(self) -> int:
        """How often a passage is revised in this mode."""
        return 0 if self.mode == "manual" else self.revisions

    @property
    def answer_tokens(self) -> int:
        """The most tokens of one answer."""
        return self.max_output_tokens or _TOKENS_A_WORD * self.words + _ROOM_TOKENS

    @property
    def shown_tokens(self) -> int:
        """How many tokens of what is established are shown."""
        return int(self.context_tokens * SHOWN_RATIO)
