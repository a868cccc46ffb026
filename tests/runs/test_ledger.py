"""What a process holds of a run while it works on it."""

from dataclasses import replace
from itertools import count, takewhile

from sqlalchemy import select

from groundsmith.runs.ledger import Ledger
from groundsmith.runs.owner import this_process
from groundsmith.store import leases, runs, schema, wallet
from groundsmith.store.database import Database

RUN = "r"
LOOKS_AT_MOST = 100_000


def expiry(database: Database) -> float:
    """When the one run-level lease there is runs out."""
    return float(
        database.fetch(lambda c: c.execute(select(schema.leases.c.expires_at)).scalar_one())
    )


def test_a_run_level_lease_is_prolonged_while_its_holder_is_busy(database: Database) -> None:
    ledger = Ledger(database, RUN, lease_s=0.1)

    with ledger.exclusive("plan", waiting=lambda: None):
        first = expiry(database)
        looks = takewhile(lambda _: expiry(database) <= first, count())
        looks_taken = sum(1 for _, _ in zip(looks, range(LOOKS_AT_MOST), strict=False))

    assert looks_taken < LOOKS_AT_MOST
    ledger.close()


def test_a_run_level_lease_is_free_once_its_work_is_done(database: Database) -> None:
    first, second = (Ledger(database, RUN, lease_s=60) for _ in range(2))

    with first.exclusive("plan", waiting=lambda: None):
        pass

    def refused() -> None:
        raise AssertionError("somebody still holds it")

    with second.exclusive("plan", waiting=refused):
        held = expiry(database)

    assert held > 0
    first.close()
    second.close()


def test_what_a_dead_process_held_in_another_run_is_booked_by_whoever_finds_it_dead(
    database: Database,
) -> None:
    dead = replace(this_process(), process_started_at=0.0)
    database.write(lambda c: leases.add_owner(c, dead))
    database.write(
        lambda c: runs.start(
            c,
            run="other",
            out="",
            recipe=("qa", 1),
            inputs=[],
            settings={},
            fresh=False,
            now=1.0,
        )
    )
    database.write(lambda c: wallet.reserve(c, "other", dead.id, [40], 100, 1.0))

    Ledger(database, RUN, lease_s=60).close()

    totals = database.fetch(lambda c: wallet.totals(c, "other"))
    assert totals == wallet.Totals(limit=100, settled=0, unsettled=40, reserved=0)
