"""What is wrong with a text, and what it costs: how the rule-based stages come to their score.

A score is 1 less the cost of every fault that was found, never below 0: the rules ran, and this
is what they found. What a rule costs stands beside the rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from groundsmith.recipes.qa.checks.pair import Checked
from groundsmith.records import Finding, Span, StageScore, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One broken rule; `span` is where, in the text that the rule looked at."""

    code: str
    cost: float
    message: str
    advice: str
    span: Span | None = None


def scored(stage: str, faults: Iterable[Fault], why: str = "") -> Checked:
    """The stage's score and a finding for each fault; `why` says which part could not run."""
    found = list(faults)
    left = max(0.0, 1.0 - sum(fault.cost for fault in found))
    findings = [
        Finding(
            stage=stage,
            code=fault.code,
            message=fault.message,
            advice=fault.advice,
            span=fault.span,
        )
        for fault in found
    ]
    return StageScore(score=rounded(left), why=why), findings
