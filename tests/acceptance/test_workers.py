"""A run that several processes share, through the command line: killed, interrupted, or let be."""

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from command_line import GUIDANCE, CommandLine


def exported(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in ("records.jsonl", "rejected.jsonl")]


def workers_of(parent: int) -> list[psutil.Process]:
    """The worker processes of a run; none where it has ended."""
    with suppress(psutil.Error):
        return [
            child
            for child in psutil.Process(parent).children()
            if "spawn_main" in " ".join(child.cmdline())
        ]
    return []


def done_count(ledger: Path) -> int:
    """How many items are written; 0 before there are tables."""
    if not ledger.exists():
        return 0
    connection = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=30)
    try:
        found = connection.execute("SELECT count(*) FROM items WHERE state = 'DONE'").fetchone()
    except sqlite3.OperationalError:  # the tables are not there yet
        return 0
    finally:
        connection.close()
    return int(found[0])


@pytest.mark.slow
def test_the_number_of_workers_changes_no_byte(groundsmith: CommandLine) -> None:
    corpus = groundsmith.folder / "corpus"
    corpus.mkdir()
    for path in sorted(GUIDANCE.rglob("*.txt"), key=lambda path: path.stat().st_size)[:4]:
        (corpus / path.name).write_bytes(path.read_bytes())

    for workers in (1, 2, 4):
        home = {"GROUNDSMITH_HOME": f"state{workers}"}
        arguments = ("qa", "corpus", "--out", f"out{workers}", "--workers", str(workers))
        done = groundsmith(*arguments, env=home)
        assert done.returncode == 0, done.stderr

    one, two, four = (exported(groundsmith.folder / f"out{workers}") for workers in (1, 2, 4))
    assert one[0]
    assert one == two == four


@pytest.mark.slow
def test_kill_9_of_workers_in_the_middle_loses_nothing(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    alone = CommandLine(tmp_path / "alone")
    alone.folder.mkdir()
    alone("qa", GUIDANCE, "--out", "out")
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    killed: set[int] = set()

    process = groundsmith.start("qa", GUIDANCE, "--out", "out", "--workers", "2")
    for goal in (20, 80, 140, 200):
        while done_count(ledger) < goal and process.poll() is None:
            time.sleep(0)
        for worker in workers_of(process.pid)[:1]:
            killed.add(worker.pid)
            worker.kill()
    code = process.wait(timeout=300)

    assert len(killed) > 1
    assert code == 0
    assert exported(groundsmith.folder / "out") == exported(alone.folder / "out")


@pytest.mark.slow
def test_an_interrupt_of_the_whole_terminal_ends_in_order_and_leaves_no_process(
    groundsmith: CommandLine,
) -> None:
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    process = subprocess.Popen(
        groundsmith.command("qa", GUIDANCE, "--out", "out", "--workers", "2"),
        cwd=groundsmith.folder,
        env=groundsmith.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while done_count(ledger) < 20 and process.poll() is None:
        time.sleep(0)
    workers = workers_of(process.pid)

    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    _, alive = psutil.wait_procs(workers, timeout=30)

    assert process.returncode == 130
    assert "Traceback" not in stderr
    assert len(workers) == 2
    assert alive == []
    assert groundsmith("qa", GUIDANCE, "--out", "out", "--workers", "2").returncode == 0
