"""The records of a finished folder, found again by id, each read when it is wanted.

One pass keeps where each record begins and what its claims scored; a folder of a million records
is not held in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from groundsmith.errors import OutputError, RequestError
from groundsmith.export.lines import LineFault, parse
from groundsmith.export.manifest import RECORDS, REJECTED
from groundsmith.records import Json, Record

_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands; `score` is its least claim's, `None` where no claim has one."""

    file: str
    offset: int
    score: float | None


class Shelf:
    """The records in `out`; raises OutputError where there are none to read.

    Args:
        rejected: Whether rejected drafts are among them.
    """

    def __init__(self, out: Path, *, rejected: bool) -> None:
        self._out = out
        self.places: dict[str, Place] = {}
        for name in (RECORDS, REJECTED) if rejected else (RECORDS,):
            try:
                with (out / name).open("rb") as file:
                    self.places.update(_places(name, file))
            except OSError as error:
                what = error.strerror
                raise OutputError(f"{out / name}: no finished records there ({what})") from error

    def records(self) -> Iterator[Record]:
        """All of them, in their order."""
        return map(self.record, self.places)

    def record(self, name: str) -> Record:
        """The record of this id."""
        place = self.places[name]
        with (self._out / place.file).open("rb") as file:
            file.seek(place.offset)
            try:
                return parse(file.readline())
            except LineFault as fault:
                where = f"{self._out / place.file}: record {name}: {fault.reason}"
                raise OutputError(f"{where}; export it again") from fault

    def id_of(self, beginning: str) -> str:
        """The one id that begins so; raises RequestError where there is none, or several."""
        if beginning in self.places:
            return beginning
        found = [name for name in self.places if beginning and name.startswith(beginning)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise RequestError(f"{beginning[:100]!r}: no record of {self._out} begins so")
        shown = ", ".join(found[:_MOST_SHOWN])
        raise RequestError(f"{beginning!r}: {len(found)} records begin so, as {shown}")


def _places(name: str, file: BinaryIO) -> Iterator[tuple[str, Place]]:
    """Each record's id and place; a line that is no record is left to `audit`."""
    offset = 0
    for body in file:
        try:
            value = orjson.loads(body)
            yield str(value["id"]), Place(file=name, offset=offset, score=_least(value["claims"]))
        except (ValueError, KeyError, TypeError):
            pass
        offset += len(body)


def _least(claims: list[dict[str, Json]]) -> float | None:
    return min((claim["score"] for claim in claims if claim["score"] is not None), default=None)
