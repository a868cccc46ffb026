"""What a check came to with a model in it: whose each finding is, and what was not asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from groundsmith.errors import GroundsmithError
from groundsmith.recipes.story.findings import Finding, Severity, gravest_first
from groundsmith.recipes.story.manuscript import Place
from groundsmith.records import Json

RULES = "rules"
THREAD = "abandoned_thread"
"""The kind that no passage shows by itself: each is asked for what it opens instead."""
_LOWERED = {
    Severity.HIGH: Severity.MEDIUM,
    Severity.MEDIUM: Severity.LOW,
    Severity.LOW: Severity.LOW,
}


class Opinion(StrEnum):
    """What a model makes of a finding of the rules."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFinding:
    """A finding, who found it, and what a model says of it.

    Attributes:
        by: `rules`, or the name of the judge.
        opinion: `None` for a model's own finding, and for what no model was asked about.
        reason: The model's, in its words.
        marks: Why it counts less: words that are only said, dreamt or supposed.
    """

    finding: Finding
    by: str = RULES
    opinion: Opinion | None = None
    reason: str = ""
    marks: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """What `story check --json` prints of it."""
        opinion = None if self.opinion is None else self.opinion.value
        return {
            **self.finding.as_json(),
            "found_by": self.by,
            "opinion": opinion,
            "reason": self.reason,
            "marks": list(self.marks),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A part of the work that no model did, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedStory:
    """What rules and a model found together.

    Attributes:
        findings: Of both, the gravest first.
        own_count: How many of its own the model found.
        judge: The model's name as a judge.
        kinds: What it was asked to look for.
        thread_count: How many threads it found opened.
        unasked: Passages that it did not read; `unweighed`, findings it gave no opinion on;
            `unsettled`, threads of which it did not say what became of them.
        dropped: Reason → how many of its findings were not believed for it.
        ended: What ended the asking before its end; `None` where nothing did.
    """

    findings: tuple[JudgedFinding, ...]
    own_count: int
    judge: str
    kinds: tuple[str, ...]
    portion_count: int
    thread_count: int
    unasked: tuple[Unasked, ...]
    unweighed: tuple[Unasked, ...]
    unsettled: tuple[Unasked, ...]
    dropped: dict[str, int]
    ended: GroundsmithError | None

    @property
    def asked_count(self) -> int:
        """How many passages were read."""
        return self.portion_count - len(self.unasked)

    def not_checked(self, by_nobody: Iterable[str]) -> list[str]:
        """Of the kinds that no rule looks for, those that were not looked for everywhere."""
        if self.unasked:
            return list(by_nobody)
        left = {THREAD} if self.unsettled else set()
        return [name for name in by_nobody if name not in self.kinds or name in left]

    def as_json(self) -> dict[str, Json]:
        """What `story check --json` says of the model's part."""
        return {
            "judge": self.judge,
            "kinds": list(self.kinds),
            "passages": self.portion_count,
            "passages_asked": self.asked_count,
            "threads": self.thread_count,
            "not_asked": [_unasked(one) for one in self.unasked],
            "no_opinion": [_unasked(one) for one in self.unweighed],
            "not_settled": [_unasked(one) for one in self.unsettled],
            "dropped": dict(self.dropped),
            "ended": None if self.ended is None else str(self.ended),
        }


def lowered(finding: Finding) -> Finding:
    """The same finding, one step less grave."""
    return replace(finding, severity=_LOWERED[finding.severity])


def gravest(found: Iterable[JudgedFinding], most: int) -> tuple[JudgedFinding, ...]:
    """At most so many, the gravest first."""
    return tuple(sorted(found, key=lambda one: gravest_first(one.finding))[:most])


def _unasked(one: Unasked) -> dict[str, Json]:
    place = one.place
    return {
        "chapter": place.chapter,
        "start": place.start,
        "stop": place.stop,
        "reason": one.reason,
    }
