"""The judge that is always there: how much of a claim its evidence says, word by word.

Untrained on purpose: IDF-weighted coverage is what carries over best to texts nobody trained on.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.verify.amounts import amounts, by_value
from groundsmith.verify.checks import REFUTING, hard_findings
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.settings import VerifySettings
from groundsmith.verify.tokens import analysed, is_whole

_FAULTED = 0.5
"""What a hard finding leaves of a score; `benchmarks/verify.py` prints how claims rank without."""

_LONGEST_CHARS = 10_000
"""What is longer was never split into claims; only a copy is recognised at that length."""

_MOST_PLACES = 100
"""Where a claim was found this often within longer words, it is looked for as a copy no more."""


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
        if not any(char.isalnum() for char in claim.text):
            return self._judged(claim, Verdict.UNCHECKED, None, (), "nothing in it to check")
        copied = _verbatim(claim.text, evidence)
        if copied:
            return self._judged(claim, Verdict.SUPPORTED, 1.0, (copied,), "")
        if len(claim.text) > _LONGEST_CHARS:
            reason = f"too long for one claim: {len(claim.text)} characters"
            return self._judged(claim, Verdict.UNCHECKED, None, (), reason)
        windows = _windows(claim, evidence, self.settings.max_windows)
        findings = hard_findings(claim, windows)
        score = rounded(coverage(claim, windows) * (_FAULTED if findings else 1.0))
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
    held = set().union(*(analysed(shown.text).places for shown in evidence))
    given = by_value(shown.text for shown in evidence)
    counted = {
        offset
        for amount in amounts(claim.text)
        if any(value in given for value in amount.values)
        for offset in range(amount.start, amount.stop)
    }
    covered = sum(token.weight for token in tokens if token.key in held or token.start in counted)
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
        at = -1
        for _ in range(_MOST_PLACES):
            at = shown.text.find(wanted, at + 1)
            if at < 0:
                break
            if is_whole(shown.text, at, at + len(wanted)):
                return _within(shown, at, at + len(wanted))
    return None
