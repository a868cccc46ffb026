"""The ledger's rows: plan, claim, finish, and what becomes of them when things change."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from groundsmith.records import Draft, DraftCitation, ItemState
from groundsmith.store import drafts, item_leases, items, need_graph, plans, runs, schema
from groundsmith.store.codec import load
from groundsmith.store.database import Database
from groundsmith.store.drafts import Written
from groundsmith.store.item_leases import Ended
from groundsmith.store.items import LeasedItem, PlannedItem

RUN = "r"


def begin(database: Database) -> None:
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="out", recipe=("qa", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )


def planned(*names: str, needs: dict[str, tuple[str, ...]] | None = None) -> list[PlannedItem]:
    return [
        PlannedItem(
            name=name,
            ordinal=place,
            fingerprint=f"f-{name}",
            payload=b"[]",
            needs=(needs or {}).get(name, ()),
        )
        for place, name in enumerate(names)
    ]


def plan(database: Database, batch: list[PlannedItem]) -> int:
    number = database.write(lambda c: runs.next_plan(c, RUN))
    database.write(partial(plans.plan, run=RUN, number=number, batch=batch))
    return database.write(lambda c: plans.finish_plan(c, RUN, number, 1.0))


def claim(
    database: Database, limit: int = 10, now: float = 1.0, owner: str = "me"
) -> list[LeasedItem]:
    leased, _ = database.write(
        lambda c: item_leases.claim(c, RUN, owner=owner, limit=limit, now=now, expires_at=now + 10)
    )
    return leased


def finish(database: Database, lease: LeasedItem, state: ItemState = ItemState.DONE) -> bool:
    def work(c):  # type: ignore[no-untyped-def]  # a Connection
        [held] = item_leases.finish(c, RUN, [Ended(lease=lease, state=state, duration_s=0.1)], 2.0)
        if held and state is ItemState.DONE:
            drafts.put(c, [written(lease.fingerprint, draft(0))])
        return held

    return bool(database.write(work))


def written(fingerprint: str, *made: Draft) -> Written:
    return Written(fingerprint=fingerprint, drafts=made, provenance={})


def draft(part: int, text: str = "a") -> Draft:
    return Draft(
        part=part,
        content={"answer": text},
        citations=(DraftCitation(input=0, start=0, stop=1),),
        writer="extractive",
    )


def states(database: Database) -> dict[ItemState, int]:
    with database.read() as connection:
        return items.counts(connection, RUN)


def test_a_finished_item_is_not_claimed_again_after_the_same_plan(database: Database) -> None:
    begin(database)
    plan(database, planned("a", "b"))
    for lease in claim(database):
        finish(database, lease)

    plan(database, planned("a", "b"))

    assert claim(database) == []
    assert states(database) == {ItemState.DONE: 2}


def test_a_renamed_item_adopts_what_was_written_under_its_fingerprint(database: Database) -> None:
    begin(database)
    plan(database, planned("a"))
    finish(database, claim(database)[0])
    renamed = [PlannedItem(name="z", ordinal=0, fingerprint="f-a", payload=b"[]")]

    superseded = plan(database, renamed)

    assert superseded == 1
    assert states(database) == {ItemState.DONE: 1}


def test_a_changed_fingerprint_makes_the_item_pending_and_fences_out_its_holder(
    database: Database,
) -> None:
    begin(database)
    plan(database, planned("a"))
    stale = claim(database)[0]
    changed = [PlannedItem(name="a", ordinal=0, fingerprint="other", payload=b"[]")]

    plan(database, changed)

    assert not finish(database, stale)
    assert claim(database)[0].fingerprint == "other"


def test_an_expired_lease_is_taken_over_and_its_old_holder_refused(database: Database) -> None:
    begin(database)
    plan(database, planned("a"))
    stale = claim(database, now=1.0)[0]

    fresh = claim(database, now=100.0, owner="other")[0]

    assert fresh.token > stale.token
    assert not finish(database, stale)
    assert finish(database, fresh)


def test_a_live_lease_is_not_claimed_by_another(database: Database) -> None:
    begin(database)
    plan(database, planned("a"))
    claim(database)

    assert claim(database, owner="other") == []


def test_equal_passages_are_written_once(database: Database) -> None:
    begin(database)
    twins = [
        PlannedItem(name=name, ordinal=place, fingerprint="same", payload=b"[]")
        for place, name in enumerate("ab")
    ]
    plan(database, twins)

    first = claim(database)
    meanwhile = claim(database, owner="other")
    finish(database, first[0])
    after = claim(database)

    assert [lease.name for lease in first] == ["a"]
    assert meanwhile == []
    assert after == []
    assert states(database) == {ItemState.DONE: 2}


def test_an_item_waits_for_its_needs_and_is_blocked_when_one_fails(database: Database) -> None:
    begin(database)
    plan(database, planned("a", "b", "c", needs={"b": ("a",), "c": ("b",)}))

    ready = claim(database)
    finish(database, ready[0], ItemState.FAILED)
    database.write(lambda c: need_graph.block_dependents(c, RUN, "a"))

    assert [lease.name for lease in ready] == ["a"]
    assert states(database) == {ItemState.FAILED: 1, ItemState.BLOCKED: 2}


def test_the_output_of_a_need_enters_the_fingerprint_of_what_builds_on_it(
    database: Database,
) -> None:
    begin(database)
    plan(database, planned("a", "b", needs={"b": ("a",)}))
    finish(database, claim(database)[0])

    built = claim(database)[0]

    assert built.name == "b"
    assert built.fingerprint != "f-b"


def test_failed_items_are_tried_again_only_on_request(database: Database) -> None:
    begin(database)
    plan(database, planned("a"))
    finish(database, claim(database)[0], ItemState.FAILED)
    untouched = claim(database)

    database.write(lambda c: item_leases.retry_failed(c, RUN))

    assert untouched == []
    assert [lease.name for lease in claim(database)] == ["a"]


def test_a_released_item_does_not_lose_an_attempt(database: Database) -> None:
    begin(database)
    plan(database, planned("a"))
    claim(database)

    database.write(lambda c: item_leases.release(c, RUN, "me"))

    assert claim(database)[0].attempt == 1


def test_the_first_drafts_under_a_fingerprint_stay_and_no_others_join_them(
    database: Database,
) -> None:
    first, second = written("f", draft(0, "first")), written("f", draft(0, "2nd"), draft(1, "2nd"))
    database.write(lambda c: drafts.put(c, [first]))

    database.write(lambda c: drafts.put(c, [second, written("g", draft(0, "other"))]))

    stored = database.fetch(lambda c: c.execute(select(schema.drafts.c.body)).scalars().all())
    assert [load(Draft, body).content["answer"] for body in stored] == ["first", "other"]


def test_of_items_that_end_together_only_those_still_held_end(database: Database) -> None:
    begin(database)
    plan(database, planned("a", "b", "c"))
    leases = claim(database)
    late = claim(database, now=100.0, limit=1)

    ended = [Ended(lease=lease, state=ItemState.DONE, duration_s=0.1) for lease in leases]
    held = database.write(lambda c: item_leases.finish(c, RUN, ended, 101.0))

    assert [lease.name for lease in late] == ["a"]
    assert held == [False, True, True]


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(["a", "b", "c", "d"]), gone=st.sets(st.sampled_from("abcd")))
def test_a_plan_keeps_every_item_or_supersedes_it(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], gone: set[str]
) -> None:
    with Database(tmp_path_factory.mktemp("ledger") / "ledger.db") as database:
        begin(database)
        plan(database, planned("a", "b", "c", "d"))

        plan(database, planned(*(name for name in order if name not in gone)))

        assert sum(states(database).values()) == 4 - len(gone)
