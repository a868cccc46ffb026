"""Looking at runs from outside: estimate, status, show, cancel, resume, compare."""

import json
import time
from pathlib import Path

import pytest

from command_line import GUIDANCE, CommandLine


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Two runs over the same files, `a` with three questions a chunk and `b` with one."""
    command = CommandLine(tmp_path_factory.mktemp("runs"))
    for out, count in (("a", "3"), ("b", "1")):
        done = command("qa", GUIDANCE, "--out", out, "--questions-per-chunk", count, "--quiet")
        assert done.returncode == 0, done.stderr
    return command


def test_an_estimate_counts_what_the_run_then_does(two_runs: CommandLine) -> None:
    estimated = json.loads(two_runs("estimate", "qa", GUIDANCE, "--json").stdout)

    run = json.loads(two_runs("runs", "show", "a", "--json").stdout)

    assert estimated["items"] == run["total"]
    assert estimated["documents"] == 48
    assert estimated["calls"] == 0
    assert [skip["path"] for skip in estimated["skipped"]] == ["LICENSE"]


@pytest.mark.parametrize("arguments", [("estimate", "poem", "x"), ("estimate", "qa", "nowhere")])
def test_an_estimate_of_nothing_exits_2_with_one_line(
    groundsmith: CommandLine, arguments: tuple[str, ...]
) -> None:
    done = groundsmith(*arguments)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_runs_are_listed_latest_first_and_known_by_the_beginning_of_their_id(
    two_runs: CommandLine,
) -> None:
    listed = json.loads(two_runs("runs", "list", "--json").stdout)

    shown = two_runs("runs", "show", listed[0]["run"][:6])

    assert [Path(run["out"]).name for run in listed] == ["b", "a"]
    assert shown.returncode == 0
    assert listed[0]["run"] in shown.stdout


def test_status_follows_until_nothing_runs(two_runs: CommandLine) -> None:
    done = two_runs("status", "--live")

    assert done.returncode == 0
    assert done.stdout.count("DONE") == 2


@pytest.mark.parametrize("command", ["list", "show x", "resume x", "cancel x"])
def test_without_a_run_there_is_one_line_and_exit_2(groundsmith: CommandLine, command: str) -> None:
    done = groundsmith("runs", *command.split())

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_a_cancelled_run_stops_and_goes_on_when_resumed(groundsmith: CommandLine) -> None:
    process = groundsmith.start("qa", GUIDANCE, "--out", "out")
    asked = groundsmith("runs", "cancel", "out")
    while asked.returncode != 0 and process.poll() is None:
        time.sleep(0)
        asked = groundsmith("runs", "cancel", "out")
    code = process.wait(timeout=60)

    resumed = groundsmith("runs", "resume", "out", "--json")

    assert asked.returncode == 0
    assert code in (0, 130)
    assert resumed.returncode == 0
    assert (
        json.loads(resumed.stdout)["items"]["DONE"]
        == json.loads(groundsmith("runs", "show", "out", "--json").stdout)["total"]
    )


def test_a_resumed_run_goes_on_under_its_own_settings_and_names_what_it_does_not_take(
    groundsmith: CommandLine,
) -> None:
    groundsmith("qa", GUIDANCE, "--out", "out", "--questions-per-chunk", "1", "--limit", "9")
    before = (groundsmith.folder / "out" / "records.jsonl").read_bytes()
    (groundsmith.folder / "groundsmith.yaml").write_text(
        "qa: {questions_per_chunk: 5}\nrun: {in_flight: 2}\n"
    )

    resumed = groundsmith("runs", "resume", "out")
    after = (groundsmith.folder / "out" / "records.jsonl").read_bytes()
    asked = groundsmith("runs", "resume", "out", "--set", "qa.questions_per_chunk=2")

    assert resumed.returncode == asked.returncode == 0, resumed.stderr
    (told,) = (line for line in resumed.stderr.splitlines() if "not taken" in line)
    assert "qa.questions_per_chunk (groundsmith.yaml:1)" in told
    assert "in_flight" not in told
    assert before in after
    assert "not taken" not in asked.stderr
    assert (groundsmith.folder / "out" / "records.jsonl").read_bytes() != after


def test_comparing_two_runs_pairs_their_items(two_runs: CommandLine) -> None:
    compared = json.loads(two_runs("runs", "compare", "a", "b", "--json").stdout)

    pairs = compared["differences"][0]
    assert compared["only_a_count"] == compared["only_b_count"] == 0
    assert pairs["low"] <= pairs["difference"] <= pairs["high"] < 0
    assert pairs["more_than_chance"]


def test_comparing_a_run_with_itself_finds_nothing(two_runs: CommandLine) -> None:
    compared = json.loads(two_runs("runs", "compare", "a", "a", "--json").stdout)

    assert {row["difference"] for row in compared["differences"]} == {0.0}
    assert not any(row["more_than_chance"] for row in compared["differences"])


def test_an_export_to_an_unknown_format_names_the_known_ones(two_runs: CommandLine) -> None:
    done = two_runs("export", "a", "--format", "parquets", "--to", "x")

    assert done.returncode == 2
    assert "squad" in done.stderr
    assert not (two_runs.folder / "x").exists()
