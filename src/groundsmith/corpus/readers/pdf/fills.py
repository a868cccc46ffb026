"""How far the text objects of a page reach, the glyphs included that no character stands for.

A producer that spells a syllable out over several glyphs leaves all but the first without a
character, so what lies between two characters is known only from what was drawn there.
"""

import ctypes
from collections.abc import Callable

import pypdfium2 as pdfium
from pypdfium2 import raw

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in the direction of reading."""


class Fills:
    """How far to the right the text objects of a page reach, in the order they were drawn."""

    def __init__(self, page: pdfium.PdfPage, placed: Callable[..., Box]) -> None:
        self._place_of: dict[int, int] = {}
        self._rights: list[float] = []
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for at in range(max(raw.FPDFPage_CountObjects(page), 0)):
            found = raw.FPDFPage_GetObject(page, at)
            if raw.FPDFPageObj_GetType(found) != raw.FPDF_PAGEOBJ_TEXT:
                continue
            if raw.FPDFPageObj_GetBounds(found, left, bottom, right, top):
                self._place_of[address(found)] = len(self._rights)
                self._rights.append(placed(left.value, bottom.value, right.value, top.value)[2])

    def right_of(self, first: int, next_one: int) -> float | None:
        """How far what was drawn from the first object up to the next reaches, if that is known."""
        start, stop = self._place_of.get(first), self._place_of.get(next_one)
        if start is None or stop is None or start >= stop:
            return None
        return max(self._rights[start:stop])


def address(found: object) -> int:
    """Which of PDFium's objects a pointer means; 0 for none."""
    return ctypes.cast(found, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # a pointer
