"""A table from text to a small number that keeps 12 to 24 bytes an entry and no text.

Open addressing with linear probing (Knuth, TAOCP 6.4) over two flat arrays. The key is a 64-bit
hash of the text: among a million texts, two different ones share a key with odds of 1 to 37
million, which is the price of not holding a million strings.
"""

from array import array
from hashlib import blake2b

_FULL_RATIO = 0.7
_SMALLEST = 1024


class TextTable:
    """Text → number; what is not in it is `None`."""

    def __init__(self) -> None:
        self._keys = array("Q", bytes(8 * _SMALLEST))
        self._values = array("I", bytes(4 * _SMALLEST))
        self._count = 0

    def get(self, text: str) -> int | None:
        """The number of a text, or `None`."""
        slot = self._slot(_key(text))
        return self._values[slot] if self._keys[slot] else None

    def put(self, text: str, number: int) -> None:
        """Sets the number of a text."""
        key = _key(text)
        slot = self._slot(key)
        if not self._keys[slot]:
            self._count += 1
            if self._count > _FULL_RATIO * len(self._keys):
                self._grow()
                slot = self._slot(key)
        self._keys[slot] = key
        self._values[slot] = number

    def __len__(self) -> int:
        return self._count

    def _slot(self, key: int) -> int:
        """Where the key is, or the free place where it belongs."""
        mask = len(self._keys) - 1
        slot = key & mask
        while self._keys[slot] not in (0, key):
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        """Doubles the room."""
        keys, values = self._keys, self._values
        self._keys = array("Q", bytes(16 * len(keys)))
        self._values = array("I", bytes(8 * len(values)))
        for key, value in zip(keys, values, strict=True):
            if key:
                slot = self._slot(key)
                self._keys[slot] = key
                self._values[slot] = value


def _key(text: str) -> int:
    """A 64-bit hash that is never 0, which marks a free place."""
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "little") or 1
