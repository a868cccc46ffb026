"""Rows of `answers`: what each call brought, so that it is never paid for again.

The key is the caller's hash of all that determines an answer (endpoint, model, whole request,
sample index); the body is opaque. The first answer under a key stays: two processes that asked
the same at the same time both go on with it. A damaged one counts as none, and is replaced.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from groundsmith.records import sha256
from groundsmith.store import wallet
from groundsmith.store.schema import answers
from groundsmith.store.statement import Statement

_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a call brought, in bytes, and the run that paid for it."""

    key: str
    run: str
    body: bytes


_find = Statement(select(answers.c.body, answers.c.sha256).where(answers.c.key == bindparam("key")))
_add = Statement(
    insert(answers).values(
        key=bindparam("key"),
        run=bindparam("run"),
        body=bindparam("body"),
        sha256=bindparam("sha256"),
        answered_at=bindparam("answered_at"),
    )
)


def get(connection: Connection, key: str) -> bytes | None:
    """The stored answer's body; `None` where there is none, or it is damaged."""
    row = _find.run(connection, key=key).fetchone()
    if row is None or sha256(row[0]) != row[1]:
        return None
    body: bytes = row[0]
    return body


def put(connection: Connection, answer: Answer, now: float) -> bytes:
    """The body that stands under this key from now on: the first one."""
    row = _find.run(connection, key=answer.key).fetchone()
    hashed = sha256(answer.body)
    if row is None:
        _add.run(
            connection,
            key=answer.key,
            run=answer.run,
            body=answer.body,
            sha256=hashed,
            answered_at=now,
        )
        return answer.body
    if sha256(row[0]) == row[1]:
        return bytes(row[0])
    whole = {"run": answer.run, "body": answer.body, "sha256": hashed, "answered_at": now}
    connection.execute(update(answers).where(answers.c.key == answer.key).values(whole))
    return answer.body


def answer_and_settle(
    connection: Connection, answer: Answer, reservation: int, cost: int | None, now: float
) -> bytes:
    """The body that stands, stored in the transaction that books what it cost.

    Args:
        cost: Pico-dollars; `None` where the usage is missing or implausible, and the reservation
            is left unsettled.
    """
    if cost is None:
        wallet.unsettle(connection, reservation, now)
    else:
        wallet.settle(connection, reservation, cost, now)
    return put(connection, answer, now)


def damaged(connection: Connection) -> Iterator[str]:
    """Keys of stored answers that no longer have their hash."""
    chosen = select(answers.c.key, answers.c.body, answers.c.sha256)
    streamed = connection.execute(chosen.execution_options(stream_results=True))
    for page in streamed.partitions(_PAGE):
        for key, body, hashed in page:
            if sha256(body) != hashed:
                yield key
