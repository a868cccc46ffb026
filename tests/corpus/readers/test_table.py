import json

from groundsmith.corpus.kinds import TABLE
from groundsmith.corpus.read import documents
from groundsmith.records import Json, Skipped, Source


def read(*rows: tuple[str, dict[str, Json], dict[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Text by document id, and the reasons of what was skipped."""
    skipped: list[Skipped] = []
    source = Source(path="items", uri="", size_bytes=1, media_type=TABLE, sha256="")
    data = "\n".join(
        json.dumps({"key": key, "values": values, "faults": faults}) for key, values, faults in rows
    )
    found = {one.id: one.text for one in documents(source, data.encode(), skipped.append)}
    return found, [skip.reason for skip in skipped]


def test_a_row_is_a_document_of_one_fact_a_line_under_its_key() -> None:
    found, skipped = read(
        ("7", {"name": "Tin", "uses": ["cans", "solder"], "melts": {"value": "505.08"}}, {}),
        ("8", {"name": "Two\nlines", "spare": None, "a.b": "c"}, {}),
    )

    assert found == {
        "items#7": "name: Tin\nuses: cans\nuses: solder\nmelts.value: 505.08\n",
        "items#8": "name: Two lines\na.b: c\n",
    }
    assert skipped == []


def test_a_bad_row_is_named_by_table_key_and_field_and_the_others_go_on() -> None:
    found, skipped = read(
        ("1", {"name": "Tin"}, {}),
        ("2", {"kind": "metal"}, {}),
        ("3", {"name": "Zinc"}, {"photo": "holds bytes and no text"}),
        ("", {"name": "Lead"}, {}),
        ("1", {"name": "Tin again"}, {}),
        ("6", {"name": "Iron", "": "x"}, {}),
        ("7", {"name": "Gold"}, {}),
    )

    assert list(found) == ["items#1", "items#7"]
    assert skipped == [
        "table items, row 2: name: missing, and the other rows have one",
        "table items, row 3: photo: holds bytes and no text",
        "table items, row 4: its key: missing",
        "table items, row 1: its key: given twice",
        "table items, row 6: a key is empty, or longer with those above it than 200 characters",
    ]
