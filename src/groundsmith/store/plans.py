"""Bringing a plan into `items`: what is new, changed, back again, or no longer there."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from groundsmith.records import ItemState
from groundsmith.store import need_graph, remakes, revisions
from groundsmith.store.items import PlannedItem
from groundsmith.store.schema import items, needs, written
from groundsmith.store.selection import has_needs
from groundsmith.store.statement import Statement

_one = and_(items.c.run == bindparam("of_run"), items.c.name == bindparam("item"))
_placed: dict[str, Any] = {
    name: bindparam(f"new_{name}")
    for name in ("ordinal", "payload", "category", "priority", "plan")
}
_begun: dict[str, Any] = {
    "base_fingerprint": bindparam("new_fingerprint"),
    "fingerprint": bindparam("new_fingerprint"),
    "state": ItemState.PENDING.value,
    "reason": "",
    "attempts": 0,
    "owner": "",
}
_in_place = update(items).where(_one).values(**_placed)
_place = Statement(_in_place)
_place_again = Statement(_in_place.values(state=ItemState.PENDING.value))
_place_changed = Statement(_in_place.values(**_begun, token=items.c.token + 1))
_place_new = Statement(
    insert(items).values(
        run=bindparam("of_run"),
        name=bindparam("item"),
        token=0,
        lease_expires_at=0.0,
        **_placed,
        **_begun,
    )
)


def plan(connection: Connection, run: str, number: int, batch: Sequence[PlannedItem]) -> None:
    """Brings a batch of the plan into the ledger; unchanged items keep their state."""
    known = _known(connection, run, [item.name for item in batch])
    rows: dict[Statement, list[dict[str, Any]]] = {}
    for item in batch:
        rows.setdefault(_statement_for(item, known.get(item.name)), []).append(
            {
                "of_run": run,
                "item": item.name,
                "new_ordinal": item.ordinal,
                "new_payload": item.payload,
                "new_category": item.category,
                "new_priority": item.priority,
                "new_plan": number,
                "new_fingerprint": item.fingerprint,
            }
        )
    if changed := rows.get(_place_changed):
        remakes.remember(connection, run, [row["item"] for row in changed])
    for statement, each in rows.items():
        statement.run_all(connection, each)
    needing = and_(needs.c.run == run, needs.c.item.in_(list(known)))
    connection.execute(delete(needs).where(needing))
    required = [
        {"run": run, "item": item.name, "need": need}
        for item in batch
        for need in dict.fromkeys(item.needs)
    ]
    if required:
        connection.execute(insert(needs), required)


def _known(connection: Connection, run: str, names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Fingerprint and state of what stands under these names."""
    chosen = select(items.c.name, items.c.base_fingerprint, items.c.state).where(
        items.c.run == run, items.c.name.in_(names)
    )
    return {name: (planned, state) for name, planned, state in connection.execute(chosen)}


def _statement_for(item: PlannedItem, known: tuple[str, str] | None) -> Statement:
    """What brings a planned item in, by what stands under its name."""
    if known is None:
        return _place_new
    planned, state = known
    if planned != item.fingerprint:
        return _place_changed
    if state == ItemState.SUPERSEDED or (item.needs and state == ItemState.DONE):
        return _place_again
    return _place


def finish_plan(connection: Connection, run: str, number: int, now: float) -> int:
    """How many items left the plan; what was written before under another name is DONE.

    Raises RequestError where an item needs one that is not in the plan, or itself.
    """
    if has_needs(connection, run):
        need_graph.check(connection, run, number)
    gone = and_(
        items.c.run == run,
        items.c.plan != number,
        items.c.state != ItemState.SUPERSEDED.value,
    )
    superseded = connection.execute(
        update(items).where(gone).values(state=ItemState.SUPERSEDED.value, token=items.c.token + 1)
    )
    needing = select(needs.c.item).where(needs.c.run == run)
    adopted = and_(
        items.c.run == run,
        items.c.plan == number,
        items.c.state == ItemState.PENDING.value,
        items.c.base_fingerprint.in_(select(written.c.fingerprint)),
        items.c.name.not_in(needing),
    )
    connection.execute(
        update(items).where(adopted).values(state=ItemState.DONE.value, finished_at=now)
    )
    revisions.restore(connection, run)
    if has_needs(connection, run):
        need_graph.block(connection, run)
    return superseded.rowcount
