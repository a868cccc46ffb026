"""A PDF's pages to one text. Runs in the parsing process only.

Pages that are pictures are said to need OCR, one by one; nothing is guessed from them.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2 as pdfium
from pypdfium2 import raw

from groundsmith.corpus.readers.extract import Extract
from groundsmith.corpus.readers.pdf.blocks import Block, blocks_of
from groundsmith.corpus.readers.pdf.glyphs import Glyphs, PageText
from groundsmith.corpus.readers.pdf.headings import body_size, levels
from groundsmith.corpus.readers.pdf.hyphens import flowing, words_of
from groundsmith.corpus.readers.pdf.margins import without_margins
from groundsmith.corpus.readers.pdf.regions import regions
from groundsmith.errors import SourceError
from groundsmith.records import Json

_MOST_PAGES = 20_000
_MOST_CHARS = 20_000_000
_MOST_SHOWN = 3
_SHOWN_CHARS = 60
_SMALLER = 0.95


class _Book:
    """What was found on the pages so far, and which of them gave nothing."""

    def __init__(self) -> None:
        self.pages: list[PageText] = []
        self.pictures: list[int] = []
        self.unmapped: list[int] = []
        self.damaged: list[int] = []
        self.turned: list[int] = []


def extract(data: bytes) -> Json:
    """The document's text; raises SourceError for what cannot be read."""
    book = _read(data)
    found = Extract()
    _note(found, book)
    kept, repeated = without_margins(book.pages)
    if repeated:
        shown = ", ".join(f"“{text[:_SHOWN_CHARS]}”" for text in repeated[:_MOST_SHOWN])
        more = f" and {len(repeated) - _MOST_SHOWN} more" if len(repeated) > _MOST_SHOWN else ""
        found.note("margins", f"left out, as it repeats in the margins: {shown}{more}")
    parts = [blocks_of(region) for runs in kept for region in regions(runs)]
    if text := _written(_continued(parts)):
        found.add("", text)
    elif book.pictures or book.unmapped:
        raise SourceError("", "no text in it, only pictures of it: needs OCR")
    elif book.damaged:
        raise SourceError("", "damaged: none of its pages can be read")
    else:
        found.note("", "no text")
    return found.as_json()


def _read(data: bytes) -> _Book:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise SourceError("", _fault(error)) from error
    book = _Book()
    with closing(document):
        count = len(document)
        if count > _MOST_PAGES:
            raise SourceError("", f"{count:,} pages, more than {_MOST_PAGES:,}")
        chars = 0
        for number in range(1, count + 1):
            chars += _read_page(document, number, book)
            if chars > _MOST_CHARS:
                raise SourceError("", f"more than {_MOST_CHARS:,} characters of text")
    return book


def _fault(error: pdfium.PdfiumError) -> str:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return "encrypted; it opens with a password only"
    if error.err_code == raw.FPDF_ERR_SECURITY:
        return "encrypted in a way that cannot be opened"
    return "damaged or cut off: no PDF can be made out in it"


def _read_page(document: pdfium.PdfDocument, number: int, book: _Book) -> int:
    """Adds a page; how many characters are on it."""
    try:
        with closing(document[number - 1]) as page, closing(Glyphs(page)) as glyphs:
            text = glyphs.read()
            is_empty = raw.FPDFPage_CountObjects(page) <= 0
    except pdfium.PdfiumError:
        book.damaged.append(number)
        return 0
    chars = sum(len(run.text) for run in text.runs)
    if text.unmapped_count > chars:
        book.unmapped.append(number)
        text.runs.clear()
    elif not chars and not is_empty:
        book.pictures.append(number)
    if any(run.is_turned for run in text.runs):
        book.turned.append(number)
        text.runs = [run for run in text.runs if not run.is_turned]
    book.pages.append(text)
    return chars


def _note(found: Extract, book: _Book) -> None:
    reasons = [
        (book.pictures, "a picture without text: needs OCR", False),
        (book.unmapped, "its fonts do not say which letters they show: needs OCR", True),
        (book.damaged, "damaged: cannot be read", True),
        (book.turned, "what runs across the direction of reading is left out", False),
    ]
    for numbers, reason, failed in reasons:
        for first, last in _spans(numbers):
            pages = f"page {first}" if first == last else f"pages {first} to {last}"
            name = f"p{first}" if first == last else f"p{first}-{last}"
            name += " turned" if numbers is book.turned else ""
            found.note(name, f"{pages}: {reason}", failed=failed)


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of consecutive numbers."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start], numbers[at - 1]
            start = at


def _continued(parts: Sequence[Sequence[Block]]) -> list[Block]:
    """The blocks of all regions, a paragraph that a page or column parted made one again.

    Smaller print between its halves, as footnotes are, stays behind it.
    """
    small = _SMALLER * body_size(block for part in parts for block in part)
    found: list[Block] = []
    open_block: Block | None = None
    for part in parts:
        for at, block in enumerate(part):
            if at == 0 and open_block is not None and _goes_on(open_block, block):
                open_block.lines.extend(block.lines)
                continue
            found.append(block)
            if not block.lines or block.size >= small:
                open_block = block if block.lines else None
    return found


def _goes_on(before: Block, block: Block) -> bool:
    return (
        not block.marker
        and bool(block.lines)
        and before.is_open
        and abs(before.size - block.size) < (1 - _SMALLER) * before.size
        and before.is_bold == block.is_bold
        and not before.lines[-1].is_broken
        and block.lines[0].text[:1].islower()
    )


def _written(blocks: Sequence[Block]) -> str:
    """Markdown lines of all blocks."""
    words = words_of(line for block in blocks for line in block.lines)
    written: list[str] = []
    was_item = False
    for block, level in zip(blocks, levels(blocks), strict=True):
        is_item = bool(block.marker) and not level
        if written:
            written.append("\n" if is_item and was_item else "\n\n")
        was_item = is_item
        if block.table:
            written.append("\n".join(block.table.lines()))
            continue
        text = flowing(block.lines, words)
        if level:
            text = " ".join(filter(None, ["#" * level, block.marker, text.replace("\n", " ")]))
        elif is_item:
            indent = "  " * block.depth
            text = f"{indent}{block.marker} {text}".replace("\n", f"\n{indent}  ")
        written.append(text)
    return "".join([*written, "\n"]) if written else ""
