"""Which of many good documents to show: not the same thing twice, and within a budget.

Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998). Under a budget, what does not fit
is passed over and something shorter may follow: a passage that is cut short loses its span.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RELEVANCE_SHARE = 0.7


def diversified(
    scores: NDArray[np.floating],
    vectors: NDArray[np.floating],
    top_k: int,
    *,
    relevance_share: float = RELEVANCE_SHARE,
) -> list[int]:
    """Places of at most `top_k` documents by maximal marginal relevance, in the order taken.

    Args:
        scores: Relevance on any scale; it is brought to [0, 1].
        vectors: A row for each; how alike two are is the cosine of theirs.
        relevance_share: 1 ranks by relevance alone, 0 by difference from what was taken.
    """
    return within_budget(scores, vectors, [1] * len(scores), top_k, relevance_share=relevance_share)


def within_budget(
    scores: NDArray[np.floating],
    vectors: NDArray[np.floating],
    token_counts: Sequence[int],
    budget_tokens: int,
    *,
    relevance_share: float = RELEVANCE_SHARE,
) -> list[int]:
    """Places of the passages to show, taken as `diversified` takes them while any fits.

    Together they have at most `budget_tokens`; none where not even one fits.
    """
    relevance = relevance_share * _normalised(np.asarray(scores, dtype=np.float64))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(lengths > 0, lengths, 1.0)
    nearest = np.zeros(len(relevance))
    counts, left = np.asarray(token_counts), budget_tokens
    free = np.ones(len(relevance), dtype=np.bool_)
    taken: list[int] = []
    while (free := free & (counts <= left)).any():
        gain = relevance - (1 - relevance_share) * nearest
        place = int(np.argmax(np.where(free, gain, -np.inf)))
        taken.append(place)
        free[place] = False
        left -= token_counts[place]
        nearest = np.maximum(nearest, unit @ unit[place])
    return taken


def _normalised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not values.size or np.ptp(values) == 0:
        return np.ones(len(values))
    return np.asarray((values - values.min()) / np.ptp(values), dtype=np.float64)
