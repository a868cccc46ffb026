"""The characters of a page to runs.

PDFium gives characters in the order of reading within a line, with the spaces that it thinks are
between them, and its order is kept within a run, for it knows what a combining sign belongs to.
The decision to question: where a producer writes a syllable's text over several glyphs, as is
done for scripts whose signs combine, PDFium measures the first glyph only and sees a space behind
it; there a space is believed only where no other glyph fills it.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from groundsmith.corpus.readers.pdf.fills import Box, Fills, address
from groundsmith.corpus.readers.pdf.runs import Run

_WIDE_GAP_EMS = 1.0
"""Wider than the spaces of justified text, narrower than the gutters of most tables."""
_BACK_EMS = 1.0
_NO_GAP_EMS = 0.12
_SAME_LINE = 0.4
"""Share of the lower of two neighbours' heights that they must have in common."""
_SAMPLED = 32
_SAMPLED_OF_RUN = 8
_TURNED_RATIO = 0.1
_HYPHENS = "\x02\ufffe"
"""What PDFium makes of a hyphen at the end of a line."""
_UNMAPPED = "\x00\ufffd\uffff"
_WORD = re.compile(rf"[^\s{_UNMAPPED}{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""A footnote's mark, or a power, must not become part of the number before it."""
_SMALL = 0.85
_RAISED_SHARE = 0.15
_LEVEL_SHARE = 0.1
"""Of a word's height: how much its last character may stand higher or lower than its first."""
_COMBINING = re.compile("[\u0900-\u10ff]")
"""Scripts of South Asia, whose signs combine."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_NAME_BYTES = 128


@dataclass(slots=True, kw_only=True)
class PageText:
    """What stands on a page.

    Attributes:
        unmapped_count: Characters of which the file does not say which they are.
    """

    width: float
    height: float
    runs: list[Run]
    unmapped_count: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, or a part of one, whose characters stand on one line."""

    text: str
    first: int
    last: int
    box: Box


@dataclass(slots=True)
class _Open:
    """A run being read; `right` is where its last piece ends."""

    first: int
    last: int
    box: Box
    right: float
    size: float
    texts: list[str]
    is_rtl: bool = False


class Glyphs:
    """The characters of one page, with where they stand. Close it before its page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._opened = page.get_textpage()
        self._handle = self._opened.raw
        self._count = max(raw.FPDFText_CountChars(self._handle), 0)
        self._rectangle = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._turn = self._usual_turn()
        self._bounds = page.get_bbox()
        self._fills: Fills | None = None
        self._text = self._characters()
        self._combines = _COMBINING.search(self._text) is not None

    def close(self) -> None:
        """Lets go of the page."""
        self._opened.close()

    def read(self) -> PageText:
        """All runs, as they were drawn."""
        left, bottom, right, top = self._bounds
        width, height = right - left, top - bottom
        if self._turn % 2:
            width, height = height, width
        runs = [run for found in self._open_runs() if (run := self._closed(found))]
        unmapped_count = sum(map(self._text.count, _UNMAPPED))
        return PageText(width=width, height=height, runs=runs, unmapped_count=unmapped_count)

    def _characters(self) -> str:
        """All characters, one for each that PDFium counts, UTF-16's halves apart."""
        units = (ctypes.c_ushort * (self._count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, self._count, units) - 1
        if written == self._count:
            return "".join(map(chr, units[:written]))
        codes = (raw.FPDFText_GetUnicode(self._handle, at) for at in range(self._count))
        return "".join(chr(code) if code < 0x10000 else "\ufffd" for code in codes)

    def _open_runs(self) -> Iterator[_Open]:
        run: _Open | None = None
        for piece in self._pieces():
            is_rtl = not piece.text.isascii() and bool(_RIGHT_TO_LEFT.search(piece.text))
            if run is not None and self._goes_on(run, piece, is_rtl):
                self._add(run, piece, is_rtl)
                continue
            if run is not None:
                yield run
            size = self._size(piece.first)
            texts = [_plain(piece.text)]
            run = _Open(piece.first, piece.last, piece.box, piece.box[2], size, texts, is_rtl)
        if run is not None:
            yield run

    def _pieces(self) -> Iterator[_Piece]:
        """Words; one whose characters do not stand on a line, character by character."""
        for word in _WORD.finditer(self._text):
            start, last = word.start(), word.end() - 1
            first_box, last_box = self._box(start), self._box(last)
            if first_box and last_box and _is_level(first_box, last_box):
                box = (
                    min(first_box[0], last_box[0]),
                    min(first_box[1], last_box[1]),
                    max(first_box[2], last_box[2]),
                    max(first_box[3], last_box[3]),
                )
                yield _Piece(word.group(), start, last, box)
                continue
            for at in range(start, last + 1):
                if found := self._box(at):
                    yield _Piece(self._text[at], at, at, found)

    def _add(self, run: _Open, piece: _Piece, is_rtl: bool) -> None:
        if piece.first > run.last + 1 and self._is_space(run, piece):
            run.texts.append(" ")
        text = _plain(piece.text)
        if text.isdecimal() and _is_raised(piece.box, run.box):
            text = text.translate(_RAISED)
        run.texts.append(text)
        run.last, run.right = piece.last, piece.box[2]
        left, top, right, bottom = piece.box
        box = run.box
        run.box = (min(box[0], left), min(box[1], top), max(box[2], right), max(box[3], bottom))
        run.is_rtl = run.is_rtl or is_rtl

    def _goes_on(self, run: _Open, piece: _Piece, is_rtl: bool) -> bool:
        """Whether a piece belongs to the open run."""
        if "\udc00" <= piece.text[0] <= "\udfff":  # the second half of a character
            return True
        _, run_top, _, run_bottom = run.box
        left, top, right, bottom = piece.box
        common = min(run_bottom, bottom) - max(run_top, top)
        if common < _SAME_LINE * min(run_bottom - run_top, bottom - top):
            return False
        if run.is_rtl or is_rtl:
            return True
        forward, gap = right - run.right, left - run.right
        return -_BACK_EMS * run.size <= forward and gap <= _WIDE_GAP_EMS * run.size

    def _is_space(self, run: _Open, piece: _Piece) -> bool:
        """Whether there is a space between the run and the piece, where PDFium sees one."""
        space_at = piece.first - 1
        gap = piece.box[0] - run.right
        if self._text[space_at] in "\r\n":
            return run.is_rtl or gap > _NO_GAP_EMS * run.size
        if not self._combines or not raw.FPDFText_IsGenerated(self._handle, space_at):
            return True
        self._fills = self._fills or Fills(self._page, self._placed)
        filled = self._fills.right_of(self._object(run.last), self._object(piece.first))
        return filled is None or piece.box[0] - filled > _NO_GAP_EMS * run.size

    def _closed(self, run: _Open) -> Run | None:
        """The finished run; `None` where it holds nothing."""
        text = "".join(run.texts).strip()
        if not text:
            return None
        if _SURROGATE.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        sampled = range(run.first, run.last + 1, 1 + (run.last - run.first) // _SAMPLED_OF_RUN)
        sizes = Counter(map(self._size, sampled))
        sizes.pop(0.0, None)
        size = max(sizes, key=sizes.__getitem__) if sizes else run.size
        along, across = self._direction(run.first)
        is_turned = along < 0 or abs(across) > _TURNED_RATIO * along
        return Run(text, *run.box, size, all(map(self._is_bold, sampled)), is_turned)

    def _box(self, at: int) -> Box | None:
        if not raw.FPDFText_GetLooseCharBox(self._handle, at, self._rectangle):
            return None
        found = self._rectangle
        return self._placed(found.left, found.bottom, found.right, found.top)

    def _placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as it is read: turned upright, and from its upper left."""
        page_left, page_bottom, page_right, page_top = self._bounds
        if self._turn == 0:
            return left - page_left, page_top - top, right - page_left, page_top - bottom
        if self._turn == 1:
            return bottom - page_bottom, left - page_left, top - page_bottom, right - page_left
        if self._turn == 2:
            return page_right - right, bottom - page_bottom, page_right - left, top - page_bottom
        return page_top - top, page_right - right, page_top - bottom, page_right - left

    def _size(self, at: int) -> float:
        """The size of a character as it is shown, to half a point; 0 for a generated one."""
        if raw.FPDFText_IsGenerated(self._handle, at):
            return 0.0
        size: float = raw.FPDFText_GetFontSize(self._handle, at)
        scale = 1.0
        if raw.FPDFText_GetMatrix(self._handle, at, self._matrix):
            scale = math.hypot(self._matrix.c, self._matrix.d)
        return round(2 * abs(size) * scale) / 2

    def _direction(self, at: int) -> tuple[float, float]:
        """Where a character's line runs: along the page's usual direction, and across it."""
        if not raw.FPDFText_GetMatrix(self._handle, at, self._matrix):
            return 1.0, 0.0
        along, across = self._matrix.a, self._matrix.b
        for _ in range(self._turn):
            along, across = across, -along
        return along, across

    def _usual_turn(self) -> int:
        """Quarter turns, counter-clockwise, of the lines of a sample of characters."""
        turns: Counter[int] = Counter()
        for at in range(0, self._count, 1 + self._count // _SAMPLED):
            if raw.FPDFText_GetMatrix(self._handle, at, self._matrix):
                along, across = self._matrix.a, self._matrix.b
                turns[round(math.atan2(across, along) / (math.pi / 2)) % 4] += 1
        return max(turns, key=turns.__getitem__) if turns else 0

    def _is_bold(self, at: int) -> bool:
        """Whether a character is; a generated one does not speak against it."""
        if raw.FPDFText_IsGenerated(self._handle, at):
            return True
        name = ctypes.create_string_buffer(_NAME_BYTES)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._handle, at, name, _NAME_BYTES, flags)
        return _BOLD.search(name.value) is not None

    def _object(self, at: int) -> int:
        return address(raw.FPDFText_GetTextObject(self._handle, at))


def _plain(text: str) -> str:
    """The text, PDFium's sign for a hyphen made one again."""
    return f"{text[:-1]}-" if text[-1] in _HYPHENS else text


def _is_level(first: Box, last: Box) -> bool:
    """Whether a word's last character stands on a line with its first."""
    height = first[3] - first[1]
    return abs(last[3] - first[3]) <= _LEVEL_SHARE * height and (
        abs(last[1] - first[1]) <= _LEVEL_SHARE * height
    )


def _is_raised(box: Box, run: Box) -> bool:
    """Whether a character is small and stands above the line, as the mark of a footnote does."""
    height = run[3] - run[1]
    is_small = box[3] - box[1] <= _SMALL * height
    return is_small and run[3] - box[3] >= _RAISED_SHARE * height
