"""Lists of different lengths as two arrays: what a row has stands between two ends."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def places_of(ends: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Where the entries of some rows stand, and the ends of these rows by themselves.

    Args:
        ends: One past the last entry of each row, which begins where the one before it ends.
    """
    starts = np.concatenate(([0], ends))[:-1][rows]
    counts = ends[rows] - starts
    new_ends = np.cumsum(counts)
    shift = np.repeat(starts - np.concatenate(([0], new_ends))[:-1], counts)
    return np.arange(len(shift)) + shift, new_ends


def owners(ends: Ints) -> Ints:
    """The row that each entry belongs to."""
    return np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))


def joined(ends: Sequence[Ints]) -> Ints:
    """The ends of several, one after another."""
    bases = np.cumsum([0, *(int(each[-1]) if each.size else 0 for each in ends)])
    moved = [each + base for each, base in zip(ends, bases.tolist(), strict=False)]
    return np.concatenate(moved) if moved else np.zeros(0, dtype=np.int64)


def packed(texts: Iterable[str]) -> tuple[NDArray[np.uint8], Ints]:
    """UTF-8 of texts, one after another, and where each ends; lone surrogates are kept."""
    coded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(code) for code in coded], dtype=np.int64)
    return np.frombuffer(b"".join(coded), dtype=np.uint8), ends


def unpacked(data: NDArray[np.uint8], ends: Ints, place: int) -> str:
    """One of the texts that were packed."""
    first = int(ends[place - 1]) if place else 0
    return data[first : int(ends[place])].tobytes().decode("utf-8", "surrogatepass")


def unpacked_all(data: NDArray[np.uint8], ends: Ints) -> list[str]:
    """All texts that were packed."""
    whole = data.tobytes()
    bounds = pairwise([0, *ends.tolist()])
    return [whole[start:stop].decode("utf-8", "surrogatepass") for start, stop in bounds]
