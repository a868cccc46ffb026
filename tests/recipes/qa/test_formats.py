"""Files read back as the tools that want them read them."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.recipes.registry import formats
from groundsmith.records import Record, sha256

UNTIMED = settings(deadline=None)  # the first example loads the word tables


class Desk(Protocol):
    def put(self, question: str, answer: str = ..., **more: object) -> object: ...

    def records(self) -> list[Record]: ...


LEAD = "Éditorial 🎓 of two lines.\n"
TEXT = "The fee is ₹1,500 and the form is free. 🎓 The office opens at nine."


def write(name: str, records: Sequence[Record]) -> str:
    """What a format writes, the document being `LEAD` and then `TEXT`."""
    document = LEAD + TEXT
    to = io.BytesIO()

    def passages(text_sha256: str, start: int, stop: int) -> str:
        assert text_sha256 == sha256(TEXT)
        return document[start:stop]

    count = formats("qa")[name].write(records, passages, to)

    assert count == len(records)
    return to.getvalue().decode()


@pytest.fixture
def records(desk: Desk) -> list[Record]:
    for document in ("a.txt", "b.txt"):
        for number, answer in enumerate(["₹1,500", "free", "nine"]):
            desk.put(
                f"What is told of number {number} in {document}?",
                answer,
                item=f"{document}#/{1 + number // 2}",
                text=TEXT,
                start=len(LEAD),
            )
    return desk.records()


def test_squad_answers_stand_where_it_says(records: list[Record]) -> None:
    document = json.loads(write("squad", records))

    assert document["version"] == "v2.0"
    assert [entry["title"] for entry in document["data"]] == ["a.txt", "b.txt"]
    found = [
        (qa["id"], paragraph["context"], qa["answers"][0])
        for entry in document["data"]
        for paragraph in entry["paragraphs"]
        for qa in paragraph["qas"]
    ]
    assert [name for name, *_ in found] == [record.id for record in records]
    for (_, context, answer), record in zip(found, records, strict=True):
        start = answer["answer_start"]
        assert context[start : start + len(answer["text"])] == answer["text"]
        assert answer["text"] == record.content["answer"]
        assert context == TEXT


def test_alpaca_is_one_array_of_instructions(records: list[Record]) -> None:
    rows = json.loads(write("alpaca", records))

    assert rows[0] == {
        "instruction": records[0].content["question"],
        "input": "",
        "output": "₹1,500",
    }
    assert len(rows) == len(records)


def test_sharegpt_is_one_array_of_conversations(records: list[Record]) -> None:
    rows = json.loads(write("sharegpt", records))

    assert [turn["from"] for turn in rows[0]["conversations"]] == ["human", "gpt"]
    assert [row["id"] for row in rows] == [record.id for record in records]


def test_chatml_is_one_line_a_record(records: list[Record]) -> None:
    lines = write("chatml", records).splitlines()

    first = json.loads(lines[0])["messages"]
    assert [message["role"] for message in first] == ["user", "assistant"]
    assert first[1]["content"] == "₹1,500"
    assert len(lines) == len(records)


def test_csv_has_a_row_a_record_under_its_names(records: list[Record]) -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", records), newline="")))

    assert [row["id"] for row in rows] == [record.id for record in records]
    assert rows[0]["answer"] == rows[0]["quote"] == "₹1,500"
    assert int(rows[0]["start"]) == records[0].citations[0].start


@pytest.mark.parametrize("name", ["alpaca", "sharegpt", "chatml", "squad", "csv"])
def test_no_record_gives_a_whole_file(name: str) -> None:
    text = write(name, [])

    if name in ("alpaca", "sharegpt", "squad"):
        json.loads(text)
    assert len(text.splitlines()) <= 2


hostile = st.text(max_size=40) | st.sampled_from(
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", 'a"b,c\r\nd', "\ud800", "  =1"]
)


@UNTIMED
@given(question=hostile, answer=hostile)
def test_whatever_stands_in_a_record_every_file_can_be_read_back(
    new_desk: Callable[[], Any], question: str, answer: str
) -> None:
    desk = new_desk()
    desk.put(question, answer, text=TEXT, start=len(LEAD))
    records = desk.records()

    for name in ("alpaca", "sharegpt", "squad"):
        json.loads(write(name, records))
    assert len(write("chatml", records).split("\n")) == 2
    rows = list(csv.reader(io.StringIO(write("csv", records), newline="")))
    assert len(rows) == 2
    assert len(rows[1]) == len(rows[0])
    assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@", "＝") for cell in rows[1] if cell)
