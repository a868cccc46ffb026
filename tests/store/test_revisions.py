"""Revised items: what a plan, a lease and a changed source make of a revision."""

from functools import partial

from groundsmith.records import Draft
from groundsmith.store import drafts, item_leases, need_graph, plans, revisions, runs
from groundsmith.store.database import Database
from groundsmith.store.drafts import Written
from groundsmith.store.items import PlannedItem
from groundsmith.store.revisions import Revision
from groundsmith.store.schema import items

RUN = "r"


def plan(database: Database, *planned: PlannedItem) -> None:
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="o", recipe=("n", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )
    number = database.write(lambda c: runs.next_plan(c, RUN))
    database.write(partial(plans.plan, run=RUN, number=number, batch=planned))
    database.write(lambda c: plans.finish_plan(c, RUN, number, 1.0))


def item(name: str, fingerprint: str, *needs: str) -> PlannedItem:
    return PlannedItem(name=name, ordinal=0, fingerprint=fingerprint, payload=b"[]", needs=needs)


def write(database: Database, fingerprint: str) -> None:
    draft = Draft(part=0, content={"text": fingerprint}, citations=(), writer="facts")
    made = Written(fingerprint=fingerprint, drafts=[draft], provenance={})
    database.write(lambda c: drafts.put(c, [made]))


def revise(database: Database, name: str, before: str, after: str, root: str) -> bool:
    write(database, after)
    made = Revision(
        item=name,
        root=root,
        before=before,
        fingerprint=after,
        part=None,
        instruction="shorter",
        who="ann",
        at=1.0,
    )
    return database.write(lambda c: revisions.add(c, RUN, made))


def claim(database: Database) -> list[str]:
    leased, _ = database.write(
        lambda c: item_leases.claim(c, RUN, owner="me", limit=9, now=1.0, expires_at=9.0)
    )
    return [lease.name for lease in leased]


def standing(database: Database, name: str) -> tuple[str, str]:
    found = items.select().where(items.c.run == RUN, items.c.name == name)
    row = database.fetch(lambda c: c.execute(found).one())
    return row.state, row.fingerprint


def test_the_same_plan_again_leaves_a_revision_as_it_is(database: Database) -> None:
    write(database, "f")
    plan(database, item("a", "f"))

    assert revise(database, "a", "f", "f+1", root="f")
    plan(database, item("a", "f"))

    assert standing(database, "a") == ("DONE", "f+1")
    assert claim(database) == []


def test_a_changed_source_is_written_anew_and_the_old_one_finds_its_latest_revision(
    database: Database,
) -> None:
    write(database, "f")
    plan(database, item("a", "f"))
    revise(database, "a", "f", "f+1", root="f")
    revise(database, "a", "f+1", "f+2", root="f")

    plan(database, item("a", "g"))
    changed = claim(database)
    plan(database, item("a", "f"))

    assert changed == ["a"]
    assert standing(database, "a") == ("DONE", "f+2")
    found = database.fetch(lambda c: revisions.standing(c, RUN))
    assert found["a"].fingerprint == "f+2"


def test_a_revision_of_what_has_changed_meanwhile_is_refused(database: Database) -> None:
    write(database, "f")
    plan(database, item("a", "f"))
    revise(database, "a", "f", "f+1", root="f")

    assert not revise(database, "a", "f", "f+other", root="f")

    assert standing(database, "a") == ("DONE", "f+1")
    assert len(database.fetch(lambda c: revisions.of_item(c, RUN, "a"))) == 1


def test_an_item_with_needs_keeps_its_revision_through_another_plan(database: Database) -> None:
    planned = (item("head", "h"), item("a", "f", "head"))
    write(database, "h")
    plan(database, *planned)
    made_of = database.fetch(lambda c: need_graph.effective(c, "f", (("head", "h"),)))
    write(database, made_of)
    claim(database)
    revise(database, "a", made_of, "f+1", root=made_of)

    plan(database, *planned)
    leased = claim(database)

    assert leased == []
    assert standing(database, "a") == ("DONE", "f+1")


def test_what_builds_on_a_revised_item_is_written_anew(database: Database) -> None:
    planned = (item("head", "h"), item("a", "f", "head"))
    write(database, "h")
    plan(database, *planned)
    write(database, database.fetch(lambda c: need_graph.effective(c, "f", (("head", "h"),))))
    claim(database)
    revise(database, "head", "h", "h+1", root="h")

    plan(database, *planned)

    assert claim(database) == ["a"]
