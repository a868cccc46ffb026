"""DOCX, EPUB and PDF files written by hand, so that a test knows every byte of them."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def archive(entries: Mapping[str, str | bytes], *, stored: Sequence[str] = ()) -> bytes:
    """A ZIP archive; entries in the order given."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in entries.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            made.writestr(entry, body)
    return to.getvalue()


_STYLES = (
    *("Title", "heading 1", "heading 2", "heading 3", "Normal"),
    *("List Bullet 2", "List Bullet 3", "List Number 2"),
)


def paragraph(text: str, style: str = "", *, list_level: int | None = None, more: str = "") -> str:
    """A paragraph of Word; `list_level` from 0 in the bulleted list, from 10 in the numbered."""
    held = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_level is not None:
        number, level = (2, list_level - 10) if list_level >= 10 else (1, list_level)
        held += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{held}</w:pPr>{run}{more}</w:p>"


def footnote_mark(number: int) -> str:
    """The mark of a footnote, for a paragraph's `more`."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of Word."""
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*body: str, footnotes: Sequence[str] = ()) -> bytes:
    """A document of Word, its footnotes numbered from 1."""
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in enumerate(footnotes, start=1)
    )
    levels = {1: "bullet", 2: "decimal"}
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level in range(4)
        )
        + "</w:abstractNum>"
        for number, form in levels.items()
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in levels
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        "</w:style>"
        for name in _STYLES
    )
    kinds = {
        "document": f"<w:document xmlns:w='{_W}'><w:body>{''.join(body)}</w:body></w:document>",
        "footnotes": f"<w:footnotes xmlns:w='{_W}'>{notes}</w:footnotes>",
        "numbering": f"<w:numbering xmlns:w='{_W}'>{numbering}</w:numbering>",
        "styles": f"<w:styles xmlns:w='{_W}'>{styles}</w:styles>",
    }
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="x"/>' for kind in kinds
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(list(kinds)[1:])
    )
    return archive(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            f"{overrides}</Types>",
            "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels": f"{_XML}<Relationships "
            f'xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
            **{f"word/{kind}.xml": _XML + text for kind, text in kinds.items()},
        }
    )


def epub(
    chapters: Mapping[str, str],
    *,
    spine: Sequence[str] | None = None,
    nav: str = "",
    cover: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of EPUB 3: bodies of pages by their file names.

    Args:
        spine: The order of reading; the order of `chapters` where it is not given.
        nav: Name of the page that is its table of contents.
        cover: Name of the page that its guide calls the cover.
    """
    properties = {nav: ' properties="nav"'}
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"'
        f"{properties.get(name, '')}/>"
        for at, name in enumerate(chapters)
    )
    at_of = {name: at for at, name in enumerate(chapters)}
    order = "".join(f'<itemref idref="i{at_of[name]}"/>' for name in spine or chapters)
    guide = f'<guide><reference type="cover" href="{cover}"/></guide>' if cover else ""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f"<manifest>{items}</manifest><spine>{order}</spine>{guide}</package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    pages = {
        f"OEBPS/{name}": f'{_XML}<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}'
        "</body></html>"
        for name, body in chapters.items()
    }
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _XML + container,
            "OEBPS/book.opf": _XML + package,
            **pages,
            **(more or {}),
        },
        stored=["mimetype"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words on a page of PDF: where their baseline begins, in points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 11
    is_bold: bool = False


def pdf(*pages: Sequence[Words], drawn: bytes = b"", rotated: int = 0) -> bytes:
    """A PDF in Helvetica, 595 by 842 points a page.

    Args:
        drawn: Operators that draw something beside the words, on every page.
    """
    page_count = len(pages)
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(page_count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {page_count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for at, words in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotated}"
            "/Resources<</Font<</F 3 0 R/B 4 0 R>>>>"
            f"/Contents {6 + 2 * at} 0 R>>".encode()
        )
        packed = zlib.compress(drawn + b"".join(map(_shown, words)))
        head = f"<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode()
        objects.append(head + packed + b"\nendstream")
    return _written(objects)


def _shown(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", rb"\\")
    text = text.replace(b"(", rb"\(").replace(b")", rb"\)")
    font = "B" if words.is_bold else "F"
    return (
        f"BT /{font} {words.size} Tf 1 0 0 1 {words.x} {words.y} Tm (".encode()
        + text
        + b") Tj ET\n"
    )


def _written(objects: Sequence[bytes]) -> bytes:
    """The file of these objects, numbered from 1, the first being its catalogue."""
    made = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table_at = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    made += (
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table_at}\n%%EOF\n".encode()
    )
    return bytes(made)
