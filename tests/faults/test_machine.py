"""The machine fails, or the state is not ours to use: one line, the right exit code, no loss."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command_line import GUIDANCE, CommandLine


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


@contextmanager
def tmpfs(folder: Path, *options: str) -> Iterator[Path]:
    """A small file system of its own, mounted at `folder`; needs root."""
    folder.mkdir()
    chosen = ",".join(("size=1M", *options))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", chosen, "tmpfs", str(folder)], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount a tmpfs here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
def test_a_full_state_disk_exits_5_and_the_run_goes_on_once_there_is_space(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    with tmpfs(tmp_path / "state") as state:
        full = groundsmith(
            "qa", GUIDANCE, "--out", "out", "--quiet", env={"GROUNDSMITH_HOME": str(state)}
        )
        subprocess.run(["mount", "-o", "remount,size=64M", str(state)], check=True)
        again = groundsmith(
            "qa", GUIDANCE, "--out", "out", "--quiet", env={"GROUNDSMITH_HOME": str(state)}
        )

    assert full.returncode == 5, full.stderr
    assert one_line(full.stderr)
    assert "no space left" in full.stderr
    assert again.returncode == 0, again.stderr


@pytest.mark.slow
def test_a_full_output_disk_exits_5_and_leaves_no_half_file(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    with tmpfs(tmp_path / "disk") as disk:
        (disk / "filler").write_bytes(b"x" * 900_000)
        full = groundsmith("qa", GUIDANCE, "--out", disk / "out", "--quiet")
        left = {path.name for path in (disk / "out").iterdir()}
        (disk / "filler").unlink()
        subprocess.run(["mount", "-o", "remount,size=64M", str(disk)], check=True)
        again = groundsmith("qa", GUIDANCE, "--out", disk / "out", "--quiet")

    assert full.returncode == 5, full.stderr
    assert one_line(full.stderr)
    assert left == {".groundsmith"}
    assert again.returncode == 0, again.stderr


@pytest.mark.slow
def test_a_read_only_output_folder_exits_2(groundsmith: CommandLine, tmp_path: Path) -> None:
    with tmpfs(tmp_path / "disk", "ro") as disk:
        refused = groundsmith("qa", GUIDANCE, "--out", disk / "out")

    assert refused.returncode == 2
    assert one_line(refused.stderr)
    assert "--out" in refused.stderr


def test_a_ledger_of_a_newer_version_exits_2_and_is_left_alone(groundsmith: CommandLine) -> None:
    groundsmith("qa", GUIDANCE, "--out", "out", "--limit", "3")
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = ledger.read_bytes()

    refused = groundsmith("qa", GUIDANCE, "--out", "out", "--limit", "3", "--quiet")

    assert refused.returncode == 2
    assert one_line(refused.stderr)
    assert "newer version" in refused.stderr
    assert ledger.read_bytes() == before


def test_a_corrupt_ledger_exits_5_and_says_what_to_do(groundsmith: CommandLine) -> None:
    groundsmith("qa", GUIDANCE, "--out", "out", "--limit", "3")
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    body = bytearray(ledger.read_bytes())
    body[0:64] = os.urandom(64)
    ledger.write_bytes(bytes(body))

    failed = groundsmith("qa", GUIDANCE, "--out", "out", "--quiet")

    assert failed.returncode == 5
    assert one_line(failed.stderr)
    assert "store check" in failed.stderr


def test_a_ledger_that_is_gone_exits_5_and_is_not_begun_anew(groundsmith: CommandLine) -> None:
    groundsmith("qa", GUIDANCE, "--out", "out", "--limit", "3")
    ledger = groundsmith.folder / ".groundsmith" / "ledger.db"
    ledger.rename(ledger.with_name("elsewhere.db"))

    failed = groundsmith("qa", GUIDANCE, "--out", "out", "--quiet")

    assert failed.returncode == 5
    assert one_line(failed.stderr)
    assert not ledger.exists()


def test_an_output_folder_finds_its_ledger_from_anywhere(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    groundsmith("qa", GUIDANCE, "--out", "out", "--limit", "3")
    elsewhere = CommandLine(tmp_path / "elsewhere")
    elsewhere.folder.mkdir()

    done = elsewhere("runs", "show", groundsmith.folder / "out")

    assert done.returncode == 0, done.stderr
    assert list(elsewhere.folder.iterdir()) == []
