"""What happens in a run, as frozen events handed to an `Emit`.

Rooms emit; progress, logs, metrics and the ledger subscribe in `app`. An event carries facts and
no formatting. Counts are totals so far, so that a late subscriber needs no history.
"""

from collections.abc import Callable
from dataclasses import dataclass

from groundsmith.records import ItemState, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The root; `type(event).__name__` is its name in logs and in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStarted(Event):
    """A stage of the flow begins: read, plan, write, judge, curate or export."""

    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead(Event):
    """A source became documents."""

    path: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSkipped(Event):
    """A source, or a part of one, was left out, with the reason."""

    skipped: Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Event):
    """The plan is complete: how much is new, how much is already there."""

    item_count: int
    pending_count: int
    reused_count: int
    superseded_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFinished(Event):
    """An item reached a final state; `reason` says why where that is not DONE."""

    item: str
    category: str
    state: ItemState
    draft_count: int
    duration_s: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftJudged(Event):
    """A stored draft got its judgement."""

    item: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsJudged(Event):
    """Every stored draft has its judgement; `draft_count` got it just now."""

    draft_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated(Event):
    """Curation is complete."""

    accepted_count: int
    rejected_count: int


Emit = Callable[[Event], None]
"""Takes one event; must be quick and must not raise."""


def silent(event: Event) -> None:
    """An `Emit` for those who do not listen."""
