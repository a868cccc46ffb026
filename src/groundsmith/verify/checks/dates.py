"""Dates of a claim that its evidence does not give, or gives differently."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.amounts import by_value
from groundsmith.verify.comparison import Comparison, compare
from groundsmith.verify.dates import Date, Day, dates

_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each date that no date of the evidence includes.

    A claim may say less than the source (May for 12 May), never more; a year may stand apart.
    """
    asked = dates(claim.text)
    if not asked:
        return []
    compared = compare(claim, evidence)
    given = [day for s in compared.evidence for date in dates(s.text) for day in date.readings]
    years = frozenset(
        int(value)
        for value in by_value(source.text for source in compared.evidence)
        if isinstance(value, float) and _FIRST_YEAR <= value <= _LAST_YEAR
    )
    found: list[Finding] = []
    for date in asked:
        rival = _rival(date, compared)
        if rival or not _is_given(date, given, years):
            found.append(_finding(claim, date, rival))
    return found


def _is_given(date: Date, given: list[Day], years: frozenset[int]) -> bool:
    """Whether some day of the evidence includes all that the date says."""
    return any(mine.within(day, years) for mine in date.readings for day in given)


def _rival(date: Date, compared: Comparison) -> str:
    """The source's date at the place of a claim's, as written, where the two disagree."""
    there = {
        token.start
        for gap in compared.gaps
        if any(date.start <= token.start < date.stop for token in gap.claim)
        for token in gap.evidence
    }
    for given in dates(compared.closest.text) if there else ():
        touched = any(given.start <= start < given.stop for start in there)
        if touched and not _agree(date, given):
            return compared.closest.text[given.start : given.stop]
    return ""


def _agree(date: Date, given: Date) -> bool:
    """Whether two dates may be the same day, as far as both are told."""
    return any(
        all(
            one is None or other is None or one == other
            for one, other in zip(mine, its, strict=True)
        )
        for mine in date.readings
        for its in given.readings
    )


def _finding(claim: Claim, date: Date, rival: str) -> Finding:
    written = claim.text[date.start : date.stop]
    said = f"the source says {rival} where the claim says {written}"
    return Finding(
        stage="dates",
        code="date-differs" if rival else "date-not-in-source",
        message=said if rival else f"{written} is not in the source",
        advice="take the date from the source",
        span=Span(start=claim.start + date.start, stop=claim.start + date.stop),
    )
