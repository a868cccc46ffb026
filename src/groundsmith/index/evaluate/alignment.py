"""Whether what was found is of the time and the places that were asked for.

Documents without a date or place are left out and not held against a list: what a catalogue does
not say is not known to be wrong.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Whole years from `start` to `stop`, both included; negative before our era."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.start > self.stop:
            raise ValueError(f"no years: {self.start} to {self.stop}")


def temporal_alignment(asked: Years | None, found: Iterable[Years | None]) -> float | None:
    """Mean overlap of the years asked for with those of each document, in [0, 1].

    An overlap counts against the shorter of the two, so a century fits a reign within it. None
    where nothing was asked for, or no document has a date.
    """
    dated = [years for years in found if years is not None]
    if asked is None or not dated:
        return None
    return sum(_overlap(asked, years) for years in dated) / len(dated)


def spatial_alignment(asked: Collection[str], found: Iterable[Collection[str]]) -> float | None:
    """Share of the documents with places that have one of those asked for.

    None where nothing was asked for, or no document has a place.
    """
    wanted = {place.casefold() for place in asked}
    placed = [{place.casefold() for place in places} for places in found if places]
    if not wanted or not placed:
        return None
    return sum(not wanted.isdisjoint(places) for places in placed) / len(placed)


def _overlap(one: Years, other: Years) -> float:
    shared = min(one.stop, other.stop) - max(one.start, other.start) + 1
    shorter = min(one.stop - one.start, other.stop - other.start) + 1
    return max(0, shared) / shorter
