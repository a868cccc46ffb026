"""Rows of `revisions`: what people asked of an item's drafts, and the drafts that came of it.

A revision is drafts under a fingerprint of their own; an item that was revised carries that one
instead of the planned. The row keeps what the chain began with, its root: a plan that comes to the
same root again finds the revision, and one that comes to another (a changed source) leaves it be.
Rows are only added; of one root the latest row holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from groundsmith.records import ItemState
from groundsmith.store.schema import items, revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One instruction and what came of it.

    Attributes:
        root: Fingerprint of the drafts before any revision.
        before: Fingerprint of the drafts that the instruction was on.
        fingerprint: Of the drafts that came of it.
        part: Which draft it was on; `None` is all of the item's.
    """

    item: str
    root: str
    before: str
    fingerprint: str
    part: int | None
    instruction: str
    who: str
    at: float


def add(connection: Connection, run: str, made: Revision) -> bool:
    """Whether the item still stood as it was when the work began, and is revised now."""
    stands = and_(
        items.c.run == run,
        items.c.name == made.item,
        items.c.fingerprint == made.before,
        items.c.state == ItemState.DONE.value,
    )
    changed = connection.execute(update(items).where(stands).values(fingerprint=made.fingerprint))
    if not changed.rowcount:
        return False
    of_item = and_(revisions.c.run == run, revisions.c.item == made.item)
    last = connection.execute(select(func.max(revisions.c.seq)).where(of_item)).scalar()
    values = {name: getattr(made, name) for name in Revision.__slots__}
    connection.execute(insert(revisions).values(run=run, seq=int(last or 0) + 1, **values))
    return True


def of_item(connection: Connection, run: str, item: str) -> list[Revision]:
    """All revisions of an item, the first one first."""
    chosen = select(revisions).where(revisions.c.run == run, revisions.c.item == item)
    return [
        _revision(dict(row._mapping))
        for row in connection.execute(chosen.order_by(revisions.c.seq))
    ]


def standing(connection: Connection, run: str) -> dict[str, Revision]:
    """By item the revision whose drafts it has now."""
    mine = and_(
        items.c.run == revisions.c.run,
        items.c.name == revisions.c.item,
        items.c.fingerprint == revisions.c.fingerprint,
    )
    chosen = select(revisions).join(items, mine).where(revisions.c.run == run)
    rows = connection.execute(chosen.order_by(revisions.c.seq))
    return {row.item: _revision(dict(row._mapping)) for row in rows}


def revised(connection: Connection, run: str, item: str, fingerprint: str) -> str:
    """The fingerprint of the latest revision of these drafts; their own where there is none."""
    chosen = (
        select(revisions.c.fingerprint)
        .where(revisions.c.run == run, revisions.c.item == item, revisions.c.root == fingerprint)
        .order_by(revisions.c.seq.desc())
    )
    return connection.execute(chosen.limit(1)).scalar() or fingerprint


def restore(connection: Connection, run: str) -> None:
    """Items that are DONE and stand at a root have the drafts of its latest revision again."""
    at_root = and_(
        items.c.run == revisions.c.run,
        items.c.name == revisions.c.item,
        items.c.fingerprint == revisions.c.root,
        items.c.state == ItemState.DONE.value,
    )
    chosen = select(revisions.c.item, revisions.c.root).join(items, at_root).distinct()
    for item, root in connection.execute(chosen.where(revisions.c.run == run)).all():
        same = and_(items.c.run == run, items.c.name == item)
        fingerprint = revised(connection, run, item, root)
        connection.execute(update(items).where(same).values(fingerprint=fingerprint))


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(**{name: row[name] for name in Revision.__slots__})
