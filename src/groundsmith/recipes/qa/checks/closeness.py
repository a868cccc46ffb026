"""How near a question stands in meaning to its answer and to its passage: cosines of embeddings."""

from dataclasses import dataclass

import numpy as np

from groundsmith.records import Chunk, Span
from groundsmith.seams import Embedder, SentenceSplitter


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness:
    """Cosines of the question, each in [-1, 1].

    Attributes:
        answer: With the answer.
        cited: With the sentence that is cited for the answer.
        passage: With the sentence of the passage that is nearest to it.
    """

    answer: float
    cited: float
    passage: float


def closeness(
    question: str,
    answer: str,
    passage: Chunk,
    cited: Span,
    embedder: Embedder,
    sentences: SentenceSplitter,
) -> Closeness:
    """The question's cosines; a passage without a sentence is one itself."""
    spans = sentences.split(passage.text) or [Span(start=0, stop=len(passage.text))]
    held = [span.of(passage.text) for span in spans]
    vectors = np.asarray(embedder.embed([question, answer, *held]))
    near = vectors[1:] @ vectors[0]
    own = [
        at for at, span in enumerate(spans) if cited.start < span.stop and span.start < cited.stop
    ]
    return Closeness(
        answer=float(near[0]),
        cited=max((float(near[1 + at]) for at in own), default=float(near[1:].max())),
        passage=float(near[1:].max()),
    )
