"""Rows of `events`: what happened in a run, in sequence, for whoever looks from outside."""

import time

from sqlalchemy import Connection, func, insert, select

from groundsmith.records import Json
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import events


def add(connection: Connection, run: str, at: float, kind: str, data: Json) -> int:
    """The sequence number of the event just stored, from 1."""
    last = connection.execute(select(func.max(events.c.seq)).where(events.c.run == run)).scalar()
    seq = int(last or 0) + 1
    connection.execute(insert(events).values(run=run, seq=seq, at=at, kind=kind, data=dump(data)))
    return seq


def after(connection: Connection, run: str, seq: int, limit: int = 1000) -> list[dict[str, Json]]:
    """Events with a higher sequence number: seq, at (UTC, ISO 8601), kind and their data."""
    chosen = select(events).where(events.c.run == run, events.c.seq > seq)
    rows = connection.execute(chosen.order_by(events.c.seq).limit(limit))
    return [
        {
            "seq": row.seq,
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(row.at)),
            "kind": row.kind,
            "data": load(dict, row.data),
        }
        for row in rows
    ]


def latest(
    connection: Connection, run: str, kind: str, until: float | None = None
) -> dict[str, Json] | None:
    """The data of the last event of one kind, up to a moment if one is given."""
    chosen = select(events.c.data).where(events.c.run == run, events.c.kind == kind)
    if until is not None:
        chosen = chosen.where(events.c.at <= until)
    body = connection.execute(chosen.order_by(events.c.seq.desc()).limit(1)).scalar_one_or_none()
    found: dict[str, Json] | None = load(dict, body) if body else None
    return found
