"""The file in which a passage goes back to its author's writing program."""

from collections.abc import Iterable
from typing import BinaryIO

from groundsmith.recipes.registry import recipe_format
from groundsmith.records import Record
from groundsmith.seams import PassageText

_BETWEEN = b"\n* * *\n\n"


@recipe_format("story")
class Prose:
    """The texts alone, as paragraphs; a line `* * *` between two passages."""

    name = "prose"
    suffix = ".md"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many passages were written."""
        count = 0
        for count, record in enumerate(records, 1):
            to.write(_BETWEEN if count > 1 else b"")
            to.write(record.content["text"].encode("utf-8", "replace") + b"\n")
        return count
