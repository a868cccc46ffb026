"""Progress: the terminal, `status` and `runs show` say the same figures, from the ledger."""

import json
import re
from typing import Any

from command_line import CommandLine
from groundsmith.testing import FakeProvider, Script
from teaching import PRICE, configure, spending, teacher, towers

ASKED = ("--out", "out", "--model", "mine")


def shown(command: CommandLine) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(command("runs", "show", "out", "--json").stdout)
    return found


def alerts(command: CommandLine) -> list[float]:
    return [e["data"]["ratio"] for e in shown(command)["events"] if e["kind"] == "BudgetAlert"]


def test_the_last_line_of_writing_has_the_figures_of_status(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        done = groundsmith("qa", docs, *ASKED, "--budget", "1", "--limit", "8")
        status = groundsmith("status").stdout

    told = shown(groundsmith)
    last = [line for line in done.stderr.splitlines() if line.startswith("write ")][-1]
    spent = re.search(r"\$\S+ of \$1\.00", last)
    assert done.returncode == 0, done.stderr
    assert "write 8/8 items" in last
    assert "100 % done well" in last
    assert "tokens/s" in last
    assert spent
    assert spent[0] in status
    assert "8/8 items" in status
    assert (told["done"], told["total"], told["success_ratio"]) == (8, 8, 1.0)
    assert round(told["spent_usd"] * 10**12) == spending(groundsmith)["cost_pico_usd"]


def test_a_run_that_is_being_worked_on_shows_its_rate_to_others(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher, latency_s=0.5)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE, "in_flight: 1")
        process = groundsmith.start("qa", docs, *ASKED, "--budget", "1")
        while not (groundsmith.folder / "out" / ".groundsmith" / "run.json").exists():
            assert process.poll() is None
        told = shown(groundsmith)
        while not told["rate_per_s"] and process.poll() is None:
            told = shown(groundsmith)
        process.kill()
        process.wait()

    assert 0 < told["rate_per_s"] < 12
    assert told["tokens_per_s"] > 0
    assert told["eta_s"] > 0
    assert told["budget_usd"] == 1


def test_four_fifths_of_the_budget_and_the_wall_are_told_once_each(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE, "in_flight: 1")
        whole = ("--set", "qa.max_output_tokens=100")
        groundsmith("qa", docs, *ASKED, *whole, "--budget", "1", "--limit", "11")
        budget = f"{shown(groundsmith)['spent_usd'] * 1.05:.9f}"
        stopped = groundsmith("qa", docs, *ASKED, *whole, "--budget", budget)
        again = groundsmith("qa", docs, *ASKED, *whole, "--budget", budget)

    assert (stopped.returncode, again.returncode) == (3, 3), stopped.stderr
    assert stopped.stderr.count("80 % is spent") == 1
    assert "80 % is spent" not in again.stderr
    assert sorted(alerts(groundsmith)) == [0.8, 1.0]
