"""Hard checks: deterministic, before any score; each returns findings for one claim."""

from collections.abc import Callable, Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks import (
    antonyms,
    comparatives,
    dates,
    modality,
    names,
    negation,
    numbers,
    quantifiers,
    quotations,
    roles,
    words,
)

Check = Callable[[Claim, Sequence[Evidence]], list[Finding]]

CHECKS: dict[str, Check] = {
    "dates@2": dates.check,
    "numbers@2": numbers.check,
    "names@2": names.check,
    "quotations@1": quotations.check,
    "negation@2": negation.check,
    "quantifiers@1": quantifiers.check,
    "comparatives@1": comparatives.check,
    "roles@1": roles.check,
    "modality@1": modality.check,
    "antonyms@1": antonyms.check,
    "words@1": words.check,
}
"""Every check under its name and version; they are asked in this order."""

REFUTING = frozenset(
    {
        "number-differs",
        "unit-differs",
        "date-differs",
        "name-differs",
        "quotation-differs",
        "speaker-differs",
        "negation-differs",
        "quantifier-differs",
        "direction-differs",
        "roles-swapped",
        "modality-differs",
        "antonym-differs",
    }
)
"""Codes of findings that contradict a claim; the others say that the evidence is not enough."""


def hard_findings(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """What all hard checks find, contradictions first, spans in the text the claim is from."""
    found: list[Finding] = []
    for check in CHECKS.values():
        if check is words.check and found:
            break
        found += check(claim, evidence)
    return sorted(found, key=lambda finding: finding.code not in REFUTING)
