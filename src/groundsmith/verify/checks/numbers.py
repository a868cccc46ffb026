"""Numbers of a claim that its evidence does not have, or has differently."""

import re
from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.amounts import Amount, amounts, by_value
from groundsmith.verify.comparison import Comparison, Gap, compare
from groundsmith.verify.dates import dates
from groundsmith.verify.tokens import TokenKind, fold
from groundsmith.verify.words import UNITS

_LIST_MARKER = re.compile(r"\s*\(?\d{1,3}[.)]\s")
_MARK = re.compile(r"[%₹€£¥৳$]|[^\W\d_]{1,16}(?![^\W\d_])")


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each amount: another one at its place, none like it, or another unit.

    Numbers within dates, and the marker before a list's item, are left to others. A number in
    words is only held against a number at its place: "two ways" may be counted, not written.
    """
    asked = amounts(claim.text)
    if not asked:
        return []
    compared = compare(claim, evidence)
    marker = _LIST_MARKER.match(claim.text)
    body = marker.end() if marker else 0
    dated = [(date.start, date.stop) for date in dates(claim.text)]
    given = by_value(source.text for source in compared.evidence)
    found: list[Finding] = []
    for amount in asked:
        if amount.start < body or any(start <= amount.start < stop for start, stop in dated):
            continue
        same = [other for value in amount.values for other in given.get(value, ())]
        if finding := _fault(claim, amount, same, compared):
            found.append(finding)
    return found


def _fault(
    claim: Claim, amount: Amount, same: list[Amount], compared: Comparison
) -> Finding | None:
    """What is wrong with one amount of the claim, if anything is; `same` are equal in value."""
    written = claim.text[amount.start : amount.stop]
    if rival := _rival(amount, compared, found_elsewhere=bool(same)):
        message = f"the source says {rival} where the claim says {written}"
        return _finding(claim, amount, "number-differs", message)
    if not same:
        if amount.spelled:
            return None
        return _finding(claim, amount, "number-not-in-source", f"{written} is not in the source")
    if any(_counts_the_same(amount, other, claim, compared) for other in same):
        return None
    message = f"the source does not say {written}, but counts something else"
    return _finding(claim, amount, "unit-not-in-source", message)


def _rival(amount: Amount, compared: Comparison, *, found_elsewhere: bool) -> str:
    """The source's amount at the place of a claim's, as written, where the two disagree.

    A number that stands elsewhere in the source counts as misplaced only where nothing but
    numbers differs; elsewhere the gap may just be another order of words.
    """
    for gap in compared.gaps:
        if not any(amount.start <= token.start < amount.stop for token in gap.claim):
            continue
        there = _amounts_in(gap, compared)
        if not there or any(amount.agrees_with(other) for other in there):
            continue
        if found_elsewhere and not _only_numbers(gap):
            continue
        return " ".join(compared.closest.text[other.start : other.stop] for other in there)
    return ""


def _amounts_in(gap: Gap, compared: Comparison) -> list[Amount]:
    """The source's amounts that the gap touches."""
    starts = [token.start for token in gap.evidence]
    return [
        other
        for other in amounts(compared.closest.text)
        if any(other.start <= start < other.stop for start in starts)
    ]


def _only_numbers(gap: Gap) -> bool:
    """Whether the claim has nothing but numbers in the gap."""
    return all(token.kind is TokenKind.NUMBER for token in gap.claim)


def _counts_the_same(amount: Amount, other: Amount, claim: Claim, compared: Comparison) -> bool:
    """Whether the units agree; one side may carry its unit elsewhere, as a table's header does.

    A claim may leave a unit out, except the per cent sign: 50 and 50 % are different facts.
    """
    if amount.unit == other.unit:
        return True
    if not amount.unit:
        return other.unit != "%" or "%" in _marks(claim.text)
    return not other.unit and any(amount.unit in _marks(s.text) for s in compared.evidence)


def _marks(text: str) -> set[str]:
    """Every unit that is named in the text."""
    return {UNITS[mark] for mark in map(fold, _MARK.findall(text)) if mark in UNITS}


def _finding(claim: Claim, amount: Amount, code: str, message: str) -> Finding:
    return Finding(
        stage="numbers",
        code=code,
        message=message,
        advice="take the number from the source, with its unit",
        span=Span(start=claim.start + amount.start, stop=claim.start + amount.stop),
    )
