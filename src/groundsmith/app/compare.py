"""Two runs over the same items, side by side: what changed, and whether it is more than chance.

Items are paired by name, so that a hard passage weighs on both sides alike. Intervals are those of
the paired bootstrap (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993), resampling
items, with a fixed seed.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from groundsmith.errors import InputError, RequestError
from groundsmith.export.lines import LineFault, parse
from groundsmith.export.manifest import RECORDS, REJECTED
from groundsmith.records import Json, Record

_RESAMPLES = 2000
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure of both runs as its mean over the shared items, and B − A with its 95 % interval."""

    name: str
    a: float
    b: float
    difference: float
    low: float
    high: float

    @property
    def is_more_than_chance(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two runs have in common, and where they differ."""

    item_count: int
    only_a_count: int
    only_b_count: int
    differences: tuple[Difference, ...]

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        rows = [
            asdict(row) | {"more_than_chance": row.is_more_than_chance} for row in self.differences
        ]
        return asdict(self) | {"differences": rows}


def compare(a: Path, b: Path) -> Comparison:
    """The runs in two output folders; raises RequestError where they share no item."""
    first, second = _figures(a), _figures(b)
    shared = sorted(first.keys() & second.keys())
    if not shared:
        raise RequestError(f"{a} and {b} share no item; compare runs over the same documents")
    names = ("accepted pairs an item", "share of drafts accepted", "overall score of the accepted")
    return Comparison(
        item_count=len(shared),
        only_a_count=len(first.keys() - second.keys()),
        only_b_count=len(second.keys() - first.keys()),
        differences=tuple(
            difference
            for place, name in enumerate(names)
            if (
                difference := _difference(
                    name,
                    [first[item][place] for item in shared],
                    [second[item][place] for item in shared],
                )
            )
        ),
    )


def _figures(out: Path) -> dict[str, tuple[float, float, float | None]]:
    """By item: accepted pairs, share accepted, and their mean overall score if there are any."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    drafts: defaultdict[str, int] = defaultdict(int)
    for record in _records(out):
        drafts[record.item] += 1
        if record.accepted and record.assessment.overall is not None:
            scores[record.item].append(record.assessment.overall)
    return {
        item: (
            float(len(scores[item])),
            len(scores[item]) / count,
            float(np.mean(scores[item])) if scores[item] else None,
        )
        for item, count in drafts.items()
    }


def _records(out: Path) -> Iterator[Record]:
    for name in (RECORDS, REJECTED):
        try:
            with (out / name).open("rb") as file:
                yield from map(parse, file)
        except OSError as error:
            raise InputError(
                f"{out / name}: cannot be read ({error.strerror}); name a finished --out"
            ) from error
        except LineFault as error:
            raise InputError(f"{out / name}: {error.reason}; run `groundsmith audit`") from error


def _difference(
    name: str, a: list[float | None] | list[float], b: list[float | None] | list[float]
) -> Difference | None:
    """The mean difference over the pairs where both have a value; None where no pair does."""
    pairs = np.array(
        [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None], dtype=float
    )
    if not len(pairs):
        return None
    deltas = pairs[:, 1] - pairs[:, 0]
    chance = np.random.default_rng(_SEED)
    picks = chance.integers(0, len(deltas), size=(_RESAMPLES, len(deltas)))
    low, high = np.quantile(deltas[picks].mean(axis=1), [0.025, 0.975])
    return Difference(
        name=name,
        a=round(float(pairs[:, 0].mean()), 4),
        b=round(float(pairs[:, 1].mean()), 4),
        difference=round(float(deltas.mean()), 4),
        low=round(float(low), 4),
        high=round(float(high), 4),
    )
