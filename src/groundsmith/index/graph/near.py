"""Documents that say nearly the same, by MinHash (Broder 1997) over runs of four words.

Marks propose, exact overlap decides: hash bands only find candidates, and the Jaccard similarity
of the runs themselves is then counted. A pair at 0.85 shares a band with probability above 0.9999.
Marks are small and kept; a text is looked at again only where another shares one of its bands.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

NEAR_FROM = 0.85
BANDS = 16
_RUN_WORDS = 4
_ROWS = 4
_WORD = re.compile(r"\w+")
_SEED = 20260
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FACTORS = np.random.default_rng(_SEED).integers(1, 2**63, (BANDS * _ROWS, 1), dtype=np.uint64) | 1

Marks = NDArray[np.uint64]
TextsOf = Callable[[Sequence[int]], Iterable[str]]
"""The texts of some numbers, which ascend."""


def marks(text: str) -> Marks:
    """One number for each band of a text, those of two bands different; zeros without words."""
    runs = _runs(text)
    if not runs.size:
        return np.zeros(BANDS, dtype=np.uint64)
    least = (_FACTORS * runs).min(axis=1).reshape(BANDS, _ROWS)
    keys = np.arange(BANDS, dtype=np.uint64)
    for row in range(_ROWS):
        keys = (keys ^ least[:, row]) * _MIX
        keys ^= keys >> np.uint64(29)
    return keys


def repeated(
    of_texts: Marks, texts_of: TextsOf, *, threshold: float = NEAR_FROM
) -> NDArray[np.int64]:
    """For each text the number of the first that it nearly repeats, which may be its own.

    A text without words repeats nothing, and what repeats another is repeated by none.

    Args:
        of_texts: `marks` of every text, a row each.
        threshold: Jaccard similarity of runs from which on two texts are the same.
    """
    first = np.arange(len(of_texts))
    asked = _sharing(of_texts).tolist()
    bands: dict[int, list[int]] = {}
    runs: dict[int, NDArray[np.uint32]] = {}
    for number, text in zip(asked, texts_of(asked), strict=True):
        own, keys = _runs(text), of_texts[number].tolist()
        candidates = sorted({each for key in keys for each in bands.get(key, ())})
        found = next((each for each in candidates if _alike(runs[each], own, threshold)), None)
        if found is not None:
            first[number] = found
            continue
        runs[number] = own
        for key in keys:
            bands.setdefault(key, []).append(number)
    return first


def near(texts: Sequence[str], *, threshold: float = NEAR_FROM) -> list[int]:
    """As `repeated`, of texts that are at hand."""

    def some(numbers: Sequence[int]) -> Iterator[str]:
        return (texts[number] for number in numbers)

    rows = np.array([marks(text) for text in texts], dtype=np.uint64).reshape(-1, BANDS)
    return [int(each) for each in repeated(rows, some, threshold=threshold)]


def _sharing(of_texts: Marks) -> NDArray[np.int64]:
    """The numbers of texts with words that share a band with another, ascending."""
    keys = of_texts.ravel()
    order = np.argsort(keys, kind="stable")
    same = np.zeros(len(keys) + 1, dtype=np.bool_)
    np.equal(keys[order[1:]], keys[order[:-1]], out=same[1:-1])
    shares = np.zeros(len(keys), dtype=np.bool_)
    shares[order] = same[1:] | same[:-1]
    return np.flatnonzero(shares.reshape(-1, BANDS).any(axis=1) & of_texts.any(axis=1))


def _alike(one: NDArray[np.uint32], other: NDArray[np.uint32], threshold: float) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= threshold * (len(one) + len(other) - shared)


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
