"""How varied texts are, counted in a fixed amount of memory.

Distinct-n is the share of n-grams that are different (Li et al. 2016). Telling the different ones
apart would take a set that grows with the corpus; linear counting (Whang et al. 1990) takes one
mebibyte, and is within one per cent up to some ten million n-grams.
"""

import math
import re
from zlib import crc32

_BITS = 1 << 23
_WORD = re.compile(r"\w+")


class DistinctNgrams:
    """The share of different n-grams in the texts so far."""

    def __init__(self, n: int) -> None:
        self._n = n
        self._total = 0
        self._set_count = 0
        self._bits = bytearray(_BITS // 8)

    def add(self, text: str) -> None:
        """Counts the n-grams of a text, case folded."""
        words = _WORD.findall(text.casefold())
        for start in range(len(words) - self._n + 1):
            gram = " ".join(words[start : start + self._n])
            place = crc32(gram.encode("utf-8", "surrogatepass")) % _BITS
            bit = 1 << (place & 7)
            self._total += 1
            if not self._bits[place >> 3] & bit:
                self._bits[place >> 3] |= bit
                self._set_count += 1

    @property
    def ratio(self) -> float | None:
        """Different over all, estimated; `None` where there was none, or too many to tell."""
        free = _BITS - self._set_count
        if not self._total or not free:
            return None
        distinct = -_BITS * math.log(free / _BITS)
        return round(min(1.0, distinct / self._total), 4)
