"""The runs of a page to regions, in the order that a reader would take them: columns first.

A region is what is read row by row. Two columns are parted by a gutter: a white strip that nearly
nothing crosses. What does cross it (a title, a wide figure's caption) parts the page into bands,
and each band is read column by column. The decision to question: cells of a table are parted by
white strips as well, and only their shortness tells; what lies beside the strip must be lines of
prose to count as columns.
"""

import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise

from groundsmith.corpus.readers.pdf.runs import Run, rows_of

Region = list[Run]

_FEWEST_ROWS = 3
_FEWEST_GUTTER_EMS = 0.8
_WIDE_SHARE = 0.6
"""Of a region's width: wider runs cross a gutter rather than lie beside it."""
_MOST_CROSSED = 0.12
"""Share of a region's height in which short runs may cross its gutter."""
_INNER = (0.12, 0.88)
"""Where, across a region, a gutter may lie."""
_FILLED_SHARE = 0.4
_PROSE_CHARS = 16
_ALIGNED_PROSE_CHARS = 24
"""Where lines on both sides share their baselines, as rows of a table do, more is asked for."""
_ALIGNED_SHARE = 0.8
_MOST_DEPTH = 6
_APART = 0.6
"""Of a line's height: what stands that far below begins anew."""
_NEXT_LINE = 0.7
"""Of a line's height: what stands that close below goes on."""


def regions(runs: Sequence[Run], depth: int = 0) -> list[Region]:
    """Regions in the order of reading."""
    gutter = _gutter(runs) if depth < _MOST_DEPTH else None
    if gutter is None:
        return [list(runs)] if runs else []
    crossing = [run for run in runs if run.left < gutter < run.right]
    beside = [run for run in runs if not run.left < gutter < run.right]
    found: list[Region] = []
    for wide, band in _bands(crossing, beside, gutter):
        sides = _sides(band, gutter)
        if wide and not all(sides):
            found.append([*wide, *band])  # short lines below, and no column beside them
            continue
        if wide:
            found.append(wide)
        for side in sides:
            found.extend(regions(side, depth + 1))
    return found


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where across the page two columns are parted; `None` where they are not."""
    if len(runs) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    height = max(run.bottom for run in runs) - min(run.top for run in runs)
    narrow = [run for run in runs if run.width <= _WIDE_SHARE * (right - left)]
    least = _FEWEST_GUTTER_EMS * statistics.median(run.size for run in runs)
    inner = [left + share * (right - left) for share in _INNER]
    strips = [
        (start, stop)
        for start, stop, crossed in _strips(narrow)
        if stop - start >= least
        and crossed <= _MOST_CROSSED * height
        and inner[0] <= (start + stop) / 2 <= inner[1]
    ]
    for start, stop in sorted(strips, key=lambda strip: strip[0] - strip[1]):
        if _parts_prose(narrow, start, stop):
            return (start + stop) / 2
    return None


def _strips(runs: Iterable[Run]) -> list[tuple[float, float, float]]:
    """Strips from left to right between edges of runs, each with the height that is covered."""
    edges: dict[float, float] = {}
    for run in runs:
        height = run.bottom - run.top
        edges[run.left] = edges.get(run.left, 0.0) + height
        edges[run.right] = edges.get(run.right, 0.0) - height
    places = sorted(edges)
    found: list[tuple[float, float, float]] = []
    covered = 0.0
    for start, stop in pairwise(places):
        covered += edges[start]
        found.append((start, stop, covered))
    return found


def _parts_prose(runs: Sequence[Run], start: float, stop: float) -> bool:
    """Whether lines of prose lie on both sides of a strip."""
    sides = ([r for r in runs if r.right <= start], [r for r in runs if r.left >= stop])
    if not all(sides):
        return False
    top, bottom = _shared(*sides)
    rows = [rows_of(run for run in side if top <= run.middle <= bottom) for side in sides]
    if min(map(len, rows)) < _FEWEST_ROWS:
        return False
    middles = [[row[0].middle for row in side] for side in rows]
    wanted = _ALIGNED_PROSE_CHARS if _are_aligned(*middles) else _PROSE_CHARS
    for side in rows:
        width = max(row[-1].right for row in side) - min(row[0].left for row in side)
        filled = statistics.median(row[-1].right - row[0].left for row in side)
        chars = statistics.median(sum(len(run.text) for run in row) for row in side)
        if filled < _FILLED_SHARE * width or chars < wanted:
            return False
    return True


def _shared(left: Iterable[Run], right: Iterable[Run]) -> tuple[float, float]:
    """From where to where, downwards, both sides hold something."""
    sides = (list(left), list(right))
    return (
        max(min(run.top for run in side) for side in sides),
        min(max(run.bottom for run in side) for side in sides),
    )


def _are_aligned(left: Sequence[float], right: Sequence[float]) -> bool:
    """Whether most rows of the shorter side stand at the height of one on the other."""
    taken = {round(middle) for middle in left}
    shared = sum(bool({round(m) - 1, round(m), round(m) + 1} & taken) for m in right)
    return shared >= _ALIGNED_SHARE * min(len(left), len(right))


def _bands(
    crossing: Sequence[Run], beside: Sequence[Run], gutter: float
) -> list[tuple[Region, Region]]:
    """From top to bottom: what crosses the gutter, and what lies beside it below that."""
    wide = sorted(crossing, key=lambda run: run.middle)
    bands: list[tuple[Region, Region]] = [([], [])]
    waiting = sorted(beside, key=lambda run: run.middle)
    at = 0
    for run in wide:
        before = at
        while at < len(waiting) and waiting[at].middle < run.top:
            at += 1
        bands[-1][1].extend(waiting[before:at])
        if bands[-1][1]:
            bands.append(([], []))
        bands[-1][0].append(run)
        while at < len(waiting) and _ends(waiting, at, run, gutter):
            bands[-1][0].append(waiting[at])
            at += 1
    bands[-1][1].extend(waiting[at:])
    for (_, band), (below, _) in pairwise(bands):
        below[:0] = _taken_off_end(band, gutter)
    return bands


def _taken_off_end(band: Region, gutter: float) -> Region:
    """What stands apart under two columns, above something wide: it is as wide, only shorter."""
    sides = _sides(band, gutter)
    if not all(sides):
        return []
    end = _shared(*sides)[1]
    for run in sorted(band, key=lambda run: run.top):
        if run.top - end >= _APART * (run.bottom - run.top):
            taken = [one for one in band if one.top >= run.top]
            band[:] = [one for one in band if one.top < run.top]
            return taken
        end = max(end, run.bottom)
    return []


def _ends(waiting: Sequence[Run], at: int, run: Run, gutter: float) -> bool:
    """Whether a run beside the gutter is part of the wide row, or its last, shorter line."""
    one = waiting[at]
    if one.top <= run.middle <= one.bottom:
        return True
    is_next_line = one.top - run.bottom < _NEXT_LINE * (run.bottom - run.top)
    has_neighbour = at + 1 < len(waiting) and waiting[at + 1].top <= one.middle
    return (
        is_next_line
        and one.right < gutter
        and one.size == run.size
        and abs(one.left - run.left) < run.size
        and not has_neighbour
    )


def _sides(band: Sequence[Run], gutter: float) -> tuple[Region, Region]:
    return [r for r in band if r.right <= gutter], [r for r in band if r.right > gutter]
