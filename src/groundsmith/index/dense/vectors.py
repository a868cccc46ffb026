"""The vectors of a collection: a byte a number, and every one of them compared with a query.

A row is kept as whole numbers from −127 to 127 and one factor, which makes it a row of unit length
again. It takes a quarter of the memory, and of the time to check its file; what that costs is in
docs/decisions/retrieval.md. numpy multiplies bytes slowly, so stretches of rows that fit the
processor's cache become floats first.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int8]
Floats32 = NDArray[np.float32]

_HIGHEST = 127
_ROWS_TOGETHER = 1024
CODES, FACTORS = "codes", "factors"


class Vectors:
    """Rows by document number; zeros for a number that has no vector.

    Args:
        codes: The rows, each times a factor of its own.
        factors: What makes each row one of unit length again; 0 for a row of zeros.
    """

    def __init__(self, codes: Codes, factors: Floats32) -> None:
        self.codes = codes
        self._factors = factors

    @property
    def there(self) -> NDArray[np.bool_]:
        """Which numbers have a vector."""
        return self._factors > 0

    @classmethod
    def of(cls, rows: NDArray[np.floating]) -> Self:
        """The vectors with the directions of these rows."""
        codes = np.empty(rows.shape, dtype=np.int8)
        factors = np.empty(len(rows), dtype=np.float32)
        for start in range(0, len(rows), _ROWS_TOGETHER):
            part = slice(start, start + _ROWS_TOGETHER)
            highest = np.abs(rows[part]).max(axis=1, keepdims=True, initial=0)
            scaled = np.rint(rows[part] / np.where(highest > 0, highest, 1) * _HIGHEST)
            lengths = np.linalg.norm(scaled, axis=1)
            codes[part] = scaled
            factors[part] = np.where(lengths > 0, 1 / np.where(lengths > 0, lengths, 1), 0)
        return cls(codes, factors)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """What `arrays` gave, or the floats of an index that is older than the codes."""
        if CODES in arrays:
            return cls(arrays[CODES], arrays[FACTORS])
        return cls.of(arrays[""])

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For files."""
        return {CODES: self.codes, FACTORS: self._factors}

    def __len__(self) -> int:
        return len(self.codes)

    def rows(self, numbers: Sequence[int] | NDArray[np.integer]) -> Floats32:
        """The rows of some numbers, of unit length."""
        at = np.asarray(numbers, dtype=np.int64)
        return np.asarray(self.codes[at] * self._factors[at, None], dtype=np.float32)

    def cosines(self, asked: NDArray[np.floating]) -> Floats32:
        """By number, the cosine with a vector of unit length."""
        query = np.asarray(asked, dtype=np.float32)
        found = np.empty(len(self.codes), dtype=np.float32)
        floats = np.empty((_ROWS_TOGETHER, self.codes.shape[1]), dtype=np.float32)
        for start in range(0, len(found), _ROWS_TOGETHER):
            part = self.codes[start : start + _ROWS_TOGETHER]
            np.copyto(floats[: len(part)], part)
            np.dot(floats[: len(part)], query, out=found[start : start + len(part)])
        found *= self._factors
        return found
