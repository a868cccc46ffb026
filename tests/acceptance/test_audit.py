"""The audit, through the command line: it tells one cause from another, and says what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine

TOWERS = """\
# Towers

## Euromast

The Euromast is a tower in Rotterdam. The Euromast was built in 1960 by Hugh Maaskant.

## Eiffel Tower

The Eiffel Tower is an iron tower in Paris. The Eiffel Tower was built in 1889.
"""


@pytest.fixture
def towers(groundsmith: CommandLine) -> CommandLine:
    """A dataset in `out`, made from `docs/towers.md`."""
    docs = groundsmith.folder / "docs"
    docs.mkdir()
    (docs / "towers.md").write_text(TOWERS, "utf-8")
    done = groundsmith("qa", "docs", "--out", "out", "--quiet")
    assert done.returncode == 0, done.stderr
    return groundsmith


def audit(command: CommandLine, *options: str) -> tuple[int, set[str]]:
    """Exit code and the kinds of fault found."""
    done = command("audit", "out", "--json", *options)
    assert "Traceback" not in done.stderr
    return done.returncode, {fault["fault"] for fault in json.loads(done.stdout)["faults"]}


def change(command: CommandLine, edit: Callable[[list[dict[str, Any]]], None]) -> None:
    """Rewrites the records, and the manifest to fit, as a careful forger would."""
    out = command.folder / "out"
    records = [json.loads(line) for line in (out / "records.jsonl").read_text().splitlines()]
    edit(records)
    body = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (out / "records.jsonl").write_text(body, "utf-8")


def test_an_untouched_dataset_is_clean(towers: CommandLine) -> None:
    assert audit(towers) == (0, set())


def test_a_changed_source_is_named(towers: CommandLine) -> None:
    (towers.folder / "docs" / "towers.md").write_text(TOWERS.replace("1960", "1961"))

    assert audit(towers) == (1, {"changed source"})


def test_a_missing_source_is_named(towers: CommandLine) -> None:
    (towers.folder / "docs" / "towers.md").unlink()

    assert audit(towers) == (1, {"missing source"})


def test_a_moved_source_is_found_with_the_option(towers: CommandLine) -> None:
    (towers.folder / "docs").rename(towers.folder / "moved")

    moved = audit(towers, "--source", "moved")

    assert audit(towers)[0] == 1
    assert moved == (0, set())


def test_a_changed_reader_is_told_from_a_changed_source(towers: CommandLine) -> None:
    def reread(records: list[dict[str, Any]]) -> None:
        for record in records:
            record["citations"][0] |= {"reader": "text@0", "text_sha256": "0" * 64}

    change(towers, reread)
    code, faults = audit(towers)

    assert code == 1
    assert "changed reader" in faults
    assert "changed source" not in faults


def test_a_changed_quote_is_told_from_a_wrong_offset(towers: CommandLine) -> None:
    def misquote(records: list[dict[str, Any]]) -> None:
        records[0]["citations"][0]["quote"] = "something that nobody wrote"

    change(towers, misquote)
    code, faults = audit(towers)

    assert code == 1
    assert "changed quote" in faults
    assert "wrong offset" not in faults


def test_a_wrong_offset_is_named(towers: CommandLine) -> None:
    def shift(records: list[dict[str, Any]]) -> None:
        records[0]["citations"][0]["start"] += 3
        records[0]["citations"][0]["stop"] += 3

    change(towers, shift)
    code, faults = audit(towers)

    assert code == 1
    assert "wrong offset" in faults


def test_a_duplicate_is_named(towers: CommandLine) -> None:
    change(towers, lambda records: records.append(records[0]))

    code, faults = audit(towers)

    assert code == 1
    assert "duplicate" in faults


@pytest.mark.parametrize("name", ["records.jsonl", "report.html", "manifest.json"])
def test_a_missing_file_is_named(towers: CommandLine, name: str) -> None:
    (towers.folder / "out" / name).unlink()

    code, faults = audit(towers)

    assert code == 1
    assert "missing file" in faults


def test_a_torn_line_is_named(towers: CommandLine) -> None:
    records = towers.folder / "out" / "records.jsonl"
    records.write_bytes(records.read_bytes()[:-40])

    code, faults = audit(towers)

    assert code == 1
    assert "torn line" in faults


def test_a_folder_that_is_no_dataset_exits_2_with_one_line(groundsmith: CommandLine) -> None:
    done = groundsmith("audit", "nowhere")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_the_same_command_mends_what_the_audit_found(towers: CommandLine) -> None:
    (towers.folder / "out" / "records.jsonl").write_text("{}\n")

    towers("qa", "docs", "--out", "out")

    assert audit(towers) == (0, set())


def test_what_came_by_standard_input_is_held_against_the_stored_text(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    groundsmith("qa", "-", "--out", "out", stdin=TOWERS)

    def misquote(records: list[dict[str, Any]]) -> None:
        records[0]["citations"][0]["quote"] = "something that nobody wrote"

    clean = audit(groundsmith)
    change(groundsmith, misquote)
    code, faults = audit(groundsmith)

    assert clean == (0, set())
    assert code == 1
    assert "changed quote" in faults
