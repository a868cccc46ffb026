"""A linear model of relevance, learnt listwise: one weight a feature, so a score explains itself.

The chance that a document is the one to be read is a softmax over its query's candidates (ListNet,
Cao et al. 2007; as a conditional logit, McFadden 1974). The loss is convex, so Newton's method
finds the one best model: same judgments, same weights, on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Self

import numpy as np

from groundsmith.errors import RequestError
from groundsmith.index.learning.examples import Example, checked
from groundsmith.index.learning.features import FEATURES
from groundsmith.index.voices import Floats
from groundsmith.records import Json

RIDGE = 3.0
"""Against weights that few queries speak for."""
_ROUNDS = 50
_TOLERANCE = 1e-8
_HALVINGS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights of standardised features, in the order of `FEATURES`."""

    weights: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]

    def contributions(self, rows: Floats) -> Floats:
        """What each feature adds to the score of each row."""
        weights, means, scales = map(np.array, (self.weights, self.means, self.scales))
        return np.asarray((rows - means) / scales * weights)

    def as_json(self) -> Json:
        """For a file; `from_json` reads it."""
        return {"kind": "linear", "features": list(FEATURES), **asdict(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Json]) -> Self:
        """Raises RequestError where it was learnt on other features than there are now."""
        if stored.get("kind") != "linear" or list(stored.get("features", ())) != list(FEATURES):
            raise RequestError("this model was learnt on other features; train it again")
        return cls(**{key: tuple(map(float, stored[key])) for key in cls.__slots__})


def fit_linear(examples: Sequence[Example], *, ridge: float = RIDGE) -> LinearModel:
    """The model that makes judged documents likeliest.

    Raises:
        RequestError: Too few queries, or judgments that one of the features made.
    """
    checked(examples)
    every = np.concatenate([example.rows for example in examples])
    means, scales = every.mean(axis=0), every.std(axis=0)
    scales = np.where(scales > 0, scales, 1.0)
    lists = [
        ((example.rows - means) / scales, example.grades / example.grades.sum())
        for example in examples
    ]
    weights = np.zeros(len(FEATURES))
    loss, gradient, curvature = _loss(weights, lists, ridge)
    for _ in range(_ROUNDS):
        step = np.linalg.solve(curvature, gradient)
        if float(gradient @ step) < _TOLERANCE:
            break
        for halving in range(_HALVINGS):
            tried = weights - step / 2**halving
            found = _loss(tried, lists, ridge)
            if found[0] <= loss:
                weights, (loss, gradient, curvature) = tried, found
                break
    return LinearModel(
        weights=tuple(weights.tolist()), means=tuple(means.tolist()), scales=tuple(scales.tolist())
    )


def _loss(
    weights: Floats, lists: Sequence[tuple[Floats, Floats]], ridge: float
) -> tuple[float, Floats, Floats]:
    """Cross entropy of all lists with the ridge, its gradient and its Hessian."""
    loss = ridge / 2 * float(weights @ weights)
    gradient, curvature = ridge * weights, ridge * np.eye(len(weights))
    for rows, wanted in lists:
        scores = rows @ weights
        top = float(scores.max())
        chances = np.exp(scores - top)
        total = float(chances.sum())
        chances /= total
        loss += top + float(np.log(total)) - float(wanted @ scores)
        mean = chances @ rows
        gradient = gradient + mean - wanted @ rows
        curvature = curvature + (rows * chances[:, None]).T @ rows - np.outer(mean, mean)
    return loss, gradient, curvature
