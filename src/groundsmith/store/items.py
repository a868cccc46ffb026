"""Rows of `items`: the plan of a run, who works on what, and how each item ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    RowMapping,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from groundsmith.records import ItemState, Json, digest
from groundsmith.store import drafts
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import dead_letters, items, needs, written
from groundsmith.store.statement import Statement

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedItem:
    """The right to work on an item; `token` fences out whoever held it before."""

    name: str
    category: str
    fingerprint: str
    payload: bytes
    attempt: int
    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item as `runs show` prints it."""

    name: str
    category: str
    state: ItemState
    attempts: int
    reason: str


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
    .returning(items.c.name)
)
# Apart from the lease, for it is rare: whatever is set is moved in its index, changed or not.
_rename = Statement(
    update(items).where(_one).values(fingerprint=bindparam("fingerprint")).returning(items.c.name)
)
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
    .returning(items.c.name)
)
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
_place = update(items).where(_one).values(**_placed)
_place_again = _place.values(state=ItemState.PENDING.value)
_place_changed = _place.values(**_begun, token=items.c.token + 1)
_place_new = insert(items).values(
    run=bindparam("of_run"), name=bindparam("item"), token=0, **_placed, **_begun
)


def plan(connection: Connection, run: str, number: int, batch: Sequence[PlannedItem]) -> None:
    """Brings a batch of the plan into the ledger; unchanged items keep their state."""
    names = [item.name for item in batch]
    mine = and_(items.c.run == run, items.c.name.in_(names))
    known = {row.name: row for row in connection.execute(select(items).where(mine))}
    needing = and_(needs.c.run == run, needs.c.item.in_(names))
    connection.execute(delete(needs).where(needing))
    rows: dict[Insert | Update, list[dict[str, Any]]] = {
        statement: [] for statement in (_place_new, _place_changed, _place_again, _place)
    }
    for item in batch:
        rows[_statement_for(item, known.get(item.name))].append(
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
    for statement, each in rows.items():
        if each:
            connection.execute(statement, each)
    required = [{"run": run, "item": i.name, "need": need} for i in batch for need in i.needs]
    if required:
        connection.execute(insert(needs), required)


def _statement_for(item: PlannedItem, row: Row[Any] | None) -> Insert | Update:
    """What brings a planned item in, by what stands under its name."""
    if row is None:
        return _place_new
    if row.base_fingerprint != item.fingerprint:
        return _place_changed
    if row.state == ItemState.SUPERSEDED or (item.needs and row.state == ItemState.DONE):
        return _place_again
    return _place


def finish_plan(connection: Connection, run: str, number: int, now: float) -> int:
    """How many items left the plan; what was written before under another name is DONE."""
    gone = and_(
        items.c.run == run,
        items.c.plan != number,
        items.c.state != ItemState.SUPERSEDED.value,
    )
    superseded = connection.execute(
        update(items).where(gone).values(state=ItemState.SUPERSEDED.value, token=items.c.token + 1)
    )
    has_needs = select(needs.c.item).where(needs.c.run == run)
    adopted = and_(
        items.c.run == run,
        items.c.plan == number,
        items.c.state == ItemState.PENDING.value,
        items.c.base_fingerprint.in_(select(written.c.fingerprint)),
        items.c.name.not_in(has_needs),
    )
    connection.execute(
        update(items).where(adopted).values(state=ItemState.DONE.value, finished_at=now)
    )
    return superseded.rowcount


def claim(
    connection: Connection,
    run: str,
    *,
    owner: str,
    limit: int,
    before: int | None,
    now: float,
    expires_at: float,
) -> tuple[list[LeasedItem], int]:
    """At most `limit` leased items, and how many others were found written already.

    Only items whose needs are DONE, in order of priority, then plan; never two of one
    fingerprint at a time, so that equal passages are written once. `before` leaves out what
    stands at that place of the plan or later.
    """
    leased: dict[str, LeasedItem] = {}
    renamed: list[dict[str, str]] = []
    adopted = 0
    for row in _claimable(connection, run, limit=limit, before=before, now=now):
        name, is_written = row["base_fingerprint"], row["is_written"]
        if row["has_needs"]:
            name = _effective_fingerprint(connection, run, row["name"], name)
            is_written = drafts.is_written(connection, name)
        if name in leased:
            continue
        if is_written:
            values = {"state": ItemState.DONE.value, "fingerprint": name, "finished_at": now}
            same = and_(items.c.run == run, items.c.name == row["name"])
            connection.execute(update(items).where(same).values(**values))
            adopted += 1
            continue
        if name != row["fingerprint"]:
            renamed.append({"of_run": run, "item": row["name"], "fingerprint": name})
        leased[name] = LeasedItem(
            name=row["name"],
            category=row["category"],
            fingerprint=name,
            payload=row["payload"],
            attempt=row["attempts"] + 1,
            token=row["token"] + 1,
        )
    holder = {"of_run": run, "owner": owner, "expires_at": expires_at}
    rows = [
        holder | {"item": one.name, "attempts": one.attempt, "token": one.token}
        for one in leased.values()
    ]
    _lease.run_each(connection, rows)
    _rename.run_each(connection, renamed)
    return list(leased.values()), adopted


def finish(
    connection: Connection,
    run: str,
    lease: LeasedItem,
    *,
    state: ItemState,
    reason: str = "",
    now: float,
    duration_s: float,
) -> bool:
    """Whether the lease still held, and the item is in its final state now."""
    held = _finish.run(
        connection,
        of_run=run,
        item=lease.name,
        held_token=lease.token,
        state=state.value,
        reason=reason,
        finished_at=now,
        duration_s=duration_s,
    )
    return held is not None


def block_dependents(connection: Connection, run: str, name: str) -> None:
    """Whatever needs a failed item, directly or through others, is BLOCKED."""
    frontier = [name]
    while frontier:
        waiting = select(needs.c.item).where(needs.c.run == run, needs.c.need.in_(frontier))
        frontier = list(connection.execute(waiting).scalars())
        values = {"state": ItemState.BLOCKED.value, "reason": f"needs {name}, which failed"}
        chosen = and_(
            items.c.run == run,
            items.c.name.in_(frontier),
            items.c.state == ItemState.PENDING.value,
        )
        connection.execute(update(items).where(chosen).values(**values))


def add_dead_letter(
    connection: Connection, run: str, lease: LeasedItem, cause: Json, now: float
) -> None:
    """Keeps what one failed attempt saw."""
    key = {"run": run, "item": lease.name, "attempt": lease.attempt}
    connection.execute(
        delete(dead_letters).where(*(dead_letters.c[k] == v for k, v in key.items()))
    )
    connection.execute(insert(dead_letters).values(**key, at=now, cause=dump(cause)))


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


def counts(connection: Connection, run: str, before: int | None) -> dict[ItemState, int]:
    """How many items of the plan stand in which state, SUPERSEDED ones left out."""
    chosen = select(items.c.state, func.count()).where(
        items.c.run == run, items.c.state != ItemState.SUPERSEDED.value
    )
    if before is not None:
        chosen = chosen.where(items.c.ordinal < before)
    rows = connection.execute(chosen.group_by(items.c.state))
    return {ItemState(state): int(count) for state, count in rows}


def is_open(connection: Connection, run: str, before: int | None) -> bool:
    """Whether any item still waits for work or is being worked on."""
    chosen = select(items.c.name).where(items.c.run == run, items.c.state.in_(_OPEN))
    if before is not None:
        chosen = chosen.where(items.c.ordinal < before)
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


def names(connection: Connection, run: str, before: int | None) -> Iterator[str]:
    """The names of the plan's items, in its order."""
    chosen = select(items.c.name).where(
        items.c.run == run, items.c.state != ItemState.SUPERSEDED.value
    )
    if before is not None:
        chosen = chosen.where(items.c.ordinal < before)
    yield from connection.execute(chosen.order_by(items.c.ordinal)).scalars()


def finished_since(connection: Connection, run: str, since: float) -> int:
    """How many items ended after `since`, for a rate."""
    chosen = select(func.count()).where(items.c.run == run, items.c.finished_at > since)
    return int(connection.execute(chosen).scalar_one())


def _claimable(
    connection: Connection, run: str, *, limit: int, before: int | None, now: float
) -> list[RowMapping]:
    """Items with an expired lease, then pending ones: each a walk along one index."""
    need, twin = items.alias("need"), items.alias("twin")
    open_need = (
        select(needs.c.item)
        .join(need, and_(need.c.run == needs.c.run, need.c.name == needs.c.need), isouter=True)
        .where(
            needs.c.run == run,
            needs.c.item == items.c.name,
            or_(need.c.state.is_(None), need.c.state != ItemState.DONE.value),
        )
        .exists()
    )
    twin_leased = (
        select(twin.c.name)
        .where(
            twin.c.run == run,
            twin.c.fingerprint == items.c.fingerprint,
            twin.c.name != items.c.name,
            twin.c.state == ItemState.LEASED.value,
            twin.c.lease_expires_at >= now,
        )
        .exists()
    )
    has_needs = select(needs.c.item).where(needs.c.run == run, needs.c.item == items.c.name)
    is_written = select(written.c.fingerprint).where(
        written.c.fingerprint == items.c.base_fingerprint
    )
    ready = select(
        items, has_needs.exists().label("has_needs"), is_written.exists().label("is_written")
    ).where(items.c.run == run, ~open_need, ~twin_leased)
    if before is not None:
        ready = ready.where(items.c.ordinal < before)
    ready = ready.order_by(items.c.priority.desc(), items.c.ordinal)
    found: list[RowMapping] = []
    for free in (
        and_(items.c.state == ItemState.LEASED.value, items.c.lease_expires_at < now),
        items.c.state == ItemState.PENDING.value,
    ):
        chosen = ready.where(free).limit(limit - len(found))
        found.extend(connection.execute(chosen).mappings())
    return found


def _effective_fingerprint(connection: Connection, run: str, name: str, base: str) -> str:
    """The planned fingerprint, with the outputs of what the item needs hashed in."""
    chosen = (
        select(needs.c.need, items.c.fingerprint)
        .join(items, and_(items.c.run == needs.c.run, items.c.name == needs.c.need))
        .where(needs.c.run == run, needs.c.item == name)
    )
    # Sorted here: a database may put text in the order of its own language.
    outputs = [
        [need, drafts.output_sha256(connection, fingerprint)]
        for need, fingerprint in sorted(tuple(row) for row in connection.execute(chosen))
    ]
    return digest([base, outputs]) if outputs else base
