"""How close question, answer and passage are in meaning, by their embeddings.

The score is the probability that a question belongs to the place it is answered from, as against a
question that was asked of another passage. It tells a pair that has gone astray; whether the answer
is the right one among those of its own passage is for other stages to see. Counting shared words
would look like this measurement and be another one: without an embedder this stage did not run.
"""

import math

from groundsmith.recipes.qa.checks.closeness import Closeness
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.records import Finding, StageScore, rounded

STAGE = "relevancy"
_LANGUAGES = frozenset({"en"})
_LEAST = 0.5
_BIAS, _ANSWER, _CITED, _PASSAGE = -10.09, 0.39, 10.69, 20.77
"""Logistic regression on one half of XQuAD's articles; `benchmarks/relevancy.py` fits it again, and
prints how it does on the other half."""


def check(pair: CheckedPair) -> Checked:
    """Near 1 where the question is at home in its passage, near 0 where it is foreign to it.

    UNCHECKED without an embedder, and in languages for which this was never measured.
    """
    if pair.closeness is None:
        why = "no embedding model is chosen: checks.dense"
        return StageScore(score=None, why=why), []
    if pair.language not in _LANGUAGES:
        return StageScore(score=None, why=f"not measured for language {pair.language}"), []
    score = rounded(_probability(pair.closeness))
    if score >= _LEAST:
        return StageScore(score=score), []
    finding = Finding(
        stage=STAGE,
        code="foreign-to-its-passage",
        message="the question is far in meaning from the passage that it is answered from",
        advice="ask about what the passage says",
    )
    return StageScore(score=score), [finding]


def _probability(near: Closeness) -> float:
    z = _BIAS + _ANSWER * near.answer + _CITED * near.cited + _PASSAGE * near.passage
    return 1 / (1 + math.exp(-z))
