import pytest

from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source, sha256

BODY = "# Visa\r\n\r\nBring a passport.\r\n"


def read(data: bytes, path: str = "visa.md") -> tuple[list[Document], list[Skipped]]:
    skipped: list[Skipped] = []
    source = Source(
        path=path, uri="", size_bytes=len(data), media_type="text/markdown", sha256=sha256(data)
    )
    return list(documents(source, data, skipped.append)), skipped


def test_the_raw_text_is_kept_but_for_line_ends() -> None:
    (document,), _ = read(BODY.encode("utf-8-sig"))

    assert document.text == BODY.replace("\r\n", "\n")
    assert document.text_sha256 == sha256(document.text)
    assert (document.id, document.source, document.reader) == ("visa.md", "visa.md", "text@1")


def test_the_text_does_not_depend_on_the_encoding_of_the_file() -> None:
    texts = {read(BODY.encode(name))[0][0].text for name in ("utf-8", "utf-16", "utf-32-be")}

    assert len(texts) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Der Hafen ist für Schiffe geöffnet.".encode("cp1252"), "read as cp1252"),
        (
            "Der Hafen – für Schiffe".encode() * 30 + b"\xff",
            "damaged UTF-8; signs lost and shown as U+FFFD: 1",
        ),
    ],
)
def test_a_guessed_encoding_and_a_repair_are_said(data: bytes, reason: str) -> None:
    (document,), (note,) = read(data)

    assert "Hafen" in document.text
    assert (note.path, note.failed, note.noted) == ("visa.md#encoding", False, True)
    assert note.reason.startswith(reason)


def test_binary_is_an_error_of_the_source() -> None:
    with pytest.raises(SourceError, match=r"visa\.md: binary"):
        read(b"\x00\x01\x02\x03" * 100)


def test_a_text_without_anything_written_is_skipped_with_its_reason() -> None:
    found, skipped = read(b" \n\t" * 100)

    assert found == []
    assert [(skip.path, skip.failed) for skip in skipped] == [("visa.md", False)]


def test_a_type_that_no_reader_takes_is_an_error_of_the_source() -> None:
    source = Source(path="a.bin", uri="", size_bytes=1, media_type="font/ttf", sha256="")

    with pytest.raises(SourceError, match="unsupported type"):
        documents(source, b"x", lambda _: None)


def test_ten_megabytes_are_one_document() -> None:
    data = b"The office opens at nine and closes at four.\n" * 222_000

    (document,), _ = read(data)

    assert len(document.text) == len(data) == 9_990_000
