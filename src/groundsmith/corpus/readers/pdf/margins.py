"""Headers and footers: what repeats at the same height in the margins of several pages.

Numbers in them may differ from page to page, and so may a chapter's name beside a number, where
most pages have a line of small print standing apart at that height. The decision to question: a
line on both pages of two is taken for one as well, since nobody writes the same words at the same
place twice otherwise.
"""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundsmith.corpus.readers.pdf.glyphs import PageText
from groundsmith.corpus.readers.pdf.runs import Row, Run, rows_of

_MARGIN_SHARE = 0.12
"""Of the page's height, from above and from below."""
_FEWEST_PAGES = 3
_MOST_PAGES_SHARE = 0.6
_SAME_HEIGHT = 4.0
_APART = 0.8
"""Of a row's height, to the next one."""
_NUMBER = r"\d+|\b[ivxlcdm]+\Z|\A[ivxlcdm]+\b"
_NUMBERS = re.compile(_NUMBER, re.IGNORECASE)
_AT_EITHER_END = re.compile(r"\A\W*(?:\d+|[ivxlcdm]+\b)|(?:\d+|\b[ivxlcdm]+)\W*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A row in a margin.

    Attributes:
        key: Its text, numbers made alike.
        is_apart: Whether white space parts it from what is not in the margin.
        is_slot: Whether it could be a header by its looks: small, apart, with a number at an end.
    """

    page: int
    height: float
    text: str
    key: str
    runs: frozenset[int]
    is_apart: bool
    is_slot: bool


def without_margins(pages: Sequence[PageText]) -> tuple[list[list[Run]], list[str]]:
    """The runs of each page without its header and footer, and what was left out, once each."""
    rows = [row for at, page in enumerate(pages) for row in _margin_rows(at, page)]
    fewest = min(_FEWEST_PAGES, max(len(pages), 2))
    by_key: dict[str, list[_Found]] = {}
    by_slot: dict[int, list[_Found]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
        if row.is_slot:
            by_slot.setdefault(round(row.height / _SAME_HEIGHT), []).append(row)
    most = max(_FEWEST_PAGES, round(_MOST_PAGES_SHARE * len(pages)))
    out = [row for found in by_slot.values() for row in _level(found, most)]
    for found in by_key.values():
        out += _level(found, fewest if all(row.is_apart for row in found) else most)
    gone: dict[int, set[int]] = {}
    for row in out:
        gone.setdefault(row.page, set()).update(row.runs)
    kept = [
        [run for at_run, run in enumerate(page.runs) if at_run not in gone.get(at, ())]
        for at, page in enumerate(pages)
    ]
    shown: dict[str, str] = {}
    for row in sorted(out, key=lambda row: row.page):
        shown.setdefault(row.key, row.text)
    return kept, list(shown.values())


def _margin_rows(at: int, page: PageText) -> Iterator[_Found]:
    """The rows in the margins of a page."""
    if not page.runs:
        return
    place_of = {id(run): place for place, run in enumerate(page.runs)}
    usual = statistics.median(run.size for run in page.runs)
    rows = rows_of(page.runs)
    top, bottom = _MARGIN_SHARE * page.height, (1 - _MARGIN_SHARE) * page.height
    above = [row for row in rows if row[0].bottom <= top]
    below = [row for row in rows if row[0].top >= bottom][::-1]
    body = rows[len(above) : len(rows) - len(below)]
    for margin, next_row in ((above, body[:1]), (below, body[-1:])):
        is_apart = False
        for outer, inner in zip(margin[::-1], [*next_row, *margin[::-1]], strict=False):
            is_apart = is_apart or _gap(outer, inner) >= _APART * (outer[0].bottom - outer[0].top)
            text = " ".join(run.text for run in outer)
            is_small = max(run.size for run in outer) <= usual
            yield _Found(
                page=at,
                height=outer[0].middle,
                text=text,
                key=_NUMBERS.sub("#", text),
                runs=frozenset(place_of[id(run)] for run in outer),
                is_apart=is_apart,
                is_slot=is_apart and is_small and _AT_EITHER_END.search(text) is not None,
            )


def _gap(row: Row, other: Row) -> float:
    """White space between two rows, whichever is above."""
    return max(
        min(run.top for run in other) - max(run.bottom for run in row),
        min(run.top for run in row) - max(run.bottom for run in other),
    )


def _level(found: Sequence[_Found], fewest: int) -> list[_Found]:
    """Those at their usual height, where they are on enough pages."""
    usual = statistics.median_low(row.height for row in found)
    level = [row for row in found if abs(row.height - usual) <= _SAME_HEIGHT]
    return level if len({row.page for row in level}) >= fewest else []
