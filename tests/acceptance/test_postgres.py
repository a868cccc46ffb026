"""A run whose ledger is a PostgreSQL database, through the command line."""

import json
import signal
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, update

from command_line import GUIDANCE, CommandLine
from groundsmith.records import ItemState
from groundsmith.store import runs, schema
from groundsmith.store.database import Database
from postgres import PASSWORD, Cluster

slow = pytest.mark.slow

URL = "GROUNDSMITH_DATABASE__URL"
RUN = ("qa", GUIDANCE, "--out", "out")


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the same run exports from a SQLite ledger."""
    groundsmith = CommandLine(tmp_path_factory.mktemp("sqlite"))
    assert groundsmith(*RUN).returncode == 0
    return exported(groundsmith.folder / "out")


@pytest.fixture(scope="module")
def on_postgres(
    server: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CommandLine, "subprocess.CompletedProcess[str]"]:
    """A finished run with its ledger on the server, and what it printed."""
    groundsmith = CommandLine(tmp_path_factory.mktemp("postgres"))
    groundsmith.env[URL] = server.new_database()
    return groundsmith, groundsmith(*RUN, "--set", "logs.format=console")


def exported(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in ("records.jsonl", "rejected.jsonl")}


def finished(connection: Connection) -> dict[str, tuple[int, float]]:
    """Each DONE item's attempts and when it ended."""
    table = schema.items.c
    rows = connection.execute(
        select(table.name, table.attempts, table.finished_at).where(
            table.state == ItemState.DONE.value
        )
    )
    return {row.name: (row.attempts, row.finished_at) for row in rows}


def stopped_with(
    process: "subprocess.Popen[bytes]", ledger: Database, count: int, number: signal.Signals
) -> None:
    """Sends a signal once so many items are done."""
    while len(ledger.fetch(finished)) < count and process.poll() is None:
        pass
    process.send_signal(number)


def told(done: "subprocess.CompletedProcess[str]", code: int) -> str:
    """The one line that ended a command with this code."""
    assert done.returncode == code, done.stderr
    line = done.stderr.splitlines()[-1]
    assert line.startswith("groundsmith: ")
    assert PASSWORD not in done.stdout + done.stderr
    return line


@slow
def test_the_records_are_those_of_a_sqlite_ledger_to_the_byte(
    on_postgres: tuple[CommandLine, object], on_sqlite: dict[str, bytes]
) -> None:
    groundsmith, _ = on_postgres

    assert exported(groundsmith.folder / "out") == on_sqlite
    assert not list(groundsmith.folder.rglob("*.db"))
    assert (groundsmith.folder / ".groundsmith" / "logs" / "system.log").exists()


@slow
def test_the_password_is_nowhere_but_in_the_settings(
    on_postgres: tuple[CommandLine, "subprocess.CompletedProcess[str]"],
) -> None:
    groundsmith, done = on_postgres
    url = groundsmith.env[URL]
    shown = groundsmith("config", "show")

    files = [path for path in groundsmith.folder.rglob("*") if path.is_file()]
    with Database.open(url) as ledger:
        rows = ledger.fetch(
            lambda c: [
                tuple(row)
                for table in schema.metadata.tables.values()
                for row in c.execute(select(table))
            ]
        )
        settings = ledger.fetch(runs.all_runs)[0].settings

    assert [path for path in files if PASSWORD.encode() in path.read_bytes()] == []
    assert PASSWORD not in repr(rows) + done.stdout + done.stderr + shown.stdout
    assert settings["database.url"] == url.replace(PASSWORD, "***")
    assert url.replace(PASSWORD, "***") in shown.stdout


@slow
def test_every_command_that_looks_at_a_run_works_on_its_database(
    on_postgres: tuple[CommandLine, object],
) -> None:
    groundsmith, _ = on_postgres
    listed = json.loads(groundsmith("runs", "list", "--json").stdout)
    commands = [
        ("status",),
        ("runs", "show", listed[0]["run"][:6]),
        ("runs", "resume", listed[0]["run"][:6]),
        ("audit", "out"),
        ("export", "out", "--format", "squad", "--to", "squad.json"),
        ("store", "check"),
        *[RUN],
    ]

    codes = [groundsmith(*command).returncode for command in commands]

    assert codes == [0] * len(commands)
    assert [run["state"] for run in listed] == ["DONE"]


@slow
def test_an_output_folder_finds_its_database_from_anywhere(
    on_postgres: tuple[CommandLine, object], tmp_path: Path
) -> None:
    groundsmith, _ = on_postgres
    out = groundsmith.folder / "out"
    elsewhere = CommandLine(tmp_path)
    other = groundsmith.env[URL].rpartition("/")[0] + "/postgres"

    no_login = elsewhere("runs", "show", out)
    by_driver = elsewhere("runs", "show", out, env={"PGPASSWORD": PASSWORD})
    by_settings = elsewhere("runs", "show", out, env={URL: other})

    assert "database.url names no login" in told(no_login, 5)
    assert by_driver.stdout == by_settings.stdout != ""
    assert list(tmp_path.iterdir()) == []


@slow
def test_a_run_that_began_on_sqlite_stays_there(
    groundsmith: CommandLine, server: Cluster, on_sqlite: dict[str, bytes]
) -> None:
    assert groundsmith(*RUN).returncode == 0

    again = groundsmith(*RUN, "--json", env={URL: server.new_database()})

    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    recorded = json.loads((groundsmith.folder / "out/.groundsmith/run.json").read_text())
    assert again.returncode == 0
    assert recorded["ledger"] == str(ledger)
    with Database(ledger) as database:
        assert {attempts for attempts, _ in database.fetch(finished).values()} == {1}


@slow
def test_what_came_by_standard_input_is_audited_from_the_database(
    groundsmith: CommandLine, server: Cluster
) -> None:
    groundsmith.env[URL] = server.new_database()
    source = max(GUIDANCE.glob("*.txt"), key=lambda path: path.stat().st_size)
    made = groundsmith("qa", "-", "--out", "out", "--json", stdin=source.read_bytes())

    audited = groundsmith("audit", "out", "--json")

    assert json.loads(audited.stdout)["record_count"] == json.loads(made.stdout)["records"] > 0
    assert audited.returncode == 0


@slow
def test_a_damaged_database_is_found_by_the_check(
    groundsmith: CommandLine, server: Cluster
) -> None:
    url = groundsmith.env[URL] = server.new_database()
    assert groundsmith(*RUN, "--limit", "1").returncode == 0
    with Database.open(url) as database:
        name = select(func.min(schema.texts.c.sha256)).scalar_subquery()
        other = update(schema.texts).where(schema.texts.c.sha256 == name).values(sha256="0" * 64)
        database.write(lambda c: c.execute(other))

    checked = groundsmith("store", "check")

    assert checked.returncode == 1
    assert "does not have the hash" in checked.stdout


@slow
def test_kill_9_changes_no_byte_and_repeats_no_item(
    groundsmith: CommandLine, server: Cluster, on_sqlite: dict[str, bytes]
) -> None:
    url = groundsmith.env[URL] = server.new_database()
    before: dict[str, tuple[int, float]] = {}

    with Database.open(url) as ledger:
        for count in (1, 60, 120, 250, 400):
            process = groundsmith.start(*RUN)
            stopped_with(process, ledger, count, signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
            after = ledger.fetch(finished)
            assert {name: after.get(name) for name in before} == before
            before = after
        resumed = groundsmith(*RUN)
        last = ledger.fetch(finished)

    assert resumed.returncode == 0, resumed.stderr
    assert len(before) >= 400
    assert {name: last[name] for name in before} == before
    assert exported(groundsmith.folder / "out") == on_sqlite


@slow
def test_two_processes_share_one_run(
    groundsmith: CommandLine, server: Cluster, on_sqlite: dict[str, bytes]
) -> None:
    url = groundsmith.env[URL] = server.new_database()
    with Database.open(url) as ledger:
        first = groundsmith.start(*RUN)
        stopped_with(first, ledger, 1, signal.SIGCONT)
        second = groundsmith.start(*RUN)
        codes = [process.wait(timeout=300) for process in (first, second)]

        attempts = {count for count, _ in ledger.fetch(finished).values()}

    assert codes == [0, 0]
    assert attempts == {1}
    assert exported(groundsmith.folder / "out") == on_sqlite


@slow
def test_a_server_that_is_stopped_ends_the_run_with_5_and_it_goes_on_when_it_is_back(
    groundsmith: CommandLine, own_server: Cluster, on_sqlite: dict[str, bytes]
) -> None:
    url = groundsmith.env[URL] = own_server.new_database()
    process = groundsmith.start(*RUN, "--set", "database.patience_s=0.2")
    with Database.open(url) as ledger:
        stopped_with(process, ledger, 1, signal.SIGSTOP)
        done = ledger.fetch(finished)
    own_server.stop()
    process.send_signal(signal.SIGCONT)

    code = process.wait(timeout=60)
    refused = groundsmith(*RUN)
    own_server.start()
    resumed = groundsmith(*RUN)

    assert code == 5
    assert "cannot be reached" in told(refused, 5)
    assert resumed.returncode == 0, resumed.stderr
    with Database.open(url) as ledger:
        last = ledger.fetch(finished)
    assert {name: last[name] for name in done} == done
    assert exported(groundsmith.folder / "out") == on_sqlite


@slow
def test_a_database_that_was_emptied_is_not_taken_for_a_new_run(
    groundsmith: CommandLine, server: Cluster
) -> None:
    url = groundsmith.env[URL] = server.new_database()
    assert groundsmith(*RUN, "--limit", "1").returncode == 0
    server.execute(url.rpartition("/")[2], "DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    refused = groundsmith(*RUN)

    assert "there is no ledger" in told(refused, 5)


@pytest.mark.parametrize(
    ("url", "code", "said"),
    [
        (f"mysql://ada:{PASSWORD}@db/x", 2, "no ledger can be kept at mysql://"),
        (f"postgresql://ada:{PASSWORD}@db:port/x", 2, "no URL"),
        (f"postgresql://ada:{PASSWORD}@127.0.0.1:1/x", 5, "postgresql://127.0.0.1:1/x"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line_and_nothing_is_written(
    groundsmith: CommandLine, url: str, code: int, said: str
) -> None:
    done = groundsmith(*RUN, env={URL: url})

    assert said in told(done, code)
    assert done.stderr.count("\n") == 1
    assert list(groundsmith.folder.iterdir()) == []


def test_without_the_driver_the_extra_is_named(groundsmith: CommandLine, tmp_path: Path) -> None:
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    (shadow / "psycopg.py").write_text("raise ImportError('not installed')")

    done = groundsmith(*RUN, env={URL: "postgresql://ada@db/x", "PYTHONPATH": str(shadow)})

    assert "groundsmith[postgres]" in told(done, 2)
    assert list(groundsmith.folder.iterdir()) == []


@slow
def test_a_dry_run_leaves_an_empty_database_empty(
    groundsmith: CommandLine, server: Cluster
) -> None:
    url = groundsmith.env[URL] = server.new_database()
    empty = (
        "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public'); END $$"
    )

    done = groundsmith(*RUN, "--dry-run")

    server.execute(url.rpartition("/")[2], empty)
    assert done.returncode == 0
    assert ", new" in done.stdout
