"""Hard checks: deterministic, before any score; each returns findings for one claim."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks import dates, names, negation, numbers

REFUTING = frozenset({"number-differs", "date-differs", "name-differs", "negation-differs"})
"""Codes of findings that contradict a claim; the others say that the evidence is not enough."""


def hard_findings(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """What all hard checks find, contradictions first, spans in the text the claim is from."""
    found = [
        finding
        for check in (dates.check, numbers.check, names.check, negation.check)
        for finding in check(claim, evidence)
    ]
    return sorted(found, key=lambda finding: finding.code not in REFUTING)
