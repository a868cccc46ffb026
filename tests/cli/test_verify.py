"""`groundsmith verify`: exit codes, what is printed, and requests that make no sense."""

import json

import pytest

from command_line import CommandLine

SOURCE = "# Fees\n\nThe visa costs 75 dollars.\n\nThe form is free of charge.\n"
LINE = '{"id": "a", "text": "The visa costs 95 dollars.", "source": "The visa costs 75 dollars."}\n'


@pytest.fixture
def groundsmith(groundsmith: CommandLine) -> CommandLine:
    (groundsmith.folder / "docs").mkdir()
    (groundsmith.folder / "docs" / "fees.md").write_text(SOURCE, "utf-8")
    return groundsmith


def test_what_is_supported_ends_with_0_and_shows_where(groundsmith: CommandLine) -> None:
    done = groundsmith("verify", "The visa costs 75 dollars.", "--source", "docs")

    assert (done.returncode, done.stderr) == (0, "")
    assert "supported 1.00  The visa costs 75 dollars." in done.stdout
    assert "fees.md:3 “The visa costs 75 dollars.”" in done.stdout
    assert "1 claim: 1 supported" in done.stdout


@pytest.mark.parametrize(
    "text", ["The visa costs 95 dollars.", "The gate was painted by seven artists in 1931."]
)
def test_what_is_not_supported_ends_with_1_and_says_why(
    groundsmith: CommandLine, text: str
) -> None:
    done = groundsmith("verify", "-", "--source", "docs/*.md", "--json", stdin=text)

    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["verdict"] in ("REFUTED", "NOT_ENOUGH_INFO")
    assert report["reason"]
    assert report["summary"]["claim_count"] == 1


def test_nothing_checkable_ends_with_0_and_says_so(groundsmith: CommandLine) -> None:
    done = groundsmith("verify", "Is it open?", "--source", "docs/fees.md")

    assert done.returncode == 0
    assert "nothing checkable" in done.stdout


def test_a_file_is_read_as_the_inputs_of_a_run_are(groundsmith: CommandLine) -> None:
    draft = groundsmith.folder / "draft.html"
    draft.write_text("<h1>Visa</h1><p>The form is free of charge.</p>", "utf-8")

    done = groundsmith("verify", "draft.html", "--source", "docs", "--json")

    assert [claim["kind"] for claim in json.loads(done.stdout)["claims"]] == [
        "heading",
        "qualitative",
    ]


def test_a_page_is_written_beside_the_verdicts(groundsmith: CommandLine) -> None:
    done = groundsmith(
        "verify", "The visa costs 95 dollars.", "--source", "docs", "--report", "page.html"
    )

    assert done.returncode == 1
    assert "report page.html" in done.stderr
    assert "<!doctype html>" in (groundsmith.folder / "page.html").read_text("utf-8")


def test_settings_come_from_the_configuration(groundsmith: CommandLine) -> None:
    text = "The visa costs 75 dollars for tourists."
    strict = ("--set", "verify.support_threshold=1")

    assert groundsmith("verify", text, "--source", "docs").returncode == 0
    assert groundsmith("verify", text, "--source", "docs", *strict).returncode == 1


def test_a_batch_gives_a_line_for_each_line_and_is_no_failure(groundsmith: CommandLine) -> None:
    done = groundsmith("verify", "--batch", "-", stdin=LINE * 2)

    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["verdict"] for row in rows] == ["REFUTED", "REFUTED"]
    assert set(rows[0]) == {"id", "score", "verdict", "claims"}
    assert "2 texts checked: 2 REFUTED" in done.stderr


def test_a_bad_line_of_a_batch_is_one_line_of_stderr_and_ends_with_1(
    groundsmith: CommandLine,
) -> None:
    (groundsmith.folder / "in.jsonl").write_text(f"{LINE}nonsense\n{LINE}", "utf-8")

    done = groundsmith("verify", "--batch", "in.jsonl", "--to", "out.jsonl", "--json")

    told = [row for row in done.stderr.splitlines() if "in.jsonl" in row]
    assert done.returncode == 1
    assert len(told) == 1
    assert told[0].startswith("groundsmith: in.jsonl:2: not JSON")
    assert len((groundsmith.folder / "out.jsonl").read_text("utf-8").splitlines()) == 2
    assert json.loads(done.stdout)["bad_lines"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a text"], "nothing to check against"),
        ([], "nothing to check"),
        (["-", "--source", "-"], "not both"),
        (["a text", "--source", "nowhere"], "does not exist"),
        (["nowhere.md", "--source", "docs"], "no such file"),
        (["a text", "--batch", "x.jsonl"], "give it alone"),
        (["--batch", "x.jsonl", "--json"], "--to FILE"),
        (["--batch", "nowhere.jsonl"], "cannot be read"),
        (["a text", "--source", "docs", "--to", "x"], "belongs to --batch"),
    ],
)
def test_a_request_that_makes_no_sense_is_one_line_and_ends_with_2(
    groundsmith: CommandLine, arguments: list[str], said: str
) -> None:
    done = groundsmith("verify", *arguments)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


def test_what_would_drive_a_terminal_is_not_printed(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "docs" / "fees.md").write_text("The visa \x1b[31mcosts\x07 75.", "utf-8")

    done = groundsmith("verify", "The visa \x1b[2Jcosts 75.", "--source", "docs")

    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
