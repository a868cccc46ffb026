"""Rows of `feedback`: what people say of records and their claims; nothing is ever overwritten.

A change of mind is another row, and so is a withdrawal; what holds now is the fold of all rows,
the latest of each person on each claim. A row keeps what that person saw (the claim's text, its
score, who gave it), because a record may be judged anew, and a verdict is on what was seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from groundsmith.store.codec import dump, load
from groundsmith.store.schema import feedback


class Opinion(StrEnum):
    """What a person may say of a claim."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"
    """Says nothing any more."""


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
    """One person's verdict on one claim, or on a whole record where `claim` is `None`."""

    record: str
    claim: int | None
    verdict: Opinion
    who: str
    at: float
    note: str = ""
    seen: Seen = Seen()


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
        )
        for row in connection.execute(chosen)
    ]


def standing(rows: Iterable[Feedback]) -> list[Feedback]:
    """The fold: the latest of each person on each claim, withdrawn ones left out."""
    latest: dict[tuple[str, int | None, str], Feedback] = {}
    for row in rows:
        key = (row.record, row.claim, row.who)
        latest.pop(key, None)
        latest[key] = row
    return [row for row in latest.values() if row.verdict is not Opinion.WITHDRAWN]
