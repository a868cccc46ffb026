"""Rows of `receptions`: how often a published text was seen, and how many reacted, as reported.

Nothing is measured by us: people bring the figures from where they published. Rows are only added,
since a text goes on being seen; of each version the latest report counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from groundsmith.store.schema import receptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """How one version of an item was received so far."""

    item: str
    version: int
    impressions: int
    reactions: int
    who: str
    at: float


def add(connection: Connection, run: str, given: Sequence[Reception]) -> None:
    """Appends reports in this order."""
    if not given:
        return
    mine = select(func.max(receptions.c.seq)).where(receptions.c.run == run)
    last = int(connection.execute(mine).scalar() or 0)
    connection.execute(
        insert(receptions),
        [
            {"run": run, "seq": seq, **{name: getattr(one, name) for name in Reception.__slots__}}
            for seq, one in enumerate(given, last + 1)
        ],
    )


def every(connection: Connection, run: str) -> list[Reception]:
    """All reports of a run, in the order in which they were given."""
    chosen = select(receptions).where(receptions.c.run == run).order_by(receptions.c.seq)
    return [
        Reception(**{name: row._mapping[name] for name in Reception.__slots__})
        for row in connection.execute(chosen)
    ]


def standing(given: Iterable[Reception]) -> list[Reception]:
    """The latest report of each version."""
    return list({(one.item, one.version): one for one in given}.values())
