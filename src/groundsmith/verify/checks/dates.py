"""Dates of a claim that its evidence does not give, or gives differently."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.amounts import amounts
from groundsmith.verify.comparison import Comparison, compare
from groundsmith.verify.dates import Date, dates


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each date that no date of the evidence includes.

    A claim may say less than the source (May for 12 May), never more; a year may stand apart.
    """
    compared = compare(claim, evidence)
    return [
        _finding(claim, date, _rival(date, compared))
        for date in dates(claim.text)
        if not _is_given(date, compared)
    ]


def _is_given(date: Date, compared: Comparison) -> bool:
    """Whether some date of the evidence says all that this one says, at its place if aligned."""
    years = frozenset(
        int(value)
        for source in compared.evidence
        for amount in amounts(source.text)
        for value in amount.values
        if isinstance(value, float) and value < 10_000
    )
    return not _rival(date, compared) and any(
        reading.within(other, years)
        for reading in date.readings
        for source in compared.evidence
        for given in dates(source.text)
        for other in given.readings
    )


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
