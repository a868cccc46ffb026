"""Sources as entries: rows with their columns, documents with their titles, hostile rows."""

import json
from pathlib import Path

import pytest

from groundsmith.corpus.entries import Entry, entries
from groundsmith.corpus.inputs import Found
from groundsmith.errors import SourceError
from groundsmith.records import Skipped


def read(folder: Path, name: str, content: str | bytes) -> tuple[list[Entry], list[Skipped]]:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    skipped: list[Skipped] = []
    return list(entries(Found(path=name, file=file), skipped.append)), skipped


def test_a_line_of_json_keeps_its_own_id_and_what_is_known_of_it(tmp_path: Path) -> None:
    row = {"_id": "a", "title": "A temple", "text": "Old.", "metadata": {"year": 900}, "tags": [1]}

    found, skipped = read(tmp_path, "corpus.jsonl", json.dumps(row) + "\n")

    assert found == [
        Entry(id="a", title="A temple", text="Old.", metadata={"tags": [1], "year": 900})
    ]
    assert not skipped


def test_numbers_of_a_table_are_numbers_and_a_row_without_an_id_is_named_by_its_place(
    tmp_path: Path,
) -> None:
    found, _ = read(tmp_path, "t.csv", "name,year,code\nFort,1600,007\nGate,12.5,x\n")

    assert [entry.id for entry in found] == ["t.csv#1", "t.csv#2"]
    assert [entry.title for entry in found] == ["Fort", "Gate"]
    assert found[0].metadata == {"year": 1600, "code": "007"}
    assert found[1].metadata == {"year": 12.5, "code": "x"}
    assert found[0].text == "year: 1600\ncode: 007\n"


def test_a_documents_title_is_its_heading_else_the_name_of_its_file(tmp_path: Path) -> None:
    headed, _ = read(tmp_path, "a.md", "# The *old* fort\n\nIt stands on a hill.\n")
    bare, _ = read(tmp_path, "notes.txt", "It stands on a hill.\n")

    assert headed[0].title == "The *old* fort"
    assert bare[0].title == "notes"
    assert bare[0].metadata == {"source": "notes.txt"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "not an object"),
        ("{", "no JSON"),
        ('{"id": "x", "deep": ' + "[" * 100 + "]" * 100 + "}", "nested too deep"),
        ('{"id": "x", "deep": ' + "[" * 9000 + "]" * 9000 + "}", "nested too deep"),
        ('{"id": "x", "n": ' + "9" * 5000 + "}", "integer"),
        ('{"id": "x"}', "empty"),
    ],
)
def test_a_row_that_cannot_be_kept_is_named_and_the_others_go_on(
    tmp_path: Path, line: str, reason: str
) -> None:
    found, skipped = read(tmp_path, "rows.jsonl", line + '\n{"id": "b", "text": "B."}\n')

    assert [entry.id for entry in found] == ["b"]
    assert len(skipped) == 1
    assert reason in skipped[0].reason
    assert skipped[0].path == "rows.jsonl#1"


def test_values_that_json_cannot_write_back_are_kept_as_text(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "rows.jsonl", '{"id": "a", "text": "A.", "x": NaN, "y": 1e999}\n')

    assert found[0].metadata == {"x": "NaN", "y": "1e999"}


def test_a_record_that_does_not_fit_its_header_is_skipped(tmp_path: Path) -> None:
    found, skipped = read(tmp_path, "t.csv", 'id,text\na,one\nb\nc,"two\nlines"\n')

    assert [(entry.id, entry.text) for entry in found] == [("a", "one"), ("c", "two\nlines")]
    assert [(skip.path, skip.failed) for skip in skipped] == [("t.csv#2", True)]


def test_rows_in_another_encoding_are_read_in_it(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "t.csv", "id,text\na,Café à Nîmes\n".encode("utf-16"))

    assert found[0].text == "Café à Nîmes"


def test_bytes_that_are_no_text_fail_the_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(tmp_path, "t.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
