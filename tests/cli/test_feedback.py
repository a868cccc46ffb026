"""What people say of whole texts, and how published ones were received."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from groundsmith.cli.main import main
from groundsmith.records import Json

README = """# Tideline

Tideline forecasts the water level of small harbours with one cheap sensor.

A sensor reports the level every 5 minutes, and a forecast takes 80 ms.

A warning that comes two hours early is enough to move the boats.
"""


@pytest.fixture
def asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Json]:
    """Runs a command and gives its JSON, in a folder with two posts in `out`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(README, "utf-8")

    def run(*arguments: str) -> Json:
        main([*arguments, "--json", "-q"])
        return json.loads(capsys.readouterr().out)

    run("post", "README.md", "--out", "out", "--styles", "growth,learning")
    return run


def test_a_person_may_have_several_impressions_of_a_text_and_take_them_back(
    asked: Callable[..., Json],
) -> None:
    for verdict in ("engaging", "too-technical", "supported"):
        asked("feedback", "add", "out", "growth", "--verdict", verdict, "--by", "ann")
    rated = ("--verdict", "comment", "--rating", "4", "--note", "fine", "--by", "ann")
    asked("feedback", "add", "out", "growth", *rated)
    asked("feedback", "add", "out", "growth", *rated[:3], "2", "--by", "ann")

    found = asked("feedback", "list", "out")
    asked("feedback", "add", "out", "growth", "--verdict", "withdrawn", "--by", "ann")

    assert [(one["verdict"], one["rating"], one["version"]) for one in found] == [
        ("engaging", None, 1),
        ("too-technical", None, 1),
        ("supported", None, 1),
        ("comment", 2, 1),
    ]
    assert asked("feedback", "list", "out") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--verdict", "comment"), "wants a rating"),
        (("--verdict", "generic", "--rating", "3"), "has no rating"),
        (("--verdict", "regenerate", "--claim", "0"), "of a whole text"),
    ],
)
def test_what_does_not_go_together_is_refused(
    asked: Callable[..., Json], arguments: tuple[str, ...], said: str
) -> None:
    found = asked("feedback", "add", "out", "growth", *arguments)

    assert found["exit_code"] == 2
    assert said in found["error"]["messages"][0]
    assert asked("feedback", "list", "out") == []


def test_reported_results_are_told_with_the_estimate_and_too_few_change_no_weight(
    asked: Callable[..., Json], tmp_path: Path
) -> None:
    lines = [
        {"item": "growth", "impressions": 1000, "reactions": 9},
        {"item": "growth", "impressions": 2000, "reactions": 31},
        {"item": "growth", "impressions": 10, "reactions": 31},
        {"item": "growth", "version": 2, "impressions": 10, "reactions": 1},
        {"item": "nothing", "impressions": 10, "reactions": 1},
        {"item": "growth", "impressions": True, "reactions": 1},
    ]
    (tmp_path / "results.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (before,) = asked("feedback", "estimate", "out", "growth")

    taken = asked("feedback", "import", "out", "results.jsonl")
    (after,) = asked("feedback", "estimate", "out", "growth")

    assert (taken["receptions"], len(taken["faults"])) == (2, 4)
    assert after["reported"] == {"impressions": 2000, "reactions": 31}
    assert after["weights"] == before["weights"]
    assert "1 of the 8 results" in after["basis"]
    assert after["label"] == "estimate, not a measurement"


def test_the_record_itself_holds_the_estimate_that_rests_on_nobodys_results(
    asked: Callable[..., Json], tmp_path: Path
) -> None:
    lines = (tmp_path / "out" / "records.jsonl").read_text("utf-8").splitlines()
    kept = json.loads(lines[0])["content"]["engagement"]

    (now,) = asked("feedback", "estimate", "out", "growth")

    assert kept["features"] == now["features"]
    assert kept["confidence"] == "low"


def test_only_posts_are_estimated(asked: Callable[..., Json]) -> None:
    asked("qa", "README.md", "--out", "pairs")

    found = asked("feedback", "estimate", "pairs")

    assert "holds no posts" in found["error"]["messages"][0]
