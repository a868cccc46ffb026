"""What may be done with a passage now, and what it earned.

A score would mean nothing here: what counts is which findings are left, and what the author's
threshold makes of them.
"""

from collections.abc import Sequence
from enum import StrEnum

from groundsmith.recipes.story.writing.holding import severity_of, stands_in_the_way
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.records import Finding, Record, Tier

WAITING_ALLOWED = "waiting"


class State(StrEnum):
    """Who decides on a passage."""

    ACCEPTED = "accepted"
    WAITING = "WAITING"
    """A person does; until then it goes out only where that is allowed by name."""
    REJECTED = "rejected"


def state_of(findings: Sequence[Finding], settings: StorySettings) -> State:
    """Accepted where nothing stands in the way; else waiting or rejected, as the mode has it."""
    if settings.mode == "manual":
        return State.WAITING
    if not any(stands_in_the_way(severity_of(one), settings) for one in findings):
        return State.ACCEPTED
    return State.WAITING if settings.mode == "semi-automatic" else State.REJECTED


def tier_of(state: State, findings: Sequence[Finding]) -> Tier:
    """Premium without findings, standard with some that are tolerated, basic while it waits."""
    if state is State.REJECTED:
        return Tier.REJECTED
    if state is State.WAITING:
        return Tier.BASIC
    return Tier.STANDARD if findings else Tier.PREMIUM


def allowances(record: Record) -> frozenset[str] | None:
    """What must be allowed for a passage to go out; `None` for one that was rejected."""
    state = record.content["state"]
    if state == State.REJECTED:
        return None
    return frozenset({WAITING_ALLOWED} if state == State.WAITING else ())
