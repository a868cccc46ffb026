"""Rows of `items`: the plan of a run, who works on what, and how each item ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, and_, delete, func, insert, or_, select, update

from groundsmith.records import ItemState, Json, digest
from groundsmith.store import drafts
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import dead_letters, items, needs, written

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


def plan(connection: Connection, run: str, number: int, batch: Sequence[PlannedItem]) -> None:
    """Brings a batch of the plan into the ledger; unchanged items keep their state."""
    names = [item.name for item in batch]
    mine = and_(items.c.run == run, items.c.name.in_(names))
    known = {row.name: row for row in connection.execute(select(items).where(mine))}
    needing = and_(needs.c.run == run, needs.c.item.in_(names))
    connection.execute(delete(needs).where(needing))
    for item in batch:
        place = {
            "ordinal": item.ordinal,
            "payload": item.payload,
            "category": item.category,
            "priority": item.priority,
            "plan": number,
        }
        row = known.get(item.name)
        if row is None or row.base_fingerprint != item.fingerprint:
            place |= {
                "base_fingerprint": item.fingerprint,
                "fingerprint": item.fingerprint,
                "state": ItemState.PENDING.value,
                "reason": "",
                "attempts": 0,
                "owner": "",
                "token": 0 if row is None else row.token + 1,
            }
        elif row.state == ItemState.SUPERSEDED or (item.needs and row.state == ItemState.DONE):
            place["state"] = ItemState.PENDING.value
        if row is None:
            connection.execute(insert(items).values(run=run, name=item.name, **place))
        else:
            same = and_(items.c.run == run, items.c.name == item.name)
            connection.execute(update(items).where(same).values(**place))
        if item.needs:
            rows = [{"run": run, "item": item.name, "need": need} for need in item.needs]
            connection.execute(insert(needs), rows)


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
    leased: list[LeasedItem] = []
    taken: set[str] = set()
    adopted = 0
    for row in _claimable(connection, run, limit=limit, before=before, now=now):
        same = and_(items.c.run == run, items.c.name == row["name"])
        name = _effective_fingerprint(connection, run, row["name"], row["base_fingerprint"])
        if name in taken:
            continue
        if drafts.is_written(connection, name):
            values = {"state": ItemState.DONE.value, "fingerprint": name, "finished_at": now}
            connection.execute(update(items).where(same).values(**values))
            adopted += 1
            continue
        taken.add(name)
        lease = LeasedItem(
            name=row["name"],
            category=row["category"],
            fingerprint=name,
            payload=row["payload"],
            attempt=row["attempts"] + 1,
            token=row["token"] + 1,
        )
        connection.execute(
            update(items)
            .where(same)
            .values(
                state=ItemState.LEASED.value,
                fingerprint=name,
                owner=owner,
                attempts=lease.attempt,
                token=lease.token,
                lease_expires_at=expires_at,
            )
        )
        leased.append(lease)
    return leased, adopted


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
    done = connection.execute(
        update(items)
        .where(
            items.c.run == run,
            items.c.name == lease.name,
            items.c.token == lease.token,
            items.c.state == ItemState.LEASED.value,
        )
        .values(state=state.value, reason=reason, finished_at=now, duration_s=duration_s, owner="")
    )
    return bool(done.rowcount)


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
    ready = select(items).where(items.c.run == run, ~open_need, ~twin_leased)
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
