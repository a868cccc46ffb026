"""What claims make of a text: its verdict and score, the figures, and JSON that loses nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import ClaimKind, Span, Verdict
from groundsmith.verify.report import (
    CheckedClaim,
    ClaimFinding,
    Place,
    Report,
    SourceShown,
    outcome,
    summarised,
    wilson,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCORES = st.integers(0, 10_000).map(lambda ten_thousandths: ten_thousandths / 10_000)


def claim(
    verdict: Verdict, score: float | None = None, kind: ClaimKind = ClaimKind.QUALITATIVE
) -> CheckedClaim:
    return CheckedClaim(
        text="A claim.",
        start=0,
        stop=8,
        kind=kind,
        checkable=kind.checkable,
        verdict=verdict,
        score=score,
        reason=f"because {verdict}",
        judge="judge@1",
    )


SUPPORTED = claim(Verdict.SUPPORTED, 0.9)
REFUTED = claim(Verdict.REFUTED, 0.4)
MISSING = claim(Verdict.NOT_ENOUGH_INFO, 0.2)
UNCHECKED = claim(Verdict.UNCHECKED)
QUESTION = claim(Verdict.UNCHECKED, kind=ClaimKind.QUESTION)

PLACES = st.builds(
    Place,
    document=TEXTS,
    start=st.integers(0, 100),
    stop=st.integers(100, 200),
    line=st.integers(1, 100),
    text=TEXTS,
    before=TEXTS,
    after=TEXTS,
)
FINDINGS = st.builds(
    ClaimFinding,
    stage=TEXTS,
    code=TEXTS,
    message=TEXTS,
    advice=TEXTS,
    span=st.one_of(st.none(), st.just(Span(start=1, stop=4))),
    source=st.one_of(st.none(), PLACES),
)


@st.composite
def claims(draw: st.DrawFn) -> CheckedClaim:
    kind = draw(st.sampled_from(ClaimKind))
    verdict = draw(st.sampled_from(Verdict)) if kind.checkable else Verdict.UNCHECKED
    return CheckedClaim(
        text=draw(TEXTS),
        start=draw(st.integers(0, 10)),
        stop=draw(st.integers(10, 30)),
        kind=kind,
        checkable=kind.checkable,
        verdict=verdict,
        score=None if verdict is Verdict.UNCHECKED else draw(SCORES),
        reason=draw(TEXTS),
        judge=draw(TEXTS),
        evidence=tuple(draw(st.lists(PLACES, max_size=2))),
        findings=tuple(draw(st.lists(FINDINGS, max_size=2))),
    )


@given(st.lists(claims(), max_size=6), TEXTS)
def test_a_report_is_the_same_after_a_way_through_json(
    found: list[CheckedClaim], text: str
) -> None:
    verdict, score, reason = outcome(found)
    report = Report(
        text=text,
        verdict=verdict,
        score=score,
        reason=reason,
        language="und",
        sources=(SourceShown(name="a", text_sha256="0" * 64, char_count=3),),
        claims=tuple(found),
    )

    assert Report.from_json(json.loads(json.dumps(report.as_json()))) == report


@given(st.lists(claims(), max_size=8))
def test_a_text_is_supported_only_where_every_checkable_claim_is(
    found: list[CheckedClaim],
) -> None:
    verdict, score, _ = outcome(found)

    checkable = [one.verdict for one in found if one.checkable]
    assert (verdict is Verdict.SUPPORTED) == (set(checkable) == {Verdict.SUPPORTED})
    assert (score is None) == (verdict is Verdict.UNCHECKED)


@given(st.lists(claims(), max_size=8))
def test_a_text_never_scores_above_any_of_its_claims(found: list[CheckedClaim]) -> None:
    _, score, _ = outcome(found)

    judged = [one.score for one in found if one.checkable and one.score is not None]
    assert score is None or score == min(judged)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([SUPPORTED, REFUTED, MISSING], (Verdict.REFUTED, 0.2)),
        ([SUPPORTED, MISSING], (Verdict.NOT_ENOUGH_INFO, 0.2)),
        ([SUPPORTED, QUESTION], (Verdict.SUPPORTED, 0.9)),
        ([QUESTION], (Verdict.UNCHECKED, None)),
        ([], (Verdict.UNCHECKED, None)),
        ([UNCHECKED], (Verdict.UNCHECKED, None)),
        ([SUPPORTED, UNCHECKED], (Verdict.UNCHECKED, None)),
        ([REFUTED, UNCHECKED], (Verdict.REFUTED, 0.4)),
        ([MISSING, UNCHECKED], (Verdict.NOT_ENOUGH_INFO, 0.2)),
    ],
)
def test_the_texts_verdict_follows_from_its_claims(
    found: list[CheckedClaim], expected: tuple[Verdict, float | None]
) -> None:
    assert outcome(found)[:2] == expected


def test_the_reason_says_how_many_claims_could_not_be_judged() -> None:
    _, _, reason = outcome([SUPPORTED, UNCHECKED, SUPPORTED])

    assert reason == "1 of 3 claims could not be judged: because UNCHECKED"


def test_what_was_set_apart_or_not_judged_is_in_no_rate() -> None:
    figures = summarised([SUPPORTED, SUPPORTED, MISSING, UNCHECKED, QUESTION])

    assert figures.claim_count == 4
    assert figures.by_verdict == {
        "SUPPORTED": 2,
        "REFUTED": 0,
        "NOT_ENOUGH_INFO": 1,
        "UNCHECKED": 1,
    }
    assert figures.supported_ratio == 0.6667
    assert figures.set_apart == {"question": 1}


def test_without_a_judged_claim_there_is_no_rate() -> None:
    figures = summarised([UNCHECKED, QUESTION])

    assert figures.supported_ratio is None
    assert figures.interval is None


def test_the_interval_is_wilsons() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == 1.0


@given(st.integers(1, 1000), st.data())
def test_the_interval_holds_the_rate(count: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, count))

    low, high = wilson(successes, count)

    assert 0 <= low <= round(successes / count, 4) + 1e-4
    assert round(successes / count, 4) - 1e-4 <= high <= 1
