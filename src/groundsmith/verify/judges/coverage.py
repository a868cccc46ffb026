"""The untrained judge: how much of a claim its evidence says, word by word.

IDF-weighted coverage is what carries over best to texts nobody trained on: the embedded judge
keeps it as its anchor, and `benchmarks/verify.py` prints it beside every score.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.verify.checks import REFUTING, hard_findings
from groundsmith.verify.evidence import windows_in
from groundsmith.verify.features import measure
from groundsmith.verify.judges.obvious import obvious
from groundsmith.verify.settings import VerifySettings

_FAULTED = 0.5
"""What a hard finding leaves of a score."""


class CoverageJudge:
    """The share of a claim's words, weighed by how much each tells, that its evidence has.

    1.0 means that every word stands in the evidence and no hard check objects, 0.0 that none
    stands there. A hard finding halves the share, so such a claim is never above 0.5.
    """

    name = "coverage@1"

    def __init__(self, settings: VerifySettings | None = None) -> None:
        self.settings = settings or VerifySettings()

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """A verdict that depends on nothing but the claim, the evidence and the settings.

        `evidence` may be whole passages; the claim's own windows are found in them and returned.
        """
        if found := obvious(claim, evidence, self.name):
            return found
        windows = windows_in(claim, evidence, self.settings.max_windows)
        findings = tuple(hard_findings(claim, windows))
        covered = measure(claim, evidence, windows, weighed=True).values["coverage"]
        score = rounded(covered * (_FAULTED if findings else 1.0))
        verdict, reason = Verdict.SUPPORTED, ""
        if findings:
            refuted = findings[0].code in REFUTING
            verdict = Verdict.REFUTED if refuted else Verdict.NOT_ENOUGH_INFO
            reason = findings[0].message
        elif score < self.settings.support_threshold:
            verdict = Verdict.NOT_ENOUGH_INFO
            reason = f"{score:.2f} of what the claim says is in the source"
        return JudgedClaim(
            text=claim.text,
            verdict=verdict,
            score=score,
            judge=self.name,
            evidence=windows,
            reason=reason,
            findings=findings,
        )
