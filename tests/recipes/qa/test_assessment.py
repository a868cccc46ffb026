"""Acceptance, tier and confidence, edge by edge."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.recipes.qa.assessment import (
    assessment,
    below_promise,
    confidence_of,
    overall,
    reasons_against,
    tier_of,
    worth_of,
)
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import (
    ClaimKind,
    Confidence,
    Finding,
    JudgedClaim,
    Judgement,
    StageScore,
    Tier,
    Verdict,
)

UNTIMED = settings(deadline=None)  # the first example loads the word tables

Scores = Callable[..., Judgement]
SETTINGS = QaSettings()
WEIGHED = ("extractive", "hallucination", "relevancy", "question", "answer")
ORDER = [Tier.REJECTED, Tier.BASIC, Tier.STANDARD, Tier.PREMIUM]


def reasons(stages: dict[str, StageScore], kind: Kind = Kind.FACTUAL) -> list[str]:
    return [finding.stage for finding in reasons_against(stages, (), kind, SETTINGS)]


@pytest.mark.parametrize(
    ("worth", "tier"),
    [
        (1.0, Tier.PREMIUM),
        (0.9, Tier.PREMIUM),
        (0.8999, Tier.STANDARD),
        (0.75, Tier.STANDARD),
        (0.7499, Tier.BASIC),
        (0.7, Tier.BASIC),
    ],
)
def test_a_tier_begins_at_its_threshold(worth: float, tier: Tier) -> None:
    assert tier_of(worth) is tier


@pytest.mark.parametrize(
    ("stage", "kind", "minimum"),
    [
        ("format", Kind.FACTUAL, 0.8),
        ("extractive", Kind.FACTUAL, 0.8),
        ("extractive", Kind.DEFINITION, 0.8),
        ("extractive", Kind.QUANTITATIVE, 0.8),
        ("extractive", Kind.TEMPORAL, 0.8),
        ("extractive", Kind.EXPLANATORY, 0.7),
        ("extractive", Kind.PROCEDURAL, 0.7),
        ("extractive", Kind.LIST, 0.7),
        ("extractive", Kind.COMPARATIVE, 0.6),
        ("hallucination", Kind.FACTUAL, 0.7),
        ("relevancy", Kind.FACTUAL, 0.75),
        ("question", Kind.FACTUAL, 0.5),
        ("answer", Kind.FACTUAL, 0.5),
    ],
)
def test_a_stage_rejects_below_its_minimum_and_not_at_it(
    scores: Scores, stage: str, kind: Kind, minimum: float
) -> None:
    at = scores(**{stage: minimum}).stages
    below = scores(**{stage: minimum - 0.0001}).stages

    assert reasons(dict(at), kind) == []
    assert reasons(dict(below), kind) == [stage]


def test_many_weak_stages_reject_together(scores: Scores) -> None:
    weak = scores(extractive=0.8, hallucination=0.7, question=0.5, answer=0.5).stages
    weaker = scores(extractive=0.75, hallucination=0.7, question=0.5, answer=0.5).stages

    assert worth_of(weak, Kind.FACTUAL, SETTINGS) == pytest.approx(0.705)
    assert reasons(dict(weak)) == []
    assert reasons(dict(weaker), Kind.LIST) == ["overall"]


def test_the_shown_score_is_the_mean_over_what_ran_and_the_deciding_one_counts_minima(
    scores: Scores,
) -> None:
    stages = scores().stages

    assert overall(stages, SETTINGS) == 1.0
    assert worth_of(stages, Kind.FACTUAL, SETTINGS) == pytest.approx(0.8 + 0.2 * 0.75)


def test_nothing_ran_has_no_overall_and_is_not_premium() -> None:
    stages = {name: StageScore(score=None, why="no") for name in (*WEIGHED, "format")}

    assert overall(stages, SETTINGS) is None
    assert tier_of(worth_of(stages, Kind.FACTUAL, SETTINGS)) is not Tier.PREMIUM


@pytest.mark.parametrize("verdict", [Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO])
def test_one_unsupported_claim_rejects_whatever_the_scores_are(
    scores: Scores, verdict: Verdict
) -> None:
    claims = [
        JudgedClaim(text="a", verdict=Verdict.SUPPORTED, score=1.0, judge="j"),
        JudgedClaim(text="b", verdict=verdict, score=0.9, judge="j"),
    ]

    found = reasons_against(scores().stages, claims, Kind.FACTUAL, SETTINGS)

    assert [finding.code for finding in found] == ["unsupported-claim"]


def test_an_unchecked_claim_does_not_reject(scores: Scores) -> None:
    claim = JudgedClaim(text="a", verdict=Verdict.UNCHECKED, score=None, judge="j")

    assert reasons_against(scores().stages, [claim], Kind.FACTUAL, SETTINGS) == []


@pytest.mark.parametrize(
    ("unchecked_count", "finding_count", "shown", "confidence"),
    [
        (0, 0, 0.9, Confidence.HIGH),
        (0, 0, 0.8999, Confidence.MEDIUM),
        (0, 1, 0.95, Confidence.MEDIUM),
        (1, 0, 0.95, Confidence.MEDIUM),
        (1, 2, 0.7, Confidence.MEDIUM),
        (1, 3, 0.95, Confidence.LOW),
        (2, 0, 0.95, Confidence.LOW),
        (0, 0, None, Confidence.MEDIUM),
    ],
)
def test_confidence_is_what_the_checks_saw(
    unchecked_count: int, finding_count: int, shown: float | None, confidence: Confidence
) -> None:
    unchecked = {f"s{number}": "did not run" for number in range(unchecked_count)}
    finding = Finding(stage="s", code="c", message="m", advice="a")

    assert confidence_of(unchecked, [finding] * finding_count, shown) is confidence


@UNTIMED
@given(
    measured=st.fixed_dictionaries({name: st.floats(0, 1) for name in (*WEIGHED, "format")}),
    missing=st.sets(st.sampled_from(WEIGHED)),
    kind=st.sampled_from(list(Kind)),
)
def test_a_stage_that_did_not_run_never_raises_a_tier(
    measured: dict[str, float], missing: set[str], kind: Kind
) -> None:
    minima = SETTINGS.minima.of_stages(kind)
    passing = {name: max(score, minima[name]) for name, score in measured.items()}
    whole = {name: StageScore(score=score) for name, score in passing.items()}
    partial = whole | {name: StageScore(score=None, why="no") for name in missing}

    with_all = _tier(whole, kind)
    with_less = _tier(partial, kind)

    assert ORDER.index(with_less) <= ORDER.index(with_all)


@UNTIMED
@given(
    low=st.fixed_dictionaries({name: st.floats(0, 1) for name in WEIGHED}),
    rise=st.floats(0, 1),
    stage=st.sampled_from(WEIGHED),
)
def test_a_higher_score_never_lowers_a_tier(low: dict[str, float], rise: float, stage: str) -> None:
    high = low | {stage: min(1.0, low[stage] + rise)}

    tiers = [
        _tier({name: StageScore(score=score) for name, score in scores.items()}, Kind.FACTUAL)
        for scores in (low, high)
    ]

    assert ORDER.index(tiers[0]) <= ORDER.index(tiers[1])


def _tier(stages: dict[str, StageScore], kind: Kind) -> Tier:
    accepted = not reasons_against(stages, (), kind, SETTINGS)
    return assessment(stages, (), accepted=accepted, kind=kind, settings=SETTINGS).tier


@given(scores=st.lists(st.none() | st.floats(0, 1), max_size=4), least=st.floats(0, 1))
def test_a_promise_lets_no_claim_pass_below_its_threshold_or_unjudged(
    scores: list[float | None], least: float
) -> None:
    claims = [
        JudgedClaim(
            text="t",
            verdict=Verdict.UNCHECKED if score is None else Verdict.SUPPORTED,
            score=score,
            judge="j@1",
        )
        for score in scores
    ]

    found = below_promise(claims, least)

    assert bool(found) == any(score is None or score < least for score in scores)
    assert below_promise(claims, None) == []


def test_what_states_nothing_is_no_matter_of_a_promise() -> None:
    question = JudgedClaim(
        text="Is it?",
        verdict=Verdict.UNCHECKED,
        score=None,
        judge="j@1",
        kind=ClaimKind.QUESTION,
    )

    assert below_promise([question], 0.9) == []
