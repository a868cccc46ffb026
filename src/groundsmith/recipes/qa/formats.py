"""The files in which other tools expect question-answer pairs.

Every format streams: one record is in memory at a time, in SQuAD those of one document's chunk at
a time. JSON is UTF-8, which has no lone surrogates; such a character becomes U+FFFD. `alpaca`,
`sharegpt` and `chatml` carry no passage: they teach the answer, not how to find it.
"""

import json
from collections.abc import Iterable
from itertools import chain, groupby
from typing import BinaryIO

import orjson

from groundsmith.recipes.registry import recipe_format
from groundsmith.recipes.table import table, utf8
from groundsmith.records import Citation, Json, Record
from groundsmith.seams import PassageText


@recipe_format("qa")
class Alpaca:
    """A JSON array of `instruction`, `input` (empty) and `output`, as Stanford Alpaca has them."""

    name = "alpaca"
    suffix = ".json"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written."""
        return _array(
            (
                {
                    "instruction": record.content["question"],
                    "input": "",
                    "output": record.content["answer"],
                }
                for record in records
            ),
            to,
        )


@recipe_format("qa")
class ShareGpt:
    """A JSON array of conversations of one turn each, from `human` and `gpt`."""

    name = "sharegpt"
    suffix = ".json"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written."""
        return _array(
            (
                {
                    "id": record.id,
                    "conversations": [
                        {"from": "human", "value": record.content["question"]},
                        {"from": "gpt", "value": record.content["answer"]},
                    ],
                }
                for record in records
            ),
            to,
        )


@recipe_format("qa")
class ChatMl:
    """A line of JSON a record, with `messages` from `user` and `assistant`."""

    name = "chatml"
    suffix = ".jsonl"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written."""
        count = 0
        for record in records:
            messages = [
                {"role": "user", "content": record.content["question"]},
                {"role": "assistant", "content": record.content["answer"]},
            ]
            to.write(_json({"messages": messages}) + b"\n")
            count += 1
        return count


@recipe_format("qa")
class Squad:
    """SQuAD 2.0: documents, their passages, and the questions on each.

    The context is the chunk that the pair was written from; `answer_start` counts code points in
    it, and `text` is what stands there: the cited span, exactly. Records must come in the order of
    the plan; a document that came before and comes again gets a second entry.
    """

    name = "squad"
    suffix = ".json"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written; one without a citation cannot be one of them."""
        count = 0
        to.write(b'{"version":"v2.0","data":[')
        cited = (record for record in records if record.citations)
        for number, (title, of_document) in enumerate(groupby(cited, key=_document)):
            to.write(b",\n" if number else b"\n")
            to.write(b'{"title":' + _json(title) + b',"paragraphs":[')
            for place, (span, group) in enumerate(groupby(of_document, key=_context)):
                held = list(group)
                context = passages(held[0].citations[0].text_sha256, *span)
                paragraph = {"context": context, "qas": [_qa(record, span[0]) for record in held]}
                to.write((b",\n" if place else b"\n") + _json(paragraph))
                count += len(held)
            to.write(b"]}")
        to.write(b"\n]}\n")
        return count


@recipe_format("qa")
class Csv:
    """A table for spreadsheets: comma-separated, quoted where needed, UTF-8, CRLF (RFC 4180).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, which Excel,
    LibreOffice and Google Sheets take for "this is text" (OWASP, CSV injection). Whoever reads the
    file with a program finds the apostrophe there; `jsonl` has the texts as they are.
    """

    name = "csv"
    suffix = ".csv"
    columns = (
        "id",
        "question",
        "answer",
        "kind",
        "language",
        "document",
        "start",
        "stop",
        "quote",
        "tier",
        "confidence",
        "overall",
        "writer",
    )

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written, not counting the row of column names."""
        return table(chain([list(self.columns)], map(_row, records)), to) - 1


def _array(values: Iterable[Json], to: BinaryIO) -> int:
    """Writes a JSON array, one value a line; how many there were."""
    count = 0
    to.write(b"[")
    for value in values:
        to.write((b",\n" if count else b"\n") + _json(value))
        count += 1
    to.write(b"\n]\n")
    return count


def _json(value: Json) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return utf8(text)


def _document(record: Record) -> str:
    return record.citations[0].document


def _context(record: Record) -> tuple[int, int]:
    context = record.content["context"]
    return context["start"], context["stop"]


def _qa(record: Record, context_start: int) -> dict[str, Json]:
    """The answer where its words stand in the quote; else the whole quote that it rests on."""
    cited: Citation = record.citations[0]
    within = max(cited.quote.find(record.content["answer"]), 0)
    text = record.content["answer"] if record.content["answer"] in cited.quote else cited.quote
    answer = {"text": text, "answer_start": cited.start + within - context_start}
    return {
        "id": record.id,
        "question": record.content["question"],
        "is_impossible": False,
        "answers": [answer],
    }


def _row(record: Record) -> list[str]:
    cited = record.citations[0] if record.citations else None
    cells = (
        record.id,
        record.content["question"],
        record.content["answer"],
        record.content["kind"],
        record.content["language"],
        cited.document if cited else "",
        cited.start if cited else "",
        cited.stop if cited else "",
        cited.quote if cited else "",
        record.assessment.tier.value,
        record.assessment.confidence.value,
        "" if record.assessment.overall is None else record.assessment.overall,
        record.made_by.writer,
    )
    return list(map(str, cells))
