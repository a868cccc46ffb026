"""What a pair earned, by its stages, its claims and its findings.

The overall score that is shown is the mean over the stages that ran. The one that decides counts
a stage that did not run at its minimum: a missing check can then never be worth more than the
least that it would have had to find. A stage that ran in part counts as one that did not, unless
the part that ran is below the minimum by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from groundsmith.recipes.qa.consistency import CONTRADICTS
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.policy import VIOLATION
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import (
    Assessment,
    Confidence,
    Finding,
    JudgedClaim,
    StageScore,
    Tier,
    Verdict,
    rounded,
)

REJECTING = frozenset(
    {
        "below-minimum",
        "unsupported-claim",
        "below-calibrated-threshold",
        "not-found-again",
        "duplicate",
        "near-duplicate",
        "answer-repeated",
        CONTRADICTS,
        VIOLATION,
    }
)
"""Codes of the findings for which a pair is rejected; all others only lower its score."""

PREMIUM = 0.90
STANDARD = 0.75
_SURE = 0.90
_UNSUPPORTED = frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO})


def settled(
    stages: Mapping[str, StageScore], kind: Kind, settings: QaSettings
) -> dict[str, StageScore]:
    """The stages, the score taken from those that ran in part and found nothing below the minimum.

    The gate has no weight, so what it saw may be shown.
    """
    minima = settings.minima.of_stages(kind)
    weighed = settings.weights.of_stages()
    return {
        name: replace(stage, score=None)
        if stage.why and name in weighed and (stage.score or 0.0) >= minima[name]
        else stage
        for name, stage in stages.items()
    }


def reasons_against(
    stages: Mapping[str, StageScore],
    claims: Sequence[JudgedClaim],
    kind: Kind,
    settings: QaSettings,
) -> list[Finding]:
    """A finding for each reason to reject; none means accepted."""
    minima = settings.minima.of_stages(kind)
    found = [
        Finding(
            stage=name,
            code="below-minimum",
            message=f"{score.score:.2f} is below the minimum of {minima[name]:.2f}",
            advice=f"mend what the findings of this stage name, or lower qa.minima.{name}",
        )
        for name, score in stages.items()
        if name in minima and score.score is not None and score.score < minima[name]
    ]
    unsupported = sum(claim.verdict in _UNSUPPORTED for claim in claims)
    if unsupported:
        found.append(
            Finding(
                stage="hallucination",
                code="unsupported-claim",
                message=f"{unsupported} of {len(claims)} claims are not supported by the source",
                advice="leave out what the source does not say",
            )
        )
    worth = worth_of(stages, kind, settings)
    if worth < settings.min_overall:
        found.append(
            Finding(
                stage="overall",
                code="below-minimum",
                message=f"{worth:.2f} is below the minimum of {settings.min_overall:.2f}",
                advice="mend what the findings name, or lower qa.min_overall",
            )
        )
    return found


def below_promise(claims: Sequence[JudgedClaim], least_score: float | None) -> list[Finding]:
    """A finding where a claim's score is below what the run's calibration accepts, or unknown."""
    scores = [claim.score for claim in claims if claim.kind.checkable]
    known = [score for score in scores if score is not None]
    if least_score is None or (None not in scores and min(known, default=1.0) >= least_score):
        return []
    least = f"scores {min(known):.2f}" if None not in scores else "could not be judged"
    return [
        Finding(
            stage="hallucination",
            code="below-calibrated-threshold",
            message=f"a claim {least}, and the calibration accepts from {least_score:.2f} on",
            advice="review more claims and calibrate again, or allow a greater alpha",
        )
    ]


def cause_of(assessed: Assessment) -> str:
    """The stage that a rejected pair failed at first."""
    return next((f.stage for f in assessed.findings if f.code in REJECTING), "")


def overall(stages: Mapping[str, StageScore], settings: QaSettings) -> float | None:
    """The weighted mean over the stages that ran, as it is shown; `None` where none did."""
    ran = {
        name: score.score
        for name in settings.weights.of_stages()
        if (score := stages.get(name)) and score.score is not None
    }
    return _mean(ran, settings)


def worth_of(stages: Mapping[str, StageScore], kind: Kind, settings: QaSettings) -> float:
    """The weighted mean that decides: a stage that did not run counts at its minimum."""
    minima = settings.minima.of_stages(kind)
    counted: dict[str, float] = {}
    for name in settings.weights.of_stages():
        measured = stages[name].score if name in stages else None
        counted[name] = minima[name] if measured is None else measured
    return _mean(counted, settings) or 0.0


def tier_of(worth: float) -> Tier:
    """The tier of an accepted pair."""
    if worth >= PREMIUM:
        return Tier.PREMIUM
    return Tier.STANDARD if worth >= STANDARD else Tier.BASIC


def confidence_of(
    unchecked: Mapping[str, str], findings: Sequence[Finding], shown: float | None
) -> Confidence:
    """How much the checks saw: high needs all of them, no finding, and a score to match."""
    if not unchecked and not findings and shown is not None and shown >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if len(unchecked) <= 1 and len(findings) <= 2 else Confidence.LOW


def assessment(
    stages: Mapping[str, StageScore],
    findings: Sequence[Finding],
    *,
    accepted: bool,
    kind: Kind,
    settings: QaSettings,
) -> Assessment:
    """The whole assessment; `unchecked` names the stages that did not run, in whole or in part."""
    shown = overall(stages, settings)
    unchecked = {name: score.why for name, score in stages.items() if score.why}
    return Assessment(
        tier=tier_of(worth_of(stages, kind, settings)) if accepted else Tier.REJECTED,
        confidence=confidence_of(unchecked, findings, shown),
        overall=shown,
        stages={name: score.score for name, score in stages.items()},
        unchecked=unchecked,
        findings=tuple(findings),
    )


def _mean(scores: Mapping[str, float], settings: QaSettings) -> float | None:
    weights = settings.weights.of_stages()
    total = sum(weights[name] for name in scores)
    if not total:
        return None
    return rounded(sum(weights[name] * score for name, score in scores.items()) / total)
