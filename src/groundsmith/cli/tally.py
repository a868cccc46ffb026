"""The state of a run as its events tell it: counts, rate and the time that is left.

The rate is that of the last half minute, not of the whole run: a first batch pays for what later
ones find warm, and a model that slows down should show at once.
"""

import time
from collections import deque
from collections.abc import Callable

from groundsmith.events import (
    BudgetAlert,
    Curated,
    DraftJudged,
    Event,
    ItemFinished,
    PhaseStarted,
    Planned,
    Progressed,
    SettingsRefused,
    SettingsReloaded,
    SourceRead,
    SourceSkipped,
)
from groundsmith.records import PICO, ItemState, Skipped, in_dollars

Clock = Callable[[], float]
_WINDOW_S = 30.0
_MARK_EVERY_S = 0.1
_HUNDREDTH_CENT = PICO // 10_000


class Pace:
    """Finished units over the last half minute."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()
        self._last_mark = float("-inf")

    def reach(self, count: int) -> None:
        """Notes that `count` units are finished; not every one is kept."""
        now = self._clock()
        if now - self._last_mark >= _MARK_EVERY_S:
            self._last_mark = now
            self._marks.append((now, count))
            while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
                self._marks.popleft()

    def per_s(self, count: int) -> float | None:
        """Units a second up to now; `None` before there is anything to divide."""
        if not self._marks:
            return None
        start, before = self._marks[0]
        took = self._clock() - start
        return (count - before) / took if took > 0 and count > before else None


class Tally:
    """The state of a run as its events tell it.

    Attributes:
        total: How many units this phase has; 0 where nobody knows.
        done: How many of them are finished.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._pace = Pace(clock)
        self._left_to_write = 0
        self.phase = ""
        self.unit = ""
        self.total = 0
        self.done = 0
        self.notes: dict[str, int] = {}
        self._told: Progressed | None = None

    def add(self, event: Event) -> None:
        """Takes one event into account."""
        match event:
            case PhaseStarted():
                self._begin(event.phase)
            case SourceRead():
                self._step("sources")
            case SourceSkipped():
                self._note(_kind_of(event.skipped), 1)
            case Planned():
                self._left_to_write = event.pending_count
                self._note("items", event.item_count)
                self._note("reused", event.reused_count)
            case ItemFinished():
                self._step("items")
                self._note("drafts", event.draft_count)
                self._note("failed", int(event.state is ItemState.FAILED))
            case Progressed():
                self._told = event
                self.done, self.total = event.done_count, event.total_count
            case DraftJudged():
                self._step("drafts")
            case Curated():
                self._note("accepted", event.accepted_count)
                self._note("rejected", event.rejected_count)
            case _:
                pass

    def line(self) -> str:
        """The state in one line: `write 120/700 items, 35.2/s, 0:16 left, 312 drafts`.

        What the ledger tells of a phase goes before what its events add up to here.
        """
        if self._told is not None:
            return f"{self.phase} {figures(self._told)}"
        amount = f"{self.done}/{self.total}" if self.total else str(self.done)
        parts = [f"{self.phase} {amount} {self.unit}".strip() if self.unit else self.phase]
        parts += [self.rate(), self.left()]
        parts += [f"{count} {noun}" for noun, count in self.notes.items() if count]
        return ", ".join(filter(None, parts))

    def rate(self) -> str:
        """`35.2/s`, or nothing where it is not known."""
        pace = self._pace.per_s(self.done)
        return "" if pace is None else f"{pace:,.1f}/s"

    def left(self) -> str:
        """`0:16 left` at the recent rate, or nothing where it is not known."""
        pace = self._pace.per_s(self.done)
        if pace is None or self.total <= self.done:
            return ""
        return _left((self.total - self.done) / pace)

    def _begin(self, phase: str) -> None:
        self.phase = phase
        self.unit = ""
        self.done = 0
        self.total = self._left_to_write if phase == "write" else 0
        self.notes = {}
        self._told = None
        self._pace = Pace(self._clock)
        self._pace.reach(0)

    def _step(self, unit: str) -> None:
        self.unit = unit
        self.done += 1
        self._pace.reach(self.done)

    def _note(self, noun: str, count: int) -> None:
        self.notes[noun] = self.notes.get(noun, 0) + count


def figures(told: Progressed) -> str:
    """A run in figures: `120/436 items, 14.2/s, 0:22 left, 97 % done well, …, $0.14 of $1`."""
    parts = [f"{told.done_count}/{told.total_count} items"]
    if told.rate_per_s is not None:
        parts.append(f"{told.rate_per_s:,.1f}/s")
    if told.left_s:
        parts.append(_left(told.left_s))
    if told.success_ratio is not None:
        parts.append(f"{_percent(told.success_ratio)} done well")
    if told.tokens_per_s:
        parts.append(f"{told.tokens_per_s:,.0f} tokens/s")
    if told.spent or told.budget is not None:
        limit = "" if told.budget is None else f" of {in_dollars(told.budget)}"
        parts.append(f"{_spent(told.spent)}{limit}")
    return ", ".join(parts)


def announced(event: Event) -> list[str]:
    """The lines that say at once what nobody should have to look for; most events have none."""
    match event:
        case BudgetAlert() if event.ratio < 1:  # at the wall the run ends, and says so itself
            spent, budget = _spent(event.spent), in_dollars(event.budget)
            return [f"budget: {_percent(event.ratio)} is spent ({spent} of {budget})"]
        case SettingsReloaded():
            return [
                *_listed("settings changed", event.changed, "in force from now on"),
                *_listed("settings changed", event.waiting, "in force from the next command on"),
            ]
        case SettingsRefused():
            return [f"settings not changed: {fault}" for fault in event.faults]
        case _:
            return []


def _listed(what: str, keys: tuple[str, ...], when: str) -> list[str]:
    return [f"{what}: {', '.join(keys)} ({when})"] if keys else []


def _spent(pico: int) -> str:
    """Hundredths of a cent, rounded up: what was spent is never understated."""
    return in_dollars(-(-pico // _HUNDREDTH_CENT) * _HUNDREDTH_CENT)


def _percent(ratio: float) -> str:
    """Rounded down: 100 % is said of all alone."""
    return f"{int(ratio * 100 + 1e-9)} %"


def _left(seconds_left: float) -> str:
    minutes, seconds = divmod(round(seconds_left), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{clock} left"


def _kind_of(skipped: Skipped) -> str:
    if skipped.noted:
        return "noted"
    return "failed" if skipped.failed else "skipped"
