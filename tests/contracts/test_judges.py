"""What every judge owes its callers, however it decides."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict
from groundsmith.seams import Judge
from groundsmith.verify.judges.embedded import EmbeddedJudge

JUDGES: list[Judge] = [EmbeddedJudge()]
SOURCE = "The library opens at nine. The hostel fee is due on 5 May. Visitors sign the book."


def shown(text: str) -> list[Evidence]:
    return [Evidence(input=3, start=10, stop=10 + len(text), text=text)]


def claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def judged(judge: Judge, text: str, source: str = SOURCE) -> JudgedClaim:
    return asyncio.run(judge.judge(claim(text), shown(source)))


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: str(judge.name))
class TestJudge:
    def test_its_name_carries_a_version(self, judge: Judge) -> None:
        name, _, version = judge.name.partition("@")

        assert name
        assert version.isdigit()

    def test_it_signs_what_it_judged(self, judge: Judge) -> None:
        found = judged(judge, "The hostel fee is due.")

        assert (found.judge, found.text) == (judge.name, "The hostel fee is due.")

    def test_it_supports_a_copied_sentence(self, judge: Judge) -> None:
        found = judged(judge, "The hostel fee is due on 5 May.")

        assert found.verdict is Verdict.SUPPORTED

    def test_it_does_not_support_what_is_not_there(self, judge: Judge) -> None:
        found = judged(judge, "Whales sing louder than volcanoes.")

        assert found.verdict is not Verdict.SUPPORTED
        assert found.reason

    def test_it_calls_nothing_unchecked(self, judge: Judge) -> None:
        assert judged(judge, "—").verdict is Verdict.UNCHECKED

    @given(text=st.text(alphabet=st.characters(), max_size=80), source=st.text(max_size=120))
    def test_its_evidence_lies_within_what_it_was_shown(
        self, judge: Judge, text: str, source: str
    ) -> None:
        found = judged(judge, text, source)

        assert all(window.input == 3 for window in found.evidence)
        assert all(source[w.start - 10 : w.stop - 10] == w.text for w in found.evidence)
        assert found.score is None or found.score == round(found.score, 4)
