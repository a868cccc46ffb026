"""What every file format owes its callers, whichever recipe it belongs to."""

import io
from collections.abc import Iterator

import pytest

from groundsmith.export.jsonl import Jsonl
from groundsmith.recipes.registry import formats
from groundsmith.records import (
    Assessment,
    Citation,
    Confidence,
    MadeBy,
    Record,
    Tier,
)
from groundsmith.seams import Format

FORMATS: list[Format] = [Jsonl(), *formats("qa").values()]


def record(number: int, question: str = "What is told here?") -> Record:
    cited = Citation(
        document=f"{number // 3}.txt",
        sha256="a" * 64,
        text_sha256="b" * 64,
        reader="text@1",
        start=10,
        stop=14,
        quote="told",
    )
    return Record(
        id=f"{number:032x}",
        recipe="qa",
        item=f"{number // 3}.txt#/1",
        content={
            "question": question,
            "answer": "told",
            "kind": "factual",
            "language": "en",
            "context": {"start": 5, "stop": 25},
        },
        citations=(cited,),
        claims=(),
        assessment=Assessment(
            tier=Tier.PREMIUM,
            confidence=Confidence.MEDIUM,
            overall=1.0,
            stages={"format": 1.0},
            unchecked={},
            findings=(),
        ),
        made_by=MadeBy(
            recipe_version=1,
            writer="extractive",
            prompt_sha256=None,
            parameters={},
            settings_sha256="c" * 64,
        ),
    )


def passages(text_sha256: str, start: int, stop: int) -> str:
    return ("left told and right" * 3)[start:stop]


@pytest.mark.parametrize("file_format", FORMATS, ids=lambda file_format: str(file_format.name))
class TestFormat:
    def test_it_has_a_name_and_a_suffix(self, file_format: Format) -> None:
        assert file_format.name.isidentifier()
        assert file_format.suffix.startswith(".")

    def test_it_counts_what_it_wrote(self, file_format: Format) -> None:
        for count in (0, 1, 7):
            records = (record(number) for number in range(count))

            assert file_format.write(records, passages, io.BytesIO()) == count

    def test_the_same_records_are_the_same_bytes(self, file_format: Format) -> None:
        files = [io.BytesIO(), io.BytesIO()]
        for to in files:
            file_format.write((record(number) for number in range(5)), passages, to)

        assert files[0].getvalue() == files[1].getvalue()

    def test_it_writes_utf_8_whatever_a_record_holds(self, file_format: Format) -> None:
        to = io.BytesIO()

        file_format.write([record(0, 'lone \ud800, NUL \x00, "quotes"\r\n 🎓')], passages, to)

        assert "🎓" in to.getvalue().decode() or "\\ud83c\\udf93" in to.getvalue().decode()

    def test_it_writes_while_it_reads(self, file_format: Format) -> None:
        to = io.BytesIO()
        sizes: list[int] = []

        def watched() -> Iterator[Record]:
            for number in range(30):
                sizes.append(to.tell())
                yield record(number)

        file_format.write(watched(), passages, to)

        assert sizes[20] > sizes[10] > 0
