"""The judge that is always there: hard checks, and a small model on how claim and evidence align.

It needs no network and no model file but its own few numbers (`data/judge.json`, described in
`docs/judge.md`). The decision to question: a hard check's word stands above any score, so a claim
that has a finding is never SUPPORTED, however much of it the sources say.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, JudgedClaim, Verdict, rounded
from groundsmith.verify.checks import REFUTING, hard_findings
from groundsmith.verify.evidence import windows_in
from groundsmith.verify.features import Measured, measure
from groundsmith.verify.judges.obvious import obvious
from groundsmith.verify.settings import VerifySettings
from groundsmith.verify.weighing import weighings

LANGUAGE_FREE = "judged by language-free features"
"""What the reason says where the words of claim and evidence are in no language we know."""


class EmbeddedJudge:
    """The chance that a claim is supported, from the windows of evidence that are nearest to it.

    1.0 is kept for what the evidence has letter for letter.
    """

    name = "embedded@1"

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
        measured = measure(claim, evidence, windows)
        weighed, language_free = weighings()
        way = weighed if measured.weighed else language_free
        score = rounded(way.chance(measured.values, findings)) if windows else 0.0
        verdict = self._verdict(score, findings)
        return JudgedClaim(
            text=claim.text,
            kind=claim.kind,
            verdict=verdict,
            score=score,
            judge=self.name,
            evidence=windows,
            reason=_reason(claim, verdict, findings, measured),
            findings=findings,
        )

    def _verdict(self, score: float, findings: Sequence[Finding]) -> Verdict:
        if any(finding.code in REFUTING for finding in findings):
            return Verdict.REFUTED
        if findings or score < self.settings.support_threshold:
            return Verdict.NOT_ENOUGH_INFO
        return Verdict.SUPPORTED


def _reason(claim: Claim, verdict: Verdict, findings: Sequence[Finding], measured: Measured) -> str:
    """Why, in one line; nothing to say of what is supported by words that we can weigh."""
    said: list[str] = []
    if findings:
        said.append(findings[0].message)
    elif verdict is not Verdict.SUPPORTED:
        missing = ", ".join(span.of(claim.text) for span in measured.missing)
        said.append(
            f"not in the source: {missing}"
            if missing
            else "its words are in the source, but not said together"
        )
    if not measured.weighed:
        said.append(LANGUAGE_FREE)
    return "; ".join(said)
