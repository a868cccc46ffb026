"""Rows of `items` as they are read: counts, names and states for whoever looks at a run."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from groundsmith.records import EVERYTHING, ItemState, Json, Selection
from groundsmith.store.codec import load
from groundsmith.store.schema import dead_letters, items
from groundsmith.store.selection import among

_OPEN = (ItemState.PENDING.value, ItemState.LEASED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """An item as planned: `payload` is whatever its writer needs, opaque to the ledger."""

    name: str
    ordinal: int
    fingerprint: str
    payload: bytes
    needs: tuple[str, ...] = ()
    category: str = ""
    priority: int = 0


Needed = tuple[tuple[str, str], ...]
"""Name and fingerprint of each item that another needs, in the order of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedItem:
    """The right to work on an item; `token` fences out whoever held it before."""

    name: str
    category: str
    fingerprint: str
    payload: bytes
    attempt: int
    token: int
    needs: Needed = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item as `runs show` prints it."""

    name: str
    category: str
    state: ItemState
    attempts: int
    reason: str


def all_dead_letters(connection: Connection, run: str) -> list[dict[str, Json]]:
    """Each failed attempt of items that are not DONE: item, attempt, at, cause."""
    chosen = (
        select(dead_letters)
        .join(items, and_(items.c.run == dead_letters.c.run, items.c.name == dead_letters.c.item))
        .where(dead_letters.c.run == run, items.c.state != ItemState.DONE.value)
        .order_by(items.c.ordinal, dead_letters.c.attempt)
    )
    return [
        {"item": row.item, "attempt": row.attempt, "at": row.at, "cause": load(dict, row.cause)}
        for row in connection.execute(chosen)
    ]


def counts(
    connection: Connection, run: str, selection: Selection = EVERYTHING
) -> dict[ItemState, int]:
    """How many selected items of the plan stand in which state, SUPERSEDED ones left out."""
    chosen = select(items.c.state, func.count()).where(
        items.c.run == run, items.c.state != ItemState.SUPERSEDED.value
    )
    chosen = chosen.where(*among(connection, run, selection))
    rows = connection.execute(chosen.group_by(items.c.state))
    return {ItemState(state): int(count) for state, count in rows}


def is_open(connection: Connection, run: str, selection: Selection = EVERYTHING) -> bool:
    """Whether any selected item still waits for work or is being worked on."""
    chosen = select(items.c.name).where(items.c.run == run, items.c.state.in_(_OPEN))
    chosen = chosen.where(*among(connection, run, selection))
    return connection.execute(chosen.limit(1)).first() is not None


def with_state(connection: Connection, run: str, state: ItemState, limit: int) -> list[ItemRow]:
    """The first items in a state, in plan order."""
    chosen = select(items).where(items.c.run == run, items.c.state == state.value)
    rows = connection.execute(chosen.order_by(items.c.ordinal).limit(limit))
    return [
        ItemRow(
            name=row.name,
            category=row.category,
            state=ItemState(row.state),
            attempts=row.attempts,
            reason=row.reason,
        )
        for row in rows
    ]


def names(connection: Connection, run: str, selection: Selection = EVERYTHING) -> Iterator[str]:
    """The names of the plan's selected items, in its order."""
    chosen = select(items.c.name).where(
        items.c.run == run, items.c.state != ItemState.SUPERSEDED.value
    )
    chosen = chosen.where(*among(connection, run, selection))
    yield from connection.execute(chosen.order_by(items.c.ordinal)).scalars()


def finished_since(connection: Connection, run: str, since: float) -> int:
    """How many items ended after `since`, for a rate."""
    chosen = select(func.count()).where(items.c.run == run, items.c.finished_at > since)
    return int(connection.execute(chosen).scalar_one())
