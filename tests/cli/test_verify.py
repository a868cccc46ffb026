"""`groundsmith verify`: exit codes, what is printed, and requests that make no sense."""

import json

import pytest

from command_line import CommandLine

SOURCE = "# Fees\n\nThe visa costs 75 dollars.\n\nThe form is free of charge.\n"
FEE = "The visa costs 75 dollars."
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


def test_a_broken_rule_is_told_and_ends_with_1_unless_rules_are_left_out(
    groundsmith: CommandLine,
) -> None:
    text = "The visa costs 75 dollars. Mail: anna@company.com."

    told = groundsmith("verify", text, "--source", "docs", "--report", "page.html")
    without = groundsmith("verify", FEE, "--source", "docs", "--no-policy")
    kept = groundsmith("verify", text, "--source", "docs", "--json")

    page = (groundsmith.folder / "page.html").read_text("utf-8")
    assert told.returncode == 1
    assert "! high email-address  line 1: A mail address." in told.stdout
    assert "policy: 1 place breaks a rule, 1 seriously" in told.stdout
    assert "<h2>Policy</h2>" in page
    assert "<mark>anna@company.com</mark>" in page
    assert [found["rule"] for found in json.loads(kept.stdout)["policy"]] == ["email-address"]
    assert without.returncode == 0
    assert "policy: not checked" in without.stdout


def test_rules_are_switched_off_and_added_by_the_configuration(groundsmith: CommandLine) -> None:
    rules = groundsmith.folder / "rules.yaml"
    rules.write_text(
        "rules:\n  - id: house-style\n    category: style\n    severity: HIGH\n"
        "    about: Words we do not use.\n    message: 'Not \"{found}\".'\n"
        "    advice: Say it plainly.\n    looks:\n      - words: [dollars]\n",
        "utf-8",
    )
    own = ("--set", "verify.policy.rules=rules.yaml")

    flagged = groundsmith("verify", FEE, "--source", "docs", *own)
    off = groundsmith(
        "verify", FEE, "--source", "docs", *own, "--set", "verify.policy.off=style,hate"
    )
    unknown = groundsmith("verify", FEE, "--source", "docs", "--set", "verify.policy.off=nonsense")

    assert (flagged.returncode, off.returncode, unknown.returncode) == (1, 0, 2)
    assert 'house-style  line 1: Not "dollars".' in flagged.stdout
    assert "policy: no rule is broken" in off.stdout
    assert "verify.policy" in unknown.stderr
    assert "nonsense" in unknown.stderr
