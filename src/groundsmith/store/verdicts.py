"""Rows of `verdicts`: what dear judges said, so that the same claim is not judged twice.

The key is a hash of all that a verdict depends on (claim, evidence, judge and its settings);
whoever asks computes it. The first verdict under a key stays. A row that no longer fits today's
values counts as none, and is replaced.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from groundsmith.records import JudgedClaim
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import verdicts
from groundsmith.store.statement import Statement

_find = Statement(select(verdicts.c.body).where(verdicts.c.key == bindparam("key")))


def find(connection: Connection, keys: Sequence[str]) -> list[JudgedClaim | None]:
    """The remembered verdict under each key; `None` where there is none that can be read."""
    rows = _find.run_each(connection, [{"key": key} for key in keys])
    return [None if row is None else _whole(row[0]) for row in rows]


def put(connection: Connection, judged: Mapping[str, JudgedClaim], now: float) -> None:
    """Remembers verdicts by key, each where there is none yet that can be read."""
    keys = list(judged)
    new = [key for key, known in zip(keys, find(connection, keys), strict=True) if known is None]
    if not new:
        return
    rows = [{"key": key, "body": dump(judged[key]), "judged_at": now} for key in new]
    connection.execute(delete(verdicts).where(verdicts.c.key.in_(new)))
    connection.execute(insert(verdicts), rows)


def _whole(body: bytes) -> JudgedClaim | None:
    try:
        return load(JudgedClaim, body)
    except ValueError:  # stored by a version whose claims had other fields
        return None
