"""Nearness in meaning supports what no hard check objects to, and tells of nothing else."""

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, ClaimKind, Evidence, JudgedClaim, Verdict
from groundsmith.verify.judges.dense import DenseJudge

SOURCE = "The boats leave at dawn. Rain is rare in the valley. The bell weighs 40 tonnes."


class Topics:
    """Embeds a text by the first of its topics that it names."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        topics = ("boat", "ship", "rain", "bell")
        rows = np.eye(len(topics) + 1, dtype=np.float32)
        rows[1] = [0.9, 0.43589, 0, 0, 0]  # a ship is nearly a boat
        found = [
            next((at for at, t in enumerate(topics) if t in text.lower()), 4) for text in texts
        ]
        return np.asarray(rows[found])


def judged(text: str, kind: ClaimKind = ClaimKind.QUALITATIVE, source: str = SOURCE) -> JudgedClaim:
    judge = DenseJudge(Topics(), RuleSplitter(), name="topics@3", support_from=0.8)
    claim = Claim(text=text, start=0, stop=len(text), kind=kind)
    shown = [Evidence(input=2, start=7, stop=7 + len(source), text=source)] if source else []
    return asyncio.run(judge.judge(claim, shown))


def test_a_near_sentence_supports_and_is_shown() -> None:
    found = judged("Ships set out early in the morning.")

    assert (found.verdict, found.score, found.judge) == (Verdict.SUPPORTED, 0.9, "dense-topics@3")
    [place] = found.evidence
    assert (place.input, place.text) == (2, "The boats leave at dawn.")
    assert SOURCE[place.start - 7 : place.stop - 7] == place.text


@pytest.mark.parametrize(
    "text", ["Nothing of the kind is said.", "The bell weighs 90 tonnes.", "—"]
)
def test_what_is_far_or_objected_to_is_not_decided(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.score) == (Verdict.UNCHECKED, None)
    assert found.reason


def test_what_states_nothing_and_what_has_no_source_is_not_decided() -> None:
    assert judged("Do boats leave?", ClaimKind.QUESTION).verdict is Verdict.UNCHECKED
    assert judged("Boats leave.", source="").verdict is Verdict.UNCHECKED
