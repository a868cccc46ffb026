"""Passages from several kinds of source for one query: what each counts, and how mixed they are.

Weights are shared out anew over the sources that have anything, so a project without a README is
not written about from half a context.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from groundsmith.records import rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that was found for a query in one of several sources.

    Attributes:
        source: The kind of source (`readme`, `commits`).
        score: As its retriever gave it, on any scale that all of them share.
    """

    id: str
    source: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A passage with what it counts among all sources.

    Attributes:
        weight: Its source's share.
        score: Its score normalised within the query, times the weight.
    """

    id: str
    source: str
    weight: float
    score: float


def shares(weights: Mapping[str, float], sources: Iterable[str]) -> dict[str, float]:
    """The weights of those sources that have anything, as shares of 1; none where all are 0."""
    present = set(sources)
    total = math.fsum(weight for name, weight in weights.items() if name in present)
    return {
        name: rounded(weight / total)
        for name, weight in weights.items()
        if name in present and total
    }


def weighed(
    found: Iterable[Found], weights: Mapping[str, float], *, least: float | None = None
) -> list[Weighed]:
    """Passages by normalised score × weight of their source, best first, then by id.

    Scores are brought to [0, 1] by min–max over the query; where all are equal, each is 1.

    Args:
        weights: As `shares` gives them.
        least: The score of passages that were not found; None takes the lowest of those that were.

    Raises:
        ValueError: A source without a weight, or a weight that is not a number from 0 on.
    """
    passages = list(found)
    sources = {each.source for each in passages}
    if not all(0 <= weights.get(source, -1) < math.inf for source in sources):
        raise ValueError(f"each of {sorted(sources)} needs a weight from 0 on, of {dict(weights)}")
    scores = [each.score for each in passages]
    lowest = min(scores, default=0.0) if least is None else least
    most = max(scores, default=0.0)

    def counted(each: Found) -> Weighed:
        weight = weights[each.source]
        normalised = (each.score - lowest) / (most - lowest) if most > lowest else 1.0
        return Weighed(id=each.id, source=each.source, weight=weight, score=normalised * weight)

    return sorted(map(counted, passages), key=lambda each: (-each.score, each.id))


def source_diversity(counts: Mapping[str, int]) -> float | None:
    """Normalised entropy of where passages come from: 0 all from one source, 1 evenly from all.

    Pielou 1966. None where there is no passage, or but one source that they could have come from.

    Args:
        counts: Passages by source; 0 for a source that was there and gave none.
    """
    total = sum(counts.values())
    if not total or len(counts) < 2:
        return None
    shares = [count / total for count in counts.values() if count]
    entropy = -math.fsum(share * math.log(share) for share in shares)
    return min(1.0, max(0.0, entropy / math.log(len(counts))))
