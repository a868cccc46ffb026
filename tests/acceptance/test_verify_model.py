"""`verify --model`: what is in doubt is judged by a model, once, and never above the budget."""

import json
import re
from typing import Any

import pytest

from command_line import CommandLine
from groundsmith.records import PICO, Json
from groundsmith.testing import FakeProvider, Outcome, Script
from teaching import PRICE, configure

SOURCE = "\n\n".join(f"The Tower{name} was built in {1900 + at}." for at, name in enumerate("ABCD"))
TEXT = " ".join(
    f"Masons raised the stones of Tower{name} during {1900 + at}." for at, name in enumerate("ABCD")
)
ASK = ("--model", "mine", "--set", "verify.doubt_low=0")


def quoting(prompt: str, _schema: Json) -> str:
    """Calls a claim supported and quotes the sentence with its year."""
    return answer(prompt, lambda sentence: sentence)


def inventing(prompt: str, _schema: Json) -> str:
    """Quotes what no passage says."""
    return answer(prompt, lambda _: "masons raised the stones of all towers")


def answer(prompt: str, quoted: Any) -> str:
    claim = prompt.split("The claim:")[1].split("The passages:")[0]
    year = re.findall(r"during (\d{4})", claim)[0]
    passages = prompt.split("The passages:")[1].split("Passage ")[1:]
    at, sentence = next(
        (number, found[0])
        for number, passage in enumerate(passages, start=1)
        if (found := re.findall(rf"The Tower\w was built in {year}", passage))
    )
    quote = {"passage": at, "text": quoted(sentence)}
    return json.dumps({"verdict": "SUPPORTED", "quotes": [quote], "reason": "It says so."})


@pytest.fixture
def groundsmith(groundsmith: CommandLine) -> CommandLine:
    (groundsmith.folder / "towers.md").write_text(SOURCE, "utf-8")
    return groundsmith


def report(groundsmith: CommandLine, *options: str) -> tuple[int, dict[str, Any], str]:
    done = groundsmith("verify", TEXT, "--source", "towers.md", "--json", *ASK, *options)
    return done.returncode, json.loads(done.stdout), done.stderr


def judges(found: dict[str, Any]) -> list[str]:
    return [claim["judge"].partition("@")[0] for claim in found["claims"]]


def rows(groundsmith: CommandLine) -> list[dict[str, Any]]:
    written = (groundsmith.folder / "out.jsonl").read_text("utf-8")
    return [json.loads(line) for line in written.splitlines()]


def account(groundsmith: CommandLine) -> dict[str, Any]:
    runs = json.loads(groundsmith("status", "--json").stdout)
    row: dict[str, Any] = next(run for run in runs if run["run"] == "verify")
    return row


def test_what_is_in_doubt_is_judged_by_the_model_once_and_shows_in_the_status(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        code, found, told = report(groundsmith, "--budget", "1")
        bill = provider.bill()
        again = report(groundsmith, "--budget", "1")
        more = provider.bill().request_count - bill.request_count

    assert (code, found["verdict"]) == (0, "SUPPORTED")
    assert judges(found) == ["model:mine"] * 4
    assert found["claims"][1]["evidence"][0]["text"] == "The TowerB was built in 1901"
    assert again[:2] == (code, found)
    assert (bill.request_count, more) == (4, 0)
    assert account(groundsmith)["state"] == "DONE"
    assert round(account(groundsmith)["spent_usd"] * PICO) == (
        (bill.input_tokens + 2 * bill.output_tokens) * 10**6
    )
    assert "asked 4 times" in told


def test_a_quote_that_no_source_has_leaves_the_verdict_as_it_was(groundsmith: CommandLine) -> None:
    with FakeProvider(Script(answer=inventing)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        code, found, _ = report(groundsmith, "--budget", "1")

    assert code == 1
    assert "model:mine" not in judges(found)
    assert "quoted what passage" in found["claims"][0]["reason"]


@pytest.mark.slow
def test_the_budget_is_a_wall_and_what_was_judged_by_then_is_printed(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        code, found, told = report(groundsmith, "--budget", "0.005", "--set", "run.in_flight=1")
        spent = account(groundsmith)["spent_usd"]
        asked = provider.bill().request_count
        stopped = account(groundsmith)["state"]
        done = report(groundsmith, "--budget", "1")
        bill = provider.bill()

    assert (code, stopped) == (3, "STOPPED")
    assert 0 < asked < 4
    assert 0 < spent <= 0.005
    assert judges(found).count("model:mine") == asked
    assert "budget reached" in found["claims"][3]["reason"]
    assert "budget reached" in told
    assert done[0] == 0
    assert bill.request_count == 4


@pytest.mark.slow
def test_processes_that_check_at_the_same_time_share_the_wall(groundsmith: CommandLine) -> None:
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        both = [
            groundsmith.start(
                "verify", TEXT + more, "--source", "towers.md", *ASK, "--budget", "0.005"
            )
            for more in (" Masons raised walls of TowerA during 1900.", "")
        ]
        codes = [process.wait(timeout=120) for process in both]
        bill = provider.bill()

    assert 3 in codes
    assert bill.input_tokens + 2 * bill.output_tokens <= 5000
    assert account(groundsmith)["spent_usd"] <= 0.005


@pytest.mark.parametrize("status", [401, 500])
def test_a_model_that_answers_nothing_is_one_line(groundsmith: CommandLine, status: int) -> None:
    with FakeProvider(Script(usual=Outcome(status=status))) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE, "attempts: 1")
        done = groundsmith(
            "verify", TEXT, "--source", "towers.md", *ASK, "--budget", "1", "--quiet"
        )

    assert done.returncode == (2 if status == 401 else 4)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_a_missing_key_is_one_line_before_anything_is_read(groundsmith: CommandLine) -> None:
    done = groundsmith(
        "verify", TEXT, "--source", "towers.md", "--model", "groq:llama-3.1-8b-instant", "--yes"
    )

    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
    assert "GROQ_API_KEY" in done.stderr


def test_without_a_budget_the_estimate_is_shown_and_nobody_is_asked(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        unlimited = ("--set", "run.budget=null")
        refused = groundsmith("verify", TEXT, "--source", "towers.md", *ASK, *unlimited)
        unasked = provider.bill().request_count
        done = groundsmith("verify", TEXT, "--source", "towers.md", *ASK, *unlimited, "--yes")

    assert refused.returncode == 2
    assert "calls       4" in refused.stderr
    assert "--budget USD, or --yes" in refused.stderr
    assert unasked == 0
    assert done.returncode == 0


def test_a_batch_asks_about_its_lines_under_the_same_account(groundsmith: CommandLine) -> None:
    lines = [json.dumps({"id": at, "text": TEXT, "source": SOURCE}) for at in range(3)]
    (groundsmith.folder / "in.jsonl").write_text("\n".join(lines), "utf-8")
    batch = ("verify", "--batch", "in.jsonl", "--to", "out.jsonl", *ASK)
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        poor = groundsmith(*batch, "--budget", "0.005")
        written = rows(groundsmith)
        done = groundsmith(*batch, "--budget", "1")
        again = groundsmith(*batch, "--budget", "1", "--workers", "2")

    assert (poor.returncode, len(written)) == (3, 3)
    assert done.returncode == 0, done.stderr
    assert [row["id"] for row in rows(groundsmith)] == [0, 1, 2]
    assert {row["verdict"] for row in rows(groundsmith)} == {"SUPPORTED"}
    assert again.returncode == 2


@pytest.mark.slow
def test_the_account_is_no_run_that_could_be_gone_on_with(groundsmith: CommandLine) -> None:
    with FakeProvider(Script(answer=quoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        report(groundsmith, "--budget", "1")
        refused = [groundsmith("runs", word, "verify") for word in ("resume", "cancel")]
        listed = groundsmith("runs", "list")
        shown = groundsmith("runs", "show", "verify")

    assert [done.returncode for done in refused] == [2, 2]
    assert all("own command" in done.stderr for done in refused)
    assert "verify" in listed.stdout
    assert shown.returncode == 0
