"""Runs as the ledger knows them: list, show, cancel, and the figures of `status`.

Everything is read from the ledger, so another process, or the next day, sees the same.
"""

import time
from dataclasses import dataclass

from groundsmith.app.progress import progress_of
from groundsmith.errors import RequestError
from groundsmith.events import Progressed
from groundsmith.plugins import registered
from groundsmith.records import PICO, ItemState, Json
from groundsmith.runs.owner import is_dead
from groundsmith.store import events, items, leases, runs
from groundsmith.store.database import Database
from groundsmith.store.runs import RunRow

_FAILURES_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStatus:
    """A run and how far it is.

    Attributes:
        state: RUNNING, DONE, STOPPED, CANCELLED, FAILED; KILLED where it says RUNNING and no
            process of this machine works on it any more.
        progress: How far it is; the same figures as the terminal's that works on it.
    """

    run: RunRow
    state: str
    items: dict[ItemState, int]
    progress: Progressed

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        told = self.progress
        return {
            "run": self.run.id,
            "recipe": self.run.recipe,
            "out": self.run.out,
            "state": self.state,
            "reason": self.run.reason,
            "items": {state.value: count for state, count in self.items.items()},
            "total": told.total_count,
            "done": told.done_count,
            "rate_per_s": told.rate_per_s,
            "eta_s": told.left_s,
            "success_ratio": told.success_ratio,
            "tokens_per_s": told.tokens_per_s,
            "spent_usd": told.spent / PICO,
            "budget_usd": None if told.budget is None else told.budget / PICO,
            "created_at": _iso(self.run.created_at),
            "updated_at": _iso(self.run.updated_at),
        }


def list_runs(database: Database) -> list[RunStatus]:
    """Every run of this state folder, the latest first."""
    with database.read() as connection:
        rows = runs.all_runs(connection)
    return [_status(database, row) for row in rows]


def show_run(database: Database, name: str) -> tuple[RunStatus, dict[str, Json]]:
    """One run, by its id or the beginning of it; and what went wrong in it."""
    row = find_run(database, name)
    with database.read() as connection:
        failed = items.with_state(connection, row.id, ItemState.FAILED, _FAILURES_SHOWN)
        blocked = items.with_state(connection, row.id, ItemState.BLOCKED, _FAILURES_SHOWN)
        letters = items.all_dead_letters(connection, row.id)
        happened = events.after(connection, row.id, 0)
    details: dict[str, Json] = {
        "failed": [{"item": item.name, "reason": item.reason} for item in (*failed, *blocked)],
        "dead_letters": letters,
        "events": happened,
    }
    return _status(database, row), details


def cancel_run(database: Database, name: str) -> RunRow:
    """Asks whoever works on the run to stop after what is in flight; raises RequestError."""
    row = find_recipe_run(database, name)
    database.write(lambda c: runs.request_cancel(c, row.id))
    return row


def find_run(database: Database, name: str) -> RunRow:
    """The run whose id begins so; raises RequestError where there is not exactly one."""
    with database.read() as connection:
        row = runs.one(connection, name)
    if row is None:
        raise RequestError(f"{name}: no such run, or several begin so; see `groundsmith runs list`")
    return row


def find_recipe_run(database: Database, name: str) -> RunRow:
    """The same, but raises RequestError for an account, which no recipe works on."""
    row = find_run(database, name)
    if row.recipe not in registered():
        raise RequestError(
            f"{row.id}: the account of `groundsmith {row.recipe}`; stop it where it runs, "
            "and go on with it by its own command"
        )
    return row


def _status(database: Database, row: RunRow) -> RunStatus:
    with database.read() as connection:
        counts = items.counts(connection, row.id)
        working = any(not is_dead(owner) for owner in leases.all_owners(connection))
        state = "KILLED" if row.state == "RUNNING" and not working else row.state
        progress = progress_of(connection, row.id, works=state == "RUNNING")
    return RunStatus(run=row, state=state, items=counts, progress=progress)


def _iso(at: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
