"""Documents that say nearly the same, by MinHash (Broder 1997) over runs of four words.

Signatures propose, exact overlap decides: hash bands only find candidates, and the Jaccard
similarity of the runs themselves is then counted. A pair at 0.85 shares a band with probability
above 0.9999.
"""

import re
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_RUN_WORDS = 4
_BANDS, _ROWS = 16, 4
_WORD = re.compile(r"\w+")
_SEED = 20260
_MIX = np.uint64(0x9E3779B97F4A7C15)


class NearDocuments:
    """The texts so far, numbered from 0 in the order they came.

    Args:
        threshold: Jaccard similarity of runs from which on two texts are the same.
    """

    def __init__(self, threshold: float = 0.85) -> None:
        self._threshold = threshold
        random = np.random.default_rng(_SEED)
        self._factors = random.integers(1, 2**63, (_BANDS * _ROWS, 1), dtype=np.uint64) | 1
        self._runs: list[NDArray[np.uint32]] = []
        self._bands: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def add(self, text: str) -> int | None:
        """Remembers a text; the number of the first that it nearly repeats, if any.

        A text without words repeats nothing.
        """
        runs = _runs(text)
        number = len(self._runs)
        self._runs.append(runs)
        if not runs.size:
            return None
        keys = self._keys(runs)
        candidates = {self._bands[key] for key in keys if key in self._bands}
        candidates.update(each for key in keys for each in self._more.get(key, ()))
        found = next((each for each in sorted(candidates) if self._is_like(each, runs)), None)
        if found is None:
            for key in keys:
                if self._bands.setdefault(key, number) != number:
                    self._more.setdefault(key, []).append(number)
        return found

    def _keys(self, runs: NDArray[np.uint32]) -> list[int]:
        """One number for each band of the signature; those of two bands differ."""
        least = (self._factors * runs).min(axis=1).reshape(_BANDS, _ROWS)
        keys = np.arange(_BANDS, dtype=np.uint64)
        for row in range(_ROWS):
            keys = (keys ^ least[:, row]) * _MIX
            keys ^= keys >> np.uint64(29)
        return [int(key) for key in keys]

    def _is_like(self, number: int, runs: NDArray[np.uint32]) -> bool:
        other = self._runs[number]
        shared = len(np.intersect1d(other, runs, assume_unique=True))
        return shared >= self._threshold * (len(other) + len(runs) - shared)


def near(texts: Iterable[str], *, threshold: float = 0.85) -> list[int]:
    """For each text the number of the first that it nearly repeats, which may be its own."""
    held = NearDocuments(threshold)
    found = (held.add(text) for text in texts)
    return [number if first is None else first for number, first in enumerate(found)]


def _runs(text: str) -> NDArray[np.uint32]:
    words = _WORD.findall(text.casefold())
    codes = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    hashes = np.array(codes, dtype=np.uint64)
    width = min(_RUN_WORDS, len(hashes))
    if not width:
        return np.zeros(0, dtype=np.uint32)
    runs = np.zeros(len(hashes) - width + 1, dtype=np.uint64)
    for place in range(width):
        runs = runs * _MIX + hashes[place : place + len(runs)]
        runs ^= runs >> np.uint64(29)
    return np.unique((runs * _MIX >> np.uint64(32)).astype(np.uint32))
