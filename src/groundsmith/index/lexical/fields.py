"""Metadata by which documents can be filtered: one posting list for each field and value."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import RequestError
from groundsmith.index.lexical.table import StringTable, encoded, table_arrays
from groundsmith.records import Json

_BOUNDS = {"from", "to"}
_LONGEST_BYTES = 1_000


def field_keys(metadata: Mapping[str, Json]) -> Iterator[bytes]:
    """The keys of a document: one for each scalar, and for each scalar in a list."""
    for field, value in metadata.items():
        for scalar in value if isinstance(value, list | tuple) else [value]:
            if (key := _key(field, scalar)) is not None:
                yield key


def field_arrays(keys: Sequence[Sequence[bytes]]) -> dict[str, NDArray[Any]]:
    """The arrays of `Fields` for documents numbered by their place in `keys`."""
    documents: dict[bytes, list[int]] = {}
    for number, of_document in enumerate(keys):
        for key in dict.fromkeys(of_document):
            documents.setdefault(key, []).append(number)
    ordered = sorted(documents)
    lists = [documents[key] for key in ordered]
    return table_arrays("fields", ordered) | {
        "fields.lists": np.cumsum([0, *map(len, lists)], dtype=np.int64),
        "fields.documents": np.array([n for found in lists for n in found], dtype=np.int32),
    }


class Fields:
    """Which documents have which metadata."""

    def __init__(self, table: StringTable, starts: NDArray[Any], documents: NDArray[Any]) -> None:
        self._table = table
        self._starts = starts
        self._documents = documents

    def mark(self, field: str, wanted: Json, found: NDArray[np.bool_]) -> None:
        """Sets `found` for the documents whose `field` is `wanted`.

        `wanted` is a scalar, a list of which one is enough, or `{"from": x, "to": y}` with
        either bound, both inclusive; numbers are compared with numbers, text with text.
        """
        if isinstance(wanted, Mapping):
            self._mark_range(field, wanted, found)
            return
        for scalar in wanted if isinstance(wanted, list | tuple | set) else [wanted]:
            key = _key(field, scalar)
            number = None if key is None else self._table.number_of(key)
            if number is not None:
                found[self._of(number)] = True

    def lists(self) -> tuple[StringTable, NDArray[Any], NDArray[Any]]:
        """Keys, where the list of each starts, and all lists."""
        return self._table, self._starts, self._documents

    def names(self) -> set[str]:
        """The fields that any document has."""
        return {json.loads(key.decode("utf-8", "surrogatepass"))[0] for key in self._table}

    def _mark_range(self, field: str, bounds: Mapping[str, Json], found: NDArray[np.bool_]) -> None:
        if not bounds or not set(bounds) <= _BOUNDS:
            raise RequestError(
                f"filter {field}: {dict(bounds)!r} is no range; write it as "
                '{"from": 1600, "to": 1700}, with one bound or both'
            )
        prefix = encoded(_text([field]))[:-1] + b","
        number = bisect_left(self._table, prefix)
        while number < len(self._table) and (key := self._table[number]).startswith(prefix):
            value = json.loads(key.decode("utf-8", "surrogatepass"))[1]
            if _within(value, bounds):
                found[self._of(number)] = True
            number += 1

    def _of(self, number: int) -> NDArray[Any]:
        return self._documents[int(self._starts[number]) : int(self._starts[number + 1])]


def _within(value: Json, bounds: Mapping[str, Json]) -> bool:
    low, high = bounds.get("from"), bounds.get("to")
    for bound in (low, high):
        if bound is not None and _sort_of(bound) != _sort_of(value):
            return False
    return (low is None or low <= value) and (high is None or value <= high)


def _sort_of(value: Json) -> str:
    """Two values are compared only if they are of one sort; true and false are no numbers."""
    if isinstance(value, bool) or value is None:
        return "neither"
    return "number" if isinstance(value, int | float) else type(value).__name__


def _key(field: str, scalar: Json) -> bytes | None:
    """The key of a field and a value; None for what is no scalar, or too long to be asked for."""
    if not isinstance(scalar, str | int | float | bool | None):
        return None
    if isinstance(scalar, float) and scalar.is_integer():
        scalar = int(scalar)
    try:
        key = encoded(_text([field, scalar]))
    except ValueError as exc:
        raise RequestError(f"filter {field}: {scalar!r} is no JSON value") from exc
    return key if len(key) <= _LONGEST_BYTES else None


def _text(value: list[Json]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
