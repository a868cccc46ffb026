"""Spares: another model answers where the first cannot, and every record says who did."""

import json
from collections import Counter
from pathlib import Path

import pytest

from command_line import CommandLine
from groundsmith.testing import FakeProvider, Outcome, Script
from teaching import KEY, PRICE, records, spending, teacher, towers

DOWN = Outcome(status=503, retry_after="0")
ASKED = ("--out", "out", "--model", "first", "--spares", "second", "--budget", "1")


def configure(command: CommandLine, first: FakeProvider, second: FakeProvider) -> None:
    """A file that names both models."""
    block = ["models:"]
    for name, provider in (("first", first), ("second", second)):
        block += [f"  {name}:", "    provider: custom", f"    base_url: {provider.base_url}"]
        block += [f"    model: the-{name}", f"    {PRICE}", "    attempts: 2"]
    (command.folder / "groundsmith.yaml").write_text("\n".join(block) + "\n", "utf-8")


def writers(command: CommandLine) -> Counter[str]:
    return Counter(record["made_by"]["writer"] for record in records(command))


def test_with_the_first_provider_down_the_spare_answers_under_its_own_name(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder)
    with (
        FakeProvider(Script(usual=DOWN)) as first,
        FakeProvider(Script(answer=teacher)) as second,
    ):
        configure(groundsmith, first, second)
        done = groundsmith("qa", docs, *ASKED)
        bill = second.bill()

    manifest = json.loads((groundsmith.folder / "out" / "manifest.json").read_text("utf-8"))
    money = spending(groundsmith)
    assert done.returncode == 0, done.stderr
    assert writers(groundsmith) == {"model:the-second": 12}
    assert len(bill.calls) == 12
    assert money["cost_pico_usd"] == (bill.input_tokens + 2 * bill.output_tokens) * 10**6
    assert manifest["models"]["custom:the-second"]["cost_pico_usd"] == money["cost_pico_usd"]
    assert manifest["models"]["custom:the-first"]["call_count"] == 0


def test_a_spares_answer_is_never_filed_under_the_first_model(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder, count=3)
    down_at_first = Script(answer=teacher, first=(DOWN,) * 6)
    with FakeProvider(down_at_first) as first, FakeProvider(Script(answer=teacher)) as second:
        configure(groundsmith, first, second)
        groundsmith("qa", docs, *ASKED)
        by_spare = writers(groundsmith)
        done = groundsmith("qa", docs, "--out", "other", "--model", "first", "--budget", "1")
        asked = (len(first.bill().calls), len(second.bill().calls))

    made = (groundsmith.folder / "other" / "records.jsonl").read_text("utf-8").splitlines()
    assert by_spare == {"model:the-second": 3}
    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["made_by"]["writer"] for line in made} == {"model:the-first"}
    assert asked == (3, 3)


@pytest.mark.slow
def test_another_spare_writes_anew_and_another_address_of_it_does_not(
    groundsmith: CommandLine,
) -> None:
    docs = towers(groundsmith.folder, count=3)
    with (
        FakeProvider(Script(answer=teacher)) as first,
        FakeProvider(Script(answer=teacher)) as second,
    ):
        configure(groundsmith, first, second)
        file = groundsmith.folder / "groundsmith.yaml"
        text = file.read_text("utf-8")
        hashes = []
        for changed in (
            text,
            text.replace(second.base_url, f"{second.base_url}/elsewhere"),
            text.replace("the-second", "the-third"),
        ):
            file.write_text(changed, "utf-8")
            groundsmith("qa", docs, *ASKED)
            hashes.append(written(groundsmith))

    assert hashes[0] == hashes[1] != hashes[2]


def written(command: CommandLine) -> str:
    manifest = json.loads((command.folder / "out" / "manifest.json").read_text("utf-8"))
    return str(manifest["settings_sha256"]["write"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--model", "first", "--spares", "secnd"), "secnd"),
        (("--spares", "second"), "--model"),
    ],
)
def test_a_spare_that_nobody_knows_or_that_stands_in_for_nobody_exits_2(
    groundsmith: CommandLine, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    docs = towers(groundsmith.folder, count=1)
    with FakeProvider() as provider:
        configure(groundsmith, provider, provider)
        refused = groundsmith("qa", docs, "--out", "out", *options, "--budget", "1")

    assert refused.returncode == 2
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert KEY not in refused.stderr
