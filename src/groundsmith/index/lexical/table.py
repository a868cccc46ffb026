"""A sorted table of strings over two arrays: looked up where it lies, nothing is loaded."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray


def encoded(text: str) -> bytes:
    """How a string stands in a table; lone surrogates are kept."""
    return text.encode("utf-8", "surrogatepass")


class StringTable(Sequence[bytes]):
    """Byte strings by number.

    Args:
        blob: All strings, one after another.
        starts: Where each begins, and where the last one ends.
    """

    def __init__(self, blob: NDArray[Any], starts: NDArray[Any]) -> None:
        self._blob = blob.data
        self._starts = starts.data

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: Any) -> Any:
        if number >= len(self):
            raise IndexError(number)
        return bytes(self._blob[self._starts[number] : self._starts[number + 1]])

    def __iter__(self) -> Iterator[bytes]:
        whole, starts = bytes(self._blob), self._starts.tolist()
        for start, stop in pairwise(starts):
            yield whole[start:stop]

    def number_of(self, key: bytes) -> int | None:
        """The number of a string in a table that is sorted."""
        number = bisect_left(self, key)
        return number if number < len(self) and self[number] == key else None


def table_arrays(name: str, strings: Sequence[bytes]) -> dict[str, NDArray[Any]]:
    """The arrays of a table, as `name.blob` and `name.starts`."""
    starts = np.zeros(len(strings) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, strings), np.int64, len(strings)), out=starts[1:])
    blob = np.frombuffer(b"".join(strings), dtype=np.uint8)
    return {f"{name}.blob": blob, f"{name}.starts": starts}
