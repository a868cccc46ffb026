"""PDF, DOCX and EPUB from anybody: documents or one line, whatever the bytes."""

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.kinds import APART, DOCX, EPUB, PDF
from groundsmith.corpus.read import documents
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source, sha256
from written_files import Words, archive, docx, epub, footnote_mark, paragraph, pdf, table

PRINTED = (Path(__file__).parent / "printed" / "harbour.pdf").read_bytes()
VALID = {
    PDF: pdf([Words(x=60, y=700, text="The fee is 15 dollars.")]),
    DOCX: docx(
        paragraph("Fees", "heading1"),
        paragraph("15 dollars", more=footnote_mark(1)),
        table([["a", "b"], ["c", "d"]]),
        footnotes=["Of 2024."],
    ),
    EPUB: epub({"a.xhtml": "<h1>One</h1><p>first</p>", "b.xhtml": "<ul><li>x<li>y</ul>"}),
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
NAMES = {PDF: "a PDF", DOCX: "a DOCX", EPUB: "an EPUB"}


def read(kind: str, data: bytes) -> tuple[list[Document], list[Skipped]]:
    skipped: list[Skipped] = []
    source = Source(path="in/a", uri="", size_bytes=len(data), media_type=kind, sha256=sha256(data))
    return list(documents(source, data, skipped.append)), skipped


def reason(kind: str, data: bytes) -> str:
    """Why a file is refused: one printable line."""
    with pytest.raises(SourceError) as caught:
        read(kind, data)
    assert str(caught.value).startswith("in/a: ")
    assert caught.value.reason.isprintable()
    return caught.value.reason


def lying_zip(stated: int) -> bytes:
    """An archive with a document that unfolds to what it says."""
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": bytes(stated)})


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A valid file, cut off, spliced or overwritten."""
    kind = draw(st.sampled_from(sorted(VALID)))
    data = bytearray(draw(st.sampled_from([VALID[kind], PRINTED])) if kind == PDF else VALID[kind])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        change = draw(st.sampled_from(["cut", "drop", "overwrite", "repeat"]))
        if change == "cut":
            del data[at:]
        elif change == "drop":
            del data[at : at + draw(st.integers(1, 300))]
        elif change == "overwrite":
            data[at : at + 8] = draw(st.binary(min_size=1, max_size=8))
        else:
            data[at:at] = data[at : at + draw(st.integers(1, 300))]
    return kind, bytes(data)


@st.composite
def damaged_inside(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sound archive of which one entry is damaged."""
    kind = draw(st.sampled_from([DOCX, EPUB]))
    with zipfile.ZipFile(io.BytesIO(VALID[kind])) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    name = draw(st.sampled_from(sorted(entries)))
    body = entries[name]
    start = draw(st.integers(0, len(body)))
    stop = start + draw(st.integers(0, 60))
    more = draw(
        st.sampled_from([b"", body[start:stop] * 3, b"<", b"&x;", b"w:val", b"\xff", b"9999"])
    )
    entries[name] = body[:start] + more + body[stop:]
    return kind, archive(entries, stored=["mimetype"])


@settings(max_examples=200)
@given(file=st.one_of(damaged(), damaged_inside()))
def test_a_damaged_file_gives_documents_or_one_line(file: tuple[str, bytes]) -> None:
    kind, data = file
    try:
        found, skipped = read(kind, data)
    except SourceError as error:
        reasons = [error.reason]
    else:
        assert found or skipped
        reasons = [one.reason for one in skipped]

    assert all(one and one.isprintable() for one in reasons)
    assert not any("open files" in one for one in reasons)


@pytest.mark.parametrize("kind", sorted(APART))
def test_every_chunk_is_a_slice_of_its_document(kind: str) -> None:
    cutter = SectionChunker(CorpusSettings(max_chars=200, overlap_chars=0))
    data = PRINTED if kind == PDF else VALID[kind]

    found, _ = read(kind, data)

    chunks = [(one, chunk) for one in found for chunk in cutter.cut(one)]
    assert chunks
    assert all(one.text[chunk.start : chunk.stop] == chunk.text for one, chunk in chunks)


@pytest.mark.parametrize("kind", sorted(APART))
@pytest.mark.parametrize("other", sorted(APART))
def test_a_file_of_another_kind_is_named_as_what_it_is(kind: str, other: str) -> None:
    if kind == other:
        assert read(kind, VALID[kind])[0]
    else:
        assert reason(kind, VALID[other]) == f"{NAMES[other]}, not {NAMES[kind]}"


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        (DOCX, OLD_OFFICE, "an old Office document (.doc, .xls, .ppt); save it as .docx"),
        (DOCX, OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "an encrypted Office document"),
        (PDF, b"Just some text.\n" * 20, "text, not a PDF"),
        (EPUB, archive({"a.txt": "x"}), "binary (a ZIP archive"),
        (PDF, b"%PDF-1.7\n" + random.Random(1).randbytes(5000), "damaged or cut off: no PDF"),
        (PDF, VALID[PDF][:200], "damaged"),
        (DOCX, VALID[DOCX][:-100], "damaged"),
        (EPUB, VALID[EPUB][:-100], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(kind: str, data: bytes, why: str) -> None:
    assert reason(kind, data).startswith(why)


def test_a_zip_bomb_is_not_unfolded() -> None:
    assert reason(DOCX, lying_zip(60 << 20)).endswith(": a ZIP bomb")


def test_an_archive_with_more_entries_than_any_book_is_refused() -> None:
    many = {f"word/{at}": "" for at in range(20_001)} | {"[Content_Types].xml": ""}

    assert reason(DOCX, archive(many)) == "20,002 entries, more than 20,000"


def test_an_entry_that_is_longer_than_it_says_is_damaged() -> None:
    data = lying_zip(100_000)
    local, central = data.index(struct.pack("<I", 100_000)), data.rindex(struct.pack("<I", 100_000))
    smaller = bytearray(data)
    for at in (local, central):
        smaller[at : at + 4] = struct.pack("<I", 1000)

    assert reason(DOCX, bytes(smaller)).startswith("damaged: word/document.xml")


def test_an_encrypted_archive_is_one_line() -> None:
    data = bytearray(VALID[DOCX])
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1

    assert reason(DOCX, bytes(data)) == "encrypted; it opens with a password only"


def test_an_encrypted_pdf_is_one_line() -> None:
    locked = VALID[PDF].replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
        + b"00" * 32
        + b">/U<"
        + b"11" * 32
        + b">>>",
    )

    assert reason(PDF, locked) == "encrypted; it opens with a password only"


def test_a_page_of_two_hundred_thousand_characters_is_read_whole() -> None:
    page = [
        Words(x=20 + 26 * column, y=20 + 4 * row, text="ab" * 25, size=0.9)
        for row in range(200)
        for column in range(21)
    ]

    found, _ = read(PDF, pdf(page))

    assert found[0].text.count("a") == 200 * 21 * 25


def test_a_pdf_with_more_pages_than_any_book_is_refused() -> None:
    assert reason(PDF, pdf(*[[]] * 20_001)) == "20,001 pages, more than 20,000"


def test_a_pdf_whose_pages_hold_each_other_ends() -> None:
    data = VALID[PDF].replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")

    assert reason(PDF, data).startswith(("damaged", "no text"))


def test_a_content_stream_that_unfolds_to_a_gigabyte_ends_within_the_limits() -> None:
    bomb = zlib.compress(zlib.compress(bytes(200 << 20), 9), 9)
    head = f"<</Length {len(bomb)}/Filter[/FlateDecode/FlateDecode]>>\nstream\n".encode()
    start = VALID[PDF].index(b"<</Length")
    stop = VALID[PDF].index(b"endstream")
    data = VALID[PDF][:start] + head + bomb + b"\n" + VALID[PDF][stop:]

    found, skipped = read(PDF, data)

    assert found == []
    assert [one.reason for one in skipped] == ["no text"]
