"""Relations that people have in a file: two ends, what ties them, and how strongly.

Columns are separated by tabs, or by commas where no line has a tab: `source`, `target`, then
`relation` and `weight` where there are any. A first line with these names gives their order;
without one, a third column that is a number is a weight, unless a fourth follows.
"""

import csv
import math
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from groundsmith.errors import InputError
from groundsmith.index.collection.given import GivenEdge

RELATED = "related"
"""The relation of an edge that has none."""

_COLUMNS = ("source", "target", "relation", "weight")
_LONGEST_CHARS = 100


def read_edges(path: Path) -> Iterator[GivenEdge]:
    """The edges in a file, in order; raises InputError for a line that is none, by its number."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            first = next((line for line in opened if line.strip()), "")
            delimiter = "\t" if "\t" in first else ","
            rows = csv.reader(chain([first], opened), delimiter=delimiter)
            yield from _edges(path, rows)
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise InputError(f"{path}: cannot be read as an edge list ({exc})") from exc


def _edges(path: Path, rows: Iterator[list[str]]) -> Iterator[GivenEdge]:
    columns: Sequence[str] | None = None
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if columns is None:
            named = [cell.casefold() for cell in cells]
            columns = named if {"source", "target"} <= set(named) <= set(_COLUMNS) else ()
            if columns:
                continue
        told = dict(zip(columns or _guessed(cells), cells, strict=False))
        if len(cells) > len(_COLUMNS) or not told.get("source") or not told.get("target"):
            raise InputError(f"{path}:{number}: wants source, target, and perhaps relation, weight")
        yield GivenEdge(
            source=told["source"],
            target=told["target"],
            relation=(told.get("relation") or RELATED)[:_LONGEST_CHARS],
            weight=_weight(told.get("weight") or "1", f"{path}:{number}"),
        )


def _guessed(cells: list[str]) -> Sequence[str]:
    """The columns of a line where no header names them."""
    if len(cells) == 3 and _number(cells[2]) is not None:
        return ("source", "target", "weight")
    return _COLUMNS


def _weight(written: str, where: str) -> float:
    weight = _number(written)
    if weight is None or not 0 < weight < math.inf:
        raise InputError(f"{where}: a weight is a positive number, not {written[:40]!r}")
    return weight


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None
