"""A model's unsupported answer is corrected by asking it again, or its pair is rejected."""

import json
from typing import Any

from command_line import CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script
from teaching import PRICE, configure, records, teacher, towers

QUOTE = "The TowerA was built in 1900."
RUN = ("--model", "mine", "--budget", "1")


def wrong(corrected: str) -> Script:
    """A model that writes a wrong year, and answers `corrected` when it is told so."""

    def answer(prompt: str, schema: Json) -> str:
        if "sentence" in schema["properties"]:
            return json.dumps({"sentence": corrected})
        said: dict[str, Any] = json.loads(teacher(prompt, schema))
        for pair in said["pairs"]:
            pair |= {"answer": "The TowerA was built in 1950.", "kind": "explanatory"}
        return json.dumps(said)

    return Script(answer=answer)


def made(groundsmith: CommandLine, script: Script, *options: str) -> int:
    """How many calls the run made."""
    docs = towers(groundsmith.folder, count=1)
    with FakeProvider(script) as provider:
        configure(groundsmith, "custom", provider.base_url, PRICE)
        done = groundsmith("qa", docs, "--out", "out", *RUN, *options)
        assert done.returncode == 0, done.stderr
        return provider.bill().request_count


def rejected(groundsmith: CommandLine) -> list[dict[str, Any]]:
    lines = (groundsmith.folder / "out" / "rejected.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_corrected_answer_is_exported_with_what_it_was(groundsmith: CommandLine) -> None:
    calls = made(groundsmith, wrong(QUOTE))

    [record] = records(groundsmith)
    [correction] = record["corrections"]
    assert calls == 2
    assert record["content"]["answer"] == QUOTE == record["citations"][0]["quote"]
    assert correction["original"] == "The TowerA was built in 1950."
    assert correction["rewritten"] == QUOTE
    assert "1900" in correction["reason"]
    assert groundsmith("audit", "out").returncode == 0


def test_an_answer_that_stays_wrong_is_rejected_as_it_was_written(
    groundsmith: CommandLine,
) -> None:
    made(groundsmith, wrong("The TowerA was built in 1960."))

    assert records(groundsmith) == []
    [record] = rejected(groundsmith)
    assert record["content"]["answer"] == "The TowerA was built in 1950."
    assert record["corrections"] == []


def test_without_corrections_nobody_is_asked_again(groundsmith: CommandLine) -> None:
    calls = made(groundsmith, wrong(QUOTE), "--max-corrections", "0")

    assert calls == 1
    assert records(groundsmith) == []
