"""Files of JSON lines that a user hands in: each line an object, its faults told by its number."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson

from groundsmith.errors import InputError, RequestError
from groundsmith.records import Json


def numbered_lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, from 1; raises InputError."""
    try:
        with file.open("rb") as opened:
            yield from ((number, line) for number, line in enumerate(opened, 1) if line.strip())
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror})") from error


def json_object(line: bytes) -> Mapping[str, Json]:
    """The JSON object of a line; raises RequestError."""
    try:
        value = orjson.loads(line)
    except ValueError as error:
        raise RequestError(f"no JSON ({error})") from error
    if not isinstance(value, dict):
        raise RequestError("no JSON object")
    return value
