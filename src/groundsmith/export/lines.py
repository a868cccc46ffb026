"""A record as one line of JSON, and back: what `records.jsonl` and `rejected.jsonl` are made of.

The keys stand in the order in which `records.Record` declares its fields, so that the same record
is always the same bytes. JSON is UTF-8 and UTF-8 has no lone surrogates: such a character, which
no reader lets through, is written as U+FFFD instead of stopping an export.
"""

import json
import re
from dataclasses import asdict
from functools import cache
from typing import Any

import orjson
from pydantic import TypeAdapter, ValidationError

from groundsmith.records import Json, Record

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class LineFault(ValueError):
    """A line that is no record; `torn` where it is not even whole JSON."""

    def __init__(self, reason: str, *, torn: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.torn = torn


def line(record: Record) -> bytes:
    """The record as compact JSON, newline included."""
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        return _scrubbed(asdict(record))


def json_line(value: Json) -> bytes:
    """Any JSON value as one compact line, newline included."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        return _scrubbed(value)


def parse(body: bytes) -> Record:
    """The record that `line` wrote; raises LineFault, which says in one line what is wrong."""
    try:
        record: Record = _adapter().validate_json(body, strict=True)
    except ValidationError as exc:
        raise _fault(exc) from exc
    return record


def _scrubbed(value: Json) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode() + b"\n"


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Record)


def _fault(exc: ValidationError) -> LineFault:
    """The first of the errors, as `path: what is wrong`."""
    first = exc.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return LineFault(first["msg"].removeprefix("Invalid JSON: "), torn=True)
    where = ".".join(str(part) for part in first["loc"]) or "the line"
    more = f" (and {exc.error_count() - 1} more)" if exc.error_count() > 1 else ""
    return LineFault(f"{where}: {first['msg']}{more}")
