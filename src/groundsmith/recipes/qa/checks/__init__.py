"""The six stages that every pair is held to, in the order in which they are shown.

Each is a function of the pair alone; thresholds are applied in curation, not here.
"""

from collections.abc import Callable

from groundsmith.recipes.qa.checks import (
    answer,
    extractive,
    form,
    hallucination,
    question,
    relevancy,
)
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.records import Finding, Judgement, StageScore

STAGES: dict[str, Callable[[CheckedPair], Checked]] = {
    module.STAGE: module.check
    for module in (form, extractive, hallucination, relevancy, question, answer)
}

CHECKS: tuple[str, ...] = (
    "format@1",
    "extractive@1",
    "hallucination@2",
    "relevancy@2",
    "question@1",
    "answer@1",
    "repair@1",
)
"""Each stage, and the repair before them, with its version, which moves when it would score a pair
otherwise: a new version judges stored drafts again."""


def judgement(pair: CheckedPair) -> Judgement:
    """What all stages found, and the verdicts on the answer's claims."""
    stages: dict[str, StageScore] = {}
    findings: list[Finding] = []
    for name, check in STAGES.items():
        stages[name], found = check(pair)
        findings += found
    claims = tuple(judged for _, judged in pair.claims)
    return Judgement(claims=claims, stages=stages, findings=tuple(findings))
