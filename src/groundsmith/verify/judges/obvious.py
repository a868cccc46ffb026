"""What can be said of a claim before anything is weighed, whoever judges."""

from collections.abc import Sequence

from groundsmith.records import Claim, ClaimKind, Evidence, JudgedClaim, Verdict
from groundsmith.verify.evidence import verbatim
from groundsmith.verify.judges.unjudged import unjudged

LONGEST_CHARS = 10_000
"""What is longer was never split into claims; only a copy is recognised at that length."""

_CALLED = {
    ClaimKind.QUESTION: "a question",
    ClaimKind.OPINION: "an opinion",
    ClaimKind.CALL_TO_ACTION: "a call to action",
    ClaimKind.HEADING: "a heading",
}


def obvious(claim: Claim, shown: Sequence[Evidence], judge: str) -> JudgedClaim | None:
    """UNCHECKED for what cannot be judged, SUPPORTED for a copy, `None` for all that is a claim."""
    if not any(char.isalnum() for char in claim.text):
        return unjudged(claim, judge, "nothing in it to check")
    if not claim.kind.checkable:
        return unjudged(claim, judge, f"not checkable: {_CALLED[claim.kind]}")
    if copied := verbatim(claim, shown):
        return JudgedClaim(
            text=claim.text,
            kind=claim.kind,
            verdict=Verdict.SUPPORTED,
            score=1.0,
            judge=judge,
            evidence=(copied,),
        )
    if len(claim.text) > LONGEST_CHARS:
        return unjudged(claim, judge, f"too long for one claim: {len(claim.text)} characters")
    return None
