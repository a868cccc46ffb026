"""Fits the embedded judge's curves: logistic regression on straight pieces, none against sense.

Every feature enters as itself and bent at three knots; slopes of what supports stay at or above
zero, of what opposes at or below it. Sets weigh by the square root of their size, and each has an
intercept of its own while the curves are fitted, so that no curve has to explain how often a set
is wrong. Fitted by accelerated projected gradient (Beck and Teboulle 2009) in plain numpy.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.verify.checks import REFUTING
from groundsmith.verify.features import FEATURES, SUPPORTING
from groundsmith.verify.weighing import FINDINGS
from measured import Flags, Numbers, Row

ANCHOR = "coverage"
ANCHOR_SHARE = 0.2
"""What the anchor keeps of the sum; `train_judge.py` prints what other shares would give."""

_QUANTILES = (0.25, 0.5, 0.75)
_PENALTY = 50.0
_STEPS = 500
_SET_INTERCEPT = 5.0
_CODE_SPREAD = 0.3
_FEWEST_OF_CODE = 10
_SELDOM = 2.0
_SIZE_POWER = 0.25
_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What rows are fitted by: features, codes of findings, labels, and the sets they are of."""

    features: dict[str, Numbers]
    codes: dict[str, Numbers]
    contradictions: dict[str, Flags]
    supported: Numbers
    sets: NDArray[np.str_]

    @property
    def contradicted(self) -> Flags:
        """Which rows have a contradiction of any code."""
        held: Flags = np.any(list(self.contradictions.values()), axis=0)
        return held

    @property
    def natural(self) -> Flags:
        """Which rows nobody wrote to plant an error: their words tell support from its lack."""
        return np.array([not name.startswith("planted") for name in self.sets.tolist()])

    def only(self, kept: Flags) -> "Columns":
        """The columns of some of the rows."""
        return Columns(
            features={name: column[kept] for name, column in self.features.items()},
            codes={name: column[kept] for name, column in self.codes.items()},
            contradictions={code: held[kept] for code, held in self.contradictions.items()},
            supported=self.supported[kept],
            sets=self.sets[kept],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One column of the fit: a feature, up to a knot or from it on; or a finding's code.

    Attributes:
        sign: 1 where its slope may not fall below zero, -1 where it may not rise above.
        spread: Its unit.
    """

    name: str
    sign: int
    spread: float
    knot: float | None = None
    is_code: bool = False

    def of(self, columns: Columns) -> Numbers:
        """The column's numbers, in units of its spread."""
        if self.is_code:
            return columns.codes[self.name] / self.spread
        values = columns.features[self.name]
        if self.knot is not None:
            below = np.minimum(values, self.knot)
            values = below if self.sign > 0 else values - below
        return values / self.spread


def columns_of(rows: Sequence[Row], *, free: bool = False) -> Columns:
    """The columns of rows; `free` takes their language-free features."""
    codes = [[finding.code for finding in row.findings] for row in rows]
    missing = [[code for code in own if code not in REFUTING] for own in codes]
    values = [row.free if free else row.values for row in rows]
    features = {name: np.array([one[name] for one in values]) for name in FEATURES}
    features[FINDINGS] = np.log1p(np.array([float(len(own)) for own in missing]))
    known = sorted({code for own in missing for code in own})
    return Columns(
        features=features,
        codes={code: np.array([float(code in own) for own in missing]) for code in known},
        contradictions={
            code: np.array([code in own for own in codes]) for code in sorted(REFUTING)
        },
        supported=np.array([float(not row.wrong) for row in rows]),
        sets=np.array([row.dataset for row in rows]),
    )


def learn(
    columns: Columns, features: Collection[str] = (*FEATURES, FINDINGS), share: float = ANCHOR_SHARE
) -> dict[str, Any]:
    """A way to weigh, as `groundsmith.verify.weighing` reads it.

    Args:
        features: Which features may have a curve.
        share: What the untrained coverage keeps of the sum.
    """
    pieces = _pieces(columns, features)
    slopes = _fitted(columns, pieces)
    anchor = [Piece(name=ANCHOR, sign=1, spread=1.0)]
    weighed = [(piece, slope * (1 - share)) for piece, slope in zip(pieces, slopes, strict=True)]
    weighed += [(anchor[0], float(_fitted(columns, anchor)[0]) * share)]
    sums = np.sum([slope * piece.of(columns) for piece, slope in weighed], axis=0)
    intercept, scale = _calibrated(columns, sums)
    chances = 1 / (1 + np.exp(-(intercept + scale * sums)))
    return {
        "intercept": round(intercept, _DIGITS),
        "curves": _curves([(piece, slope * scale) for piece, slope in weighed]),
        "findings": {
            piece.name: round(float(slope * scale / piece.spread), _DIGITS)
            for piece, slope in weighed
            if piece.is_code
        },
        "contradicted": _left(columns, chances),
    }


def _pieces(columns: Columns, features: Collection[str]) -> list[Piece]:
    """What is fitted: each feature, bent at three knots, but for the count of findings."""
    found: list[Piece] = []
    for name in features:
        values = columns.features[name]
        sign = 1 if name in SUPPORTING else -1
        spread = float(values.std()) or 1.0
        found.append(Piece(name=name, sign=sign, spread=spread))
        if name != FINDINGS:
            knots = sorted({round(float(np.quantile(values, at)), 3) for at in _QUANTILES})
            found += [
                Piece(name=name, sign=sign, spread=spread, knot=knot)
                for knot in knots
                if values.min() < knot < values.max()
            ]
    if FINDINGS in features:
        found += [
            Piece(name=code, sign=-1, spread=_CODE_SPREAD, is_code=True)
            for code, held in columns.codes.items()
            if held.sum() >= _FEWEST_OF_CODE
        ]
    return found


def _fitted(columns: Columns, pieces: Sequence[Piece]) -> Numbers:
    """Slopes of the pieces; contradicted claims are left out, because a rule decides them."""
    kept = columns.only(~columns.contradicted & columns.natural)
    sets = sorted(set(kept.sets.tolist()))
    matrix = np.column_stack([piece.of(kept) for piece in pieces])
    matrix = matrix - matrix.mean(axis=0)
    own = np.column_stack([(kept.sets == name) * _SET_INTERCEPT for name in sets])
    matrix = np.hstack([matrix, own])
    weights = _weights(kept.sets, _SIZE_POWER)
    lowest = np.array([0.0 if p.sign > 0 else -np.inf for p in pieces] + [-np.inf] * len(sets))
    highest = np.array([0.0 if p.sign < 0 else np.inf for p in pieces] + [np.inf] * len(sets))
    return _descend(matrix, kept.supported, weights, lowest, highest)[: len(pieces)]


def _weights(sets: NDArray[np.str_], power: float) -> Numbers:
    """A weight for each row, 1 on average: its set's size to the power of minus `power`."""
    _, place, counts = np.unique(sets, return_inverse=True, return_counts=True)
    weights: Numbers = np.asarray((counts.astype(float) ** -power)[place])
    return np.asarray(weights / weights.mean())


def _descend(
    matrix: Numbers, labels: Numbers, weights: Numbers, lowest: Numbers, highest: Numbers
) -> Numbers:
    """Where penalised logistic loss is least between the bounds."""
    gram = (matrix * weights[:, None]).T @ matrix
    step = 1 / (0.25 * float(np.linalg.eigvalsh(gram)[-1]) + _PENALTY)
    at = ahead = np.zeros(matrix.shape[1])
    momentum = 1.0
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-(matrix @ ahead)))
        slope = matrix.T @ (weights * (chances - labels)) + _PENALTY * ahead
        after = np.clip(ahead - step * slope, lowest, highest)
        grown = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = after + (momentum - 1) / grown * (after - at)
        at, momentum = after, grown
    return at


def _calibrated(columns: Columns, sums: Numbers) -> tuple[float, float]:
    """Intercept and scale that make sums chances (Platt 1999); each set counts the same."""
    kept = ~columns.contradicted & columns.natural
    weights = _weights(columns.sets[kept], 1.0)
    spread = float(sums[kept].std()) or 1.0
    matrix = np.column_stack([np.ones(int(kept.sum())), sums[kept] / spread])
    labels = columns.supported[kept]
    found = np.zeros(2)
    for _ in range(50):
        chances = 1 / (1 + np.exp(-(matrix @ found)))
        slope = matrix.T @ (weights * (chances - labels))
        bend = (matrix * (weights * chances * (1 - chances))[:, None]).T @ matrix
        found = found - np.linalg.solve(bend + 1e-6 * np.eye(2), slope)
    return float(found[0]), float(found[1]) / spread


def _left(columns: Columns, chances: Numbers) -> dict[str, float]:
    """How much rarer claims with a contradiction are supported than their curves say, by code.

    A code that was seen seldom is drawn towards what all of them are worth. Planted errors are
    left out: there every contradiction is right.
    """
    kept = columns.natural
    columns, chances = columns.only(kept), chances[kept]
    weights = _weights(columns.sets, 1.0)
    expected, found = weights * chances, weights * columns.supported
    every = columns.contradicted
    common = float(found[every].sum()) / float(expected[every].sum())
    return {
        code: round(
            min(
                1.0,
                (float(found[held].sum()) + _SELDOM * common)
                / (float(expected[held].sum()) + _SELDOM),
            ),
            _DIGITS,
        )
        for code, held in columns.contradictions.items()
    }


def _curves(weighed: Sequence[tuple[Piece, float]]) -> dict[str, Any]:
    """The pieces of each feature as one curve; what is up to a knot rises, then bends back."""
    curves: dict[str, Any] = {}
    for piece, slope in weighed:
        if piece.is_code:
            continue
        curve = curves.setdefault(piece.name, {"slope": 0.0, "knots": [], "bends": []})
        raw = float(slope) / piece.spread
        if piece.knot is None or piece.sign > 0:
            curve["slope"] += raw
        bend = -raw if piece.sign > 0 else raw
        if piece.knot is not None and round(bend, _DIGITS):
            curve["knots"].append(piece.knot)
            curve["bends"].append(round(bend, _DIGITS))
    for curve in curves.values():
        curve["slope"] = round(curve["slope"], _DIGITS)
    return {name: curve for name, curve in curves.items() if curve["slope"] or curve["knots"]}
