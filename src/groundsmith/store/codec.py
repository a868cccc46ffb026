"""Values to bytes and back: JSON of the frozen dataclasses in `records`."""

from functools import cache
from typing import Any, TypeVar

import orjson
from pydantic import TypeAdapter

T = TypeVar("T")


def dump(value: Any) -> bytes:
    """Compact JSON; dataclasses, tuples and string enums included."""
    return orjson.dumps(value)


def load(kind: type[T], body: bytes) -> T:
    """A value of `kind` from what `dump` made; raises ValueError where it does not fit."""
    key: Any = kind
    value: T = _adapter(key).validate_json(body)
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
