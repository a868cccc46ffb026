"""Files are whole or not there, and nobody else's file is touched."""

import errno
import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from groundsmith.errors import MachineError, OutputError, StorageFull
from groundsmith.export.files import Batch, atomic, sweep


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def temporary_of_a_dead_process(folder: Path) -> Path:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = folder / f".groundsmith-{gone.pid}-0123456789ab.tmp"
    left.write_bytes(b"half")
    return left


def test_a_file_appears_whole_under_its_name(tmp_path: Path) -> None:
    with atomic(tmp_path / "a.txt") as file:
        file.write(b"one\n")
        file.write(b"two\n")

    assert (tmp_path / "a.txt").read_bytes() == b"one\ntwo\n"
    assert names(tmp_path) == ["a.txt"]


def test_size_and_hash_are_those_of_the_file(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)

    with atomic(tmp_path / "a.bin") as file:
        file.write(data)

    assert file.written.size_bytes == len(data)
    assert file.written.sha256 == hashlib.sha256(data).hexdigest()


def test_the_name_stays_free_while_the_file_is_being_written(tmp_path: Path) -> None:
    with atomic(tmp_path / "a.txt") as file:
        file.write(b"half")
        file.flush()

        assert not (tmp_path / "a.txt").exists()


def test_an_error_while_writing_leaves_the_old_file_and_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")

    with suppress(KeyError), atomic(tmp_path / "a.txt") as file:
        file.write(b"new")
        raise KeyError

    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_is_as_readable_as_any_other_of_its_owner(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()

    with atomic(tmp_path / "a.txt") as file:
        file.write(b"x")

    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_written_file_refuses_to_go_back(tmp_path: Path) -> None:
    with atomic(tmp_path / "a.txt") as file:
        assert not file.seekable()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EROFS, OutputError),
        (errno.EACCES, OutputError),
        (errno.EIO, MachineError),
    ],
)
def test_each_cause_has_its_error_and_leaves_the_old_file(
    code: int, error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("old")

    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(error) as caught, atomic(tmp_path / "a.txt") as file:
        file.write(b"new")
    monkeypatch.undo()

    assert str(tmp_path / "a.txt") in str(caught.value)
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"does not exist; choose"), atomic(tmp_path / "no" / "a"):
        pytest.fail("nothing can be written there")


def test_a_folder_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    with pytest.raises(OutputError, match="it is a folder"), atomic(tmp_path / "a"):
        pytest.fail("a folder stands there")

    assert (tmp_path / "a").is_dir()


def test_a_pipe_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OutputError, match="not a regular file"), atomic(tmp_path / "pipe"):
        pytest.fail("a pipe stands there")

    assert (tmp_path / "pipe").is_fifo()


def test_a_batch_appears_together_or_not_at_all(tmp_path: Path) -> None:
    with suppress(KeyError), Batch(tmp_path / "out") as batch:
        batch.put("a.txt", b"a")
        raise KeyError

    assert names(tmp_path / "out") == []

    with Batch(tmp_path / "out") as batch:
        batch.put("a.txt", b"a")
        batch.put("b.txt", b"b")
        assert "a.txt" not in names(tmp_path / "out")
        batch.publish()

    assert names(tmp_path / "out") == ["a.txt", "b.txt"]


def test_an_output_folder_below_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    with pytest.raises(OutputError, match="a part of the path is a file"):
        Batch(tmp_path / "file" / "out").__enter__()
    with pytest.raises(OutputError, match="a file is in the way"):
        Batch(tmp_path / "file").__enter__()


def test_sweeping_takes_what_a_killed_run_left_and_nothing_else(tmp_path: Path) -> None:
    left = temporary_of_a_dead_process(tmp_path)
    alive = tmp_path / f".groundsmith-{os.getpid()}-0123456789ab.tmp"
    mine = [tmp_path / ".groundsmith-notes.tmp", tmp_path / "thesis.tmp", tmp_path / "a.txt"]
    for path in (alive, *mine):
        path.write_text("keep")

    sweep(tmp_path)

    assert not left.exists()
    assert all(path.read_text() == "keep" for path in (alive, *mine))


def test_a_killed_process_leaves_no_half_file(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from groundsmith.export.files import atomic\n"
        f"with atomic(pathlib.Path({str(tmp_path / 'a.txt')!r})) as file:\n"
        "    file.write(b'half'); file.flush(); print('written', flush=True); sys.stdin.read()\n"
    )
    (tmp_path / "a.txt").write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()

    assert (tmp_path / "a.txt").read_text() == "old"
    assert len(names(tmp_path)) == 2

    sweep(tmp_path)

    assert names(tmp_path) == ["a.txt"]


def test_the_next_export_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    left = temporary_of_a_dead_process(tmp_path)

    with Batch(tmp_path) as batch:
        batch.publish()

    assert not left.exists()


def test_a_single_file_clears_what_a_killed_one_left_beside_it(tmp_path: Path) -> None:
    left = temporary_of_a_dead_process(tmp_path)

    with atomic(tmp_path / "a.txt") as file:
        file.write(b"x")

    assert not left.exists()
