"""Many texts: order, what a bad line does, and that processes change nothing."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from groundsmith.app.checking.batch import batch_lines, verify_batch
from groundsmith.errors import InputError
from groundsmith.settings import GroundsmithSettings

FEE = "The visa costs 75 dollars."


def line(name: object, text: str = FEE, source: object = FEE) -> bytes:
    return json.dumps({"id": name, "text": text, "source": source}).encode() + b"\n"


def run(lines: list[bytes], workers: int = 1) -> tuple[list[dict[str, Any]], list[str], int]:
    written, told = io.BytesIO(), list[str]()
    figures = verify_batch(
        lines, written, GroundsmithSettings(), name="batch", workers=workers, tell=told.append
    )
    return [json.loads(row) for row in written.getvalue().splitlines()], told, figures.bad_count


def test_each_line_gives_a_line_in_the_same_order() -> None:
    lines = [
        line("b"),
        b"\n",
        line(7, "The visa costs 95 dollars."),
        line("a", source=["x", FEE]),
        line("q", "Is it?"),
    ]

    rows, told, bad_count = run(lines)

    assert [(row["id"], row["verdict"]) for row in rows] == [
        ("b", "SUPPORTED"),
        (7, "REFUTED"),
        ("a", "SUPPORTED"),
        ("q", "UNCHECKED"),
    ]
    assert rows[3]["score"] is None
    assert rows[2]["claims"][0]["evidence"][0]["document"] == "source 2"
    assert (told, bad_count) == ([], 0)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"{", "not JSON"),
        (b"[]", "not an object"),
        (b'{"id": 1, "text": "x"}', "source missing"),
        (b'{"id": null, "text": "x", "source": "x"}', "id is neither"),
        (b'{"id": 1, "text": 5, "source": "x"}', "text is no string"),
        (b'{"id": 1, "text": "x", "source": []}', "source is neither"),
        (b'{"id": 1, "text": "x", "source": [1]}', "source is neither"),
        (b'{"id": 1, "text": "\\ud800", "source": "x"}', "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_done(bad: bytes, why: str) -> None:
    rows, told, bad_count = run([line(1), bad + b"\n", line(2)])

    assert [row["id"] for row in rows] == [1, 2]
    assert len(told) == bad_count == 1
    assert told[0].startswith("batch:2: ")
    assert why in told[0]
    assert "\n" not in told[0]


def test_several_processes_give_the_same_lines() -> None:
    lines = [line(number, f"The visa costs {70 + number} dollars.") for number in range(12)]
    lines.insert(3, b"{\n")

    assert run(lines, workers=2) == run(lines)


def test_lines_are_asked_for_only_as_they_are_done() -> None:
    written = io.BytesIO()

    def lines() -> Any:
        for number in range(20):
            assert written.getvalue().count(b"\n") == number
            yield line(number)

    figures = verify_batch(
        lines(), written, GroundsmithSettings(), name="batch", tell=lambda _: None
    )

    assert figures.text_count == 20


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"

    def broken() -> Any:
        yield line(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify_batch(broken(), target, GroundsmithSettings(), name="batch", tell=lambda _: None)

    assert list(tmp_path.iterdir()) == []


def test_a_batch_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(batch_lines(str(tmp_path / "none.jsonl"), io.BytesIO()))
