import json

import pytest

from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source

TYPES = {
    "t.csv": "text/csv",
    "t.tsv": "text/tab-separated-values",
    "t.jsonl": "application/jsonl",
    "t.json": "application/json",
    "corpus.jsonl": "application/x-beir-corpus",
}


def read(path: str, text: str) -> tuple[dict[str, str], dict[str, Skipped]]:
    """Text by document id, and what was skipped by path."""
    skipped: list[Skipped] = []
    source = Source(path=path, uri="", size_bytes=1, media_type=TYPES[path], sha256="")
    found = {one.id: one.text for one in documents(source, text.encode(), skipped.append)}
    return found, {skip.path: skip for skip in skipped}


def test_a_record_is_a_document_of_column_and_value_lines() -> None:
    found, skipped = read("t.csv", 'name,about\r\nVisa,"A ""permit"",\r\nto enter"\r\nFee,\r\n')

    assert found == {
        "t.csv#1": 'name: Visa\nabout: A "permit",\nto enter\n',
        "t.csv#2": "name: Fee\n",
    }
    assert skipped == {}


@pytest.mark.parametrize(
    ("path", "text"),
    [("t.csv", "a;b\n1,5;2\n"), ("t.csv", "a\tb\n1,5\t2\n"), ("t.tsv", "a\tb\n1,5\t2\n")],
)
def test_the_delimiter_is_found_in_the_header(path: str, text: str) -> None:
    found, _ = read(path, text)

    assert list(found.values()) == ["a: 1,5\nb: 2\n"]


def test_a_bad_record_is_named_by_its_line_and_the_rest_is_read() -> None:
    text = 'name,about\nA,one\nbad,row,of,"too many\nfew\nB,two,,\n\nC,"x" y\nD,three\n'

    found, skipped = read("t.csv", text)

    assert found == {
        "t.csv#1": "name: A\nabout: one\n",
        "t.csv#4": "name: B\nabout: two\n",
        "t.csv#6": "name: D\nabout: three\n",
    }
    assert {path: skip.reason[:7] for path, skip in skipped.items()} == {
        "t.csv#2": "line 3:",
        "t.csv#3": "line 4:",
        "t.csv#5": "line 7:",
    }
    assert all(skip.failed for skip in skipped.values())


def test_a_table_whose_header_cannot_be_read_is_an_error_of_the_source() -> None:
    with pytest.raises(SourceError, match="line 1: no header"):
        read("t.csv", '"name,about\nA,one\n')


def test_a_json_line_is_a_document_named_by_its_line() -> None:
    rows = [{"name": "Visa", "fee": 1.10, "open": True, "note": None}, {"tags": ["a", "b"]}]
    text = "\n\n".join(json.dumps(row) for row in rows).replace("1.1", "1.10")

    found, skipped = read("t.jsonl", text)

    assert found == {
        "t.jsonl#1": "name: Visa\nfee: 1.10\nopen: true\n",
        "t.jsonl#3": "tags: a, b\n",
    }
    assert skipped == {}


def test_nested_values_are_named_by_their_path() -> None:
    found, _ = read("t.jsonl", '{"a": {"b": 1, "c": [{"d": "x"}, {"d": "y"}]}}')

    assert found == {"t.jsonl#1": "a.b: 1\na.c.1.d: x\na.c.2.d: y\n"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "no JSON"),
        ("[1, 2]", "not an object"),
        ("17", "not an object"),
        ('{"a": ' + "[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line: str, reason: str) -> None:
    found, skipped = read("t.jsonl", f'{{"a": "b"}}\n{line}\n{{"c": "d"}}\n')

    assert list(found) == ["t.jsonl#1", "t.jsonl#3"]
    assert skipped["t.jsonl#2"].reason.startswith(f"line 2: {reason}")
    assert skipped["t.jsonl#2"].failed


@pytest.mark.parametrize(("path", "text"), [("t.csv", "a,b\n,\n"), ("t.jsonl", '{"a": null}')])
def test_an_empty_row_is_named_but_is_no_failure(path: str, text: str) -> None:
    found, skipped = read(path, text)

    assert found == {}
    assert [skip.failed for skip in skipped.values()] == [False]


def test_escapes_in_json_are_normalised_like_any_text() -> None:
    found, _ = read("t.jsonl", r'{"a": "x\r\ny\u0000\ud800"}')

    assert found == {"t.jsonl#1": "a: x\ny\ufffd\ufffd\n"}


@pytest.mark.parametrize("unit", ['"', '"a\n', '"""\n', 'x,"\n', '"\n"x', "\n"])
def test_a_long_run_of_quotes_is_read_in_linear_time(unit: str) -> None:
    found, skipped = read("t.csv", "a,b\n" + unit * 50_000)

    assert len(found) + len(skipped) <= 50_001


def test_an_array_of_objects_is_a_document_an_element() -> None:
    found, skipped = read(
        "t.json", '[{"name": "Visa", "fee": 1.10},\n {"name": null}, 3, {"a": "b"}]'
    )

    assert found == {"t.json#1": "name: Visa\nfee: 1.10\n", "t.json#4": "a: b\n"}
    assert {path: (one.reason, one.failed) for path, one in skipped.items()} == {
        "t.json#2": ("empty", False),
        "t.json#3": ("not an object", True),
    }


@pytest.mark.parametrize("text", ['{"scripts": {"a": "b"}}', "[1, 2]", "[]", '"x"'])
def test_json_that_is_no_table_is_passed_over(text: str) -> None:
    found, skipped = read("t.json", text)

    assert found == {}
    assert [(one.reason, one.failed) for one in skipped.values()] == [
        ("no array of objects", False)
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [('[{"a": ', "no JSON"), ("[" * 100_000, "nested too deep"), ("[{},\n{]", "line 2, column 2")],
)
def test_broken_json_is_an_error_of_the_source(text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read("t.json", text)


def test_a_collection_goes_by_its_own_ids() -> None:
    rows = [
        {"_id": "d1", "title": "Fees", "text": "Ten dollars.", "metadata": {"url": "x"}},
        {"_id": 7, "title": "", "text": " No title.\r\n"},
    ]

    found, skipped = read("corpus.jsonl", "\n".join(map(json.dumps, rows)))

    assert found == {
        "corpus.jsonl#d1": "# Fees\n\nTen dollars.\n",
        "corpus.jsonl#7": "No title.\n",
    }
    assert skipped == {}


def test_a_collection_s_line_without_an_id_of_its_own_is_named() -> None:
    rows = ['{"_id": "a", "text": "x"}', '{"text": "y"}', '{"_id": "a", "text": "z"}', "{", "[]"]
    rows += ['{"_id": "b"}', '{"_id": "c", "text": ""}']

    found, skipped = read("corpus.jsonl", "\n".join(rows))

    assert found == {"corpus.jsonl#a": "x\n"}
    assert [(path, one.reason[:20], one.failed) for path, one in skipped.items()] == [
        ("corpus.jsonl#line 2", "line 2: no _id", True),
        ("corpus.jsonl#line 3", "line 3: its _id 'a' ", True),
        ("corpus.jsonl#line 4", "line 4: no JSON (Exp", True),
        ("corpus.jsonl#line 5", "line 5: not an objec", True),
        ("corpus.jsonl#line 6", "line 6: no text", True),
        ("corpus.jsonl#c", "line 7: empty", False),
    ]


def test_a_corpus_without_ids_is_read_as_rows() -> None:
    found, _ = read("corpus.jsonl", '{"name": "Visa"}\n{"_id": "x", "text": "y"}')

    assert found == {"corpus.jsonl#1": "name: Visa\n", "corpus.jsonl#2": "_id: x\ntext: y\n"}
