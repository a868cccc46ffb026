"""A calibration: what it promises, what it refuses to, and how it survives as a file."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.verify.calibration.calibration import (
    UNEVEN,
    Calibration,
    CalibrationFault,
    calibrate,
    read_calibration,
)
from groundsmith.verify.calibration.drift import Live
from groundsmith.verify.calibration.labels import Counts, Label, column_of
from groundsmith.verify.calibration.needs import fewest_sources, need
from groundsmith.verify.calibration.threshold import search


def graded(count: int, *, claims: int = 5, seed: int = 0) -> list[Label]:
    """Claims whose chance to be supported is their score, mostly high, of `count` sources."""
    draw = np.random.default_rng(seed)
    return [
        Label(score=score, supported=bool(draw.random() < score), source=str(source))
        for source in range(count)
        for score in np.round(draw.beta(12, 1, claims), 4).tolist()
    ]


def live(labels: list[Label], factor: float = 1.0) -> Live:
    scores = Live()
    for label in labels:
        scores.add(label.source, label.score * factor)
    return scores


def made(labels: list[Label], alpha: float = 0.1, delta: float = 0.1) -> Calibration:
    return calibrate(labels, judge="j@1", alpha=alpha, delta=delta, sampling="all")


def test_a_promise_names_its_share_its_confidence_its_judge_and_its_threshold() -> None:
    found = made(graded(400), alpha=0.05)

    assert found.threshold is not None
    assert str(found) == (
        "with confidence 90 %, at most 5 % of the claims that j@1 scores "
        f"{found.threshold:.2f} or higher are unsupported"
    )


def test_what_is_accepted_is_counted_by_claims_by_sources_and_with_an_interval() -> None:
    labels = graded(400)

    found = made(labels, alpha=0.05)

    assert found.accepted is not None
    inside = [label for label in labels if found.accepts(label.score)]
    assert found.accepted.label_count == len(inside)
    assert found.accepted.share == pytest.approx(len(inside) / len(labels), abs=1e-4)
    assert found.accepted.low < found.accepted.share < found.accepted.high


def test_labels_that_show_nothing_are_said_to_be_no_pass() -> None:
    coin = [Label(score=0.9, supported=n % 2 == 0, source=str(n)) for n in range(300)]

    found = made(coin)

    assert (found.passed, found.accepted) == (False, None)
    assert not found.accepts(1.0)
    assert str(found).startswith("no pass: nothing is accepted")


def test_an_unchecked_claim_is_never_covered() -> None:
    assert not made(graded(400)).accepts(None)


@given(st.integers(0, 30))
def test_a_stricter_share_or_more_confidence_never_accepts_more(seed: int) -> None:
    counts = Counts.of(graded(300, seed=seed))

    def accepted(alpha: float, delta: float) -> float:
        column = search(counts, alpha, delta).column
        return 0.0 if column is None else float(counts.accepted_ratio[column])

    assert accepted(0.05, 0.1) <= accepted(0.1, 0.1)
    assert accepted(0.1, 0.01) <= accepted(0.1, 0.1)


def test_a_threshold_behind_a_failure_is_accepted_at_half_the_risk_alone() -> None:
    for seed in range(30):
        counts = Counts.of(graded(150, seed=seed))
        found = search(counts, 0.05, 0.1)
        if found.column is None:
            continue

        tested = found.p_values[found.starts[0] : found.column + 1]

        assert found.p_values[found.column] <= 0.1
        if (tested > 0.05).any():
            assert (found.p_values[found.starts[-1] : found.column + 1] <= 0.1).all()


def test_where_the_search_begins_does_not_depend_on_any_label() -> None:
    labels = graded(300)
    flipped = [Label(score=x.score, supported=not x.supported, source=x.source) for x in labels]

    one, other = (search(Counts.of(some), 0.05, 0.1).starts for some in (labels, flipped))

    assert one
    assert one == other


def test_a_judge_that_tells_right_from_wrong_is_trusted_with_what_it_calls_right() -> None:
    labels = [
        Label(score=0.9 if n % 2 else 0.2, supported=bool(n % 2), source=str(n)) for n in range(200)
    ]

    found = made(labels, alpha=0.05)

    assert found.threshold is not None
    assert 0.2 < found.threshold <= 0.9


def test_one_unlucky_claim_among_the_strictest_does_not_end_the_search() -> None:
    labels = [Label(score=0.99, supported=n > 0, source=str(n)) for n in range(100)]
    labels += [Label(score=0.5, supported=True, source=f"more {n}") for n in range(200)]

    found = made(labels, alpha=0.05)

    assert found.threshold is not None
    assert found.threshold <= 0.5


@pytest.mark.parametrize("score", [0.0, 0.005, 0.29, 0.57, 0.58, 0.9999, 1.0])
def test_a_score_is_counted_from_the_strictest_threshold_that_accepts_it(score: float) -> None:
    threshold = (100 - column_of(score)) / 100

    assert threshold <= score < threshold + 0.01


@pytest.mark.parametrize("alpha", [0.1, 0.05, 0.01])
def test_the_fewest_sources_pass_without_a_fault_and_one_fewer_do_not(alpha: float) -> None:
    least = fewest_sources(alpha, 0.1)

    def passes(count: int) -> bool:
        labels = [Label(score=1.0, supported=True, source=str(n)) for n in range(count)]
        return search(Counts.of(labels), alpha, 0.1).column is not None

    assert passes(least)
    assert not passes(least - 1)


def test_a_stricter_promise_needs_more_labels_or_cannot_be_had() -> None:
    labels = graded(100)
    counts = Counts.of(labels)

    loose, strict = (need(counts, len(labels), alpha, 0.1) for alpha in (0.05, 0.03))
    hopeless = need(counts, len(labels), 0.001, 0.1)

    assert loose.labels is not None
    assert strict.labels is not None
    assert loose.labels < strict.labels
    assert hopeless.labels is None
    assert hopeless.fewest_sources > 1000


def test_scores_like_the_labels_have_not_drifted_and_others_have() -> None:
    found = made(graded(200))

    same = found.drift_of(live(graded(200, seed=1)))
    lower = found.drift_of(live(graded(200, seed=1), 0.8))

    assert same is not None
    assert lower is not None
    assert not same.drifted
    assert lower.drifted
    assert found.drift_of(Live()) is None


def test_drift_seldom_cries_wolf_whatever_the_number_of_sources() -> None:
    found = made(graded(150))

    seen = [found.drift_of(live(graded(count, seed=count))) for count in range(5, 105)]
    alarms = sum(one is not None and one.drifted for one in seen)

    assert alarms <= 5


def test_labels_that_come_from_few_of_their_sources_are_told_from_even_ones() -> None:
    even = graded(50)
    skewed = [*even, *(Label(score=1.0, supported=True, source="0") for _ in range(500))]

    assert made(even).evenness == pytest.approx(1)
    assert made(skewed).evenness < UNEVEN


def test_a_file_gives_the_calibration_back() -> None:
    found = made(graded(100))

    assert read_calibration(found.as_json()) == found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "no calibration"),
        (b"[]", "no calibration"),
        (b'{"version": 9}', "version 9"),
        (b'{"version": 1, "judge": 3}', "judge"),
    ],
)
def test_a_file_that_holds_none_is_refused_with_its_reason(body: bytes, said: str) -> None:
    with pytest.raises(CalibrationFault, match=said):
        read_calibration(body)


@pytest.mark.parametrize(("score", "weight"), [(1.2, 1), (-0.1, 1), (float("nan"), 1), (1, 0)])
def test_a_label_needs_a_score_and_a_weight_that_can_be(score: float, weight: float) -> None:
    with pytest.raises(ValueError, match=r"no (score|weight)"):
        Label(score=score, supported=True, source="a", weight=weight)
