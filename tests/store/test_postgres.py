"""PostgreSQL behind the ledger: addresses, what it refuses, and where it differs from SQLite."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, text

from groundsmith.errors import RequestError, StateCorrupt, StateUnreachable, StorageFull
from groundsmith.records import ItemState
from groundsmith.store import corpus, item_leases, plans, runs, schema
from groundsmith.store.database import Database, Durability, revision_of
from groundsmith.store.item_leases import Ended
from groundsmith.store.items import LeasedItem, PlannedItem
from postgres import PASSWORD, Cluster

slow = pytest.mark.slow


def put(name: str) -> Callable[[Connection], None]:
    return lambda c: corpus.put_text(c, name, "body")


def count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(schema.texts)).scalar_one())


def failing_with(code: str) -> Callable[[Connection], None]:
    """Work that the server refuses with this code."""
    block = f"DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '{code}'; END $$"

    def work(connection: Connection) -> None:
        connection.execute(text(block))

    return work


@pytest.mark.parametrize("url", ["mysql://u:a-secret@h/d", "postgresql://u:a-secret@h:port/d"])
def test_a_url_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(RequestError) as refused:
        Database.open(url)

    assert "database.url" in str(refused.value)
    assert "a-secret" not in str(refused.value)


def test_a_sqlite_url_names_a_file(tmp_path: Path) -> None:
    with Database.open(f"sqlite:///{tmp_path}/ledger.db") as database:
        assert database.path == tmp_path / "ledger.db"


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(StateUnreachable) as unreachable:
        Database.open("postgresql://user:a-secret@127.0.0.1:1/ledger")

    assert "postgresql://127.0.0.1:1/ledger" in str(unreachable.value)
    assert "refused" in str(unreachable.value)
    assert "a-secret" not in str(unreachable.value)


@slow
def test_every_way_to_write_the_address_opens_the_same_ledger(server: Cluster) -> None:
    url = server.new_database()
    with Database.open(url) as database:
        database.write(put("a"))

    counts = []
    for kind in ("postgres", "postgresql+psycopg"):
        with Database.open(url.replace("postgresql", kind)) as database:
            counts.append(database.fetch(count))

    assert counts == [1, 1]


@slow
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PASSWORD, "wrong-password", "password authentication failed"),
        ("ledger_", "missing_", "does not exist"),
    ],
)
def test_a_refused_login_is_not_waited_for(server: Cluster, old: str, new: str, said: str) -> None:
    url = server.new_database().replace(old, new)

    with pytest.raises(StateUnreachable, match=said) as refused:
        Database.open(url)

    assert "wrong-password" not in str(refused.value)
    assert PASSWORD not in str(refused.value)


@slow
def test_a_database_in_another_encoding_is_refused_with_what_to_do(server: Cluster) -> None:
    url = server.new_database("ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")

    with pytest.raises(RequestError, match="ENCODING 'UTF8'"):
        Database.open(url)


@slow
def test_processes_that_open_a_new_database_at_once_make_its_tables_once(server: Cluster) -> None:
    url = server.new_database()
    together = threading.Barrier(8)

    def opened(_: int) -> str | None:
        together.wait()
        with Database.open(url) as database:
            return database.fetch(revision_of)

    with ThreadPoolExecutor(8) as pool:
        revisions = list(pool.map(opened, range(8)))

    assert revisions == [schema.HEAD] * 8


@slow
@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("53100", StorageFull),
        ("XX001", StateCorrupt),
        ("42P01", StateCorrupt),
        ("53200", StateUnreachable),
    ],
)
def test_a_full_disk_damage_and_other_failures_are_told_apart(
    server: Cluster, code: str, ours: type[Exception]
) -> None:
    with Database.open(server.new_database()) as database:
        with pytest.raises(ours, match="postgresql://"):
            database.write(failing_with(code))
        database.write(put("a"))

        assert database.fetch(count) == 1


@slow
def test_a_deadlock_with_somebody_else_is_tried_again(server: Cluster) -> None:
    tries: list[int] = []

    def work(connection: Connection) -> None:
        tries.append(1)
        if len(tries) < 3:
            failing_with("40P01")(connection)
        corpus.put_text(connection, "a", "body")

    with Database.open(server.new_database()) as database:
        database.write(work)

        assert len(tries) == 3
        assert database.fetch(count) == 1


@slow
def test_only_one_process_writes_at_a_time(server: Cluster) -> None:
    """Two that look first and write then would otherwise both see the same."""
    url = server.new_database()

    def look_then_write(connection: Connection) -> None:
        found = connection.execute(select(func.max(schema.texts.c.char_count))).scalar() or 0
        row = {"sha256": str(found), "body": b"", "char_count": found + 1}
        connection.execute(insert(schema.texts).values(row))

    with Database.open(url) as one, Database.open(url) as two:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda ledger: ledger.write(look_then_write), [one, two] * 100))

        assert one.fetch(count) == 200


@slow
def test_a_database_in_the_order_of_a_language_gives_the_same_fingerprints(
    server: Cluster, tmp_path: Path
) -> None:
    english = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8' TEMPLATE template0"
    needs = ("Zebra", "apple", "Ångström", "zoo")

    fingerprints = []
    for place in (str(tmp_path / "ledger.db"), server.new_database(english)):
        with Database.open(place) as database:
            fingerprints.append(database.write(lambda c: fingerprint_over(c, needs)))

    assert fingerprints[0] == fingerprints[1]


def fingerprint_over(connection: Connection, needs: tuple[str, ...]) -> str:
    """The fingerprint of an item that needs these, each of them done."""
    planned = [
        PlannedItem(name=name, ordinal=place, fingerprint=f"f-{name}", payload=b"")
        for place, name in enumerate(needs)
    ]
    last = PlannedItem(name="last", ordinal=9, fingerprint="f", payload=b"", needs=needs)
    plans.plan(connection, "r", 1, [*planned, last])
    ended = [
        Ended(lease=lease, state=ItemState.DONE, duration_s=0.0) for lease in claim(connection)
    ]
    item_leases.finish(connection, "r", ended, 2.0)
    return claim(connection)[0].fingerprint


def claim(connection: Connection) -> list[LeasedItem]:
    leased, _ = item_leases.claim(connection, "r", owner="me", limit=10, now=1.0, expires_at=9.0)
    return leased


@slow
def test_a_text_with_nul_is_stored_as_postgresql_can_hold_it(server: Cluster) -> None:
    def start(connection: Connection) -> None:
        runs.start(
            connection,
            run="r",
            out="a\0b",
            recipe=("qa", 1),
            inputs=[],
            settings={},
            fresh=False,
            now=0.0,
        )

    with Database.open(server.new_database()) as database:
        database.write(start)

        assert database.fetch(runs.all_runs)[0].out == "a\ufffdb"


@slow
@pytest.mark.parametrize(("durability", "found"), [("process", "off"), ("power", "on")])
def test_power_insists_on_commits_that_are_on_the_disk(
    server: Cluster, durability: Durability, found: str
) -> None:
    url = server.new_database()
    name = url.rpartition("/")[2]
    server.execute("postgres", f"ALTER DATABASE {name} SET synchronous_commit = off")

    with Database.open(url, durability) as database:
        shown = database.write(lambda c: c.execute(text("SHOW synchronous_commit")).scalar())

    assert shown == found
