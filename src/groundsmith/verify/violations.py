"""Holds a checked text to the policy: what its claims earned decides what a rule may excuse."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from groundsmith.records import Span, Verdict
from groundsmith.verify.policy import Policy, PolicyFinding
from groundsmith.verify.report import CheckedClaim, Violation


def violations(text: str, claims: Sequence[CheckedClaim], policy: Policy) -> tuple[Violation, ...]:
    """Where `text` breaks a rule, by place; `claims` are its own, in their order."""
    starts = [claim.start for claim in claims]
    newlines = [found.start() for found in re.finditer("\n", text)]

    def supported(span: Span) -> bool | None:
        first = max(0, bisect_right(starts, span.start) - 1)
        touched = claims[first : bisect_left(starts, span.stop)]
        return _supported([claim for claim in touched if claim.stop > span.start])

    found = policy.check(text, supported=supported)
    return tuple(_violation(text, one, newlines) for one in found)


def _supported(claims: Sequence[CheckedClaim]) -> bool | None:
    """Whether these claims are supported; `None` where that is not known."""
    verdicts = {claim.verdict for claim in claims if claim.checkable}
    if verdicts & {Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO}:
        return False
    return True if verdicts == {Verdict.SUPPORTED} else None


def _violation(text: str, found: PolicyFinding, newlines: Sequence[int]) -> Violation:
    span = found.finding.span or Span(start=0, stop=len(text))
    return Violation(
        rule=found.finding.code,
        category=found.category,
        severity=found.severity.name,
        message=found.finding.message,
        advice=found.finding.advice,
        start=span.start,
        stop=span.stop,
        line=bisect_left(newlines, span.start) + 1,
        supported=found.supported,
    )
