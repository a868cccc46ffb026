"""What people judged, and what they said of hits, as it is learnt from."""

import json
from pathlib import Path

import pytest

from groundsmith.app.collections.judged import read_feedback
from groundsmith.errors import InputError
from groundsmith.records import Json


def written(folder: Path, *rows: Json) -> Path:
    file = folder / "feedback.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return file


def said(document: str, useful: object, by: str, **asked: str) -> dict[str, object]:
    return {**(asked or {"query": "stone gates"}), "document": document, "useful": useful, "by": by}


def test_a_grade_is_what_most_people_say_and_their_last_word_counts(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        *(said("taj", True, who) for who in "abc"),
        said("taj", False, "d"),
        said("fort", True, "a"),
        said("fort", False, "b"),
        said("wells", True, "a"),
        said("wells", False, "a"),
    )

    judged = read_feedback(file)

    assert judged.grades == {"stone gates": {"taj": 2, "fort": 1, "wells": 0}}
    assert judged.queries["stone gates"].text == "stone gates"


def test_feedback_on_what_is_like_a_document_asks_by_that_document(tmp_path: Path) -> None:
    judged = read_feedback(written(tmp_path, said("taj", True, "a", like="tomb")))

    assert judged.grades == {"tomb": {"taj": 2}}
    assert judged.queries["tomb"].text == ""


@pytest.mark.parametrize(
    "row",
    [
        [],
        {"query": "a", "document": "b"},
        {"query": "a", "document": "b", "useful": 1},
        {"query": "a", "like": "b", "document": "b", "useful": True},
        {"document": "b", "useful": True},
        {"query": 1, "document": "b", "useful": True},
        {"query": "a", "document": "b", "useful": True, "by": 7},
    ],
)
def test_a_line_that_is_no_feedback_is_told_by_its_number(tmp_path: Path, row: Json) -> None:
    file = written(tmp_path, said("taj", True, "a"), row)

    with pytest.raises(InputError, match=r"feedback\.jsonl:2"):
        read_feedback(file)
