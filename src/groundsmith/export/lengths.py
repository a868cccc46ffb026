"""How long the texts of the records are: for the histograms of the report page.

Lengths are counted exactly up to a cap, so that a median needs no list of a million numbers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from groundsmith.records import Json

_CAP_CHARS = 5_000
_MOST_FIELDS = 4
_LABELS = frozenset({"kind", "language"})
"""Fields of a content that name something and are not read as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """The lengths of one field's texts, in characters: how often each occurs."""

    field: str
    counts: Counter[int]

    @property
    def median(self) -> int:
        """The length that half of the texts do not exceed."""
        half, seen = self.counts.total() / 2, 0
        for length in sorted(self.counts):
            seen += self.counts[length]
            if seen >= half:
                return length
        return 0

    @property
    def longest(self) -> int:
        """The greatest length, at most the cap."""
        return max(self.counts, default=0)

    def bins(self, width: int) -> list[int]:
        """How many texts there are in each `width` characters, from 0 to the longest."""
        binned = [0] * (self.longest // width + 1)
        for length, count in self.counts.items():
            binned[length // width] += count
        return binned


class LengthsByField:
    """Collects lengths of the text fields of record contents; bounded in fields and in size."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[int]] = {}

    def add(self, content: Mapping[str, Json]) -> None:
        """Takes the texts of one content into account."""
        for name, value in content.items():
            if not isinstance(value, str) or name in _LABELS:
                continue
            if name not in self._counts and len(self._counts) >= _MOST_FIELDS:
                continue
            self._counts.setdefault(name, Counter())[min(len(value), _CAP_CHARS)] += 1

    def __iter__(self) -> Iterator[Lengths]:
        """One a field, in the order in which they came."""
        for name, counts in self._counts.items():
            yield Lengths(field=name, counts=counts)
