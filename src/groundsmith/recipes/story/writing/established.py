"""The facts of a story, whatever they are about, and those that a passage would add to them.

A fact that a passage tells is a proposal: nothing it says holds before a person has approved it.
Its risk is high where the passage contradicts something there, or where the narrator does not vouch
for it; medium where it is the first of its kind about its subject, or the subject is new; else low.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible import abilities, ages, appearance, deaths, relations
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.writing.holding import in_the_passage
from groundsmith.recipes.story.writing.sources import PASSAGE, Sources
from groundsmith.records import Json

_READERS = (appearance.facts, ages.facts, deaths.facts, relations.facts, abilities.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A fact that a passage would add, and how much there is to say against taking it unseen."""

    fact: Fact
    risk: str
    why: str

    def as_json(self) -> dict[str, Json]:
        """What a record says of it."""
        return {**self.fact.as_json(), "risk": self.risk, "why": self.why}


def established(story: Story) -> Iterator[Fact]:
    """Every fact that rules can read, reader by reader."""
    for read in _READERS:
        yield from read(story)


def proposals(
    text: str, position: int, sources: Sources, findings: Sequence[Finding]
) -> tuple[Proposal, ...]:
    """Facts that a passage would add, in the order in which it tells them."""
    told = list(established(Story(sources.with_passage(text, position))))
    known = {(fact.subject, fact.attribute) for fact in told if fact.place.chapter != PASSAGE}
    new = {fact.id: fact for fact in told if fact.place.chapter == PASSAGE}
    return tuple(
        _proposal(fact, known, findings)
        for fact in sorted(new.values(), key=lambda one: one.place.at)
    )


def _proposal(fact: Fact, known: set[tuple[str, str]], findings: Sequence[Finding]) -> Proposal:
    here = fact.place
    places = map(in_the_passage, findings)
    if any(one.start < here.stop and here.start < one.stop for one in places):
        return Proposal(fact=fact, risk="high", why="it contradicts what is established")
    if fact.mode is not Mode.TOLD:
        return Proposal(fact=fact, risk="high", why=f"it is only {fact.mode}")
    if not any(fact.subject == subject for subject, _ in known):
        return Proposal(fact=fact, risk="medium", why="nothing was known of its subject")
    if (fact.subject, fact.attribute) not in known:
        return Proposal(fact=fact, risk="medium", why="the first of its kind about its subject")
    return Proposal(fact=fact, risk="low", why="it says again what is known")
