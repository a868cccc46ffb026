"""Verdicts and what is learnt from them, through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine

TOWERS = ("Euromast", "Aldgate", "Kanton", "Merdeka", "Lotte", "Taipei", "Ostankino", "Tashkent")


@pytest.fixture
def towers(groundsmith: CommandLine) -> CommandLine:
    """A dataset in `out`, made from eight documents."""
    docs = groundsmith.folder / "docs"
    docs.mkdir()
    for year, name in enumerate(TOWERS, 1960):
        text = (
            f"# {name}\n\nThe {name} Tower was built in {year} by Hugh Maaskant. "
            f"The {name} Tower is a concrete tower in Rotterdam.\n"
        )
        (docs / f"{name}.md").write_text(text, "utf-8")
    done = groundsmith("qa", "docs", "--out", "out", "--quiet")
    assert done.returncode == 0, done.stderr
    return groundsmith


def records(command: CommandLine) -> list[dict[str, Any]]:
    """The accepted records, in their order."""
    body = (command.folder / "out" / "records.jsonl").read_text("utf-8")
    return [json.loads(line) for line in body.splitlines()]


def shown(command: CommandLine, *arguments: str | Path, code: int = 0) -> Any:
    """What a command says under `--json`."""
    done = command(*arguments, "--json")
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def give(command: CommandLine, record: str, verdict: str, *more: str) -> Any:
    return shown(command, "feedback", "add", "out", record, "--verdict", verdict, *more)


def test_a_verdict_is_listed_with_the_claim_it_is_on_and_its_source(towers: CommandLine) -> None:
    record = records(towers)[0]

    give(towers, record["id"][:12], "unsupported", "--claim", "0", "--by", "ann", "--note", "no")
    (listed,) = shown(towers, "feedback", "list", "out")

    assert listed["record"] == record["id"]
    assert (listed["verdict"], listed["by"], listed["note"]) == ("unsupported", "ann", "no")
    assert listed["text"] == record["claims"][0]["text"]
    assert listed["documents"] == [record["citations"][0]["document"]]
    assert listed["score"] == record["claims"][0]["score"]


def test_a_withdrawn_verdict_is_listed_in_the_history_alone(towers: CommandLine) -> None:
    name = records(towers)[0]["id"]
    give(towers, name, "supported", "--by", "ann")
    give(towers, name, "withdrawn", "--by", "ann")

    history = shown(towers, "feedback", "list", "out", "--history")

    assert shown(towers, "feedback", "list", "out") == []
    assert [row["verdict"] for row in history] == ["supported", "withdrawn"]


@pytest.mark.parametrize(
    ("record", "claim", "said"),
    [("nothing", "0", "no record of out begins so"), ("", "0", "no record"), (None, "7", "0 to 0")],
)
def test_a_record_or_a_claim_there_is_not_is_refused_in_one_line(
    towers: CommandLine, record: str | None, claim: str, said: str
) -> None:
    name = records(towers)[0]["id"] if record is None else record

    done = towers("feedback", "add", "out", name, "--claim", claim, "--verdict", "supported")

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_import_takes_what_is_right_and_names_the_line_of_what_is_wrong(
    towers: CommandLine,
) -> None:
    name = records(towers)[0]["id"]
    lines = [
        {"record": name, "claim": 0, "verdict": "supported", "by": "ann"},
        {"id": name, "verdict": "unsure"},
        {"record": name, "verdict": "perhaps"},
        {"record": "nobody", "verdict": "supported"},
        {"record": name, "claim": "first", "verdict": "supported"},
    ]
    body = "\n".join([*map(json.dumps, lines), "", "{torn", '["no object"]'])
    (towers.folder / "said.jsonl").write_text(body)

    done = towers("feedback", "import", "out", "said.jsonl", "--by", "bo")

    assert done.returncode == 1
    assert "2 verdicts taken, 5 lines refused" in done.stdout
    refused = [line.split(":")[1] for line in done.stderr.splitlines()]
    assert refused == ["3", "4", "5", "7", "8"]
    assert {row["by"] for row in shown(towers, "feedback", "list", "out")} == {"ann", "bo"}


def test_what_is_listed_can_be_imported_elsewhere(towers: CommandLine) -> None:
    for record in records(towers)[:3]:
        give(towers, record["id"], "supported", "--claim", "0", "--by", "ann")
    listed = shown(towers, "feedback", "list", "out")
    (towers.folder / "said.jsonl").write_text("\n".join(map(json.dumps, listed)))

    taken = shown(towers, "feedback", "import", "out", "said.jsonl")
    again = shown(towers, "feedback", "list", "out")

    assert taken == {"count": 3, "faults": []}
    assert [row["record"] for row in again] == [row["record"] for row in listed]


def judge_all(command: CommandLine, verdict: str = "supported") -> None:
    lines = [
        json.dumps({"record": record["id"], "claim": 0, "verdict": verdict})
        for record in records(command)
    ]
    (command.folder / "all.jsonl").write_text("\n".join(lines))
    shown(command, "feedback", "import", "out", "all.jsonl")


def calibrate(command: CommandLine, *more: str, code: int = 0) -> Any:
    return shown(command, "calibrate", "out", "--alpha", "0.5", "--delta", "0.3", *more, code=code)


def test_verdicts_become_a_calibration_file_with_its_promise(towers: CommandLine) -> None:
    judge_all(towers)

    found = calibrate(towers)

    stored = json.loads((towers.folder / "out" / "calibration.json").read_text())
    assert found["passed"]
    assert found["said"].startswith("with confidence 70 %, at most 50 % of the claims that ")
    assert found["live_share"] == 1.0
    assert stored["judge"] == records(towers)[0]["claims"][0]["judge"]
    assert stored["source_count"] == len(
        {record["citations"][0]["document"] for record in records(towers)}
    )


def test_impressions_are_told_beside_the_promise_and_do_not_move_it(towers: CommandLine) -> None:
    judge_all(towers)
    before = calibrate(towers)
    by_score = sorted(records(towers), key=lambda record: record["assessment"]["overall"])
    middle = len(by_score) // 2
    said = [
        {"record": record["id"], "verdict": "engaging" if at >= middle else "regenerate"}
        for at, record in enumerate(by_score)
    ]
    said.append({"record": by_score[0]["id"], "verdict": "comment", "rating": 2})
    (towers.folder / "read.jsonl").write_text("\n".join(map(json.dumps, said)))
    shown(towers, "feedback", "import", "out", "read.jsonl")

    found = calibrate(towers)

    told = found.pop("impressions")
    assert before.pop("impressions") is None
    assert found == before
    assert told["counts"] == {
        "comment": 1,
        "engaging": len(by_score) - middle,
        "regenerate": middle,
    }
    assert told["records"] == len(by_score)
    assert told["rating"] == 2.0
    assert told["pairs"] == middle * (len(by_score) - middle)
    assert told["agreement"] >= 0.5


def test_accepting_nothing_is_said_to_be_no_pass_and_is_no_success(towers: CommandLine) -> None:
    judge_all(towers, "unsupported")

    done = towers("calibrate", "out")

    assert done.returncode == 1
    assert done.stdout.startswith("no pass: nothing is accepted")


def test_people_who_disagree_count_once_and_a_tie_is_unsupported(towers: CommandLine) -> None:
    judge_all(towers)
    name = records(towers)[0]["id"]
    give(towers, name, "unsupported", "--claim", "0", "--by", "somebody else")

    calibrate(towers)

    stored = json.loads((towers.folder / "out" / "calibration.json").read_text())
    assert (stored["label_count"], stored["unsupported_count"]) == (len(records(towers)), 1)


def test_without_a_verdict_it_says_how_to_give_some(towers: CommandLine) -> None:
    done = towers("calibrate", "out")

    assert done.returncode == 2
    assert "groundsmith review out" in done.stderr


def test_a_file_of_scored_labels_is_calibrated_without_any_run(groundsmith: CommandLine) -> None:
    lines = [
        {"score": 0.9 if n % 2 else 0.2, "supported": bool(n % 2), "source": f"s{n}"}
        for n in range(200)
    ]
    (groundsmith.folder / "labels.jsonl").write_text("\n".join(map(json.dumps, lines)))

    found = shown(groundsmith, "calibrate", "--labels", "labels.jsonl", "--to", "made.json")

    assert 0.2 < found["threshold"] <= 0.9
    assert found["accepted_share"] == 0.5
    assert (groundsmith.folder / "made.json").exists()


def test_a_file_of_claims_with_their_sources_is_judged_first(groundsmith: CommandLine) -> None:
    lines = [
        {
            "claim": f"The mast is {n} m high." if n % 2 else "Cats swim in milk all day.",
            "source": f"Facts. The mast is {n} m high.",
            "supported": bool(n % 2),
        }
        for n in range(60)
    ]
    (groundsmith.folder / "labels.jsonl").write_text("\n".join(map(json.dumps, lines)))

    found = shown(groundsmith, "calibrate", "--labels", "labels.jsonl", "--alpha", "0.2")

    assert (found["labels"], found["sources"]) == (60, 60)
    assert found["accepted_share"] == 0.5


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ('{"score": 0.5, "source": "a"}', "supported"),
        ('{"score": 7, "supported": true, "source": "a"}', "score"),
        ('{"score": 0.5, "supported": true}', "source"),
        ('{"supported": true, "claim": "It is."}', "source"),
    ],
)
def test_a_line_that_is_no_label_is_named(groundsmith: CommandLine, line: str, said: str) -> None:
    (groundsmith.folder / "labels.jsonl").write_text(f"\n{line}\n")

    done = groundsmith("calibrate", "--labels", "labels.jsonl")

    assert done.returncode == 2
    assert "labels.jsonl:2: " in done.stderr
    assert said in done.stderr


def test_a_run_held_to_a_calibration_says_what_is_promised_of_it(towers: CommandLine) -> None:
    judge_all(towers)
    calibrate(towers, "--to", "promise.json")

    again = ("qa", "docs", "--out", "out", "--set", "verify.calibration=promise.json")
    found = shown(towers, *again)

    manifest = json.loads((towers.folder / "out" / "manifest.json").read_text())
    promise = manifest["report"]["promise"]
    assert found["records"] == promise["covered_count"] == promise["claim_count"] > 0
    assert promise["said"] in (towers.folder / "out" / "report.html").read_text("utf-8")


def test_a_calibration_for_another_judge_is_refused_before_the_run(towers: CommandLine) -> None:
    judge_all(towers)
    calibrate(towers, "--to", "promise.json")
    file = towers.folder / "promise.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"judge": "oracle@7"}))

    done = towers("qa", "docs", "--out", "new", "--set", "verify.calibration=promise.json")

    assert done.returncode == 2
    assert "made for oracle@7" in done.stderr
    assert not (towers.folder / "new").exists()
