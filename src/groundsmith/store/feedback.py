"""Rows of `feedback`: what people say of records and their claims; nothing is ever overwritten.

A change of mind is another row, and so is a withdrawal; what holds now is the fold of all rows: the
latest of each person on each claim, and of each impression that a person has of a record. A row
keeps what that person saw (the claim's text, its score, who gave it), because a record may be
judged anew, and a verdict is on what was seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from groundsmith.store.codec import dump, load
from groundsmith.store.schema import feedback


class Opinion(StrEnum):
    """What a person may say: whether it is true, or how a text reads."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"
    """Says nothing any more."""
    ENGAGING = "engaging"
    GENERIC = "generic"
    TOO_TECHNICAL = "too-technical"
    REGENERATE = "regenerate"
    """Had better be written anew."""
    COMMENT = "comment"
    """Has a rating from 1 to 5, and mostly a note."""

    @property
    def is_impression(self) -> bool:
        """Whether it says how a text reads, and nothing of whether it is true."""
        return self in IMPRESSIONS


IMPRESSIONS = frozenset(
    {
        Opinion.ENGAGING,
        Opinion.GENERIC,
        Opinion.TOO_TECHNICAL,
        Opinion.REGENERATE,
        Opinion.COMMENT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a verdict is on.

    Attributes:
        text: The claim's, or nothing where the whole record is meant.
        documents: The documents that the record cites, its own first.
        score: What the judge gave at that time; `None` where it gave none.
        inclusion: How likely the record was to be asked about, relative to the average one;
            `None` where nobody drew it.
        sampling: How it was drawn.
    """

    text: str = ""
    documents: tuple[str, ...] = ()
    score: float | None = None
    judge: str = ""
    inclusion: float | None = None
    sampling: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One person's verdict on one claim, or on a whole record where `claim` is `None`.

    Attributes:
        rating: From 1 to 5, of a comment.
        version: Of the record's item, where its versions are kept: what that person read.
    """

    record: str
    claim: int | None
    verdict: Opinion
    who: str
    at: float
    note: str = ""
    seen: Seen = Seen()
    rating: int | None = None
    version: int | None = None


def add(connection: Connection, run: str, given: Sequence[Feedback]) -> None:
    """Appends verdicts in this order."""
    if not given:
        return
    last = connection.execute(
        select(func.max(feedback.c.seq)).where(feedback.c.run == run)
    ).scalar()
    connection.execute(
        insert(feedback),
        [
            {
                "run": run,
                "seq": seq,
                "record": one.record,
                "claim": one.claim,
                "verdict": one.verdict.value,
                "who": one.who,
                "note": one.note,
                "at": one.at,
                "seen": dump(one.seen),
                "rating": one.rating,
                "version": one.version,
            }
            for seq, one in enumerate(given, int(last or 0) + 1)
        ],
    )


def every(connection: Connection, run: str) -> list[Feedback]:
    """All rows of a run, in the order in which they were given."""
    chosen = select(feedback).where(feedback.c.run == run).order_by(feedback.c.seq)
    return [
        Feedback(
            record=row.record,
            claim=row.claim,
            verdict=Opinion(row.verdict),
            who=row.who,
            at=row.at,
            note=row.note,
            seen=load(Seen, row.seen),
            rating=row.rating,
            version=row.version,
        )
        for row in connection.execute(chosen)
    ]


def standing(rows: Iterable[Feedback]) -> list[Feedback]:
    """The fold: the latest verdict of each person on each claim, and each of their impressions.

    Whatever a person withdrew is left out, verdict and impressions alike.
    """
    latest: dict[tuple[str, int | None, str, Opinion | None], Feedback] = {}
    for row in rows:
        of_person = (row.record, row.claim, row.who)
        if row.verdict is Opinion.WITHDRAWN:
            for kind in (None, *IMPRESSIONS):
                latest.pop((*of_person, kind), None)
            continue
        key = (*of_person, row.verdict if row.verdict.is_impression else None)
        latest.pop(key, None)
        latest[key] = row
    return list(latest.values())
