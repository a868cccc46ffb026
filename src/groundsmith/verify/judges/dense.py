"""A judge that compares meanings: how near a claim stands to a sentence of its evidence.

Nearness in meaning is blind to a changed number or a denial, and on RAGTruth it ranks claims worse
than the embedded judge does (`docs/decisions/verify.md`). So it only ever says one thing: what
stands near enough and has no hard finding is supported. Of everything else it cannot tell.
"""

from collections.abc import Sequence

import numpy as np

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, rounded
from groundsmith.seams import Embedder, SentenceSplitter
from groundsmith.verify.checks import hard_findings
from groundsmith.verify.judges.unjudged import unjudged

_MOST_SENTENCES = 400


class DenseJudge:
    """The cosine of a claim and the nearest sentence of its evidence; the seam Judge.

    Args:
        name: The embedder's name and version.
        support_from: The cosine from which a claim is SUPPORTED.
    """

    def __init__(
        self, embedder: Embedder, sentences: SentenceSplitter, *, name: str, support_from: float
    ) -> None:
        self.name = f"dense-{name}"
        self._embedder = embedder
        self._sentences = sentences
        self._support_from = support_from

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """SUPPORTED with the cosine as its score, else UNCHECKED and why."""
        if not claim.kind.checkable:
            return unjudged(claim, self.name, f"set apart: {claim.kind.value.replace('_', ' ')}")
        shown = [place for passage in evidence for place in self._cut(passage)][:_MOST_SENTENCES]
        if not shown or not any(map(str.isalnum, claim.text)):
            return unjudged(claim, self.name, "there is nothing to compare")
        if findings := hard_findings(claim, evidence):
            return unjudged(claim, self.name, findings[0].message)
        vectors = np.asarray(self._embedder.embed([claim.text, *(place.text for place in shown)]))
        near = vectors[1:] @ vectors[0]
        best = int(near.argmax())
        if near[best] < self._support_from:
            return unjudged(claim, self.name, f"nearest in meaning: cosine {near[best]:.2f}")
        return JudgedClaim(
            text=claim.text,
            kind=claim.kind,
            verdict=Verdict.SUPPORTED,
            score=rounded(min(1.0, float(near[best]))),
            judge=self.name,
            evidence=(shown[best],),
            reason=f"near in meaning: cosine {near[best]:.2f}",
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
