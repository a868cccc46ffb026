"""Whether a post is ready, and what it earned."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from groundsmith.errors import Severity
from groundsmith.recipes.post.content import Part, Post
from groundsmith.recipes.post.policy import severity_of
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.records import Confidence, Finding, Record, StageScore, Tier

_PREMIUM = 0.9
EMPTY = "nothing-left"


class State(StrEnum):
    """What can be done with a post now."""

    READY = "ready"
    REVIEW = "review"
    NEEDS_REVISION = "needs revision"


def emptied(post: Post) -> list[Finding]:
    """A finding where neither hook nor story is left."""
    if post.of(Part.HOOK) or post.of(Part.STORY):
        return []
    return [
        Finding(
            stage="structure",
            code=EMPTY,
            message="no sentence of the hook and the story is supported by the sources",
            advice="write it again, with another model or from more sources",
        )
    ]


def state_of(
    confidence: float | None, findings: Sequence[Finding], settings: PostSettings
) -> State:
    """Ready, for review, or in need of revision; any violation of high severity needs revision."""
    severities = [one for one in map(severity_of, findings) if one is not None]
    if any(one >= Severity.HIGH for one in severities) or any(f.code == EMPTY for f in findings):
        return State.NEEDS_REVISION
    if confidence is not None and confidence >= settings.ready_from and not severities:
        return State.READY
    if confidence is None or confidence >= settings.review_from:
        return State.REVIEW
    return State.NEEDS_REVISION


def tier_of(state: State, confidence: float | None) -> Tier:
    """Premium and standard are ready, basic is for review."""
    if state is State.NEEDS_REVISION:
        return Tier.REJECTED
    if state is State.REVIEW:
        return Tier.BASIC
    return Tier.PREMIUM if (confidence or 0.0) >= _PREMIUM else Tier.STANDARD


VIOLATIONS, EXTRACTIVE = "violations", "extractive"


def allowances(record: Record) -> frozenset[str] | None:
    """What must be allowed for a post to go out; `None` for one whose claims do not hold.

    A post that breaks a rule, or that the extractive writer made, is not published unseen.
    """
    needed = {EXTRACTIVE} if record.made_by.writer == EXTRACTIVE else set()
    if record.content["safety"]["violations"]:
        needed.add(VIOLATIONS)
    holds = record.accepted or record.content["safety"]["would_be"] != State.NEEDS_REVISION.value
    return frozenset(needed) if holds else None


def certainty(stages: Mapping[str, StageScore], findings: Sequence[Finding]) -> Confidence:
    """How much the checks saw: high needs all of them, and nothing found."""
    unchecked = [name for name, stage in stages.items() if stage.score is None]
    if not unchecked and not findings:
        return Confidence.HIGH
    return Confidence.MEDIUM if len(unchecked) <= 1 else Confidence.LOW
