"""The judge that is always there: how much of a claim its evidence says, word by word.

Untrained on purpose: IDF-weighted coverage is what carries over best to texts nobody trained on.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.verify.amounts import amounts
from groundsmith.verify.checks import REFUTING, hard_findings
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.settings import VerifySettings
from groundsmith.verify.tokens import analysed, is_whole


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
            return self._judged(claim, Verdict.UNCHECKED, None, (), "nothing in it to check")
        copied = _verbatim(claim.text, evidence)
        if copied:
            return self._judged(claim, Verdict.SUPPORTED, 1.0, (copied,), "")
        windows = _windows(claim, evidence, self.settings.max_windows)
        score = rounded(coverage(claim, windows))
        findings = hard_findings(claim, windows)
        if findings:
            refuted = findings[0].code in REFUTING
            verdict = Verdict.REFUTED if refuted else Verdict.NOT_ENOUGH_INFO
            return self._judged(claim, verdict, score, windows, findings[0].message)
        if score < self.settings.support_threshold:
            reason = f"{score:.2f} of what the claim says is in the source"
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
    """Weight of the claim's tokens that the evidence has, over the weight of all of them.

    An amount is there if its value is, however it is spelled.
    """
    tokens = analysed(claim.text).tokens
    held = frozenset().union(*(analysed(shown.text).keys for shown in evidence))
    given = [amount for shown in evidence for amount in amounts(shown.text)]
    spans = [
        (amount.start, amount.stop)
        for amount in amounts(claim.text)
        if any(amount.agrees_with(other) for other in given)
    ]
    covered = sum(
        token.weight
        for token in tokens
        if token.key in held or any(start <= token.start < stop for start, stop in spans)
    )
    total = sum(token.weight for token in tokens)
    return covered / total if total else 0.0


def _windows(claim: Claim, evidence: Sequence[Evidence], max_windows: int) -> tuple[Evidence, ...]:
    """The claim's own windows in the evidence, with spans in the evidence's inputs."""
    found = find_evidence(claim, [shown.text for shown in evidence], max_windows)
    return tuple(_within(evidence[window.input], window.start, window.stop) for window in found)


def _within(shown: Evidence, start: int, stop: int) -> Evidence:
    """The part `[start, stop)` of an evidence's text, as evidence of the same input."""
    return Evidence(
        input=shown.input,
        start=shown.start + start,
        stop=shown.start + stop,
        text=shown.text[start:stop],
    )


def _verbatim(text: str, evidence: Sequence[Evidence]) -> Evidence | None:
    """The first place where the evidence has the claim letter for letter, as whole words."""
    wanted = text.strip()
    for shown in evidence:
        at = shown.text.find(wanted)
        while at >= 0:
            stop = at + len(wanted)
            if is_whole(shown.text, at, stop):
                return _within(shown, at, stop)
            at = shown.text.find(wanted, at + 1)
    return None
