"""Scores of measured claims under one way to weigh them, and the figures that judge scores.

"Positive" is always "unsupported", and a low score should mean it.
"""

from collections.abc import Sequence

import numpy as np

from groundsmith.verify.weighing import Weighing
from measured import Flags, Numbers, Row


def chances(way: Weighing, rows: Sequence[Row], *, free: bool = False) -> Numbers:
    """The score of each row; 1 for what is copied."""
    return np.array(
        [
            1.0 if row.copied else way.chance(row.free if free else row.values, row.findings)
            for row in rows
        ]
    )


def auroc(scores: Numbers, unsupported: Flags) -> float:
    """Chance that an unsupported one scores lower than a supported one, ties half."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    wrong, right = int(unsupported.sum()), int((~unsupported).sum())
    if not wrong or not right:
        return float("nan")
    above = ranks[~unsupported].sum() - right * (right + 1) / 2
    return float(above / (wrong * right))


def balanced_accuracy(flagged: Flags, unsupported: Flags) -> float:
    """Mean of the shares of unsupported and of supported ones that are told right."""
    return float((flagged[unsupported].mean() + (~flagged)[~unsupported].mean()) / 2)


def f1(flagged: Flags, unsupported: Flags) -> float:
    """Harmonic mean of precision and recall of what is flagged as unsupported."""
    return float(2 * (flagged & unsupported).sum() / max(flagged.sum() + unsupported.sum(), 1))
