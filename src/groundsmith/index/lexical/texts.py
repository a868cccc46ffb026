"""Documents as stored: lines of JSON in compressed blocks, found by the document's number.

A block closes at 16 KB, so that a few documents are unpacked for one that is shown; zlib's own
checksum tells a damaged block.
"""

import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK_BYTES = 16_384
_LEVEL = 4


class TextsWriter:
    """Takes in lines and keeps them compressed."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._firsts: list[int] = [0]
        self._open: list[bytes] = []
        self._open_bytes = 0

    def add(self, line: bytes) -> None:
        """The next document."""
        self._open.append(line)
        self._open_bytes += len(line)
        if self._open_bytes >= _BLOCK_BYTES:
            self._close()

    def extend(self, blocks: Iterable[tuple[bytes, int]]) -> None:
        """Whole blocks of another writer, each with how many documents it holds."""
        self._close()
        for block, count in blocks:
            self._blocks.append(block)
            self._firsts.append(self._firsts[-1] + count)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Blocks, where each begins, and the number of the first document in each."""
        self._close()
        ends = np.cumsum([0, *map(len, self._blocks)], dtype=np.int64)
        return {
            "texts.blob": np.frombuffer(b"".join(self._blocks), dtype=np.uint8),
            "texts.starts": ends,
            "texts.firsts": np.array(self._firsts, dtype=np.int32),
        }

    def _close(self) -> None:
        if self._open:
            self._blocks.append(zlib.compress(b"\n".join(self._open), _LEVEL))
            self._firsts.append(self._firsts[-1] + len(self._open))
            self._open, self._open_bytes = [], 0


class Texts:
    """Reads lines by document number; raises `zlib.error` or ValueError for a damaged block."""

    def __init__(self, blob: NDArray[Any], starts: NDArray[Any], firsts: NDArray[Any]) -> None:
        self._blob = blob.data
        self._starts = starts
        self._firsts = firsts

    def line(self, number: int) -> bytes:
        """The line of one document."""
        block = int(np.searchsorted(self._firsts, number, side="right")) - 1
        return self._lines(block)[number - int(self._firsts[block])]

    def lines(self, wanted: NDArray[np.bool_]) -> Iterator[tuple[int, bytes]]:
        """Some lines in order with their numbers; a block with none of them is not unpacked."""
        for block, (first, end) in enumerate(pairwise(self._firsts.tolist())):
            if wanted[first:end].any():
                for number, line in enumerate(self._lines(block), start=first):
                    if wanted[number]:
                        yield number, line

    def blocks(self) -> Iterator[tuple[bytes, int]]:
        """All blocks as they are, each with how many documents it holds."""
        counts = np.diff(self._firsts).tolist()
        for block, count in enumerate(counts):
            yield self._packed(block), count

    def _lines(self, block: int) -> list[bytes]:
        lines = zlib.decompress(self._packed(block)).split(b"\n")
        if len(lines) != self._firsts[block + 1] - self._firsts[block]:
            raise ValueError(f"block {block} holds other documents than it should")
        return lines

    def _packed(self, block: int) -> bytes:
        return bytes(self._blob[int(self._starts[block]) : int(self._starts[block + 1])])
