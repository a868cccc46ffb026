"""Many projects in many styles in one run: one table, and a schedule."""

import csv
import io
import json
from pathlib import Path

import pytest

from groundsmith.cli.main import main

BODY = """# {name}

{name} forecasts the water level of small harbours with one cheap sensor.

A sensor reports the level every {number} minutes, and a forecast takes 80 ms.

A warning that comes two hours early is enough to move the boats.
"""
NAMES = ("tideline", "ebbline", "floodline")


def test_a_batch_is_one_table_and_one_schedule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES, 5):
        (tmp_path / name).mkdir()
        text = BODY.format(name=name.title(), number=number)
        (tmp_path / name / "README.md").write_text(text, "utf-8")
    places = [f"{name}/README.md" for name in NAMES]

    main(["post", *places, "--styles", "growth,learning", "--out", "out", "--json", "-q"])
    made = json.loads(capsys.readouterr().out)
    for form in (("csv",), ("schedule", "--option", "start=2026-03-02T09:00")):
        to = f"{form[0]}.csv"
        assert main(["export", "out", "--format", *form, "--to", to, "--allow", "extractive"]) == 0

    table, schedule = (
        list(csv.DictReader(io.StringIO((tmp_path / name).read_bytes().decode(), newline="")))
        for name in ("csv.csv", "schedule.csv")
    )
    assert made["records"] == len(table) == len(schedule) == 6
    assert [row["Style"] for row in table].count("growth") == 3
    for number in (5, 6, 7):
        assert sum(f"every {number} minutes" in row["Content"] for row in table) == 2
    assert schedule[0]["Date"] == "2026-03-02T09:00+00:00"
    assert schedule[5]["Date"] == "2026-03-07T09:00+00:00"


def test_a_format_without_options_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(BODY.format(name="Tideline", number=5), "utf-8")
    main(["post", "README.md", "--out", "out", "-q"])

    code = main(["export", "out", "--format", "csv", "--to", "a.csv", "--option", "start=now"])

    assert code == 2
    assert "csv: takes no --option" in capsys.readouterr().err
    assert not (tmp_path / "a.csv").exists()
