"""--batch-api: calls go out as file batches, cost what those cost, and survive a kill."""

import json
import urllib.request
from typing import Any

import pytest

from command_line import CommandLine
from groundsmith.testing import FakeProvider, Script
from teaching import KEY, PRICE, records, spending, teacher, towers

ASKED = ("--out", "out", "--model", "mine", "--budget", "1", "--batch-api")


def configure(command: CommandLine, provider: FakeProvider, name: str = "groq") -> None:
    """A model whose batches are gathered and looked at as fast as a test wants it."""
    (command.folder / "groundsmith.yaml").write_text(
        f"models:\n  mine:\n    provider: {name}\n    model: m\n"
        f"    base_url: {provider.base_url}\n    {PRICE}\n"
        "    batch: {wait_s: 0.2, poll_s: 0.1}\n",
        "utf-8",
    )


def batches(provider: FakeProvider) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{provider.base_url}/batches?limit=100") as answer:
        found: list[dict[str, Any]] = json.load(answer)["data"]
        return found


def test_all_calls_go_out_in_one_batch_at_its_price(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, provider)
        done = groundsmith("qa", docs, *ASKED, env={"GROQ_API_KEY": KEY})
        bill, ordered = provider.bill(), batches(provider)

    assert done.returncode == 0, done.stderr
    assert len(records(groundsmith)) == 12
    assert len(ordered) == 1
    full = (bill.input_tokens + 2 * bill.output_tokens) * 10**6
    assert spending(groundsmith)["cost_pico_usd"] == full // 2


@pytest.mark.slow
def test_killed_in_the_middle_of_a_batch_it_is_not_submitted_again(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher, batch_s=3.0)) as provider:
        configure(groundsmith, provider)
        process = groundsmith.start("qa", docs, *ASKED, env={"GROQ_API_KEY": KEY})
        while not batches(provider) and process.poll() is None:
            pass
        process.kill()
        process.wait()
        done = groundsmith("qa", docs, *ASKED, env={"GROQ_API_KEY": KEY})
        bill, ordered = provider.bill(), batches(provider)

    money = spending(groundsmith)
    cost = (bill.input_tokens + 2 * bill.output_tokens) * 10**6 // 2
    assert done.returncode == 0, done.stderr
    assert len(records(groundsmith)) == 12
    assert len(ordered) == 1
    assert len(bill.calls) == 12
    assert money["cost_pico_usd"] == cost
    assert money["unsettled_pico_usd"] > 0


@pytest.mark.parametrize("name", ["ollama", "anthropic"])
def test_a_service_without_file_batches_exits_2_before_anything_is_done(
    groundsmith: CommandLine, name: str
) -> None:
    docs = towers(groundsmith.folder, count=1)
    with FakeProvider() as provider:
        configure(groundsmith, provider, name)
        refused = groundsmith("qa", docs, *ASKED, env={"ANTHROPIC_API_KEY": KEY})
        count = provider.bill().request_count

    assert refused.returncode == 2
    assert "--batch-api" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert count == 0
    assert not (groundsmith.folder / "out").exists()
