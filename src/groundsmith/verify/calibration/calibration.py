"""A calibration: what was promised, of which judge, by which labels; as a value and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any

import numpy as np
import orjson
from pydantic import TypeAdapter, ValidationError

from groundsmith.verify.calibration.drift import Drift, Live, drift, drift_factor
from groundsmith.verify.calibration.labels import (
    GRID,
    Counts,
    Label,
    column_of,
    labels_sha256,
)
from groundsmith.verify.calibration.needs import Need, need
from groundsmith.verify.calibration.threshold import search

VERSION = 1
UNEVEN = 0.5
"""Where few long sources hold most labels, `benchmarks/calibrate.py` shows that the bound errs."""

_STRICTER = (0.10, 0.05, 0.02, 0.01)
_Z = 1.959964
"""Of a two-sided interval at 95 %."""


class CalibrationFault(ValueError):
    """A file that holds no calibration this version can read; says in one line what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What a threshold accepts of the labelled claims; `low` and `high` bound the share at 95 %."""

    share: float
    low: float
    high: float
    label_count: int
    source_count: int
    unsupported_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A promise, and all that it takes to hold a run against it.

    Attributes:
        judge: Name and version of the judge whose scores were labelled.
        threshold: Claims from this score on are accepted; `None` where nothing is promised.
        sampling: How the labelled claims were chosen.
        evenness: See `Counts.evenness`; below `UNEVEN` the promise may be broken more often.
        tail: Share of the labelled claims that each threshold from 1.00 to 0.00 accepts.
        drift_factor: See `drift.drift_factor`.
        needs: What stricter promises would take.
    """

    version: int
    judge: str
    alpha: float
    delta: float
    threshold: float | None
    accepted: Accepted | None
    label_count: int
    source_count: int
    unsupported_count: int
    labels_sha256: str
    sampling: str
    evenness: float
    tail: tuple[float, ...]
    drift_factor: float
    needs: tuple[Need, ...]

    def __str__(self) -> str:
        if self.threshold is None or self.accepted is None:
            return (
                f"no pass: nothing is accepted, for these labels show at no threshold that at most "
                f"{percent(self.alpha)} of what {self.judge} accepts is unsupported"
            )
        return (
            f"with confidence {percent(1 - self.delta)}, at most {percent(self.alpha)} of the "
            f"claims that {self.judge} scores {self.threshold:.2f} or higher are unsupported"
        )

    @property
    def passed(self) -> bool:
        """Whether anything is promised."""
        return self.threshold is not None

    def accepts(self, score: float | None) -> bool:
        """Whether the promise covers a claim; an UNCHECKED one it never does."""
        return score is not None and self.threshold is not None and score >= self.threshold

    def accepted_share(self, live: Live) -> float | None:
        """Share of live claims that the promise covers; `None` where there are none."""
        if not live.claim_count:
            return None
        return 0.0 if self.threshold is None else float(live.tail[column_of(self.threshold)])

    def drift_of(self, live: Live) -> Drift | None:
        """How far live scores lie from those of the labels; `None` where there are none."""
        return drift(self.tail, self.source_count, self.drift_factor, live)

    def as_json(self) -> bytes:
        """The file's content."""
        return orjson.dumps(self, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def calibrate(
    labels: Sequence[Label], *, judge: str, alpha: float, delta: float, sampling: str
) -> Calibration:
    """What these labels promise; their order makes no difference."""
    counts = Counts.of(labels)
    found = search(counts, alpha, delta)
    stricter = [one for one in _STRICTER if one < alpha]
    wanted = stricter if found.column is not None else [alpha, *stricter]
    return Calibration(
        version=VERSION,
        judge=judge,
        alpha=alpha,
        delta=delta,
        threshold=found.threshold,
        accepted=None if found.column is None else _accepted(labels, counts, found.column),
        label_count=len(labels),
        source_count=len(counts.accepted),
        unsupported_count=sum(not label.supported for label in labels),
        labels_sha256=labels_sha256(labels),
        sampling=sampling,
        evenness=round(counts.evenness, 4),
        tail=tuple(round(share, 6) for share in counts.accepted_ratio.tolist()),
        drift_factor=round(drift_factor(counts), 6),
        needs=tuple(need(counts, len(labels), one, delta) for one in wanted),
    )


def read_calibration(body: bytes) -> Calibration:
    """The calibration that `as_json` wrote; raises CalibrationFault."""
    try:
        version = orjson.loads(body)["version"]
    except (ValueError, KeyError, TypeError) as error:
        raise CalibrationFault("it is no calibration") from error
    if version != VERSION:
        raise CalibrationFault(f"it is of version {version}, this is {VERSION}; calibrate again")
    try:
        found: Calibration = _adapter().validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise CalibrationFault(f"{where}: {first['msg']}") from error
    if len(found.tail) != len(GRID):
        raise CalibrationFault(f"tail: {len(found.tail)} shares, not {len(GRID)}")
    return found


def percent(share: float) -> str:
    """A share for people: `5 %`, `2.5 %`."""
    return f"{round(100 * share, 4):g} %"


def _accepted(labels: Sequence[Label], counts: Counts, column: int) -> Accepted:
    low, high = _interval(counts, column)
    inside = [label for label in labels if label.score >= GRID[column]]
    return Accepted(
        share=round(float(counts.accepted_ratio[column]), 4),
        low=round(low, 4),
        high=round(high, 4),
        label_count=len(inside),
        source_count=len({label.source for label in inside}),
        unsupported_count=sum(not label.supported for label in inside),
    )


def _interval(counts: Counts, column: int) -> tuple[float, float]:
    """Interval of the share accepted (Wilson 1927) at its effective sample size."""
    whole, part = counts.accepted[:, -1], counts.accepted[:, column]
    sources = len(whole)
    share = float(part.sum() / whole.sum())
    between = float(((part - share * whole) ** 2).sum() / whole.sum() ** 2)
    variance = between * sources / max(sources - 1, 1)
    size = share * (1 - share) / variance if variance > 0 else float(sources)
    middle = (share + _Z**2 / (2 * size)) / (1 + _Z**2 / size)
    half = _Z * sqrt(share * (1 - share) / size + (_Z / (2 * size)) ** 2) / (1 + _Z**2 / size)
    return float(np.clip(middle - half, 0, 1)), float(np.clip(middle + half, 0, 1))


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Calibration)
