"""What a list is worth beyond its relevance: variety, reach, novelty, fairness, speed.

Every one of them is high for a useless list too (a random one is varied and novel), so none is
reported without the judged metrics beside it.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.evaluate.figure import Figure


def intra_list_diversity(vectors: NDArray[np.floating]) -> float | None:
    """Mean of 1 − cosine over the pairs of a list (Ziegler et al. 2005); None for fewer than two.

    Args:
        vectors: A row for each document of the list; a row of zeros is like no other.
    """
    count = len(vectors)
    if count < 2:
        return None
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(lengths > 0, lengths, 1.0)
    total = float(np.linalg.norm(unit.sum(axis=0)) ** 2 - (unit * unit).sum())
    return 1 - total / (count * (count - 1))


def coverage(lists: Iterable[Sequence[str]], catalogue: Collection[str]) -> Figure:
    """Share of the catalogue that is in at least one list."""
    asked = list(lists)
    if not asked or not catalogue:
        return Figure(value=None, why="there are no lists, or there is no catalogue")
    shown = {each for one in asked for each in one} & set(catalogue)
    return Figure(value=len(shown) / len(catalogue), count=len(asked))


def novelty(found: Sequence[str], seen: Mapping[str, int], catalogue_size: int) -> float | None:
    """Mean surprise in bits, −log2 of how often a document was seen (Vargas and Castells 2011).

    Counts have one added, so that what was never seen is the most surprising, not endlessly so.

    Args:
        seen: How often people were shown or opened a document; None is said where that is empty.
    """
    total = sum(seen.values())
    if not found or not total:
        return None
    shares = [(seen.get(each, 0) + 1) / (total + catalogue_size) for each in found]
    return -math.fsum(map(math.log2, shares)) / len(shares)


def exposure_fairness(
    lists: Iterable[tuple[Sequence[str], Mapping[str, int]]], groups: Mapping[str, str]
) -> Figure:
    """How near groups come to the share of attention that they have earned; 1 is exactly theirs.

    A place exposes with 1 / log2(rank + 1), merit is the sum of grades, and what is given is 1
    minus the total variation distance of the two shares (after Singh and Joachims, KDD 2018).
    Places taken by documents of no group are left out.

    Args:
        lists: Each ranking with the grades of its query.
    """
    exposed: dict[str, float] = {}
    earned: dict[str, float] = {}
    count = 0
    for found, grades in lists:
        count += 1
        for rank, each in enumerate(found, start=1):
            if each in groups:
                _give(exposed, groups[each], 1 / math.log2(rank + 1))
        for each, grade in grades.items():
            if each in groups:
                _give(earned, groups[each], max(grade, 0))
    shown, deserved = sum(exposed.values()), sum(earned.values())
    if len(set(groups.values())) < 2 or not shown or not deserved:
        return Figure(value=None, why="needs two groups, and judgments and places of documents")
    apart = [
        abs(exposed.get(group, 0) / shown - earned.get(group, 0) / deserved)
        for group in exposed.keys() | earned.keys()
    ]
    return Figure(value=1 - math.fsum(apart) / 2, count=count)


def latency(times_ms: Sequence[float]) -> dict[str, Figure]:
    """Milliseconds that half, 95 and 99 of a hundred queries took at most."""
    if not times_ms:
        missing = Figure(value=None, why="no query was timed")
        return {f"p{part}_ms": missing for part in (50, 95, 99)}
    return {
        f"p{part}_ms": Figure(value=float(np.percentile(times_ms, part)), count=len(times_ms))
        for part in (50, 95, 99)
    }


def _give(shares: dict[str, float], group: str, amount: float) -> None:
    shares[group] = shares.get(group, 0.0) + amount
