"""Rows of `budgets` and `reservations`: money held before a call, and booked after it.

Amounts are whole pico-dollars. What a run has settled, left unsettled and reserved stands in its
one budget row, changed together with each reservation, so that a decision costs the same after a
million calls. Every function belongs in a write transaction; the database lets one process write
at a time, and that makes look-then-book safe over any number of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, func, insert, select, update

from groundsmith.store.schema import budgets, reservations
from groundsmith.store.statement import Statement

AMOUNT_MAX = 1 << 62
"""Largest amount a ledger can add up without overflow: 4.6 million dollars."""


class ReservationState(StrEnum):
    """What became of a reservation."""

    OPEN = "OPEN"
    SETTLED = "SETTLED"
    UNSETTLED = "UNSETTLED"
    """The call may have been billed, but nobody knows what: counted at its worst case."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """The call may be made; `reservation` is to be settled or left unsettled afterwards."""

    reservation: int


@dataclass(frozen=True, slots=True)
class MustWait:
    """No room now, but open reservations may leave some when they are settled."""


@dataclass(frozen=True, slots=True)
class NoRoom:
    """No room, and nothing is open that could make any: the run has reached its limit."""

    booked: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A run's money over its lifetime: settled ≤ the provider's bill ≤ settled + unsettled.

    Attributes:
        limit: As `set_limit` put it last; `None` for a run without a budget.
        reserved: Held for calls that are being made right now.
    """

    limit: int | None
    settled: int
    unsettled: int
    reserved: int

    @property
    def booked(self) -> int:
        """What counts against the limit even when nothing is in flight."""
        return self.settled + self.unsettled


@dataclass(frozen=True, slots=True)
class _Closing:
    """What is known of a call at its end."""

    reservation: int
    cost: int | None
    call: str
    now: float


_hold = Statement(
    update(budgets)
    .where(
        budgets.c.run == bindparam("of_run"),
        budgets.c.settled + budgets.c.unsettled + budgets.c.reserved <= bindparam("room"),
    )
    .values(reserved=budgets.c.reserved + bindparam("worst_case"))
)
_open = Statement(
    insert(reservations)
    .values(
        run=bindparam("run"),
        owner=bindparam("owner"),
        call="",
        worst_case=bindparam("worst_case"),
        state=ReservationState.OPEN.value,
        opened_at=bindparam("opened_at"),
    )
    .returning(reservations.c.id)
)
_close = Statement(
    update(reservations)
    .where(
        reservations.c.id == bindparam("reservation"),
        reservations.c.state == bindparam("before"),
    )
    .values(
        state=bindparam("after"),
        call=bindparam("call"),
        cost=bindparam("cost"),
        closed_at=bindparam("closed_at"),
    )
    .returning(reservations.c.run, reservations.c.worst_case)
)
_book = Statement(
    update(budgets)
    .where(budgets.c.run == bindparam("of_run"))
    .values(
        settled=budgets.c.settled + bindparam("settled"),
        unsettled=budgets.c.unsettled + bindparam("unsettled"),
        reserved=budgets.c.reserved + bindparam("reserved"),
    )
)


def set_limit(connection: Connection, run: str, limit: int | None) -> None:
    """Makes a run's limit known to whoever asks for its totals; reserving under it is by argument.

    A process reserves under the limit that its own settings name, so that a raised one counts at
    once, and for this process alone until the others have read it too.
    """
    known = None if limit is None else min(limit, AMOUNT_MAX)
    changed = update(budgets).where(budgets.c.run == run).values(spending_limit=known)
    if connection.execute(changed).rowcount == 0:
        nothing = {"settled": 0, "unsettled": 0, "reserved": 0}
        connection.execute(insert(budgets).values(run=run, spending_limit=known, **nothing))


def reserve(
    connection: Connection,
    run: str,
    owner: str,
    worst_case: int,
    limit: int | None,
    now: float,
) -> Reserved | MustWait | NoRoom:
    """Holds `worst_case` where all that is booked and reserved leaves room for it.

    Args:
        owner: The process that makes the call; when it dies, `bury` books what it held.
        limit: What the run may spend in its lifetime, as it is set now; `None` sets no limit.
    """
    _refuse_negative(worst_case)
    limit = AMOUNT_MAX if limit is None else min(limit, AMOUNT_MAX)
    if not _held(connection, run, worst_case, limit):
        before = totals(connection, run)
        if before is not None:
            return MustWait() if before.reserved else NoRoom(booked=before.booked, limit=limit)
        set_limit(connection, run, None)
        if not _held(connection, run, worst_case, limit):
            return NoRoom(booked=0, limit=limit)
    opened = _open.run(connection, run=run, owner=owner, worst_case=worst_case, opened_at=now)
    return Reserved(int(opened.fetchone()[0]))


def settle(
    connection: Connection, reservation: int, cost: int, now: float, *, call: str = ""
) -> bool:
    """Whether `cost` was booked by this call; a settled reservation stays as it is.

    An unsettled one, be it of an owner who was taken for dead, is settled all the same: the true
    cost is better than the worst case. A cost above the worst case is booked in full.

    Args:
        call: The key of the answer that was paid for; none where the call brought nothing.
    """
    _refuse_negative(cost)
    closing = _Closing(reservation, cost, call, now)
    row = _closed(connection, closing, ReservationState.OPEN)
    if row is not None:
        run, worst_case = row
        _book.run(connection, of_run=run, settled=cost, unsettled=0, reserved=-worst_case)
        return True
    row = _closed(connection, closing, ReservationState.UNSETTLED)
    if row is not None:
        run, worst_case = row
        _book.run(connection, of_run=run, settled=cost, unsettled=-worst_case, reserved=0)
    return row is not None


def unsettle(connection: Connection, reservation: int, now: float, *, call: str = "") -> bool:
    """Whether an open reservation is now counted at its worst case, for want of a true cost."""
    row = _closed(connection, _Closing(reservation, None, call, now), ReservationState.OPEN)
    if row is not None:
        run, worst_case = row
        _book.run(connection, of_run=run, settled=0, unsettled=worst_case, reserved=-worst_case)
    return row is not None


def bury(connection: Connection, run: str, dead_owner: str, now: float) -> int:
    """How much a dead owner had open; all of it is unsettled now."""
    left = (
        reservations.c.run == run,
        reservations.c.owner == dead_owner,
        reservations.c.state == ReservationState.OPEN.value,
    )
    held = connection.execute(select(func.sum(reservations.c.worst_case)).where(*left)).scalar()
    amount = int(held or 0)
    closed = {"state": ReservationState.UNSETTLED.value, "closed_at": now}
    connection.execute(update(reservations).where(*left).values(closed))
    _book.run(connection, of_run=run, settled=0, unsettled=amount, reserved=-amount)
    return amount


def totals(connection: Connection, run: str) -> Totals | None:
    """What the run has booked and holds; `None` where it never reserved anything."""
    row = connection.execute(select(budgets).where(budgets.c.run == run)).first()
    if row is None:
        return None
    return Totals(
        limit=row.spending_limit,
        settled=row.settled,
        unsettled=row.unsettled,
        reserved=row.reserved,
    )


def recount(connection: Connection, run: str) -> Totals | None:
    """The totals added up from the reservations; other than `totals` only in a damaged ledger."""
    known = totals(connection, run)
    if known is None:
        return None
    amount = func.coalesce(reservations.c.cost, reservations.c.worst_case)
    mine = select(reservations.c.state, func.sum(amount)).where(reservations.c.run == run)
    rows = connection.execute(mine.group_by(reservations.c.state))
    sums = {ReservationState(state): int(total) for state, total in rows}
    return Totals(
        limit=known.limit,
        settled=sums.get(ReservationState.SETTLED, 0),
        unsettled=sums.get(ReservationState.UNSETTLED, 0),
        reserved=sums.get(ReservationState.OPEN, 0),
    )


def miscounted(connection: Connection) -> Iterator[str]:
    """Runs whose totals are not the sum of their reservations."""
    for run in connection.execute(select(budgets.c.run)).scalars().all():
        if totals(connection, run) != recount(connection, run):
            yield run


def _held(connection: Connection, run: str, worst_case: int, limit: int) -> bool:
    if worst_case > limit:
        return False
    done = _hold.run(connection, of_run=run, worst_case=worst_case, room=limit - worst_case)
    return bool(done.rowcount)


def _closed(
    connection: Connection, closing: _Closing, before: ReservationState
) -> tuple[str, int] | None:
    """Run and worst case of a reservation that was in state `before` and is now closed."""
    after = ReservationState.UNSETTLED if closing.cost is None else ReservationState.SETTLED
    closed: tuple[str, int] | None = _close.run(
        connection,
        reservation=closing.reservation,
        before=before.value,
        after=after.value,
        call=closing.call,
        cost=closing.cost,
        closed_at=closing.now,
    ).fetchone()
    return closed


def _refuse_negative(amount: int) -> None:
    if amount < 0:
        raise ValueError(f"an amount of money cannot be {amount}")
