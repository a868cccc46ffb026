"""What happens in a run, as frozen events handed to an `Emit`.

Rooms emit; progress, logs, metrics and the ledger subscribe in `app`. An event carries facts and
no formatting. Counts are totals so far, so that a late subscriber needs no history.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from groundsmith.records import EVERYTHING, ItemState, Json, Selection, Skipped, Usage


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
    selection: Selection = EVERYTHING
    made_of: Mapping[str, Json] = field(default_factory=dict)
    """What enters every fingerprint of this run besides inputs, needs and templates, by name."""


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
class Progressed(Event):
    """How far a run is, whoever works on it; the figures that everybody shows.

    Attributes:
        failed_count: Items that failed, or wait in vain for one that did.
        left_s: Seconds to go at the present rate.
        success_ratio: Share of the finished items that have drafts; `None` before the first.
        spent: Settled and unsettled together, in pico-dollars, as is the `budget`.
    """

    done_count: int
    failed_count: int
    total_count: int
    rate_per_s: float | None
    left_s: float | None
    success_ratio: float | None
    tokens_per_s: float | None
    spent: int
    budget: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetAlert(Event):
    """A share of the budget is spent, 1.0 being the wall; amounts are in pico-dollars."""

    ratio: float
    spent: int
    budget: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFinished(Event):
    """A model answered and its cost was booked; `cost` is `None` where it is unsettled."""

    model: str
    usage: Usage | None
    cost: int | None
    duration_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFailed(Event):
    """An attempt to ask a model failed; another may follow."""

    model: str
    error: str
    reason: str
    duration_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReused(Event):
    """A stored answer stood in for a call."""

    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRetried(Event):
    """A call waits for its next attempt."""

    model: str
    attempt: int
    delay_s: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakerMoved(Event):
    """A model is no longer asked, is asked once to see, or is asked again."""

    model: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceChanged(Event):
    """Calls are started faster or slower, and why; `rate_per_s` is `None` without a limit."""

    model: str
    rate_per_s: float | None
    in_flight: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHeard(Event):
    """More of an item's draft, as a model writes it; with `anew`, what came so far is void."""

    item: str
    text: str
    anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsReloaded(Event):
    """A changed settings file was read during the run.

    Attributes:
        changed: Dotted keys that apply from now on.
        waiting: Keys that differ and apply from the next command on.
    """

    changed: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsRefused(Event):
    """A changed settings file cannot be used, so the settings stay; one line a fault."""

    faults: tuple[str, ...]


Emit = Callable[[Event], None]
"""Takes one event; must be quick and must not raise."""


def silent(event: Event) -> None:
    """An `Emit` for those who do not listen."""
