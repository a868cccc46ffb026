"""Vectors of an endpoint: indexed and searched by them, paid once, and never above the budget."""

import json
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine
from groundsmith.records import PICO
from groundsmith.testing import FakeProvider, Outcome, Script
from teaching import PRICE, configure

WORDS = ("temple", "tank", "gate", "tower", "well", "bridge", "mill", "yard")
INDEX = ("index", "rows.jsonl", "--out", "ix", "--embed", "mine")


def rows(folder: Path, count: int, changed: int = 0) -> None:
    """Rows of which the last `changed` say something else than without them."""
    lines = [
        {
            "id": f"d{number}",
            "title": f"{WORDS[number % 8].title()} {number}",
            "text": f"The {WORDS[number % 8]} of {WORDS[number // 8 % 8]} {number} is old."
            + " It was mended." * (number >= count - changed),
        }
        for number in range(count)
    ]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")


@pytest.fixture
def groundsmith(groundsmith: CommandLine) -> CommandLine:
    rows(groundsmith.folder, 40)
    return groundsmith


def account(groundsmith: CommandLine) -> dict[str, Any]:
    runs = json.loads(groundsmith("status", "--json").stdout)
    row: dict[str, Any] = next(run for run in runs if run["run"] == "index")
    return row


def spent(groundsmith: CommandLine) -> int:
    dollars: float = account(groundsmith)["spent_usd"]
    return round(dollars * PICO)


def test_documents_are_found_by_the_vectors_of_an_endpoint_and_nothing_is_paid_twice(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider() as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        made = groundsmith(*INDEX, "--budget", "1")
        by_query = groundsmith("search", "ix", "an old temple", "--method", "dense", "--json")
        asked = provider.bill().request_count
        again = groundsmith("recommend", "ix", "an old temple", "--method", "dense", "--json")
        by_document = groundsmith("recommend", "ix", "--like", "d0", "--method", "dense", "--json")
        unasked = provider.bill().request_count - asked
        rows(groundsmith.folder, 40, changed=1)
        updated = groundsmith(*INDEX, "--update", "--budget", "1")
        bill = provider.bill()

    assert made.returncode == 0, made.stderr
    assert "vectors by custom:llama-3.1-8b-instant" in made.stdout
    assert "asked 1 times for $" in made.stderr
    for done in (by_query, again, by_document):
        told = json.loads(done.stdout)
        assert told["degraded"] == []
        assert {key for hit in told["hits"] for key in hit["components"]} == {"dense"}
    assert (asked, unasked) == (2, 0)
    assert updated.returncode == 0, updated.stderr
    assert bill.request_count == 3
    assert bill.calls[2].input_tokens < bill.calls[0].input_tokens / 10
    assert spent(groundsmith) == bill.input_tokens * 10**6


@pytest.mark.slow
def test_the_budget_is_a_wall_and_a_higher_one_goes_on_from_there(
    groundsmith: CommandLine,
) -> None:
    rows(groundsmith.folder, 300)
    with FakeProvider() as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        poor = groundsmith(*INDEX, "--budget", "0.006")
        paid = provider.bill()
        stopped = account(groundsmith)["state"]
        done = groundsmith(*INDEX, "--budget", "1")
        bill = provider.bill()

    assert (poor.returncode, stopped) == (3, "STOPPED")
    assert "budget reached" in poor.stderr
    assert "indexes here spent $" in poor.stderr
    assert 0 < paid.request_count < 5
    assert paid.input_tokens * 10**6 <= 0.006 * PICO
    assert done.returncode == 0, done.stderr
    assert bill.request_count == 5
    assert spent(groundsmith) == bill.input_tokens * 10**6


@pytest.mark.slow
def test_a_killed_process_pays_again_for_what_was_in_flight_and_nothing_else(
    groundsmith: CommandLine,
) -> None:
    rows(groundsmith.folder, 300)
    with FakeProvider(Script(latency_s=0.5)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        process = groundsmith.start(*INDEX, "--budget", "1")
        until = time.monotonic() + 60
        while provider.bill(with_calls=False).request_count < 5 and time.monotonic() < until:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        killed = account(groundsmith)["state"]
        done = groundsmith(*INDEX, "--budget", "1")
        bill = provider.bill()

    assert killed == "KILLED"
    assert done.returncode == 0, done.stderr
    assert bill.request_count == 6
    in_flight = bill.calls[4].input_tokens
    assert spent(groundsmith) >= bill.input_tokens * 10**6
    assert spent(groundsmith) <= (bill.input_tokens + 20 * in_flight) * 10**6


def test_without_a_budget_or_a_yes_a_dear_endpoint_is_not_asked(groundsmith: CommandLine) -> None:
    with FakeProvider() as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        unlimited = ("--set", "run.budget=null")
        refused = groundsmith(*INDEX, *unlimited)
        unasked = provider.bill().request_count
        done = groundsmith(*INDEX, *unlimited, "--yes")

    assert (refused.returncode, unasked) == (2, 0)
    assert "give --budget USD, or --yes" in refused.stderr
    assert done.returncode == 0, done.stderr


def test_an_endpoint_that_does_not_answer_is_one_line_and_leaves_no_index(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider(Script(usual=Outcome(status=500))) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE, "attempts: 1")
        done = groundsmith(*INDEX, "--budget", "1", "--quiet")
        asked = groundsmith("search", "ix", "temple")

    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert asked.returncode == 2


def test_a_query_that_cannot_be_embedded_is_answered_by_words_and_says_so(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider() as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        assert groundsmith(*INDEX, "--budget", "1").returncode == 0
        poor = groundsmith("search", "ix", "temple 8", "--json", "--budget", "0.000001")
        bill = provider.bill()

    told = json.loads(poor.stdout)
    assert poor.returncode == 0
    assert "budget reached" in told["degraded"][0]
    assert told["hits"][0]["id"] == "d8"
    assert bill.request_count == 1


def test_a_model_of_another_name_is_not_taken_for_the_one_that_made_the_vectors(
    groundsmith: CommandLine,
) -> None:
    with FakeProvider() as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        assert groundsmith(*INDEX, "--budget", "1").returncode == 0
        file = groundsmith.folder / "groundsmith.yaml"
        file.write_text(file.read_text("utf-8").replace("llama-3.1-8b-instant", "other"), "utf-8")
        done = groundsmith("search", "ix", "temple", "--json", "--budget", "1")

    assert "custom:llama-3.1-8b-instant" in json.loads(done.stdout)["degraded"][0]
