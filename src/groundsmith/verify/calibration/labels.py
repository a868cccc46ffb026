"""Labelled claims, counted by source over a grid of thresholds.

The grid is fixed before any label is seen: a threshold that was looked for among the scores would
be chosen by the data that test it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import Json, digest

Floats = NDArray[np.float64]

_STEPS = 100
GRID = tuple(round(1 - step / _STEPS, 2) for step in range(_STEPS + 1))
"""Thresholds from strict to loose: 1.00, 0.99, …, 0.00."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What people say of one scored claim.

    Attributes:
        source: What it shares with claims that may be wrong for the same reason.
        weight: How many claims of the population it stands for, relative to the others.
    """

    score: float
    supported: bool
    source: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"no score: {self.score}")
        if not 0.0 < self.weight < float("inf"):
            raise ValueError(f"no weight: {self.weight}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Weight of accepted and of unsupported accepted claims, by source (rows) and threshold.

    Attributes:
        accepted: Shape (sources, thresholds); the last column holds all claims.
    """

    accepted: Floats
    unsupported: Floats

    @classmethod
    def of(cls, labels: Iterable[Label]) -> "Counts":
        """Counts of these labels; their order makes no difference."""
        known = sorted(labels, key=lambda one: (one.source, one.score, one.supported, one.weight))
        sources = {name: row for row, name in enumerate(dict.fromkeys(x.source for x in known))}
        accepted = np.zeros((len(sources), len(GRID)))
        unsupported = np.zeros_like(accepted)
        rows = np.array([sources[label.source] for label in known], dtype=np.intp)
        columns = np.array([column_of(label.score) for label in known], dtype=np.intp)
        weights = np.array([label.weight for label in known])
        wrong = np.array([not label.supported for label in known], dtype=float)
        np.add.at(accepted, (rows, columns), weights)
        np.add.at(unsupported, (rows, columns), weights * wrong)
        return cls(accepted=accepted.cumsum(1), unsupported=unsupported.cumsum(1))

    def of_sources(self, rows: "Sequence[int] | NDArray[np.intp]") -> "Counts":
        """Only these sources, one as often as it is named."""
        return Counts(accepted=self.accepted[rows], unsupported=self.unsupported[rows])

    @property
    def evenness(self) -> float:
        """How many sources of one size would weigh as these do, over their number; 1 is even."""
        sizes = self.accepted[:, -1]
        return float(sizes.sum() ** 2 / (sizes**2).sum() / len(sizes)) if len(sizes) else 1.0

    @property
    def accepted_ratio(self) -> Floats:
        """Share of all claims that each threshold accepts."""
        total: Floats = self.accepted.sum(0)
        share: Floats = total / (total[-1] or 1.0)
        return share

    @property
    def unsupported_ratio(self) -> Floats:
        """Share of unsupported ones among the claims each threshold accepts; 0 where it is none."""
        total: Floats = self.accepted.sum(0)
        share: Floats = self.unsupported.sum(0) / np.where(total > 0, total, 1.0)
        return share


def column_of(score: float) -> int:
    """Place in the grid of the strictest threshold that accepts this score."""
    return _STEPS - int(score * _STEPS + 1e-9)


def labels_sha256(labels: Iterable[Label]) -> str:
    """Hash of a set of labels; their order makes no difference."""
    rows: list[list[Json]] = [
        [label.source, label.score, label.supported, label.weight] for label in labels
    ]
    return digest(sorted(rows))
