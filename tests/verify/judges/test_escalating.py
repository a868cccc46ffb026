"""Judges in a row: the dear one sees what the cheap one left open, and nothing else."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import (
    Claim,
    ClaimKind,
    Evidence,
    Finding,
    JudgedClaim,
    Verdict,
)
from groundsmith.store.database import Database
from groundsmith.verify.judges.escalating import Escalating
from groundsmith.verify.judges.remembering import Remembering

CLAIM = Claim(text="The bridge is long.", start=0, stop=19)
FINDING = Finding(stage="names", code="name-not-in-source", message="m", advice="a")
verdicts = st.sampled_from(list(Verdict))


class Fixed:
    """Says the same of every claim, and counts how often it is asked."""

    def __init__(self, name: str, verdict: Verdict, score: float | None, *found: Finding) -> None:
        self.name = name
        self.asked = 0
        self._verdict = verdict
        self._score = None if verdict is Verdict.UNCHECKED else score
        self._found = found

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        self.asked += 1
        return JudgedClaim(
            text=claim.text,
            verdict=self._verdict,
            score=self._score,
            judge=self.name,
            reason=f"{self.name} says so",
            findings=self._found,
        )


def row(*judges: Fixed) -> Escalating:
    return Escalating(judges, doubt=(0.3, 0.8))


def said(judge: Escalating, claim: Claim = CLAIM) -> JudgedClaim:
    return asyncio.run(judge.judge(claim, []))


def test_a_clear_score_is_not_asked_about_again() -> None:
    dear = Fixed("dear@1", Verdict.REFUTED, 0.0)

    found = said(row(Fixed("cheap@1", Verdict.SUPPORTED, 0.9), dear))

    assert (found.judge, dear.asked) == ("cheap@1", 0)


def test_a_doubtful_score_is_decided_by_the_next_judge_who_signs() -> None:
    cheap = Fixed("cheap@1", Verdict.NOT_ENOUGH_INFO, 0.5, FINDING)

    found = said(row(cheap, Fixed("dear@2", Verdict.SUPPORTED, 1.0)))

    assert (found.verdict, found.judge) == (Verdict.SUPPORTED, "dear@2")
    assert found.findings == (FINDING,)


def test_a_contradiction_found_by_rule_is_no_doubt() -> None:
    dear = Fixed("dear@1", Verdict.SUPPORTED, 1.0)

    found = said(row(Fixed("cheap@1", Verdict.REFUTED, 0.5), dear))

    assert (found.verdict, dear.asked) == (Verdict.REFUTED, 0)


def test_what_states_nothing_is_not_asked_about() -> None:
    dear = Fixed("dear@1", Verdict.SUPPORTED, 1.0)
    question = Claim(text="Is it long?", start=0, stop=11, kind=ClaimKind.QUESTION)

    found = said(row(Fixed("cheap@1", Verdict.UNCHECKED, None), dear), question)

    assert (found.verdict, dear.asked) == (Verdict.UNCHECKED, 0)


@given(verdicts, st.floats(0, 1))
def test_a_judge_that_cannot_tell_changes_no_verdict(verdict: Verdict, score: float) -> None:
    alone = said(row(Fixed("cheap@1", verdict, score)))

    found = said(row(Fixed("cheap@1", verdict, score), Fixed("mute@1", Verdict.UNCHECKED, None)))

    assert (found.verdict, found.score, found.judge) == (alone.verdict, alone.score, alone.judge)


def test_the_name_of_a_row_moves_with_every_judge_in_it() -> None:
    cheap, dear = (Fixed(name, Verdict.SUPPORTED, 1.0) for name in ("cheap@1", "dear@1"))

    names = {row(cheap).name, row(cheap, dear).name, row(dear, cheap).name}

    assert len(names | {row(cheap, Fixed("dear@2", Verdict.SUPPORTED, 1.0)).name}) == 4


def test_a_claim_is_judged_once_by_a_judge_that_remembers(tmp_path: Path) -> None:
    dear = Fixed("dear@1", Verdict.SUPPORTED, 1.0)
    shown = [Evidence(input=0, start=0, stop=4, text="long")]

    with Database(tmp_path / "ledger.db") as database:
        judge = Remembering(dear, database, settings_sha256="a")
        first = asyncio.run(judge.judge(CLAIM, shown))
        again = asyncio.run(Remembering(dear, database, settings_sha256="a").judge(CLAIM, shown))
        asyncio.run(Remembering(dear, database, settings_sha256="b").judge(CLAIM, shown))
        asyncio.run(judge.judge(CLAIM, []))

    assert first == again
    assert dear.asked == 3


def test_what_could_not_be_judged_is_tried_again(tmp_path: Path) -> None:
    mute = Fixed("mute@1", Verdict.UNCHECKED, None)

    with Database(tmp_path / "ledger.db") as database:
        judge = Remembering(mute, database, settings_sha256="")
        asyncio.run(judge.judge(CLAIM, []))
        asyncio.run(judge.judge(CLAIM, []))

    assert mute.asked == 2
