import pytest

from groundsmith.corpus.kinds import EPUB
from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source
from written_files import epub

LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="{}"/>'
    "</CipherData></EncryptedData></encryption>"
)


def read(data: bytes) -> tuple[dict[str, str], dict[str, Skipped]]:
    """Chapters by their ids, and what was left out by its path."""
    skipped: list[Skipped] = []
    source = Source(path="b.epub", uri="", size_bytes=len(data), media_type=EPUB, sha256="")
    found = {one.id: one.text for one in documents(source, data, skipped.append)}
    return found, {one.path: one for one in skipped}


def test_chapters_come_in_the_order_of_the_spine() -> None:
    chapters = {"b.xhtml": "<h1>Two</h1><p>second</p>", "a.xhtml": "<h1>One</h1><p>first</p>"}

    found, skipped = read(epub(chapters, spine=["a.xhtml", "b.xhtml"]))

    assert found == {"b.epub#ch01": "# One\n\nfirst\n", "b.epub#ch02": "# Two\n\nsecond\n"}
    assert list(found) == ["b.epub#ch01", "b.epub#ch02"]
    assert skipped == {}


def test_cover_and_table_of_contents_are_left_out_and_said() -> None:
    chapters = {
        "front.xhtml": "<p>A picture</p>",
        "nav.xhtml": "<nav><ol><li>One</ol></nav>",
        "a.xhtml": "<p>first</p>",
        "empty.xhtml": "<img src='x.png'/>",
    }

    found, skipped = read(epub(chapters, nav="nav.xhtml", cover="front.xhtml"))

    assert found == {"b.epub#ch01": "first\n"}
    assert {path: one.reason for path, one in skipped.items()} == {
        "b.epub#OEBPS/front.xhtml": "the cover: no chapter",
        "b.epub#OEBPS/nav.xhtml": "the table of contents: no chapter",
        "b.epub#OEBPS/empty.xhtml": "no text",
    }


def test_footnotes_beside_the_text_are_kept_and_their_back_links_are_not() -> None:
    body = "<p>Built in 1960.<a href='#n'>1</a></p><aside id='n'><p>By Maaskant. <a href='#r'>↩</a>"

    found, _ = read(epub({"a.xhtml": body + "</p></aside>"}))

    assert found == {"b.epub#ch01": "Built in 1960.1\n\nBy Maaskant.\n"}


def test_a_chapter_that_is_missing_is_named_and_the_rest_is_read() -> None:
    data = epub({"a.xhtml": "<p>first</p>"}, more={"OEBPS/book.opf": _package("gone", "a")})

    found, skipped = read(data)

    assert found == {"b.epub#ch01": "first\n"}
    assert [(one.reason, one.failed) for one in skipped.values()] == [
        ("damaged: OEBPS/gone.xhtml is missing", True)
    ]


def test_a_locked_book_is_one_line() -> None:
    data = epub({"a.xhtml": "x"}, more={"META-INF/encryption.xml": LOCKED.format("OEBPS/a.xhtml")})

    with pytest.raises(SourceError, match=r"b\.epub: encrypted \(DRM\)"):
        read(data)


def test_locked_fonts_do_not_matter() -> None:
    data = epub({"a.xhtml": "x"}, more={"META-INF/encryption.xml": LOCKED.format("OEBPS/f.otf")})

    assert read(data)[0] == {"b.epub#ch01": "x\n"}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "koi8-r", "big5"])
def test_a_page_in_another_encoding_is_read(encoding: str) -> None:
    word = {"koi8-r": "Привет", "big5": "港口"}.get(encoding, "café")
    page = f'<?xml version="1.0" encoding="{encoding}"?><html><body><p>{word}</p></body></html>'

    found, _ = read(epub({"a.xhtml": "x"}, more={"OEBPS/a.xhtml": page.encode(encoding)}))

    assert found == {"b.epub#ch01": f"{word}\n"}


def test_a_page_in_an_encoding_that_nobody_knows_is_named() -> None:
    page = b'<?xml version="1.0" encoding="klingon-1"?><p>caf\xe9</p>'

    found, skipped = read(epub({"a.xhtml": "x"}, more={"OEBPS/a.xhtml": page}))

    assert found == {}
    assert skipped["b.epub#OEBPS/a.xhtml"].reason == "in an encoding that is not read (klingon-1)"


def _package(*stems: str) -> str:
    items = "".join(
        f'<item id="{stem}" href="{stem}.xhtml" media-type="application/xhtml+xml"/>'
        for stem in stems
    )
    order = "".join(f'<itemref idref="{stem}"/>' for stem in stems)
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
