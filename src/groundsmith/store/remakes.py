"""Rows of `remakes`: what an item's last drafts were made of, where something has changed since.

A row is written when an item that has drafts gets another fingerprint, and at no other time: a run
whose inputs and settings stay the same pays nothing for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, insert, select

from groundsmith.records import ItemState, Json
from groundsmith.store.codec import load
from groundsmith.store.schema import items, remakes, written
from groundsmith.store.statement import Statement

_one = and_(items.c.run == bindparam("of_run"), items.c.name == bindparam("item"))
_has_drafts = select(written.c.fingerprint).where(written.c.fingerprint == items.c.fingerprint)
_forget = Statement(
    delete(remakes).where(
        remakes.c.run == bindparam("of_run"),
        remakes.c.item == bindparam("item"),
        select(items.c.name).where(_one, _has_drafts.exists()).exists(),
    )
)
_remember = Statement(
    insert(remakes).from_select(
        ["run", "item", "fingerprint", "payload"],
        select(items.c.run, items.c.name, items.c.fingerprint, items.c.payload).where(
            _one, _has_drafts.exists()
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What some drafts of an item were made of; without `provenance` they are not there yet."""

    fingerprint: str
    payload: bytes
    provenance: dict[str, Json] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remade:
    """An item as it is now, and what its drafts before these were made of, if there were any."""

    state: ItemState
    reason: str
    now: Made
    before: Made | None


def remember(connection: Connection, run: str, names: Sequence[str]) -> None:
    """Keeps what these items' drafts were made of, for those that have any: before they change."""
    rows = [{"of_run": run, "item": name} for name in names]
    _forget.run_all(connection, rows)
    _remember.run_all(connection, rows)


def of_item(connection: Connection, run: str, name: str) -> Remade | None:
    """How an item came to be as it is; `None` where the run has none of this name."""
    item = connection.execute(
        select(items).where(items.c.run == run, items.c.name == name)
    ).one_or_none()
    if item is None:
        return None
    earlier = connection.execute(
        select(remakes).where(remakes.c.run == run, remakes.c.item == name)
    ).one_or_none()
    return Remade(
        state=ItemState(item.state),
        reason=item.reason,
        now=_made(connection, item.fingerprint, item.payload),
        before=_made(connection, earlier.fingerprint, earlier.payload) if earlier else None,
    )


def _made(connection: Connection, fingerprint: str, payload: bytes) -> Made:
    chosen = select(written.c.provenance).where(written.c.fingerprint == fingerprint)
    body = connection.execute(chosen).scalar_one_or_none()
    provenance: dict[str, Json] | None = load(dict, body) if body else None
    return Made(fingerprint=fingerprint, payload=payload, provenance=provenance)
