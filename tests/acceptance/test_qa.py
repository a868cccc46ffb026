"""The main job as a user does it: documents in, a cited dataset out, through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import GUIDANCE, CommandLine

VISA = """\
# Visa guide

## Fees

The visa fee is 75 dollars. The fee is paid online before the interview.

## Registration office

The FRRO (Foreigners Regional Registration Office) is the agency that registers foreign students.

## Founding

The university was founded in 1996 by the Gupta family.
"""

LIBRARY = """\
# Library

## Opening hours

The Rotterdam Library is a public library in the old harbour. The Rotterdam Library was opened in
1931 by Queen Wilhelmina.
"""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def corpus(folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir()
    (docs / "visa.md").write_text(VISA, "utf-8")
    (docs / "library.md").write_text(LIBRARY, "utf-8")
    return docs


def attempts(groundsmith: CommandLine, out: str = "out") -> dict[str, Any]:
    shown = groundsmith("runs", "show", out, "--json")
    status: dict[str, Any] = json.loads(shown.stdout)
    return status


@pytest.fixture(scope="module")
def guidance(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The 48 guidance files, run once; the dataset lies in `out`."""
    groundsmith = CommandLine(tmp_path_factory.mktemp("guidance"))
    done = groundsmith("qa", GUIDANCE, "--out", "out", "--quiet")
    assert done.returncode == 0, done.stderr
    return groundsmith


def test_the_guidance_files_give_at_least_144_pairs_and_a_clean_audit(
    guidance: CommandLine,
) -> None:
    records = lines(guidance.folder / "out" / "records.jsonl")

    audited = guidance("audit", "out")

    assert len(records) >= 144
    assert audited.returncode == 0, audited.stdout + audited.stderr


def test_every_answer_stands_verbatim_at_its_span_in_its_source(guidance: CommandLine) -> None:
    records = lines(guidance.folder / "out" / "records.jsonl")

    for record in records:
        [citation] = record["citations"]
        text = (GUIDANCE / citation["document"]).read_bytes().decode("utf-8-sig")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        assert text[citation["start"] : citation["stop"]] == citation["quote"]
        assert record["content"]["answer"] == citation["quote"]


def test_no_question_is_asked_twice_and_every_claim_is_supported(guidance: CommandLine) -> None:
    records = lines(guidance.folder / "out" / "records.jsonl")

    questions = [record["content"]["question"].casefold() for record in records]

    assert len(set(questions)) == len(questions)
    assert {claim["verdict"] for record in records for claim in record["claims"]} == {"SUPPORTED"}


def test_a_check_that_did_not_run_says_so_in_every_record(guidance: CommandLine) -> None:
    records = lines(guidance.folder / "out" / "records.jsonl")

    assert {record["assessment"]["stages"]["relevancy"] for record in records} == {None}
    assert {record["assessment"]["confidence"] for record in records} <= {"medium", "low"}


def test_the_folder_holds_what_the_manifest_says(guidance: CommandLine) -> None:
    out = guidance.folder / "out"
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))

    named = {file["name"] for file in manifest["files"]}

    assert named == {
        "records.jsonl",
        "rejected.jsonl",
        "provenance.jsonl",
        "lineage.json",
        "croissant.json",
        "README.md",
        "report.html",
    }
    assert all(
        (out / file["name"]).stat().st_size == file["size_bytes"] for file in manifest["files"]
    )
    assert manifest["counts"]["records"] == len(lines(out / "records.jsonl"))


def test_the_same_command_again_does_nothing_again(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    before = (groundsmith.folder / "out" / "records.jsonl").read_bytes()
    first = attempts(groundsmith)

    again = groundsmith("qa", docs, "--out", "out")

    planned = [e["data"] for e in attempts(groundsmith)["events"] if e["kind"] == "Planned"]
    assert again.returncode == 0
    assert (groundsmith.folder / "out" / "records.jsonl").read_bytes() == before
    assert planned[-1]["pending_count"] == 0
    assert planned[-1]["reused_count"] == first["done"]


def test_a_changed_threshold_writes_nothing_again(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    accepted = len(lines(groundsmith.folder / "out" / "records.jsonl"))

    done = groundsmith("qa", docs, "--out", "out", "--min-overall", "1.0")

    planned = [e["data"] for e in attempts(groundsmith)["events"] if e["kind"] == "Planned"]
    assert done.returncode == 0
    assert planned[-1]["pending_count"] == 0
    assert accepted > len(lines(groundsmith.folder / "out" / "records.jsonl"))
    assert lines(groundsmith.folder / "out" / "rejected.jsonl")


def test_a_changed_judge_setting_judges_again_and_writes_nothing(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")

    done = groundsmith(
        "qa", docs, "--out", "out", "--set", "verify.support_threshold=0.99", "--json"
    )

    events = attempts(groundsmith)["events"]
    planned = [e["data"] for e in events if e["kind"] == "Planned"]
    judged = [e["data"]["draft_count"] for e in events if e["kind"] == "DraftsJudged"]
    assert done.returncode == 0
    assert planned[-1]["pending_count"] == 0
    assert judged[-1] == judged[0] > 0


def test_an_inserted_line_remakes_only_the_item_it_touched(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    (docs / "visa.md").write_text(
        VISA.replace("# Visa guide\n", "# Visa guide\n\nRead me first.\n")
    )

    groundsmith("qa", docs, "--out", "out")

    planned = [e["data"] for e in attempts(groundsmith)["events"] if e["kind"] == "Planned"]
    assert planned[-1]["pending_count"] == 1
    assert groundsmith("audit", "out").returncode == 0


def test_a_removed_file_takes_its_records_along(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    (docs / "library.md").unlink()

    groundsmith("qa", docs, "--out", "out")

    records = lines(groundsmith.folder / "out" / "records.jsonl")
    assert records
    assert {record["citations"][0]["document"] for record in records} == {"visa.md"}


def test_a_renamed_file_is_not_written_again(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    (docs / "library.md").rename(docs / "museum.md")

    groundsmith("qa", docs, "--out", "out")

    planned = [e["data"] for e in attempts(groundsmith)["events"] if e["kind"] == "Planned"]
    assert planned[-1]["pending_count"] == 0
    assert groundsmith("audit", "out").returncode == 0


def test_a_second_input_gets_a_label_and_renames_nothing(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    before = {record["id"] for record in lines(groundsmith.folder / "out" / "records.jsonl")}
    more = groundsmith.folder / "more"
    more.mkdir()
    (more / "visa.md").write_text(LIBRARY.replace("Library", "Museum"))

    groundsmith("qa", docs, more, "--out", "out")

    after = lines(groundsmith.folder / "out" / "records.jsonl")
    assert before <= {record["id"] for record in after}
    assert "more/visa.md" in {record["citations"][0]["document"] for record in after}


def test_another_recipe_into_the_same_folder_is_refused(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    run = groundsmith.folder / "out" / ".groundsmith" / "run.json"
    run.write_text(run.read_text().replace('"qa"', '"story"'))

    refused = groundsmith("qa", docs, "--out", "out")

    assert refused.returncode == 2
    assert "story" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_folder_of_somebody_elses_files_is_refused(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    mine = groundsmith.folder / "mine"
    mine.mkdir()
    (mine / "README.md").write_text("precious")

    refused = groundsmith("qa", docs, "--out", "mine")

    assert refused.returncode == 2
    assert [path.name for path in mine.iterdir()] == ["README.md"]


def test_standard_input_is_a_document(groundsmith: CommandLine) -> None:
    done = groundsmith("qa", "-", "--out", "out", stdin=VISA)

    records = lines(groundsmith.folder / "out" / "records.jsonl")
    assert done.returncode == 0
    assert {record["citations"][0]["document"] for record in records} == {"stdin"}


def test_a_limit_works_on_the_first_items_and_can_be_lifted(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out", "--limit", "1")
    some = lines(groundsmith.folder / "out" / "records.jsonl")

    groundsmith("qa", docs, "--out", "out")

    every = lines(groundsmith.folder / "out" / "records.jsonl")
    assert len({record["item"] for record in some}) <= 1
    assert {record["id"] for record in some} < {record["id"] for record in every}


def test_a_fresh_run_writes_everything_again_and_deletes_nothing(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")
    before = [record["content"] for record in lines(groundsmith.folder / "out" / "records.jsonl")]

    groundsmith("qa", docs, "--out", "out", "--fresh")

    planned = [e["data"] for e in attempts(groundsmith)["events"] if e["kind"] == "Planned"]
    after = [record["content"] for record in lines(groundsmith.folder / "out" / "records.jsonl")]
    assert planned[-1]["pending_count"] == planned[-1]["item_count"]
    assert after == before


def test_a_dry_run_plans_and_estimates_and_writes_nothing(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)

    done = groundsmith("qa", docs, "--out", "out", "--dry-run", "--json")

    figures = json.loads(done.stdout)
    assert done.returncode == 0
    assert figures["documents"] == 2
    assert figures["calls"] == 0
    assert sorted(path.name for path in groundsmith.folder.iterdir()) == ["docs"]


def test_tiers_are_split_on_request_and_gone_without_it(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    out = groundsmith.folder / "out"

    groundsmith("qa", docs, "--out", "out", "--split-tiers")
    split = [lines(out / f"{tier}.jsonl") for tier in ("premium", "standard", "basic")]
    groundsmith("qa", docs, "--out", "out")

    assert sum(map(len, split)) == len(lines(out / "records.jsonl"))
    assert not (out / "premium.jsonl").exists()


@pytest.mark.parametrize("name", ["jsonl", "alpaca", "sharegpt", "chatml", "squad", "csv"])
def test_a_finished_run_exports_to_every_format(guidance: CommandLine, name: str) -> None:
    done = guidance("export", "out", "--format", name, "--to", f"export.{name}")

    assert done.returncode == 0, done.stderr
    assert (guidance.folder / f"export.{name}").stat().st_size > 1000


def test_squad_contexts_hold_their_answers_where_they_say(guidance: CommandLine) -> None:
    guidance("export", "out", "--format", "squad", "--to", "squad.json")

    squad = json.loads((guidance.folder / "squad.json").read_text("utf-8"))

    answers = [
        (paragraph["context"], answer)
        for article in squad["data"]
        for paragraph in article["paragraphs"]
        for qa in paragraph["qas"]
        for answer in qa["answers"]
    ]
    assert len(answers) == len(lines(guidance.folder / "out" / "records.jsonl"))
    for context, answer in answers:
        start = answer["answer_start"]
        assert context[start : start + len(answer["text"])] == answer["text"]


def test_runs_can_be_listed_shown_and_resumed(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")

    listed = json.loads(groundsmith("runs", "list", "--json").stdout)
    status = json.loads(groundsmith("status", "--json").stdout)
    resumed = groundsmith("runs", "resume", listed[0]["run"])

    assert [run["state"] for run in listed] == ["DONE"]
    assert status[0]["done"] == status[0]["total"]
    assert resumed.returncode == 0


def test_a_whole_ledger_passes_its_check(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)
    groundsmith("qa", docs, "--out", "out")

    checked = groundsmith("store", "check")

    assert checked.returncode == 0
    assert "whole" in checked.stdout


def test_one_json_object_is_the_whole_of_stdout(groundsmith: CommandLine) -> None:
    docs = corpus(groundsmith.folder)

    done = groundsmith("qa", docs, "--out", "out", "--json")

    result = json.loads(done.stdout)
    assert result["records"] == len(lines(groundsmith.folder / "out" / "records.jsonl"))
    assert result["exit_code"] == 0
