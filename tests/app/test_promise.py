"""A run held against a calibration: counted, refused for another judge, warned of drift."""

import pytest

from groundsmith.app.verdicts.promise import Promise
from groundsmith.errors import RequestError
from groundsmith.records import (
    Assessment,
    Confidence,
    JudgedClaim,
    MadeBy,
    Record,
    Tier,
    Verdict,
)
from groundsmith.verify.calibration.calibration import Calibration, calibrate
from groundsmith.verify.calibration.labels import Label


def record(name: str, *scores: float | None, judge: str = "j@1", tier: Tier = Tier.BASIC) -> Record:
    return Record(
        id=name,
        recipe="qa",
        item=name,
        content={},
        citations=(),
        claims=tuple(
            JudgedClaim(
                text="It is.",
                verdict=Verdict.UNCHECKED if score is None else Verdict.SUPPORTED,
                score=score,
                judge=judge,
            )
            for score in scores
        ),
        assessment=Assessment(
            tier=tier,
            confidence=Confidence.LOW,
            overall=None,
            stages={},
            unchecked={},
            findings=(),
        ),
        made_by=MadeBy(
            recipe_version=1, writer="w", prompt_sha256=None, parameters={}, settings_sha256=""
        ),
    )


@pytest.fixture
def calibration() -> Calibration:
    """Good from 0.80 on."""
    labels = [
        Label(score=0.8 if n % 2 else 0.3, supported=bool(n % 2), source=str(n)) for n in range(400)
    ]
    return calibrate(labels, judge="j@1+k@2", alpha=0.05, delta=0.1, sampling="all")


def test_it_counts_what_is_covered_among_accepted_records(
    calibration: Calibration,
) -> None:
    records = [
        record("a", 0.9, 0.1, None),
        record("b", 0.85, judge="k@2"),
        record("c", 0.1, tier=Tier.REJECTED),
    ]
    promise = Promise(calibration)

    for each in records:
        promise.add(each)
    said = promise.as_dict()

    assert said["said"] == str(calibration)
    assert (said["claim_count"], said["covered_count"], said["unchecked_count"]) == (3, 2, 1)


@pytest.mark.parametrize("judge", ["j@2", "other@1"])
def test_another_judge_or_version_is_refused(calibration: Calibration, judge: str) -> None:
    promise = Promise(calibration)

    with pytest.raises(RequestError, match=rf"made for j@1\+k@2, but {judge} judges here"):
        promise.add(record("a", 0.9, judge=judge))


def test_scores_unlike_the_labelled_ones_are_warned_of(calibration: Calibration) -> None:
    promise = Promise(calibration)

    for n in range(200):
        promise.add(record(str(n), 0.5))

    assert promise.as_dict()["drifted"] is True
    assert "made for other scores" in promise.as_dict()["warning"]


def test_without_any_scored_claim_nothing_is_said_to_be_covered(calibration: Calibration) -> None:
    promise = Promise(calibration)

    promise.add(record("a", None))

    said = promise.as_dict()
    assert (said["covered_count"], said["drifted"], said["warning"]) == (None, None, None)


def test_a_calibration_that_found_no_threshold_promises_nothing() -> None:
    labels = [Label(score=0.9, supported=False, source=str(n)) for n in range(50)]
    nothing = calibrate(labels, judge="j@1", alpha=0.05, delta=0.1, sampling="all")

    with pytest.raises(RequestError, match="nothing is promised"):
        Promise(nothing)
