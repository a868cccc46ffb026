"""Who works on which item, and how it ended: the part of `items` that moves while a run works.

A lease carries a token that grows whenever the item changes hands; who comes with an old one has
lost it, whatever its clock says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from groundsmith.records import EVERYTHING, ItemState, Json, Selection
from groundsmith.store import drafts, need_graph, remakes, revisions
from groundsmith.store.codec import dump
from groundsmith.store.items import LeasedItem, Needed
from groundsmith.store.schema import dead_letters, items, needs, written
from groundsmith.store.selection import among, has_needs
from groundsmith.store.statement import Statement

_NO_END = (1 << 31) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the work on an item ended."""

    lease: LeasedItem
    state: ItemState
    duration_s: float
    reason: str = ""


class _Candidate(NamedTuple):
    """An item that may be leased."""

    name: str
    category: str
    base_fingerprint: str
    fingerprint: str
    payload: bytes
    attempts: int
    token: int
    has_needs: bool
    is_written: bool


_one = and_(items.c.run == bindparam("of_run"), items.c.name == bindparam("item"))
_lease = Statement(
    update(items)
    .where(_one)
    .values(
        state=ItemState.LEASED.value,
        owner=bindparam("owner"),
        attempts=bindparam("attempts"),
        token=bindparam("token"),
        lease_expires_at=bindparam("expires_at"),
    )
)
# Apart from the lease, for it is rare: whatever is set is moved in its index, changed or not.
_rename = Statement(update(items).where(_one).values(fingerprint=bindparam("fingerprint")))
_finish = Statement(
    update(items)
    .where(
        _one,
        items.c.token == bindparam("held_token"),
        items.c.state == bindparam("held_state", ItemState.LEASED.value),
    )
    .values(
        state=bindparam("state"),
        reason=bindparam("reason"),
        finished_at=bindparam("finished_at"),
        duration_s=bindparam("duration_s"),
        owner="",
    )
)
_finished = Statement(
    select(items.c.name).where(
        _one,
        items.c.token == bindparam("held_token"),
        items.c.finished_at == bindparam("finished_at"),
    )
)


def _claimable(*free: ColumnElement[bool]) -> Statement:
    """Finds what can be leased among items that are `free`, by priority, then plan."""
    need, twin = items.alias("need"), items.alias("twin")
    open_need = (
        select(needs.c.item)
        .join(need, and_(need.c.run == needs.c.run, need.c.name == needs.c.need), isouter=True)
        .where(
            needs.c.run == items.c.run,
            needs.c.item == items.c.name,
            or_(need.c.state.is_(None), need.c.state != ItemState.DONE.value),
        )
        .exists()
    )
    twin_leased = (
        select(twin.c.name)
        .where(
            twin.c.run == items.c.run,
            twin.c.fingerprint == items.c.fingerprint,
            twin.c.name != items.c.name,
            twin.c.state == ItemState.LEASED.value,
            twin.c.lease_expires_at >= bindparam("now"),
        )
        .exists()
    )
    has_needs = select(needs.c.item).where(needs.c.run == items.c.run, needs.c.item == items.c.name)
    is_written = select(written.c.fingerprint).where(
        written.c.fingerprint == items.c.base_fingerprint
    )
    return Statement(
        select(
            *(items.c[name] for name in _Candidate._fields[:-2]),
            has_needs.exists(),
            is_written.exists(),
        )
        .where(items.c.run == bindparam("of_run"), *free, ~open_need, ~twin_leased)
        # The sum keeps databases from walking along the plan instead of what is left of it.
        .where(items.c.ordinal + 0 < bindparam("before"))
        .order_by(items.c.priority.desc(), items.c.ordinal)
        .limit(bindparam("most"))
    )


# Two and not one with an "or", so that each is a walk along one index.
_FREE = (
    and_(items.c.state == ItemState.LEASED.value, items.c.lease_expires_at < bindparam("now")),
    items.c.state == ItemState.PENDING.value,
)
_any_claimable = tuple(_claimable(free) for free in _FREE)


def claim(
    connection: Connection,
    run: str,
    *,
    owner: str,
    limit: int,
    selection: Selection = EVERYTHING,
    now: float,
    expires_at: float,
) -> tuple[list[LeasedItem], int]:
    """At most `limit` leased items, and how many others were found written already.

    Only selected items whose needs are DONE, in order of priority, then plan; never two of one
    fingerprint at a time, so that equal passages are written once.
    """
    leased: dict[str, LeasedItem] = {}
    renamed: list[dict[str, str]] = []
    adopted = 0
    for row in _candidates(connection, run, limit=limit, selection=selection, now=now):
        fingerprint, is_written = row.base_fingerprint, row.is_written
        needed: Needed = ()
        if row.has_needs:
            needed = need_graph.needed(connection, run, row.name)
            fingerprint = need_graph.effective(connection, fingerprint, needed)
            is_written = drafts.is_written(connection, fingerprint)
        if fingerprint in leased:
            continue
        if is_written:
            fingerprint = revisions.revised(connection, run, row.name, fingerprint)
        if row.has_needs and fingerprint != row.fingerprint:
            remakes.remember(connection, run, [row.name])
        if is_written:
            _adopt(connection, run, row.name, fingerprint, now)
            adopted += 1
            continue
        if fingerprint != row.fingerprint:
            renamed.append({"of_run": run, "item": row.name, "fingerprint": fingerprint})
        leased[fingerprint] = LeasedItem(
            name=row.name,
            category=row.category,
            fingerprint=fingerprint,
            payload=row.payload,
            attempt=row.attempts + 1,
            token=row.token + 1,
            needs=needed,
        )
    holder = {"of_run": run, "owner": owner, "expires_at": expires_at}
    rows = [
        holder | {"item": one.name, "attempts": one.attempt, "token": one.token}
        for one in leased.values()
    ]
    _lease.run_all(connection, rows)
    _rename.run_all(connection, renamed)
    return list(leased.values()), adopted


def finish(connection: Connection, run: str, ended: Sequence[Ended], now: float) -> list[bool]:
    """Whether each lease still held, and its item is in its final state now; in their order."""
    rows = [
        {
            "of_run": run,
            "item": one.lease.name,
            "held_token": one.lease.token,
            "state": one.state.value,
            "reason": one.reason,
            "finished_at": now,
            "duration_s": one.duration_s,
        }
        for one in ended
    ]
    if _finish.run_all(connection, rows) == len(rows):
        return [True] * len(rows)
    return [row is not None for row in _finished.run_each(connection, rows)]


def add_dead_letter(
    connection: Connection, run: str, lease: LeasedItem, cause: Json, now: float
) -> None:
    """Keeps what one failed attempt saw."""
    key = {"run": run, "item": lease.name, "attempt": lease.attempt}
    connection.execute(
        delete(dead_letters).where(*(dead_letters.c[k] == v for k, v in key.items()))
    )
    connection.execute(insert(dead_letters).values(**key, at=now, cause=dump(cause)))


def retry_failed(connection: Connection, run: str) -> int:
    """How many FAILED and BLOCKED items are PENDING again."""
    again = and_(
        items.c.run == run,
        items.c.state.in_([ItemState.FAILED.value, ItemState.BLOCKED.value]),
    )
    done = connection.execute(
        update(items).where(again).values(state=ItemState.PENDING.value, reason="", attempts=0)
    )
    return done.rowcount


def release(connection: Connection, run: str, owner: str) -> None:
    """Gives back every item the owner holds; the attempt does not count against them."""
    held = and_(items.c.run == run, items.c.owner == owner, items.c.state == ItemState.LEASED.value)
    connection.execute(
        update(items)
        .where(held)
        .values(
            state=ItemState.PENDING.value,
            owner="",
            attempts=items.c.attempts - 1,
            token=items.c.token + 1,
        )
    )


def extend(connection: Connection, run: str, owner: str, expires_at: float) -> None:
    """Prolongs the leases the owner holds."""
    held = and_(items.c.run == run, items.c.owner == owner, items.c.state == ItemState.LEASED.value)
    connection.execute(update(items).where(held).values(lease_expires_at=expires_at))


def _candidates(
    connection: Connection, run: str, *, limit: int, selection: Selection, now: float
) -> list[_Candidate]:
    """Items with an expired lease, then pending ones."""
    before, statements = _NO_END, _any_claimable
    if selection.narrowed or (selection.limit is not None and has_needs(connection, run)):
        chosen = among(connection, run, selection)
        statements = tuple(_claimable(free, *chosen) for free in _FREE)
    elif selection.limit is not None:
        before = selection.limit
    found: list[_Candidate] = []
    for statement in statements:
        most = limit - len(found)
        rows = statement.every(connection, of_run=run, before=before, now=now, most=most)
        found.extend(map(_Candidate._make, rows))
    return found


def _adopt(connection: Connection, run: str, name: str, fingerprint: str, now: float) -> None:
    """An item that was written before under its fingerprint is DONE."""
    values = {"state": ItemState.DONE.value, "fingerprint": fingerprint, "finished_at": now}
    same = and_(items.c.run == run, items.c.name == name)
    connection.execute(update(items).where(same).values(**values))
