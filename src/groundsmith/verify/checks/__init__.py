"""Hard checks: deterministic, before any score; each returns objections to one claim.

An objection that the evidence bears out is a finding, a doubt where it does so in part; one that
it does not is a weak sign, which refuses nothing by itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks import (
    copies,
    dates,
    modality,
    names,
    negation,
    numbers,
    opposites,
    quantifiers,
    quotations,
    roles,
)
from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.codes import DOUBT, doubts, stands

_REMEMBERED = 8
"""A judge asks for the findings and for the signs of one claim, one after the other."""

Check = Callable[[Case], list[Objection]]

CHECKS: dict[str, Check] = {
    "dates@3": dates.check,
    "numbers@3": numbers.check,
    "names@3": names.check,
    "quotations@2": quotations.check,
    "negation@3": negation.check,
    "quantifiers@2": quantifiers.check,
    "opposites@1": opposites.check,
    "roles@2": roles.check,
    "modality@2": modality.check,
    "copies@1": copies.check,
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
    found = [
        finding if stands(finding.code, bearing) else replace(finding, code=DOUBT)
        for finding, bearing in objections(claim, evidence)
        if doubts(finding.code, bearing)
    ]
    return sorted(found, key=lambda finding: finding.code not in REFUTING)


def weak_signs(claim: Claim, evidence: Sequence[Evidence]) -> Mapping[str, float]:
    """For each check that objects to a claim without a finding, how far the evidence bears on it.

    Features for a judge, in [0, 1]: by themselves they refuse nothing. A check that says nothing
    is left out.
    """
    signs: dict[str, float] = {}
    for finding, bearing in objections(claim, evidence):
        if not doubts(finding.code, bearing):
            signs[finding.stage] = max(signs.get(finding.stage, 0.0), bearing)
    return signs


def objections(claim: Claim, evidence: Sequence[Evidence]) -> list[Objection]:
    """What all hard checks have to say, however little the evidence bears on the claim there."""
    return _objections(claim, tuple(evidence))


@lru_cache(maxsize=_REMEMBERED)
def _objections(claim: Claim, evidence: tuple[Evidence, ...]) -> list[Objection]:
    case = Case(claim, evidence)
    found: list[Objection] = []
    for check in CHECKS.values():
        stood = {one.finding.code for one in found if stands(one.finding.code, one.bearing)}
        more = check(case)
        found += [one for one in more if check is not copies.check or one.finding.code not in stood]
    return found
