import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from groundsmith.errors import IndexCorrupt, InputError, OutputError, RequestError
from groundsmith.index.files import FolderWriter, Snapshot, verify
from groundsmith.index.files.manifest import MANIFEST

Damage = Callable[[Path], object]


def write(folder: Path, *values: int) -> None:
    with FolderWriter(folder) as writer:
        part = writer.part("numbers", "test", {"all": np.array(values)}, {"count": len(values)})
        writer.commit("test", [part])


def fail_midway(folder: Path) -> None:
    with FolderWriter(folder) as writer:
        writer.store("lost", np.array([9]))
        raise RequestError("no more")


def values(snapshot: Snapshot) -> list[int]:
    return [int(v) for part in snapshot.parts for v in snapshot.array(part, "all")]


def array_file(folder: Path) -> Path:
    return next(folder.glob("*.npy"))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "index", 1, 2, 3)

    assert values(Snapshot(tmp_path / "index")) == [1, 2, 3]


def test_an_array_without_entries_is_read_as_one(tmp_path: Path) -> None:
    write(tmp_path)

    assert values(Snapshot(tmp_path)) == []


def test_an_array_is_a_plain_file_of_numpy(tmp_path: Path) -> None:
    write(tmp_path, 4, 5)

    assert np.load(array_file(tmp_path)).tolist() == [4, 5]


def test_a_snapshot_reads_on_what_a_writer_has_replaced(tmp_path: Path) -> None:
    write(tmp_path, 1)
    before = Snapshot(tmp_path)

    write(tmp_path, 2)

    assert (values(before), values(Snapshot(tmp_path))) == ([1], [2])


def test_replaced_files_are_taken_away(tmp_path: Path) -> None:
    write(tmp_path, 1)

    write(tmp_path, 2)

    assert len(list(tmp_path.glob("*.npy"))) == 1


def test_a_commit_leaves_the_parts_of_others(tmp_path: Path) -> None:
    write(tmp_path, 1)

    with FolderWriter(tmp_path) as writer:
        other = writer.part("edges", "graph", {"all": np.array([7])}, {})
        writer.commit("graph", [other])

    assert values(Snapshot(tmp_path, "test")) == [1]
    assert values(Snapshot(tmp_path, "graph")) == [7]


def test_an_error_before_the_commit_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, 1)

    with pytest.raises(RequestError, match="no more"):
        fail_midway(tmp_path)

    assert values(Snapshot(tmp_path)) == [1]
    assert len(list(tmp_path.glob("*.npy"))) == 1


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with (
        FolderWriter(tmp_path),
        pytest.raises(OutputError, match=f"process {os.getpid()} on "),
        FolderWriter(tmp_path),
    ):
        pass


def test_a_writer_that_left_makes_room_for_the_next(tmp_path: Path) -> None:
    write(tmp_path, 1)

    write(tmp_path, 2)

    assert values(Snapshot(tmp_path)) == [2]


HOLD = """
import sys
from pathlib import Path
import numpy as np
from groundsmith.index.files import FolderWriter
with FolderWriter(Path(sys.argv[1])) as writer:
    writer.store("lost", np.array([9]))
    print("holding", flush=True)
    sys.stdin.read()
"""


def test_a_killed_writer_locks_nobody_out_and_leaves_no_file(tmp_path: Path) -> None:
    write(tmp_path, 1)
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"holding\n"
        process.kill()

    with FolderWriter(tmp_path):
        left = list(tmp_path.glob("*lost*"))

    assert left == []
    assert values(Snapshot(tmp_path)) == [1]


def test_a_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"years of work")

    with pytest.raises(OutputError, match=r"thesis\.docx"), FolderWriter(tmp_path):
        pass

    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "index").write_bytes(b"")

    with pytest.raises(OutputError), FolderWriter(tmp_path / "index"):
        pass


@pytest.mark.parametrize("name", ["missing", "."])
def test_where_there_is_no_index_reading_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no index"):
        Snapshot(tmp_path / name)


def rewritten(**changes: object) -> Damage:
    """The manifest with other values; its hash stays the old one."""

    def damage(folder: Path) -> None:
        content = json.loads((folder / MANIFEST).read_bytes())
        (folder / MANIFEST).write_text(json.dumps(content | changes))

    return damage


def cut(folder: Path) -> None:
    array_file(folder).write_bytes(array_file(folder).read_bytes()[:-1])


def flipped(folder: Path) -> None:
    data = bytearray(array_file(folder).read_bytes())
    data[-1] ^= 1
    array_file(folder).write_bytes(data)


def another_type(folder: Path) -> None:
    file = array_file(folder)
    file.write_bytes(file.read_bytes().replace(b"<i8", b"<f8"))


DAMAGE: dict[str, Damage] = {
    "an array file is missing": lambda folder: array_file(folder).unlink(),
    "an array file is empty": lambda folder: array_file(folder).write_bytes(b""),
    "an array file is cut": cut,
    "one bit of an array is another": flipped,
    "an array is of another type": another_type,
    "an array file is foreign": lambda folder: array_file(folder).write_bytes(
        b"x" * array_file(folder).stat().st_size
    ),
    "the manifest is cut": lambda folder: (folder / MANIFEST).write_bytes(
        (folder / MANIFEST).read_bytes()[:-20]
    ),
    "the manifest is empty": lambda folder: (folder / MANIFEST).write_bytes(b""),
    "the manifest is not text": lambda folder: (folder / MANIFEST).write_bytes(b"\xff\x00"),
    "the manifest nests deeply": lambda folder: (folder / MANIFEST).write_bytes(b"[" * 100_000),
    "the manifest was edited": rewritten(generation=7),
    "the manifest lacks its parts": rewritten(parts=None),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_index_is_called_damaged(tmp_path: Path, damage: Damage) -> None:
    write(tmp_path, 1, 2, 3)

    damage(tmp_path)

    with pytest.raises(IndexCorrupt, match="index the documents again"):
        verify(tmp_path)


@pytest.mark.parametrize(
    ("change", "said"),
    [(rewritten(version=99), "newer version"), (rewritten(format="other"), "not that of")],
    ids=["newer", "foreign"],
)
def test_an_index_of_another_kind_is_refused_with_its_reason(
    tmp_path: Path, change: Damage, said: str
) -> None:
    write(tmp_path, 1)

    change(tmp_path)

    with pytest.raises(RequestError, match=said):
        Snapshot(tmp_path)


def test_a_newer_index_is_not_written_over(tmp_path: Path) -> None:
    write(tmp_path, 1)
    rewritten(version=99)(tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()

    with pytest.raises(RequestError, match="newer version"), FolderWriter(tmp_path):
        pass

    assert (tmp_path / MANIFEST).read_bytes() == before
    assert len(list(tmp_path.glob("*.npy"))) == 1


def test_checking_hands_over_every_file(tmp_path: Path) -> None:
    write(tmp_path, 1, 2)
    checked: list[str] = []

    manifest = verify(tmp_path, lambda stored: checked.append(stored.name))

    assert checked == [stored.name for part in manifest.parts for stored in part.files.values()]
    assert len(checked) == 1
