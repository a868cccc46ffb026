"""Who listens to a run: several `Emit`s as one, and the ledger's own memory of what happened."""

import time
from dataclasses import asdict

from groundsmith.events import (
    BreakerMoved,
    BudgetAlert,
    Curated,
    DraftsJudged,
    Emit,
    Event,
    PhaseStarted,
    Planned,
    SettingsRefused,
    SettingsReloaded,
    SourceSkipped,
)
from groundsmith.ops.logs import Logs, as_emit
from groundsmith.store import events as rows
from groundsmith.store.database import Database

_TURNING_POINTS = (
    PhaseStarted,
    SourceSkipped,
    Planned,
    DraftsJudged,
    Curated,
    BreakerMoved,
    BudgetAlert,
    SettingsReloaded,
    SettingsRefused,
)


def everyone(*listeners: Emit) -> Emit:
    """An `Emit` that tells each of them, in order."""

    def emit(event: Event) -> None:
        for listener in listeners:
            listener(event)

    return emit


class RunLog:
    """An `Emit` into the lines of a run's log, whose level may change meanwhile."""

    def __init__(self, logs: Logs) -> None:
        self._logs = logs
        self._emit = as_emit(logs.logger("run"))

    def __call__(self, event: Event) -> None:
        """Writes the event's line, if it is severe enough."""
        self._emit(event)

    def keep(self, level: str) -> None:
        """Keeps lines of this level and above from now on."""
        self._logs.keep(level)
        self._emit = as_emit(self._logs.logger("run"))


def into_ledger(database: Database, run: str) -> Emit:
    """An `Emit` that keeps a run's turning points in sequence.

    What happens once an item, a source or a call stands in their own rows already; a million of
    them would say nothing more here.
    """

    def emit(event: Event) -> None:
        if isinstance(event, _TURNING_POINTS):
            kind, data, now = type(event).__name__, asdict(event), time.time()
            database.write(lambda c: rows.add(c, run, now, kind, data))

    return emit
