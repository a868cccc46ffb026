import pytest

from groundsmith.corpus.kinds import DOCX
from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source
from written_files import archive, docx, footnote_mark, paragraph, table


def read(data: bytes) -> tuple[str, list[Skipped]]:
    """The text of a document of Word, and what was said of it."""
    skipped: list[Skipped] = []
    source = Source(path="a.docx", uri="", size_bytes=len(data), media_type=DOCX, sha256="")
    return "".join(one.text for one in documents(source, data, skipped.append)), skipped


def text(*body: str, footnotes: tuple[str, ...] = ()) -> str:
    """The text of a document with this body."""
    return read(docx(*body, footnotes=footnotes))[0]


def test_styles_become_headings_of_their_level() -> None:
    body = [
        paragraph("Harbour rules", "Title"),
        paragraph("Fees", "heading1"),
        paragraph("Ships", "heading2"),
        paragraph("They pay."),
    ]

    assert text(*body) == "# Harbour rules\n\n# Fees\n\n## Ships\n\nThey pay.\n"


def test_nested_lists_keep_their_depth_and_their_numbers() -> None:
    body = [
        paragraph("boats", list_level=0),
        paragraph("sloops", list_level=1),
        paragraph("small ones", list_level=2),
        paragraph("ships", list_level=0),
        paragraph("pay", list_level=10),
        paragraph("leave", list_level=10),
    ]

    assert text(*body) == ("- boats\n  - sloops\n    - small ones\n- ships\n1. pay\n2. leave\n")


def test_lists_that_only_a_style_makes_keep_their_depth() -> None:
    body = [
        paragraph("pay", list_level=10),
        paragraph("in gold", "ListNumber2"),
        paragraph("boats", list_level=0),
        paragraph("sloops", "ListBullet2"),
        paragraph("small ones", "ListBullet3"),
    ]

    assert text(*body) == "1. pay\n  1. in gold\n- boats\n  - sloops\n    - small ones\n"


def test_a_table_has_its_rows() -> None:
    found = text(table([["Ship", "Fee"], ["Sloop", "15 | 16"]]), paragraph("After."))

    assert found == "| Ship | Fee |\n| --- | --- |\n| Sloop | 15 \\| 16 |\n\nAfter.\n"


def test_footnotes_are_marked_and_stand_at_the_end() -> None:
    body = [
        paragraph("The fee is 15 dollars", more=footnote_mark(1)),
        paragraph("It is due in May", more=footnote_mark(2)),
    ]

    found = text(*body, footnotes=("Of 2024.", "By the 15th."))

    assert found == (
        "The fee is 15 dollars[1]\n\nIt is due in May[2]\n\n1. Of 2024.\n2. By the 15th.\n"
    )


def test_a_document_without_text_is_no_failure() -> None:
    found, skipped = read(docx())

    assert found == ""
    assert [(one.path, one.reason, one.failed) for one in skipped] == [("a.docx", "no text", False)]


def test_entities_are_refused() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b SYSTEM "/etc/passwd">]>'
        "<d>&a;&b;</d>"
    )
    data = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb})

    with pytest.raises(SourceError, match="an XML part declares entities"):
        read(data)


def test_a_document_nested_beyond_reason_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000

    with pytest.raises(SourceError, match="nested too deep"):
        text(deep)
