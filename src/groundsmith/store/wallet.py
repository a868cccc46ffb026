"""Rows of `budgets` and `reservations`: money held before a call, and booked after it.

Amounts are whole pico-dollars. What a run has settled, left unsettled and reserved stands in its
one budget row, changed together with its reservations, so that a decision costs the same after a
million calls. Every function belongs in a write transaction; the database lets one process write
at a time, and that makes look-then-book safe over any number of them. Calls come in batches: one
statement for fifty calls is what makes a ledger on another machine fast.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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


_OPEN, _SETTLED, _UNSETTLED = (state.value for state in ReservationState)
_TOTAL_OF = {_OPEN: "reserved", _UNSETTLED: "unsettled"}


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
        limit: What the run was last reserved under; `None` where it has no budget.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The end of a call.

    Attributes:
        cost: What it cost; `None` where nobody knows, and its worst case is booked as unsettled.
        call: The key of the answer it brought; none where it brought nothing.
    """

    reservation: int
    cost: int | None
    call: str = ""

    def __post_init__(self) -> None:
        if self.cost is not None and self.cost < 0:
            raise ValueError(f"a call cannot cost {self.cost}")


_totals = Statement(
    select(
        budgets.c.spending_limit, budgets.c.settled, budgets.c.unsettled, budgets.c.reserved
    ).where(budgets.c.run == bindparam("of_run"))
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
_last = Statement(select(func.max(reservations.c.id)))
_open = Statement(
    insert(reservations).values(
        id=bindparam("id"),
        run=bindparam("run"),
        owner=bindparam("owner"),
        call="",
        worst_case=bindparam("worst_case"),
        state=_OPEN,
        opened_at=bindparam("opened_at"),
    )
)
_close = Statement(
    update(reservations)
    .where(
        reservations.c.run == bindparam("of_run"),
        reservations.c.id == bindparam("reservation"),
        reservations.c.state == bindparam("before"),
    )
    .values(
        state=bindparam("after"),
        cost=bindparam("cost"),
        call=bindparam("call"),
        closed_at=bindparam("closed_at"),
    )
    .returning(reservations.c.worst_case)
)


def reserve(
    connection: Connection,
    run: str,
    owner: str,
    worst_cases: Sequence[int],
    limit: int | None,
    now: float,
) -> list[Reserved | MustWait | NoRoom]:
    """One outcome a call, in their order: held where all that is booked and held leaves room.

    Args:
        owner: The process that makes the calls; when it dies, `bury` books what it held.
        limit: What the run may spend in its lifetime, as it is set now; `None` sets no limit.
    """
    before = _under(connection, run, limit)
    most = AMOUNT_MAX if before.limit is None else before.limit
    held = before.reserved
    granted: list[int] = []
    refusals: list[MustWait | NoRoom | None] = []
    for worst_case in worst_cases:
        if worst_case < 0:
            raise ValueError(f"a call cannot cost {worst_case}")
        if before.booked + held + worst_case <= most:
            held += worst_case
            granted.append(worst_case)
            refusals.append(None)
        else:
            refusals.append(MustWait() if held else NoRoom(booked=before.booked, limit=most))
    if not granted:
        return [refusal for refusal in refusals if refusal]
    same = {"run": run, "owner": owner, "opened_at": now}
    numbers = range(first := _next(connection), first + len(granted))
    rows = [
        {**same, "id": id_, "worst_case": each} for id_, each in zip(numbers, granted, strict=True)
    ]
    _open.run_all(connection, rows)
    _book.run(connection, of_run=run, settled=0, unsettled=0, reserved=held - before.reserved)
    opened = map(Reserved, numbers)
    return [refusal or next(opened) for refusal in refusals]


def settle(
    connection: Connection, run: str, settlements: Sequence[Settlement], now: float
) -> list[bool]:
    """Whether each was booked, in their order; a settled reservation stays as it is.

    An unsettled one, be it of an owner who was taken for dead, is settled all the same: the true
    cost is better than the worst case. A cost above the worst case is booked in full.
    """
    booked = _closed(connection, run, settlements, _OPEN, now)
    late = [place for place, done in enumerate(booked) if not done]
    known = [place for place in late if settlements[place].cost is not None]
    again = _closed(connection, run, [settlements[place] for place in known], _UNSETTLED, now)
    for place, done in zip(known, again, strict=True):
        booked[place] = done
    return booked


def bury(connection: Connection, run: str, dead_owner: str, now: float) -> int:
    """How much a dead owner had open; all of it is unsettled now."""
    left = (
        reservations.c.run == run,
        reservations.c.owner == dead_owner,
        reservations.c.state == _OPEN,
    )
    held = connection.execute(select(func.sum(reservations.c.worst_case)).where(*left)).scalar()
    amount = int(held or 0)
    closed = {"state": _UNSETTLED, "closed_at": now}
    connection.execute(update(reservations).where(*left).values(closed))
    _book.run(connection, of_run=run, settled=0, unsettled=amount, reserved=-amount)
    return amount


def totals(connection: Connection, run: str) -> Totals | None:
    """What the run has booked and holds; `None` where it never reserved anything."""
    row = _totals.run(connection, of_run=run)
    if row is None:
        return None
    limit, settled, unsettled, reserved = row
    return Totals(limit=limit, settled=settled, unsettled=unsettled, reserved=reserved)


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


def _under(connection: Connection, run: str, limit: int | None) -> Totals:
    """The run's totals, `limit` among them from now on."""
    limit = None if limit is None else min(limit, AMOUNT_MAX)
    known = totals(connection, run)
    if known is None:
        nothing = {"settled": 0, "unsettled": 0, "reserved": 0}
        connection.execute(insert(budgets).values(run=run, spending_limit=limit, **nothing))
        return Totals(limit=limit, **nothing)
    if known.limit != limit:
        changed = update(budgets).where(budgets.c.run == run)
        connection.execute(changed.values(spending_limit=limit))
    return replace(known, limit=limit)


def _next(connection: Connection) -> int:
    """The number of the next reservation: nobody else writes now, and none is ever deleted."""
    row = _last.run(connection)
    return 1 + ((row[0] if row else None) or 0)


def _closed(
    connection: Connection, run: str, settlements: Sequence[Settlement], before: str, now: float
) -> list[bool]:
    """Whether each reservation was in state `before`, and is now closed and booked."""
    rows = _close.run_each(
        connection,
        [
            {
                "of_run": run,
                "reservation": one.reservation,
                "before": before,
                "after": _UNSETTLED if one.cost is None else _SETTLED,
                "cost": one.cost,
                "call": one.call,
                "closed_at": now,
            }
            for one in settlements
        ],
    )
    change = {"settled": 0, "unsettled": 0, "reserved": 0}
    for one, row in zip(settlements, rows, strict=True):
        if row:
            change[_TOTAL_OF[before]] -= row[0]
            change["settled"] += one.cost or 0
            change["unsettled"] += row[0] if one.cost is None else 0
    if any(rows):
        _book.run(connection, of_run=run, **change)
    return [row is not None for row in rows]
