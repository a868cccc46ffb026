"""Finds what stands twice among millions, at 8 bytes each.

Keys are compared by 64-bit hashes: among a million different ones the chance of any false match
is about 3 in 100 million.
"""

from array import array
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np


class Repeats:
    """Remembers keys in order and says which of them came before."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._lines = array("Q")

    def add(self, key: str, line: int) -> None:
        """Takes the key that stands on this line."""
        digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self._hashes.append(int.from_bytes(digest, "little"))
        self._lines.append(line)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """`(line, first line with the same key)`, in the order of the lines."""
        hashes = np.frombuffer(self._hashes, dtype=np.uint64)
        _, first, which = np.unique(hashes, return_index=True, return_inverse=True)
        origin = first[which]
        for position in np.flatnonzero(origin != np.arange(len(hashes))):
            yield self._lines[position], self._lines[origin[position]]
