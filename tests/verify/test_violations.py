"""What a checked text breaks of the policy, and what its own claims excuse."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict
from groundsmith.verify.policy import Policy
from groundsmith.verify.report import Report, SourceText
from groundsmith.verify.verifier import Verifier

POLICY = Policy.load()
GROWTH = "Our user base grew 300 %."
SOURCE = SourceText(name="source", text="It says something.")


@dataclass
class Always:
    """A judge of one opinion."""

    verdict: Verdict
    name: str = "always@1"

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        score = None if self.verdict is Verdict.UNCHECKED else 0.9
        return JudgedClaim(text=claim.text, verdict=self.verdict, score=score, judge=self.name)


def checked(
    text: str, verdict: Verdict = Verdict.SUPPORTED, policy: Policy | None = POLICY
) -> Report:
    verifier = Verifier(Always(verdict), RuleSplitter(), [SOURCE], policy=policy)
    return asyncio.run(verifier.verify(text))


def test_a_violation_names_its_rule_its_place_and_what_to_do() -> None:
    text = "The sun rises.\n\nWrite to anna.berg@company.com today."

    report = checked(text)

    assert report.policy is not None
    (found,) = report.policy
    assert (found.rule, found.severity, found.line) == ("email-address", "HIGH", 3)
    assert text[found.start : found.stop] == "anna.berg@company.com"
    assert found.advice
    assert report.verdict is Verdict.SUPPORTED
    assert not report.passed


@pytest.mark.parametrize(
    ("verdict", "supported"),
    [
        (Verdict.NOT_ENOUGH_INFO, False),
        (Verdict.REFUTED, False),
        (Verdict.UNCHECKED, None),
    ],
)
def test_growth_is_flagged_unless_the_sources_say_so(
    verdict: Verdict, supported: bool | None
) -> None:
    report = checked(f"The sun rises. {GROWTH}", verdict)

    assert report.policy is not None
    assert [found.supported for found in report.policy] == [supported]
    assert checked(f"The sun rises. {GROWTH}").policy == ()


def test_what_is_not_serious_does_not_fail_a_text() -> None:
    report = checked("Our product is the best in the world.", Verdict.UNCHECKED)
    supported = checked("You should consider a few points.")

    assert report.policy is not None
    assert [found.is_serious for found in report.policy] == [False]
    assert supported.passed


def test_a_text_that_was_held_to_no_rule_does_not_say_that_it_breaks_none() -> None:
    report = checked(GROWTH, policy=None)

    assert report.policy is None
    assert report.as_json()["policy"] is None
    assert Report.from_json(report.as_json()) == report


@given(st.text(max_size=60), st.sampled_from(list(Verdict)))
def test_spans_and_lines_are_those_of_the_text(around: str, verdict: Verdict) -> None:
    report = checked(f"{around} Mail: ops@company.com {around}", verdict)

    assert report.policy is not None
    for found in report.policy:
        assert 0 <= found.start < found.stop <= len(report.text)
        assert found.line == report.text.count("\n", 0, found.start) + 1
    assert Report.from_json(report.as_json()) == report
