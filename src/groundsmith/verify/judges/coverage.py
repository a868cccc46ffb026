"""The judge that is always there: how much of a claim its evidence says, word by word.

Untrained on purpose: IDF-weighted coverage is what carries over best to texts nobody trained on.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.settings import VerifySettings
from groundsmith.verify.tokens import analysed


class CoverageJudge:
    """The share of a claim's words, weighed by how much each tells, that its evidence has.

    1.0 means that every word stands in the evidence, 0.0 that none does.
    """

    name = "coverage@1"

    def __init__(self, settings: VerifySettings | None = None) -> None:
        self.settings = settings or VerifySettings()

    def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """A verdict that depends on nothing but the claim, the evidence and the settings.

        `evidence` may be whole passages; the claim's own windows are found in them and returned.
        """
        if not any(char.isalnum() for char in claim.text):
            return self._judged(claim, Verdict.UNCHECKED, None, (), "nothing to check")
        windows = tuple(
            Evidence(
                input=evidence[found.input].input,
                start=evidence[found.input].start + found.start,
                stop=evidence[found.input].start + found.stop,
                text=found.text,
            )
            for found in find_evidence(
                claim, [shown.text for shown in evidence], self.settings.max_windows
            )
        )
        score = rounded(coverage(claim, windows))
        if score < self.settings.support_threshold:
            reason = f"{score:.2f} of the claim is in the source"
            return self._judged(claim, Verdict.NOT_ENOUGH_INFO, score, windows, reason)
        return self._judged(claim, Verdict.SUPPORTED, score, windows, "")

    def _judged(
        self,
        claim: Claim,
        verdict: Verdict,
        score: float | None,
        evidence: tuple[Evidence, ...],
        reason: str,
    ) -> JudgedClaim:
        return JudgedClaim(
            text=claim.text,
            verdict=verdict,
            score=score,
            judge=self.name,
            evidence=evidence,
            reason=reason,
        )


def coverage(claim: Claim, evidence: Sequence[Evidence]) -> float:
    """Weight of the claim's tokens that the evidence has, over the weight of all of them."""
    tokens = analysed(claim.text).tokens
    held = frozenset().union(*(analysed(shown.text).keys for shown in evidence))
    total = sum(token.weight for token in tokens)
    return sum(token.weight for token in tokens if token.key in held) / total if total else 0.0
