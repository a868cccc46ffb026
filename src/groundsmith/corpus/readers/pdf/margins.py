"""Headers and footers: what repeats at the same height in the margins of several pages.

Numbers in them may differ from page to page. The decision to question: a line on two pages of two
is taken for one as well, since nobody writes the same words at the same place twice otherwise.
"""

import re
import statistics
from collections.abc import Iterator, Sequence

from groundsmith.corpus.readers.pdf.glyphs import PageText
from groundsmith.corpus.readers.pdf.runs import Row, Run, rows_of

_MARGIN_SHARE = 0.12
"""Of the page's height, from above and from below."""
_FEWEST_PAGES = 3
_SAME_HEIGHT = 4.0
_NUMBERS = re.compile(r"\d+|\b[ivxlcdm]+\Z|\A[ivxlcdm]+\b", re.IGNORECASE)


def without_margins(pages: Sequence[PageText]) -> tuple[list[list[Run]], list[str]]:
    """The runs of each page without its header and footer, and what was left out, once each."""
    places: dict[str, list[tuple[int, float, str]]] = {}
    for at, page in enumerate(pages):
        for row in _margin_rows(page):
            text = " ".join(run.text for run in row)
            places.setdefault(_NUMBERS.sub("#", text), []).append((at, row[0].middle, text))
    fewest = min(_FEWEST_PAGES, max(len(pages), 2))
    repeated = {key: _level(found) for key, found in places.items() if _pages(found) >= fewest}
    shown = [places[key][0][2] for key in repeated]
    return [_kept(page, repeated) for page in pages], shown


def _margin_rows(page: PageText) -> Iterator[Row]:
    top, bottom = _MARGIN_SHARE * page.height, (1 - _MARGIN_SHARE) * page.height
    yield from rows_of(run for run in page.runs if run.bottom <= top or run.top >= bottom)


def _level(found: Sequence[tuple[int, float, str]]) -> float:
    return statistics.median_low(height for _, height, _ in found)


def _pages(found: Sequence[tuple[int, float, str]]) -> int:
    """On how many pages a text stands at its usual height."""
    level = _level(found)
    return len({at for at, height, _ in found if abs(height - level) <= _SAME_HEIGHT})


def _kept(page: PageText, repeated: dict[str, float]) -> list[Run]:
    out: set[int] = set()
    for row in _margin_rows(page):
        level = repeated.get(_NUMBERS.sub("#", " ".join(run.text for run in row)))
        if level is not None and abs(row[0].middle - level) <= _SAME_HEIGHT:
            out.update(id(run) for run in row)
    return [run for run in page.runs if id(run) not in out]
