"""A model judges what the embedded judge leaves in doubt, under the run's budget."""

import json

from command_line import CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script
from teaching import PRICE, configure, records, spending, teacher, towers

WRITTEN = ("--model", "mine", "--max-corrections", "0")
JUDGED = (*WRITTEN, "--set", "verify.model=mine", "--set", "verify.doubt_low=0")
BUDGET = (*JUDGED, "--budget", "1")


def retelling(prompt: str, schema: Json) -> str:
    """Pairs whose answers retell the passage, and a verdict that quotes it."""
    if "verdict" in schema["properties"]:
        claim = prompt.split("The claim:")[1].split("The passages:")[0]
        year = next(word for word in claim.replace(".", " ").split() if word.isdigit())
        sentence = next(line for line in prompt.splitlines() if f"built in {year}" in line)
        quote = {"passage": 1, "text": sentence.split(". ")[0]}
        return json.dumps({"verdict": "SUPPORTED", "quotes": [quote], "reason": "It says so."})
    answer = json.loads(teacher(prompt, schema))
    for pair in answer["pairs"]:
        pair["answer"] = f"Masons raised its stones during {pair['answer']}"
        pair["kind"] = "explanatory"
    return json.dumps(answer)


def judges(groundsmith: CommandLine) -> set[str]:
    rejected = (groundsmith.folder / "out" / "rejected.jsonl").read_text("utf-8").splitlines()
    every = [*records(groundsmith), *map(json.loads, rejected)]
    return {claim["judge"] for record in every for claim in record["claims"]}


def test_what_is_in_doubt_is_judged_by_the_model_and_paid_from_the_budget(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder, count=4)
    with FakeProvider(Script(answer=retelling)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        done = groundsmith("qa", docs, "--out", "out", *BUDGET)
        bill = provider.bill()
        again = groundsmith("qa", docs, "--out", "out", *BUDGET)
        more = provider.bill().request_count - bill.request_count

    assert done.returncode == again.returncode == 0, done.stderr
    assert judges(groundsmith) == {"model:mine@1"}
    assert len(bill.calls) == 8
    assert spending(groundsmith)["cost_pico_usd"] == (
        (bill.input_tokens + 2 * bill.output_tokens) * 10**6
    )
    assert spending(groundsmith)["call_count"] == 8
    assert more == 0


def test_the_budget_stops_the_judging_and_more_of_it_goes_on(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder, count=4)
    with FakeProvider(Script(answer=retelling)) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        write = ("qa", docs, "--out", "out", *WRITTEN, "--budget", "1")
        assert groundsmith(*write).returncode == 0
        spent = spending(groundsmith)["cost_pico_usd"] / 10**12
        poor = (*JUDGED, "--budget", str(spent + 1e-6))
        stopped = groundsmith("qa", docs, "--out", "out", *poor)
        unjudged = provider.bill().request_count
        done = groundsmith("qa", docs, "--out", "out", *BUDGET)

    assert stopped.returncode == 3
    assert unjudged == 4
    assert done.returncode == 0
    assert judges(groundsmith) == {"model:mine@1"}


def test_a_judging_model_that_nobody_knows_is_refused_before_the_run(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder, count=1)

    done = groundsmith("qa", docs, "--out", "out", "--set", "verify.model=nobody")

    assert done.returncode == 2
    assert "nobody" in done.stderr
    assert not (groundsmith.folder / "out").exists()
