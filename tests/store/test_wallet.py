"""Money: held before a call, booked after it, and never more than the limit."""

from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import update

from groundsmith.store import check, schema, wallet
from groundsmith.store.database import Database
from groundsmith.store.wallet import MustWait, NoRoom, Reserved, Settlement, Totals

RUN = "r"
Outcome = Reserved | MustWait | NoRoom


def reserve(
    database: Database, worst_case: int, limit: int | None, *, run: str = RUN, owner: str = "me"
) -> Outcome:
    return database.write(lambda c: wallet.reserve(c, run, owner, [worst_case], limit, 1.0))[0]


def held(database: Database, worst_case: int, limit: int | None, owner: str = "me") -> int:
    outcome = reserve(database, worst_case, limit, owner=owner)
    assert isinstance(outcome, Reserved)
    return outcome.reservation


def settle(database: Database, reservation: int, cost: int | None, *, run: str = RUN) -> bool:
    ended = Settlement(reservation=reservation, cost=cost)
    return database.write(lambda c: wallet.settle(c, run, [ended], 2.0))[0]


def totals(database: Database, run: str = RUN) -> Totals:
    with database.read() as connection:
        found = wallet.totals(connection, run)
    assert found is not None
    return found


def test_a_call_that_fits_to_the_last_pico_dollar_is_reserved(database: Database) -> None:
    held(database, 60, limit=100)

    outcome = reserve(database, 40, limit=100)

    assert isinstance(outcome, Reserved)


def test_a_call_waits_while_an_open_one_may_still_leave_room(database: Database) -> None:
    held(database, 60, limit=100)

    outcome = reserve(database, 41, limit=100)

    assert outcome == MustWait()


def test_a_call_is_refused_once_nothing_is_open(database: Database) -> None:
    settle(database, held(database, 60, limit=100), 60)

    outcome = reserve(database, 41, limit=100)

    assert outcome == NoRoom(booked=60, limit=100)


def test_a_call_that_cost_less_leaves_the_rest_to_the_next(database: Database) -> None:
    settle(database, held(database, 60, limit=100), 5)

    outcome = reserve(database, 95, limit=100)

    assert isinstance(outcome, Reserved)


def test_a_higher_limit_goes_on_from_what_was_spent(database: Database) -> None:
    settle(database, held(database, 100, limit=100), 100)
    refused = reserve(database, 50, limit=100)

    outcome = reserve(database, 50, limit=150)

    assert refused == NoRoom(booked=100, limit=100)
    assert isinstance(outcome, Reserved)


def test_a_reservation_is_settled_once(database: Database) -> None:
    reservation = held(database, 60, limit=100)
    settle(database, reservation, 10)

    again = settle(database, reservation, 30)

    assert not again
    assert totals(database) == Totals(limit=100, settled=10, unsettled=0, reserved=0)


def test_a_call_without_a_known_cost_counts_at_its_worst_case(database: Database) -> None:
    reservation = held(database, 60, limit=100)

    settle(database, reservation, None)

    assert totals(database) == Totals(limit=100, settled=0, unsettled=60, reserved=0)


def test_a_cost_that_becomes_known_later_takes_the_place_of_the_worst_case(
    database: Database,
) -> None:
    reservation = held(database, 60, limit=100)
    settle(database, reservation, None)

    settle(database, reservation, 10)

    assert totals(database) == Totals(limit=100, settled=10, unsettled=0, reserved=0)


def test_a_settled_reservation_cannot_be_unsettled(database: Database) -> None:
    reservation = held(database, 60, limit=100)
    settle(database, reservation, 10)

    undone = settle(database, reservation, None)

    assert not undone
    assert totals(database).settled == 10


def test_a_cost_above_the_worst_case_is_booked_in_full(database: Database) -> None:
    settle(database, held(database, 60, limit=100), 170)

    assert totals(database).settled == 170
    assert reserve(database, 0, limit=100) == NoRoom(booked=170, limit=100)


def test_what_a_dead_owner_held_is_unsettled_and_nothing_else_is(database: Database) -> None:
    settle(database, held(database, 10, None, owner="dead"), 3)
    held(database, 20, None, owner="dead")
    held(database, 30, None, owner="dead")
    held(database, 40, None, owner="alive")

    amount = database.write(lambda c: wallet.bury(c, RUN, "dead", 3.0))

    assert amount == 50
    assert totals(database) == Totals(limit=None, settled=3, unsettled=50, reserved=40)


def test_burying_an_owner_twice_books_once(database: Database) -> None:
    held(database, 20, None, owner="dead")
    database.write(lambda c: wallet.bury(c, RUN, "dead", 3.0))

    amount = database.write(lambda c: wallet.bury(c, RUN, "dead", 3.0))

    assert amount == 0
    assert totals(database).unsettled == 20


def test_one_run_does_not_spend_the_budget_of_another(database: Database) -> None:
    reserve(database, 100, limit=100, run="other")

    outcome = reserve(database, 100, limit=100)

    assert isinstance(outcome, Reserved)


def test_the_totals_name_the_limit_that_was_last_reserved_under(database: Database) -> None:
    held(database, 60, limit=500)
    held(database, 10, limit=700)

    assert totals(database) == Totals(limit=700, settled=0, unsettled=0, reserved=70)


@pytest.mark.parametrize("limit", [0, 10**40])
def test_an_amount_beyond_all_measure_is_refused_and_not_overflowed(
    database: Database, limit: int
) -> None:
    outcome = reserve(database, 10**30, limit=limit)

    assert isinstance(outcome, NoRoom)


def test_a_limit_beyond_all_measure_is_a_limit(database: Database) -> None:
    outcomes = [reserve(database, wallet.AMOUNT_MAX // 2, limit=10**40) for _ in range(3)]

    assert [type(outcome) for outcome in outcomes] == [Reserved, Reserved, MustWait]


def test_a_negative_amount_is_refused(database: Database) -> None:
    reservation = held(database, 60, limit=100)

    with pytest.raises(ValueError, match="-1"):
        reserve(database, -1, limit=100)
    with pytest.raises(ValueError, match="-1"):
        settle(database, reservation, -1)


def test_calls_of_one_batch_are_decided_one_after_the_other(database: Database) -> None:
    outcomes = database.write(lambda c: wallet.reserve(c, RUN, "me", [60, 60, 40, 1], 100, 1.0))

    assert [type(outcome) for outcome in outcomes] == [Reserved, MustWait, Reserved, MustWait]
    assert totals(database).reserved == 100


def test_a_reservation_that_ends_twice_in_one_batch_is_booked_as_if_in_two(
    database: Database,
) -> None:
    number = held(database, 60, limit=100)
    ends = [Settlement(reservation=number, cost=cost) for cost in (None, 10, 20)]

    booked = database.write(lambda c: wallet.settle(c, RUN, ends, 2.0))

    assert booked == [True, True, False]
    assert totals(database) == Totals(limit=100, settled=10, unsettled=0, reserved=0)


def test_totals_that_are_not_the_sum_of_their_reservations_are_found(database: Database) -> None:
    settle(database, held(database, 60, limit=100), 10)
    database.write(lambda c: c.execute(update(schema.budgets).values(settled=9)))

    with database.read() as connection:
        found = list(check.faults(connection))

    assert len(found) == 1
    assert f"run {RUN}" in found[0]


def test_a_reader_sees_one_moment_however_long_it_looks(database: Database) -> None:
    number = held(database, 60, limit=100)

    with database.read() as connection:
        before = wallet.totals(connection, RUN)
        settle(database, number, 10)
        after = wallet.totals(connection, RUN)

    assert before == after
    assert totals(database).settled == 10


class Spending(RuleBasedStateMachine):
    """Calls of three owners on one budget, and a provider that bills them."""

    open_calls = Bundle("open_calls")
    lost_calls = Bundle("lost_calls")
    amounts = st.integers(0, 50)

    def __init__(self, database: Database, run: str) -> None:
        super().__init__()
        self.database = database
        self.run = run
        self.limit = 100
        self.bill = 0
        self.owner_of: dict[int, str] = {}

    @rule(amount=st.integers(0, 200))
    def change_limit(self, amount: int) -> None:
        booked = self.now().booked + self.now().reserved
        self.limit = max(amount, booked)

    @rule(
        target=open_calls,
        worst_case=amounts,
        share=st.floats(0, 1),
        owner=st.sampled_from(["a", "b", "c"]),
    )
    def call(self, worst_case: int, share: float, owner: str) -> tuple[int, int] | None:
        before = self.now()

        outcome = reserve(self.database, worst_case, self.limit, run=self.run, owner=owner)

        fits = before.booked + before.reserved + worst_case <= self.limit
        assert isinstance(outcome, Reserved) == fits
        assert isinstance(outcome, MustWait) == (not fits and before.reserved > 0)
        if not isinstance(outcome, Reserved):
            return None
        cost = int(worst_case * share)
        self.bill += cost
        self.owner_of[outcome.reservation] = owner
        return outcome.reservation, cost

    @rule(call=consumes(open_calls))
    def answer(self, call: tuple[int, int] | None) -> None:
        if call is not None:
            self.owner_of.pop(call[0], None)
            assert settle(self.database, *call, run=self.run)

    @rule(target=lost_calls, call=consumes(open_calls))
    def lose(self, call: tuple[int, int] | None) -> tuple[int, int] | None:
        if call is not None:
            settle(self.database, call[0], None, run=self.run)
            self.owner_of.pop(call[0], None)
        return call

    @rule(call=consumes(lost_calls))
    def answer_late(self, call: tuple[int, int] | None) -> None:
        if call is not None:
            assert settle(self.database, *call, run=self.run)

    @precondition(lambda self: self.owner_of)
    @rule(owner=st.sampled_from(["a", "b", "c"]))
    def die(self, owner: str) -> None:
        self.database.write(lambda c: wallet.bury(c, self.run, owner, 3.0))
        self.owner_of = {call: who for call, who in self.owner_of.items() if who != owner}

    @invariant()
    def the_bill_lies_between_what_is_settled_and_what_may_be(self) -> None:
        now = self.now()

        assert now.settled <= self.bill <= now.booked + now.reserved
        if not self.owner_of:
            assert now.reserved == 0

    @invariant()
    def nothing_is_ever_over_the_limit(self) -> None:
        now = self.now()

        assert now.booked + now.reserved <= self.limit

    @invariant()
    def the_totals_are_the_sum_of_the_reservations(self) -> None:
        with self.database.read() as connection:
            assert wallet.totals(connection, self.run) == wallet.recount(connection, self.run)

    def now(self) -> Totals:
        with self.database.read() as connection:
            found = wallet.totals(connection, self.run)
        return found or Totals(limit=100, settled=0, unsettled=0, reserved=0)


def test_no_order_of_calls_losses_and_deaths_breaks_the_budget(database: Database) -> None:
    runs = count()

    def machine() -> RuleBasedStateMachine:
        return Spending(database, f"run-{next(runs)}")

    run_state_machine_as_test(
        machine,  # type: ignore[arg-type]  # it takes any function that makes one
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
