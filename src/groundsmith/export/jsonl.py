"""The format `jsonl`: records as `records.jsonl` holds them, for any recipe."""

from collections.abc import Iterable
from typing import BinaryIO

from groundsmith.export.lines import line
from groundsmith.records import Record
from groundsmith.seams import PassageText


class Jsonl:
    """One record a line, nothing left out."""

    name = "jsonl"
    suffix = ".jsonl"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many records were written."""
        count = 0
        for record in records:
            to.write(line(record))
            count += 1
        return count
