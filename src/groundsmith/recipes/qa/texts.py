"""Many short texts by number, in one stretch of memory: their bytes and 8 more for each."""

from array import array


class Texts:
    """Texts numbered from 0 in the order they came."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def append(self, text: str) -> None:
        """Adds a text; a lone surrogate comes back as it was."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __getitem__(self, number: int) -> str:
        raw = self._bytes[self._ends[number] : self._ends[number + 1]]
        return raw.decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        return len(self._ends) - 1
