"""What a run's rows say of its pace and its plan, for whoever looks at it while it works."""

from sqlalchemy import Connection, select

from groundsmith.records import Json
from groundsmith.store.codec import load
from groundsmith.store.schema import events, items, written


def provenance_since(
    connection: Connection, run: str, since: float, most: int
) -> list[dict[str, Json]]:
    """How items came about that ended after `since`; some `most` of them, where there are more."""
    chosen = (
        select(written.c.provenance)
        .join(items, items.c.fingerprint == written.c.fingerprint)
        .where(items.c.run == run, items.c.finished_at > since)
        .limit(most)
    )
    return [load(dict, body) for body in connection.execute(chosen).scalars()]


def latest_events(connection: Connection, run: str, kind: str) -> list[dict[str, Json]]:
    """The data of all events of one kind, the latest first."""
    chosen = select(events.c.data).where(events.c.run == run, events.c.kind == kind)
    bodies = connection.execute(chosen.order_by(events.c.seq.desc())).scalars()
    return [load(dict, body) for body in bodies]
