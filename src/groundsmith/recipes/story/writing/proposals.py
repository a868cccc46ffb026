"""The facts that a passage would add to those of its story.

A fact that a passage tells is a proposal: nothing it says holds before a person has approved it.
Its risk is high where the passage contradicts something there, or where the narrator does not vouch
for it; medium where it is the first of its kind about its subject, or the subject is new; else low.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.writing.holding import in_the_passage
from groundsmith.recipes.story.writing.sources import PASSAGE
from groundsmith.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A fact that a passage would add, and how much there is to say against taking it unseen."""

    fact: Fact
    risk: str
    why: str

    def as_json(self) -> dict[str, Json]:
        """What a record says of it."""
        return {**self.fact.as_json(), "risk": self.risk, "why": self.why}


def proposals(story: Story, findings: Sequence[Finding]) -> tuple[Proposal, ...]:
    """Facts that the passage in a story would add, in the order in which it tells them."""
    told = facts(story)
    known = {(fact.subject, fact.attribute) for fact in told if fact.place.chapter != PASSAGE}
    new = (fact for fact in told if fact.place.chapter == PASSAGE)
    return tuple(_proposal(fact, known, findings) for fact in new)


def _proposal(fact: Fact, known: set[tuple[str, str]], findings: Sequence[Finding]) -> Proposal:
    here = fact.place
    places = map(in_the_passage, findings)
    if any(one.start < here.stop and here.start < one.stop for one in places):
        return Proposal(fact=fact, risk="high", why="it contradicts what is established")
    if fact.mode not in (Mode.TOLD, Mode.RECOUNTED):
        return Proposal(fact=fact, risk="high", why=f"it is only {fact.mode}")
    if not any(fact.subject == subject for subject, _ in known):
        return Proposal(fact=fact, risk="medium", why="nothing was known of its subject")
    if (fact.subject, fact.attribute) not in known:
        return Proposal(fact=fact, risk="medium", why="the first of its kind about its subject")
    return Proposal(fact=fact, risk="low", why="it says again what is known")
