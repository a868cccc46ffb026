"""What people's impressions of a run's texts come to, and whether its scores agree with them.

An impression says how a text reads and nothing of whether it is true, so no promise rests on it.
The decision to question: agreement is the share of pairs of a liked and a disliked text in which
the liked one has the higher score (the area under the ROC curve; Hanley and McNeil 1982), and is
not told for fewer than `LEAST_PAIRS`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from groundsmith.app.verdicts.shelf import Shelf
from groundsmith.records import Json, rounded
from groundsmith.store.feedback import Feedback, Opinion

LEAST_PAIRS = 10
_LIKED_FROM, _DISLIKED_TO = 4, 2
_DISLIKES = frozenset({Opinion.GENERIC, Opinion.TOO_TECHNICAL, Opinion.REGENERATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Impressions:
    """The impressions that hold now.

    Attributes:
        counts: How many of each kind.
        record_count: Records of the run that have one.
        rating: Mean of the ratings, from 1 to 5; `None` where nobody rated.
        regenerated: Share of the records with an impression that somebody wants written anew.
        agreement: Of the records' scores; `None` where too few pairs tell.
        pair_count: Pairs of a liked and a disliked record with a score each.
    """

    counts: Mapping[str, int]
    record_count: int
    rating: float | None
    regenerated: float
    agreement: float | None
    pair_count: int

    def __str__(self) -> str:
        """For people, in one line."""
        said = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        parts = [f"{said}; on {self.record_count} records"]
        if self.rating is not None:
            parts.append(f"rated {self.rating:.1f} of 5")
        parts.append(f"{self.regenerated:.0%} to be written anew")
        if self.agreement is None:
            parts.append(f"too few to hold scores against ({self.pair_count} pairs)")
        else:
            parts.append(
                f"the liked of two scored higher in {self.agreement:.0%} of {self.pair_count} pairs"
            )
        return "; ".join(parts)

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "counts": dict(self.counts),
            "records": self.record_count,
            "rating": self.rating,
            "regenerated_share": self.regenerated,
            "agreement": self.agreement,
            "pairs": self.pair_count,
        }


def impressions_of(out: Path, given: Iterable[Feedback]) -> Impressions | None:
    """What the impressions of a run come to, rejected records' included; `None` without any."""
    by_record: defaultdict[str, list[Feedback]] = defaultdict(list)
    for one in given:
        if one.verdict.is_impression:
            by_record[one.record].append(one)
    every = [one for held in by_record.values() for one in held]
    if not every:
        return None
    scores = {
        record.id: record.assessment.overall for record in Shelf(out, rejected=True).records()
    }
    liked, disliked = _scores_by_liking(by_record, scores)
    pairs = len(liked) * len(disliked)
    ratings = [one.rating for one in every if one.rating is not None]
    anew = sum(any(one.verdict is Opinion.REGENERATE for one in o) for o in by_record.values())
    return Impressions(
        counts=dict(sorted(Counter(one.verdict.value for one in every).items())),
        record_count=len(by_record),
        rating=rounded(sum(ratings) / len(ratings)) if ratings else None,
        regenerated=rounded(anew / len(by_record)),
        agreement=_agreement(liked, disliked) if pairs >= LEAST_PAIRS else None,
        pair_count=pairs,
    )


def _scores_by_liking(
    by_record: Mapping[str, list[Feedback]], scores: Mapping[str, float | None]
) -> tuple[list[float], list[float]]:
    liked: list[float] = []
    disliked: list[float] = []
    for record, held in by_record.items():
        score, liking = scores.get(record), sum(map(_liking, held))
        if score is not None and liking:
            (liked if liking > 0 else disliked).append(score)
    return liked, disliked


def _liking(one: Feedback) -> int:
    """1 for a text that is liked, -1 for one that is not, 0 for neither."""
    if one.rating is not None:
        return (one.rating >= _LIKED_FROM) - (one.rating <= _DISLIKED_TO)
    return (one.verdict is Opinion.ENGAGING) - (one.verdict in _DISLIKES)


def _agreement(liked: list[float], disliked: list[float]) -> float:
    """The share of pairs that the scores put in order; a tie is half a pair."""
    won = sum((one > other) + (one == other) / 2 for one, other in product(liked, disliked))
    return rounded(won / (len(liked) * len(disliked)))
