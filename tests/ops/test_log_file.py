"""One file, several processes, set aside when it has grown."""

import subprocess
import sys
from pathlib import Path

import pytest

from groundsmith.ops.log_file import LogFile

WRITER = """
import sys
from pathlib import Path
from groundsmith.ops.log_file import LogFile

log = LogFile(Path(sys.argv[1]), max_bytes=4_000, kept_count=1_000)
for number in range(300):
    log.append(f"{sys.argv[2]} {number} {'x' * 50}\\n".encode())
"""


def numbered(path: Path) -> list[Path]:
    return [file for file in path.parent.iterdir() if not file.name.endswith(".lock")]


def test_no_line_is_lost_or_torn_while_processes_write_and_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "system.log"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in "abcd"]

    codes = [writer.wait() for writer in writers]

    written = sorted(line for file in numbered(path) for line in file.read_text().splitlines())
    assert codes == [0, 0, 0, 0]
    assert written == sorted(f"{name} {n} {'x' * 50}" for name in "abcd" for n in range(300))
    assert len(numbered(path)) > 1


def test_only_so_many_older_files_are_kept_the_latest_first(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "system.log", max_bytes=10, kept_count=2)

    for number in range(5):
        log.append(f"line number {number}\n".encode())
    log.close()

    found = {file.name: file.read_text() for file in numbered(log.path)}
    assert found == {"system.log.1": "line number 4\n", "system.log.2": "line number 3\n"}


def test_a_file_that_was_moved_away_is_opened_anew(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "system.log")
    log.append(b"first\n")

    log.path.rename(tmp_path / "kept")
    log.append(b"second\n")

    assert log.path.read_text() == "second\n"
    assert (tmp_path / "kept").read_text() == "first\n"


def test_a_full_disk_is_an_error_and_the_next_line_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "system.log"
    path.symlink_to("/dev/full")
    log = LogFile(path)

    with pytest.raises(OSError, match="No space"):
        log.append(b"lost\n")
    path.unlink()
    log.append(b"written\n")

    assert path.read_text() == "written\n"
