"""Killed at random moments and started again, a run ends as if nothing had happened."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from command_line import GUIDANCE, CommandLine

pytestmark = pytest.mark.slow

KILLS = 20


def finished(ledger: Path) -> dict[str, tuple[int, float]]:
    """Each DONE item's attempts and when it ended."""
    if not ledger.exists():
        return {}
    connection = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=30)
    try:
        rows = connection.execute(
            "SELECT name, attempts, finished_at FROM items WHERE state = 'DONE'"
        ).fetchall()
    except sqlite3.OperationalError:  # killed before the tables were there
        return {}
    finally:
        connection.close()
    return {name: (attempts, at) for name, attempts, at in rows}


def exported(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in ("records.jsonl", "rejected.jsonl")}


def test_kill_9_at_random_moments_changes_no_byte_and_repeats_no_item(tmp_path: Path) -> None:
    unbroken, broken = CommandLine(tmp_path / "a"), CommandLine(tmp_path / "b")
    for command in (unbroken, broken):
        command.folder.mkdir()
    started = time.monotonic()
    assert unbroken("qa", GUIDANCE, "--out", "out").returncode == 0
    whole_s = time.monotonic() - started
    ledger = broken.folder / ".groundsmith" / "ledger.db"
    chance = random.Random(20)
    before: dict[str, tuple[int, float]] = {}

    for _ in range(KILLS):
        process = broken.start("qa", GUIDANCE, "--out", "out")
        try:
            process.wait(timeout=chance.uniform(0.05, whole_s * 0.9))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        after = finished(ledger)
        assert {name: after.get(name) for name in before} == before
        before = after
    assert broken("qa", GUIDANCE, "--out", "out").returncode == 0

    assert exported(broken.folder / "out") == exported(unbroken.folder / "out")
    assert {name: finished(ledger)[name] for name in before} == before
    for name, suffix in (("squad", "json"), ("csv", "csv"), ("alpaca", "jsonl")):
        for command in (unbroken, broken):
            command("export", "out", "--format", name, "--to", f"{name}.{suffix}")
        written = [(c.folder / f"{name}.{suffix}").read_bytes() for c in (unbroken, broken)]
        assert written[0] == written[1]
    assert broken("audit", "out").returncode == 0
    assert [p.name for p in (broken.folder / "out").glob(".groundsmith-*")] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_with_130_and_the_same_command_goes_on(
    groundsmith: CommandLine, number: signal.Signals
) -> None:
    process = groundsmith.start("qa", GUIDANCE, "--out", "out")
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    while not finished(ledger) and process.poll() is None:
        os.sched_yield()

    process.send_signal(number)
    code = process.wait(timeout=60)
    done = finished(ledger)

    assert code == 130
    assert groundsmith("qa", GUIDANCE, "--out", "out").returncode == 0
    assert {name: finished(ledger)[name] for name in done} == done


def test_two_processes_share_one_run(groundsmith: CommandLine, tmp_path: Path) -> None:
    alone = CommandLine(tmp_path / "alone")
    alone.folder.mkdir()
    alone("qa", GUIDANCE, "--out", "out")

    both = [groundsmith.start("qa", GUIDANCE, "--out", "out") for _ in range(2)]
    codes = [process.wait(timeout=300) for process in both]

    assert codes == [0, 0]
    assert exported(groundsmith.folder / "out") == exported(alone.folder / "out")
