"""Asking a model, through the command line, against a provider on a real socket."""

import json
from typing import Any

import pytest

from command_line import GUIDANCE, CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Outcome, Script
from teaching import KEY, PRICE, configure, records, spending, teacher, towers


def diligent(prompt: str, schema: Json) -> str:
    """Three pairs, each on a line of the passage, as long as real ones are."""
    passage = prompt.split("===== DATA")[1].split("===== END")[0]
    lines = [line.strip(" -*#") for line in passage.splitlines()[2:] if 40 < len(line) < 200][-3:]
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


@pytest.mark.parametrize("shape", ["groq", "ollama"])
def test_a_new_user_gets_from_init_to_a_dataset(groundsmith: CommandLine, shape: str) -> None:
    docs = towers(groundsmith.folder)
    env = {"GROQ_API_KEY": KEY} if shape == "groq" else {}
    script = Script(answer=teacher, shape="groq" if shape == "groq" else "ollama")
    with FakeProvider(script) as provider:
        configure(groundsmith, shape, provider.base_url)
        valid = groundsmith("config", "validate")
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        done = groundsmith(*asked, env=env)

    made = records(groundsmith)
    assert valid.returncode == 0, valid.stderr
    assert done.returncode == 0, done.stderr
    assert len(made) == 12
    assert {record["made_by"]["writer"] for record in made} == {"model:llama-3.1-8b-instant"}
    assert groundsmith("audit", "out").returncode == 0


def test_the_key_stands_nowhere_on_disk(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher, key=KEY)) as provider:
        configure(groundsmith, "groq", provider.base_url)
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        wrong = groundsmith(*asked, env={"GROQ_API_KEY": "gsk-wrong-0123456789"})
        done = groundsmith(*asked, env={"GROQ_API_KEY": KEY})

    written = b"".join(
        path.read_bytes() for path in groundsmith.folder.rglob("*") if path.is_file()
    )
    assert wrong.returncode == 2
    assert "GROQ_API_KEY" in wrong.stderr
    assert "gsk-" not in wrong.stderr + done.stderr + done.stdout
    assert done.returncode == 0
    assert b"gsk-" not in written


def test_a_missing_key_exits_4_before_anything_is_done(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)

    done = groundsmith("qa", docs, "--out", "out", "--model", "groq:llama-3.1-8b-instant")

    assert done.returncode == 4
    assert "GROQ_API_KEY" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (groundsmith.folder / "out").exists()


def test_a_key_in_the_environment_alone_selects_no_model(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)

    done = groundsmith("qa", docs, "--out", "out", env={"GROQ_API_KEY": KEY})

    assert done.returncode == 0
    assert {record["made_by"]["writer"] for record in records(groundsmith)} <= {"extractive"}


def test_a_paid_run_without_a_budget_shows_its_estimate_and_wants_a_yes(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        asked = ("qa", docs, "--out", "out", "--model", "mine")
        refused = groundsmith(*asked)
        before = provider.bill().request_count
        done = groundsmith(*asked, "--yes")

    assert refused.returncode == 2
    assert "cost" in refused.stderr
    assert "--budget" in refused.stderr
    assert before == 0
    assert done.returncode == 0


def test_a_budget_with_an_unknown_price_says_how_to_give_one(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url)
        refused = groundsmith("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")

    assert refused.returncode == 2
    assert "price" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_the_budget_is_a_wall_and_a_higher_one_goes_on_without_asking_again(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--quiet")
        stopped = groundsmith(*asked, "--budget", "0.012")
        at_the_wall, some = spending(groundsmith), records(groundsmith)
        done = groundsmith(*asked, "--budget", "1")
        calls = provider.bill().calls

    assert stopped.returncode == 3, stopped.stderr
    assert "budget" in stopped.stderr
    assert at_the_wall["cost_pico_usd"] + at_the_wall["unsettled_pico_usd"] <= 12 * 10**9
    assert 0 < len(some) < 12
    assert done.returncode == 0
    assert len(records(groundsmith)) == 12
    assert len(calls) == 12


def test_the_ledgers_sum_is_the_providers_bill(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        groundsmith("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        bill = provider.bill()

    money = spending(groundsmith)
    assert money["call_count"] == len(bill.calls) == 12
    assert money["input_tokens"] == bill.input_tokens
    assert money["output_tokens"] == bill.output_tokens
    assert money["cost_pico_usd"] == (bill.input_tokens + 2 * bill.output_tokens) * 10**6
    assert money["unsettled_pico_usd"] == 0


def test_answers_that_are_paid_are_not_asked_for_again(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder)
    with FakeProvider(Script(answer=teacher)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        groundsmith(*asked)
        first = provider.bill().request_count
        groundsmith(*asked)
        again = provider.bill().request_count
        groundsmith(*asked, "--fresh")
        fresh = provider.bill().request_count

    assert (first, again, fresh) == (12, 12, 24)


def test_unusable_answers_are_dead_letters_with_what_was_asked_and_said(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder, count=3)
    with FakeProvider(Script(answer=lambda prompt, schema: "I would rather not.")) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        done = groundsmith(*asked)
        shown = json.loads(groundsmith("runs", "show", "out", "--json").stdout)

    assert done.returncode in (1, 4)
    assert "3 items; why: groundsmith runs show out" in done.stdout
    assert shown["items"] == {"FAILED": 3}
    assert {letter["cause"]["answer"] for letter in shown["dead_letters"]} == {
        "I would rather not."
    }
    assert all(letter["cause"]["request"]["messages"] for letter in shown["dead_letters"])


def test_an_answer_whose_quote_does_not_bear_it_is_rejected(groundsmith: CommandLine) -> None:
    def misquoting(prompt: str, schema: Json) -> str:
        answer: dict[str, Any] = json.loads(teacher(prompt, schema))
        for pair in answer["pairs"]:
            pair["quote"] = "Boats pass below it all day."
        return json.dumps(answer)

    docs = towers(groundsmith.folder, count=3)
    with FakeProvider(Script(answer=misquoting)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        groundsmith("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")

    rejected = (groundsmith.folder / "out" / "rejected.jsonl").read_text("utf-8")
    assert records(groundsmith) == []
    assert rejected.count("quote-does-not-bear-it") == 3


def test_with_every_provider_down_no_fallback_poses_as_a_model(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder, count=3)
    down = Script(usual=Outcome(status=503, retry_after="0"))
    with FakeProvider(down) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE, "attempts: 2")
        asked = ("qa", docs, "--out", "out", "--model", "mine", "--budget", "1")
        failed = groundsmith(*asked)
        replaced = groundsmith(*asked, "--fallback", "extractive")

    assert failed.returncode == 4, failed.stderr
    assert replaced.returncode == 0, replaced.stderr
    assert {record["made_by"]["writer"] for record in records(groundsmith)} == {"extractive"}


@pytest.mark.slow
def test_an_estimate_holds_the_true_cost(groundsmith: CommandLine) -> None:
    with FakeProvider(Script(answer=diligent)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        run = (GUIDANCE, "--model", "mine", "--budget", "9")
        estimated = json.loads(groundsmith("estimate", "qa", *run, "--json").stdout)["cost_usd"]
        groundsmith("qa", *run, "--out", "out")

    cost = spending(groundsmith)["cost_pico_usd"] / 10**12
    assert estimated["low"] <= cost <= estimated["high"] <= 2 * estimated["low"]
