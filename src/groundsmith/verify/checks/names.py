"""Names of a claim that its evidence does not have, or has another for."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.comparison import Comparison, Gap, compare
from groundsmith.verify.dates import dates
from groundsmith.verify.names import is_named, names, related
from groundsmith.verify.tokens import Token


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each name: another one at its place, or none like it. Dates are left out."""
    compared = compare(claim, evidence)
    dated = [(date.start, date.stop) for date in dates(claim.text)]
    found: list[Finding] = []
    for name in sorted(names(claim.text), key=lambda token: token.start):
        if any(start <= name.start < stop for start, stop in dated):
            continue
        written = claim.text[name.start : name.stop]
        if rival := _rival(name, compared):
            message = f"the source says {rival} where the claim says {written}"
            found.append(_finding(claim, name, "name-differs", message))
        elif not any(is_named(name, source) for source in compared.evidence):
            message = f"{written} is not in the source"
            found.append(_finding(claim, name, "name-not-in-source", message))
    return found


def _rival(name: Token, compared: Comparison) -> str:
    """The source's names at the place of a claim's, as written, where nothing else differs."""
    for gap in compared.gaps:
        if name not in gap.claim or not _only_names(gap, compared):
            continue
        if not any(related(name.key, other.key) for other in gap.evidence):
            return compared.closest.text[gap.evidence[0].start : gap.evidence[-1].stop]
    return ""


def _only_names(gap: Gap, compared: Comparison) -> bool:
    """Whether both sides of the gap are names, and the claim's are new to the sentence.

    A name that the sentence has elsewhere, or abbreviates, stands in another order of words.
    """
    mine, its = names(compared.claim.text), names(compared.closest.text)
    if not gap.evidence or not mine.issuperset(gap.claim) or not its.issuperset(gap.evidence):
        return False
    if any(name.key in compared.sentence for name in gap.claim):
        return False
    initials = "".join(token.key[0] for token in gap.evidence)
    return [token.key for token in gap.claim] != [initials]


def _finding(claim: Claim, name: Token, code: str, message: str) -> Finding:
    return Finding(
        stage="names",
        code=code,
        message=message,
        advice="name who or what the source names",
        span=Span(start=claim.start + name.start, stop=claim.start + name.stop),
    )
