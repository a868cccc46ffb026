"""What a judge says that could not judge."""

from groundsmith.records import Claim, JudgedClaim, Verdict


def unjudged(claim: Claim, judge: str, why: str) -> JudgedClaim:
    """The claim, UNCHECKED, with the reason and without a score."""
    return JudgedClaim(
        text=claim.text,
        kind=claim.kind,
        verdict=Verdict.UNCHECKED,
        score=None,
        judge=judge,
        reason=why,
    )
