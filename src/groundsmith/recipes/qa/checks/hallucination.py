"""Whether the passages support what the answer claims.

The judge is the run's; this stage only reads its verdicts, and looks for hedges of the writer's
own making, which make a statement weaker than its source without making it false.
"""

import re

from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.records import Claim, Finding, JudgedClaim, Span, StageScore, Verdict, rounded
from groundsmith.verify.words import HEDGES

STAGE = "hallucination"
_HEDGE_COST = 0.1
_BEFORE_NUMBERS = frozenset({"about", "around"})
_HEDGE = re.compile(
    rf"\b(?:(?i:{'|'.join(sorted(HEDGES - _BEFORE_NUMBERS - {'may'}))})|may"
    rf"|(?i:{'|'.join(sorted(_BEFORE_NUMBERS))})(?=\s+\d))\b"
)
"""`May` with a capital is a month."""
_CODES = {
    Verdict.REFUTED: ("claim-refuted", "say what the source says"),
    Verdict.NOT_ENOUGH_INFO: ("claim-not-supported", "leave out what the source does not say"),
}


def check(pair: CheckedPair) -> Checked:
    """The score of the least supported claim, less 0.1 for each hedge that its evidence lacks.

    1 is said by the source word for word, 0.5 has half of its telling words there, 0 has none.
    UNCHECKED where no claim could be judged; where some could not, it says so, and the score is the
    most that the answer can be worth: a claim that nobody judged may be its weakest.
    """
    findings: list[Finding] = []
    for claim, judged in pair.claims:
        findings += _unsupported(claim, judged)
    hedges = [found for claim, judged in pair.claims for found in _hedges(claim, judged)]
    scores = [judged.score for _, judged in pair.claims if judged.score is not None]
    if not scores:
        return StageScore(score=None, why=_why(pair)), findings
    score = max(0.0, min(scores) - _HEDGE_COST * len(hedges))
    return StageScore(score=rounded(score), why=_why_in_part(pair)), findings + hedges


def _why(pair: CheckedPair) -> str:
    reasons = [judged.reason for _, judged in pair.claims if judged.reason]
    return reasons[0] if reasons else "the answer claims nothing that can be checked"


def _why_in_part(pair: CheckedPair) -> str:
    """Which claims could not be judged, of those that state anything; nothing where all were."""
    stating = [
        judged
        for claim, judged in pair.claims
        if claim.kind.checkable and any(map(str.isalnum, claim.text))
    ]
    unjudged = [judged for judged in stating if judged.score is None]
    if not unjudged:
        return ""
    count = f"{len(unjudged)} of {len(stating)} claims could not be judged"
    return f"{count}: {unjudged[0].reason}" if unjudged[0].reason else count


def _unsupported(claim: Claim, judged: JudgedClaim) -> list[Finding]:
    if judged.verdict not in _CODES:
        return []
    code, advice = _CODES[judged.verdict]
    return [
        Finding(
            stage=STAGE,
            code=code,
            message=judged.reason or f"the source does not support: {claim.text}",
            advice=advice,
            span=Span(start=claim.start, stop=claim.stop),
        )
    ]


def _hedges(claim: Claim, judged: JudgedClaim) -> list[Finding]:
    """A finding for each word that hedges where no evidence does."""
    if any(_HEDGE.search(shown.text) for shown in judged.evidence):
        return []
    return [
        Finding(
            stage=STAGE,
            code="hedge-not-in-source",
            message=f"the source does not hedge, the answer does: {match.group()}",
            advice="say it as plainly as the source does",
            span=Span(start=claim.start + match.start(), stop=claim.start + match.end()),
        )
        for match in _HEDGE.finditer(claim.text)
    ]
