"""The state of a run as its events tell it: counts, rate and the time that is left.

The rate is that of the last half minute, not of the whole run: a first batch pays for what later
ones find warm, and a model that slows down should show at once.
"""

import time
from collections import deque
from collections.abc import Callable

from groundsmith.events import (
    Curated,
    DraftJudged,
    Event,
    ItemFinished,
    PhaseStarted,
    Planned,
    SourceRead,
    SourceSkipped,
)
from groundsmith.records import ItemState

Clock = Callable[[], float]
_WINDOW_S = 30.0
_MARK_EVERY_S = 0.1


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

    def add(self, event: Event) -> None:
        """Takes one event into account."""
        match event:
            case PhaseStarted():
                self._begin(event.phase)
            case SourceRead():
                self._step("sources")
            case SourceSkipped():
                self._note("failed" if event.skipped.failed else "skipped", 1)
            case Planned():
                self._left_to_write = event.pending_count
                self._note("items", event.item_count)
                self._note("reused", event.reused_count)
            case ItemFinished():
                self._step("items")
                self._note("drafts", event.draft_count)
                self._note("failed", int(event.state is ItemState.FAILED))
            case DraftJudged():
                self._step("drafts")
            case Curated():
                self._note("accepted", event.accepted_count)
                self._note("rejected", event.rejected_count)
            case _:
                pass

    def line(self) -> str:
        """The state in one line: `write 120/700 items, 35.2/s, 0:16 left, 312 drafts`."""
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
        minutes, seconds = divmod(round((self.total - self.done) / pace), 60)
        hours, minutes = divmod(minutes, 60)
        clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        return f"{clock} left"

    def _begin(self, phase: str) -> None:
        self.phase = phase
        self.unit = ""
        self.done = 0
        self.total = self._left_to_write if phase == "write" else 0
        self.notes = {}
        self._pace = Pace(self._clock)
        self._pace.reach(0)

    def _step(self, unit: str) -> None:
        self.unit = unit
        self.done += 1
        self._pace.reach(self.done)

    def _note(self, noun: str, count: int) -> None:
        self.notes[noun] = self.notes.get(noun, 0) + count
