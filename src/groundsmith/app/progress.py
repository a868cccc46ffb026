"""How far a run is: one set of figures, read from its ledger, for the terminal and for `status`.

The ledger and not this process's own events, because several processes may share the run, and
whoever looks from outside has to see the same. The tokens are those of some of the recent items,
scaled by the rate: adding up every one of them each second would cost more than it tells.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict

from sqlalchemy import Connection

from groundsmith.errors import BudgetReached, GroundsmithError
from groundsmith.events import BudgetAlert, Emit, Progressed
from groundsmith.records import EVERYTHING, ItemState, Json, Selection
from groundsmith.store import items, progress, runs, wallet
from groundsmith.store.database import Database

ALERT_RATIO = 0.8
"""The share of its budget at which a run says how much is left."""
_WINDOW_S = 30.0
_SAMPLE_MAX = 200
_EVERY_S = 1.0
_LOOKING_SHARE = 0.02
"""Of the time; a look at a million items takes long, so the next one comes later."""


def progress_of(connection: Connection, run: str, *, works: bool) -> Progressed:
    """The figures as they are now; without a rate where nobody `works` on the run."""
    now, row = time.time(), runs.one(connection, run)
    planned = progress.latest_events(connection, run, "Planned")
    selection = Selection.of(planned[0].get("selection", {})) if planned else EVERYTHING
    counts = items.counts(connection, run, selection)
    done = counts.get(ItemState.DONE, 0)
    failed = counts.get(ItemState.FAILED, 0) + counts.get(ItemState.BLOCKED, 0)
    total = sum(counts.values())
    since = max(now - _WINDOW_S, row.updated_at if row else 0.0)
    recent = items.finished_since(connection, run, since) if works else 0
    rate = recent / max(now - since, _EVERY_S) if recent else None
    money = wallet.totals(connection, run)
    sample = progress.provenance_since(connection, run, since, _SAMPLE_MAX) if rate else []
    return Progressed(
        done_count=done,
        failed_count=failed,
        total_count=total,
        rate_per_s=rate,
        left_s=(total - done - failed) / rate if rate else None,
        success_ratio=done / (done + failed) if done + failed else None,
        tokens_per_s=_tokens(sample, run, since) * rate if rate else None,
        spent=money.booked if money else 0,
        budget=money.limit if money else None,
    )


@asynccontextmanager
async def told(database: Database, run: str, emit: Emit) -> AsyncIterator[None]:
    """Tells how far the run is at the beginning, about once a second, and at the end."""
    telling = asyncio.create_task(_tell(database, run, emit))
    try:
        yield
    except BudgetReached:
        _alert(database, run, emit, _now(database, run), 1.0)
        raise
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
        with suppress(GroundsmithError):  # what ended the run says more than that this failed
            _say(database, run, emit, _now(database, run))


async def _tell(database: Database, run: str, emit: Emit) -> None:
    while True:
        began = time.monotonic()
        _say(database, run, emit, await asyncio.to_thread(_now, database, run))
        await asyncio.sleep(max(_EVERY_S, (time.monotonic() - began) / _LOOKING_SHARE))


def _now(database: Database, run: str) -> Progressed:
    return database.fetch(lambda connection: progress_of(connection, run, works=True))


def _say(database: Database, run: str, emit: Emit, figures: Progressed) -> None:
    emit(figures)
    if figures.budget and figures.spent >= ALERT_RATIO * figures.budget:
        _alert(database, run, emit, figures, ALERT_RATIO)


def _alert(database: Database, run: str, emit: Emit, figures: Progressed, ratio: float) -> None:
    """Says once for each budget that so much of it is spent, whoever works on the run."""
    alert = BudgetAlert(ratio=ratio, spent=figures.spent, budget=figures.budget or 0)
    said = database.fetch(lambda c: progress.latest_events(c, run, type(alert).__name__))
    if not any(_same(alert, each) for each in said):
        emit(alert)


def _same(alert: BudgetAlert, said: dict[str, Json]) -> bool:
    return (asdict(alert) | {"spent": 0}) == (said | {"spent": 0})


def _tokens(sample: Sequence[dict[str, Json]], run: str, since: float) -> float:
    """Tokens of an item, on average; what was written before, or by another run, took none."""
    own = [made for made in sample if made["run"] == run and made["written_at"] > since]
    tokens = sum(made["input_tokens"] + made["output_tokens"] for made in own)
    return tokens / len(sample) if sample else 0.0
