"""Every rule keeps what its corpus promises; the sealed half is scored by the benchmark only."""

import json
from pathlib import Path

import pytest

from groundsmith.verify.policy import Policy

OPEN = Path(__file__).parents[3] / "benchmarks" / "policy_corpora" / "open"
POLICY = Policy.load()


@pytest.mark.parametrize("rule", [rule.id for rule in POLICY.rules])
def test_a_rule_finds_what_it_must_and_leaves_what_it_must_not(rule: str) -> None:
    lines = (OPEN / f"{rule}.jsonl").read_text("utf-8").split("\n")[:-1]
    rows = [json.loads(line) for line in lines]

    flagged = [
        (any(each.finding.code == rule for each in POLICY.check(row["text"])), row["flag"])
        for row in rows
    ]

    must = [found for found, flag in flagged if flag]
    must_not = [found for found, flag in flagged if not flag]
    assert len(must) >= 25
    assert len(must_not) >= 50
    assert sum(must) >= 0.95 * len(must)
    assert sum(must_not) <= 0.01 * len(must_not)


@pytest.mark.parametrize(
    "text",
    [
        "I worked on the only service left on the laptop.",
        "We cut build time by 40 % with instant cache hits.",
        "All companies on the panel agree.",
    ],
)
def test_ordinary_sentences_of_a_post_pass_every_rule(text: str) -> None:
    found = POLICY.check(text)

    assert found == []
