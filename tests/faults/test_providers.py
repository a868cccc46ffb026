"""Providers that fail in every way: each item ends with a record or a stated reason, and paid."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import GUIDANCE, ROOT, CommandLine
from groundsmith.records import Json
from groundsmith.testing import Bill, FakeProvider, Outcome, Script

pytestmark = pytest.mark.slow

PICO_A_TOKEN = 10**6
KILLS = 50
CONFIG = """\
models:
  fake:
    provider: custom
    model: fake
    base_url: {base_url}
    attempts: 4
    price: {{input: 1, output: 2}}
    timeouts: {{connect_s: 2, first_token_s: 1, idle_s: 1, total_s: 1.5}}
"""
TROUBLE = {
    "429 with seconds": Outcome(status=429, retry_after="1"),
    "429 with a date": Outcome(status=429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
    "429 with nonsense": Outcome(status=429, retry_after="soon"),
    "429 without a word": Outcome(status=429),
    "500": Outcome(status=500),
    "503": Outcome(status=503, retry_after="0"),
    "529": Outcome(status=529),
    "400": Outcome(status=400),
    "never answers": Outcome(silent=True),
    "drop by drop": Outcome(drip_s=0.2),
    "cut in the middle": Outcome(cut_at=40),
    "cut before the body": Outcome(cut_at=0),
    "fenced": Outcome(form="fenced"),
    "within prose": Outcome(form="prose"),
    "a comma too many": Outcome(form="comma"),
    "half an answer": Outcome(form="malformed"),
    "100,000 levels deep": Outcome(form="nested"),
    "no text": Outcome(form="null"),
    "no choices": Outcome(form="no_choices"),
    "a web page": Outcome(form="html"),
    "no usage": Outcome(usage="missing"),
    "usage of nothing": Outcome(usage="zero"),
    "negative usage": Outcome(usage="negative"),
    "usage in words": Outcome(usage="text"),
}

FINAL = {"400"}
"""What another attempt cannot help: no item is answered, and the run says so with 4."""


def diligent(prompt: str, schema: Json) -> str:
    """Three pairs, each on a line of the passage."""
    lines = [line.strip(" -*#") for line in prompt.splitlines() if 40 < len(line) < 200][-3:]
    pairs = [
        {
            "question": f"What does the guide say about {' '.join(line.split()[:6])}?",
            "answer": line,
            "kind": "factual",
            "quote": line,
        }
        for line in lines
    ]
    return json.dumps({"pairs": pairs})


def asked(command: CommandLine, provider: FakeProvider, *sources: Path) -> int:
    """The exit code of a run that asks the provider about the sources."""
    config = CONFIG.format(base_url=provider.base_url)
    (command.folder / "groundsmith.yaml").write_text(config, "utf-8")
    where = ("--out", "out", "--model", "fake", "--budget", "5", "--in-flight", "16")
    done = command("qa", *sources, *where)
    assert "Traceback" not in done.stderr
    return done.returncode


def shown(command: CommandLine) -> dict[str, Any]:
    """The run as `runs show` knows it."""
    said: dict[str, Any] = json.loads(command("runs", "show", "out", "--json").stdout)
    return said


def spending(command: CommandLine) -> dict[str, Any]:
    """What the manifest says was spent."""
    manifest = json.loads((command.folder / "out" / "manifest.json").read_text("utf-8"))
    money: dict[str, Any] = manifest["spending"]
    return money


def assert_paid(command: CommandLine, bill: Bill) -> None:
    """Settled ≤ the provider's bill ≤ settled + unsettled."""
    money = spending(command)
    billed = (bill.input_tokens + 2 * bill.output_tokens) * PICO_A_TOKEN
    settled = money["cost_pico_usd"]
    assert settled <= billed <= settled + money["unsettled_pico_usd"]


def assert_all_ended(command: CommandLine) -> None:
    """Every item is DONE, or FAILED with a cause that is kept."""
    run = shown(command)
    failed = run["items"].get("FAILED", 0)
    assert set(run["items"]) <= {"DONE", "FAILED"}
    assert len({letter["item"] for letter in run["dead_letters"]}) == failed
    assert all(letter["cause"]["message"] for letter in run["dead_letters"])


def test_a_bad_day_at_the_provider_leaves_no_item_without_an_end(groundsmith: CommandLine) -> None:
    shares = (
        (0.02, Outcome(status=429, retry_after="1")),
        (0.01, Outcome(status=500)),
        (0.04, Outcome(form="fenced")),
        (0.03, Outcome(cut_at=60)),
        (0.03, Outcome(form="malformed")),
    )
    with FakeProvider(Script(latency_s=0.02, shares=shares, answer=diligent)) as provider:
        code = asked(groundsmith, provider, GUIDANCE)
        bill = provider.bill()

    run = shown(groundsmith)
    assert code == (1 if run["items"].get("FAILED") else 0)
    assert run["items"]["DONE"] >= 0.99 * sum(run["items"].values())
    assert {429, 500} <= set(bill.statuses)
    assert_all_ended(groundsmith)
    assert_paid(groundsmith, bill)
    assert groundsmith("audit", "out").returncode == 0


@pytest.mark.parametrize("kind", TROUBLE)
def test_one_kind_of_trouble_costs_no_item_its_end(groundsmith: CommandLine, kind: str) -> None:
    docs = groundsmith.folder / "docs"
    docs.mkdir()
    for number in range(4):
        line = f"The old tower number {number} of the harbour was built in {1900 + number}."
        body = f"# Tower {number}\n\n{line} {'Boats pass below it all day. ' * 4}\n"
        (docs / f"{number}.md").write_text(body)
    # An answer that does not fit is asked for again once: one item must not get two of them.
    count = 4 if TROUBLE[kind].form == "plain" else 1
    script = Script(first=(TROUBLE[kind],) * count, answer=diligent)

    with FakeProvider(script) as provider:
        code = asked(groundsmith, provider, docs)
        bill = provider.bill()

    assert code == (4 if kind in FINAL else 0)
    assert_all_ended(groundsmith)
    assert_paid(groundsmith, bill)


def test_fifty_kills_lose_nothing_and_double_nothing() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "kills.py", "--kills", str(KILLS)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills" in done.stdout
