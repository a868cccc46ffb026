"""Holds a passage against all that is established: findings that touch it, and no others.

What a manuscript got wrong without the passage is not the passage's fault and not reported here.
The decision to question: a passage is checked as a chapter of its own at its place, so that later
chapters count, too: who walks in chapter nine must not die in a passage after chapter three.
"""

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, ranked
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.validators.registry import VALIDATORS
from groundsmith.recipes.story.writing.approved import BIBLE
from groundsmith.recipes.story.writing.settings import StorySettings, Threshold
from groundsmith.recipes.story.writing.sources import PASSAGE, Sources
from groundsmith.records import Finding as Found
from groundsmith.records import Span

STAGE = "consistency"
CHECKS = ("story@1",)
_WITHOUT_SOURCE = {PASSAGE: "the passage itself says", BIBLE: "approved"}
"""Places that no document holds, and how a message names them."""
_STANDS_IN_THE_WAY: dict[Threshold, frozenset[Severity]] = {
    "strict": frozenset(Severity),
    "moderate": frozenset({Severity.HIGH, Severity.MEDIUM}),
    "permissive": frozenset({Severity.HIGH}),
}


def held(story: Story) -> tuple[Finding, ...]:
    """What the passage in a story contradicts, the gravest first."""
    found = [
        finding
        for validate in VALIDATORS.values()
        for finding in validate(story)
        if PASSAGE in (finding.established.chapter, finding.contradicting.chapter)
    ]
    kept, _ = ranked(found, len(found))
    return tuple(kept)


def stands_in_the_way(severity: Severity, settings: StorySettings) -> bool:
    """Whether a finding of this severity keeps a passage from being accepted."""
    return severity in _STANDS_IN_THE_WAY[settings.threshold]


def in_the_passage(finding: Finding) -> Place:
    """Where in the passage a finding is."""
    here = finding.contradicting
    return here if here.chapter == PASSAGE else finding.established


def elsewhere(finding: Finding) -> Place:
    """What the passage contradicts there: a place of the manuscript, or another of its own."""
    here = finding.contradicting
    return finding.established if here.chapter == PASSAGE else here


def as_record(finding: Finding, sources: Sources) -> Found:
    """The finding as a record keeps it, its severity behind its subtype."""
    here, there = in_the_passage(finding), elsewhere(finding)
    source = _WITHOUT_SOURCE.get(there.chapter)
    said = f" ({source}: “{there.quote}”)" if source else ""
    return Found(
        stage=STAGE,
        code=f"{finding.subtype}-{finding.severity}",
        message=finding.message + said,
        advice=finding.suggestion,
        span=Span(start=here.start, stop=here.stop),
        source=sources.evidence(there),
    )


def severity_of(found: Found) -> Severity:
    """The severity that stands behind its code."""
    return Severity(found.code.rpartition("-")[2])
