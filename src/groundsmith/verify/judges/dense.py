"""A judge that compares meanings: how near a claim's embedding stands to its evidence's sentences.

Nearness in meaning is blind to a changed number or a denial, so it can support a claim and never
refute one; hard findings are looked at first, like everywhere else.
"""

from collections.abc import Sequence

import numpy as np

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.seams import Embedder, SentenceSplitter
from groundsmith.verify.checks import hard_findings
from groundsmith.verify.judges.unjudged import unjudged

_MOST_SENTENCES = 400
_FAULTED = 0.5


class DenseJudge:
    """The cosine of a claim and the nearest sentence of its evidence; the seam Judge.

    Args:
        support_from: The cosine from which a claim is SUPPORTED; `benchmarks/verify.py` prints how
            it was chosen.
    """

    def __init__(
        self, embedder: Embedder, sentences: SentenceSplitter, *, name: str, support_from: float
    ) -> None:
        self.name = f"dense-{name}"
        self._embedder = embedder
        self._sentences = sentences
        self._support_from = support_from

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """A verdict whose score is the cosine, never below 0, and halved by a hard finding."""
        if not claim.kind.checkable:
            return unjudged(
                claim, self.name, f"not checkable: a {claim.kind.value.replace('_', ' ')}"
            )
        shown = [place for passage in evidence for place in self._cut(passage)][:_MOST_SENTENCES]
        if not shown or not any(map(str.isalnum, claim.text)):
            return unjudged(claim, self.name, "there is nothing to compare")
        vectors = np.asarray(self._embedder.embed([claim.text, *(place.text for place in shown)]))
        near = vectors[1:] @ vectors[0]
        best = int(near.argmax())
        findings = tuple(hard_findings(claim, evidence))
        share = _FAULTED if findings else 1.0
        score = rounded(share * min(1.0, max(0.0, float(near[best]))))
        supported = score >= self._support_from and not findings
        reason = findings[0].message if findings else f"nearest in meaning: cosine {score:.2f}"
        return JudgedClaim(
            text=claim.text,
            verdict=Verdict.SUPPORTED if supported else Verdict.NOT_ENOUGH_INFO,
            score=score,
            judge=self.name,
            evidence=(shown[best],),
            reason=reason,
            findings=findings,
        )

    def _cut(self, passage: Evidence) -> list[Evidence]:
        """The passage's sentences, each as evidence of the same input."""
        return [
            Evidence(
                input=passage.input,
                start=passage.start + span.start,
                stop=passage.start + span.stop,
                text=span.of(passage.text),
            )
            for span in self._sentences.split(passage.text)
        ]
