"""Fits the weights of the engagement estimate to what a person reports of their own posts.

Ridge regression on the logarithm of reactions a thousand impressions (Hoerl and Kennard, "Ridge
Regression: Biased Estimation for Nonorthogonal Problems", 1970), drawn towards the rule of thumb
instead of zero: a few posts move it a little, and many posts decide. What the fit is worth is told
by leaving out each post in turn, and comparing what is then expected of it with the mean of the
others: a fit that does no better has low confidence, however many posts there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from groundsmith.recipes.post.engagement import (
    FEATURES,
    Estimator,
    Level,
    measures,
    rule_of_thumb,
)

Floats = npt.NDArray[np.floating[Any]]

LEAST_POSTS = 8
"""Of fewer results nothing can be said that the rule of thumb does not say."""
_MANY_POSTS = 30
_MOST_POSTS = 500
_PULL = 4.0
"""How many posts the rule of thumb counts for."""
_SEEN_HALF = 100
"""Impressions at which a post counts for half of what one does that was seen very often."""
_SOME, _MUCH = 0.1, 0.4
"""Shares of the variance that make a confidence medium, and high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a post that was published was received."""

    text: str
    impressions: int
    reactions: int


def fitted(results: Sequence[Result]) -> Estimator:
    """The weights as these results have them, the oldest first; the rule of thumb for too few."""
    known = [one for one in results if one.impressions > 0][-_MOST_POSTS:]
    if len(known) < LEAST_POSTS:
        told = f"; {len(known)} of the {LEAST_POSTS} results that a fit takes" if known else ""
        plain = rule_of_thumb()
        return replace(plain, basis=f"{plain.basis}{told}")
    history = _History.of(known)
    base, weights = history.fit(np.ones(len(known)))
    off, off_by_mean = history.left_out()
    medium, high = (float(value) for value in np.quantile(history.rates, (1 / 3, 2 / 3)))
    return Estimator(
        base=base,
        weights=dict(zip(FEATURES, map(float, weights), strict=True)),
        bounds=(medium, high),
        basis=f"fitted to {len(known)} results of yours",
        confidence=_confidence(off, off_by_mean),
        spread=float(np.sqrt(np.mean(off**2))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _History:
    """Features (a row a post), logarithms of rates, and what each post counts."""

    features: Floats
    rates: Floats
    counts: Floats

    @classmethod
    def of(cls, known: Sequence[Result]) -> "_History":
        seen = np.array([one.impressions for one in known], dtype=float)
        reacted = np.array([one.reactions for one in known], dtype=float)
        return cls(
            features=np.array([list(measures(one.text).values()) for one in known]),
            # Half a reaction more, so that none is a rate too (Anscombe 1956).
            rates=np.log(1000 * (reacted + 0.5) / (seen + 1)),
            counts=seen / (seen + _SEEN_HALF),
        )

    def fit(self, among: Floats) -> tuple[float, Floats]:
        """Base and weights by the posts that are `among` (1, else 0)."""
        counts = self.counts * among
        prior = np.array(list(rule_of_thumb().weights.values()))
        shares = counts / counts.sum()
        centre, mean = shares @ self.features, float(shares @ self.rates)
        varied = self.features - centre
        left = self.rates - mean - varied @ prior
        square = varied.T @ (varied * counts[:, None]) + _PULL * np.eye(len(prior))
        weights = prior + np.linalg.solve(square, varied.T @ (counts * left))
        return mean - float(centre @ weights), weights

    def left_out(self) -> tuple[Floats, Floats]:
        """How far off each post is by the fit to the others, and by their mean."""
        off, off_by_mean = np.empty(len(self.rates)), np.empty(len(self.rates))
        for at in range(len(self.rates)):
            among = np.ones(len(self.rates))
            among[at] = 0.0
            base, weights = self.fit(among)
            off[at] = self.rates[at] - base - self.features[at] @ weights
            off_by_mean[at] = self.rates[at] - np.average(self.rates, weights=self.counts * among)
        return off, off_by_mean


def _confidence(off: Floats, off_by_mean: Floats) -> Level:
    """By the share of the variance that a fit explains of posts that it has not seen."""
    all_of_it = float(np.mean(off_by_mean**2))
    explained = 1 - float(np.mean(off**2)) / all_of_it if all_of_it > 0 else 0.0
    if explained >= _MUCH and len(off) >= _MANY_POSTS:
        return Level.HIGH
    return Level.MEDIUM if explained >= _SOME else Level.LOW
