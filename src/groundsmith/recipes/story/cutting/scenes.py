"""Scenes of a chapter: at break marks, and at paragraphs that open with a shift of time or place.

A shift within a paragraph opens no scene: it is told in one breath.
"""

import re

from groundsmith.records import Span

BREAK = re.compile(
    r"(?m)^[ \t]*(?:(?:[*#~=•·⁂◆§_-][ \t]*){1,12}|\\\*(?:[ \t]*\\\*)*)[ \t]*$|^[ \t]*⁂[ \t]*$"
)
_SHIFT = re.compile(
    r"(?:(?:An?|One|Two|Three|Four|Five|Six|Several|Some|Many|Few) (?:few )?(?:hours?|days?"
    r"|weeks?"
    r"|months?|years?) (?:later|afterwards)|The (?:next|following) (?:day|morning|evening|week"
    r"|month"
    r"|year|night)|Meanwhile\b|Years (?:later|before|ago)|Keesokan|Esok harinya|Sementara itu"
    r"|Besoknya"
    r"|(?:Se|Dua |Tiga |Empat |Lima |Enam |Beberapa )(?:jam|hari|minggu|bulan|tahun) (?:kemudian"
    r"|sesudah|setelah)|Hari berikutnya|Malam berikutnya|Bertahun-tahun (?:kemudian|sebelum))"
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


def paragraphs(text: str) -> list[Span]:
    """Spans of paragraphs, in order; headings and break marks are paragraphs of their own."""
    found: list[Span] = []
    for block in _PARAGRAPH.finditer(text):
        stop = block.end()
        start = block.start()
        while start < stop and text[start].isspace():
            start += 1
        if start < stop:
            found.append(Span(start=start, stop=stop))
    return found


def scenes(text: str) -> list[Span]:
    """Spans of scenes, in order, without the marks between them; headings belong to none."""
    found: list[Span] = []
    start: int | None = None
    stop = 0
    for paragraph in paragraphs(text):
        words = paragraph.of(text)
        mark = bool(BREAK.fullmatch(words.strip())) or words.startswith("#")
        if start is not None and (mark or _SHIFT.match(words)):
            found.append(Span(start=start, stop=stop))
            start = None
        if not mark:
            start = paragraph.start if start is None else start
            stop = paragraph.stop
    if start is not None:
        found.append(Span(start=start, stop=stop))
    return found
