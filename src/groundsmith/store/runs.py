"""Rows of `runs`: what was asked for, where it goes, and how it stands."""

from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from groundsmith.records import Json
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import runs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run as the ledger knows it; `state` is RUNNING, DONE, STOPPED, CANCELLED or FAILED."""

    id: str
    out: str
    recipe: str
    recipe_version: int
    inputs: list[list[str]]
    settings: dict[str, Json]
    state: str
    reason: str
    generation: int
    plan: int
    cancel_requested: bool
    created_at: float
    updated_at: float


def start(
    connection: Connection,
    *,
    run: str,
    out: str,
    recipe: tuple[str, int],
    inputs: list[list[str]],
    settings: Json,
    fresh: bool,
    now: float,
) -> int:
    """Creates the run or takes it up again; its generation, raised by one where `fresh`."""
    values = {
        "out": out,
        "recipe_version": recipe[1],
        "inputs": dump(inputs),
        "settings": dump(settings),
        "state": "RUNNING",
        "reason": "",
        "cancel_requested": 0,
        "updated_at": now,
    }
    row = connection.execute(select(runs.c.generation).where(runs.c.id == run)).first()
    if row is None:
        new = {"id": run, "recipe": recipe[0], "generation": 0, "plan": 0, "created_at": now}
        connection.execute(insert(runs).values(**values, **new))
        return 0
    generation = int(row.generation) + int(fresh)
    connection.execute(update(runs).where(runs.c.id == run).values(**values, generation=generation))
    return generation


def next_plan(connection: Connection, run: str) -> int:
    """The number of a new plan."""
    number = int(connection.execute(select(runs.c.plan).where(runs.c.id == run)).scalar_one()) + 1
    connection.execute(update(runs).where(runs.c.id == run).values(plan=number))
    return number


def end(connection: Connection, run: str, state: str, reason: str, now: float) -> None:
    """Books how the run ended this time."""
    connection.execute(
        update(runs).where(runs.c.id == run).values(state=state, reason=reason, updated_at=now)
    )


def request_cancel(connection: Connection, run: str) -> None:
    """Asks whoever works on the run to stop; read by `cancel_requested`."""
    connection.execute(update(runs).where(runs.c.id == run).values(cancel_requested=1))


def cancel_requested(connection: Connection, run: str) -> bool:
    """Whether somebody asked this run to stop."""
    asked = connection.execute(select(runs.c.cancel_requested).where(runs.c.id == run)).scalar()
    return bool(asked)


def all_runs(connection: Connection) -> list[RunRow]:
    """Every run, the latest first."""
    rows = connection.execute(select(runs).order_by(runs.c.updated_at.desc(), runs.c.id))
    return [_row(row) for row in rows]


def all_ids(connection: Connection) -> list[str]:
    """The id of every run."""
    return list(connection.execute(select(runs.c.id)).scalars())


def one(connection: Connection, run: str) -> RunRow | None:
    """The run with this id, or whose id begins with it where only one does."""
    found = connection.execute(
        select(runs).where(runs.c.id.startswith(run, autoescape=True)).limit(2)
    ).all()
    exact = [row for row in found if row.id == run] or found
    return _row(exact[0]) if len(exact) == 1 else None


def _row(row: Row[tuple[object, ...]]) -> RunRow:
    values = dict(row._mapping)
    values["inputs"] = load(list, values["inputs"])
    values["settings"] = load(dict, values["settings"])
    values["cancel_requested"] = bool(values["cancel_requested"])
    return RunRow(**values)
