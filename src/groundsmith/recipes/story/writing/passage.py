"""A passage as it is stored: its text, how it came about, and the facts that it would add."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.writing.brief import Brief
from groundsmith.recipes.story.writing.holding import held
from groundsmith.recipes.story.writing.proposals import proposals
from groundsmith.recipes.story.writing.sources import Sources
from groundsmith.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that a model gave, and what it contradicts; `cut` where its answer broke off."""

    text: str
    model: str
    cut: bool
    findings: tuple[Finding, ...]
    story: Story
    """The manuscript with this text in it, as it was read to be checked."""
    reading: Mapping[str, Json] | None = None
    """What a model made of it, where one read it too."""

    @property
    def finding_count(self) -> int:
        """How many findings touch it."""
        return len(self.findings)

    def as_json(self, *, kept: bool) -> dict[str, Json]:
        """What a record says of a round."""
        return {
            "text": self.text,
            "model": self.model,
            "findings": [f"{one.subtype}-{one.severity}: {one.message}" for one in self.findings],
            "cut": self.cut,
            "kept": kept,
        }


def content_of(
    version: Version,
    brief: Brief,
    rounds: Sequence[Mapping[str, Json]],
    told: Mapping[str, Json],
) -> dict[str, Json]:
    """The fields of a draft; what a person decides on, and how it came about.

    Args:
        rounds: Every text that came, the first one first.
        told: What the model was shown and warned of.
    """
    new = proposals(version.story, version.findings)
    return {
        "text": version.text,
        "kind": brief.kind.value,
        "language": brief.language,
        "chapter": brief.chapter,
        "pov": brief.settings.pov,
        "ask": brief.settings.ask,
        "facts": [one.as_json() for one in new],
        "rounds": list(rounds),
        **({} if version.reading is None else {"reading": version.reading}),
        **told,
    }


def version_of(text: str, model: str, brief: Brief, sources: Sources, *, cut: bool) -> Version:
    """A text held against everything that is established."""
    story = Story(sources.with_passage(text, brief.position))
    return Version(text=text, model=model, cut=cut, findings=held(story), story=story)
