"""The database itself: grouped commits, other versions, damage, and a full disk."""

from concurrent.futures import wait
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, insert, select, text

from groundsmith.errors import NewerState, StateCorrupt, StateUnreachable
from groundsmith.store import check, corpus, schema
from groundsmith.store.database import Database, revision_of
from groundsmith.store.migrations.steps import climb


def put(name: str):  # type: ignore[no-untyped-def]  # a piece of work
    return lambda c: corpus.put_text(c, name, "body")


def count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(schema.texts)).scalar_one())


def unmade(connection: Connection) -> None:
    """The database as it was before it became a ledger."""
    schema.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))


def made(connection: Connection) -> list[tuple[str, str]]:
    """The statements that made what stands in a SQLite file, white space aside."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return sorted((name, "".join(sql.split())) for name, sql in rows)


def test_the_migrations_make_exactly_the_schema_the_code_uses(database: Database) -> None:
    database.write(unmade)
    database.write(lambda c: climb(c, None, database.where))

    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, schema.metadata)

    assert differences == []


def test_a_new_ledger_is_made_as_its_migrations_would_make_it(tmp_path: Path) -> None:
    with Database(tmp_path / "ledger.db") as database:
        with database.read() as connection:
            at_once = made(connection)
        database.write(unmade)
        database.write(lambda c: climb(c, None, database.where))
        with database.read() as connection:
            step_by_step = made(connection)
            revision = revision_of(connection)

    assert at_once == step_by_step
    assert revision == schema.HEAD


def test_one_bad_write_in_a_group_takes_no_other_along(database: Database) -> None:
    def bad(connection: Connection) -> None:
        connection.execute(insert(schema.texts).values(sha256="bad", body=b"", char_count=0))
        raise ValueError("no")

    futures = [
        database._writer.submit(bad if place == 10 else put(str(place))) for place in range(20)
    ]
    wait(futures)

    assert [place for place, future in enumerate(futures) if future.exception()] == [10]
    with database.read() as connection:
        assert count(connection) == 19


def test_what_was_submitted_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Database(path) as database:
        for place in range(100):
            database._writer.submit(put(str(place)))

    with Database(path) as again, again.read() as connection:
        assert count(connection) == 100


def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Database(path) as database:
        database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num='9999'")))

    with pytest.raises(NewerState, match="9999"):
        Database(path)


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"not a database at all" * 500)

    with pytest.raises(StateCorrupt, match=r"ledger\.db"):
        Database(path)


def test_a_state_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StateUnreachable, match="file"):
        Database(tmp_path / "file" / "ledger.db")


def test_a_stored_text_that_changed_is_found(database: Database) -> None:
    name = "0" * 64
    database.write(put(name))

    with database.read() as connection:
        found = list(check.faults(connection))

    assert len(found) == 1
    assert name[:12] in found[0]


@pytest.mark.parametrize("body", ["", "é" * 1000, "\ud800 lone", "x" * 1_000_000])
def test_a_text_comes_back_as_it_was(database: Database, body: str) -> None:
    database.write(lambda c: corpus.put_text(c, "name", body))

    with database.read() as connection:
        assert corpus.text(connection, "name") == body
