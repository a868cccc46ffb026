"""Rows of `answers`: what each call brought, so that it is never paid for again.

The key is a hash of all that determines an answer (endpoint, model, whole request, sample index);
whoever asks computes it. The first answer under a key stays, also for a process that asked for
the same at the same time. A damaged one counts as none: it is asked for again and replaced.
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, bindparam, insert, select, update

from groundsmith.records import Answer, Completion, sha256
from groundsmith.store import wallet
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import answers
from groundsmith.store.statement import Statement

_PAGE = 500

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


def get(connection: Connection, key: str) -> Completion | None:
    """The stored answer; `None` where there is none, or it is damaged."""
    return _whole(_find.run(connection, key=key).fetchone())


def put(connection: Connection, run: str, answer: Answer, now: float) -> Completion:
    """The answer that stands under this key from now on: the first one."""
    row = _find.run(connection, key=answer.key).fetchone()
    standing = _whole(row)
    if standing is not None:
        return standing
    body = _body(answer.completion)
    values = {"run": run, "body": body, "sha256": sha256(body), "answered_at": now}
    if row is None:
        _add.run(connection, key=answer.key, **values)
    else:
        connection.execute(update(answers).where(answers.c.key == answer.key).values(values))
    return answer.completion


def answer_and_settle(
    connection: Connection,
    run: str,
    answer: Answer,
    reservation: int,
    cost: int | None,
    now: float,
) -> Completion:
    """The answer that stands, stored in the transaction that books what it cost.

    Args:
        cost: Pico-dollars; `None` where nobody knows it, and the reservation is left unsettled.
    """
    if cost is None:
        wallet.unsettle(connection, reservation, now, call=answer.key)
    else:
        wallet.settle(connection, reservation, cost, now, call=answer.key)
    return put(connection, run, answer, now)


def damaged(connection: Connection) -> Iterator[str]:
    """Keys of stored answers that no longer have their hash."""
    chosen = select(answers.c.key, answers.c.body, answers.c.sha256)
    streamed = connection.execute(chosen.execution_options(stream_results=True))
    for page in streamed.partitions(_PAGE):
        for key, body, hashed in page:
            if sha256(body) != hashed:
                yield key


def _whole(row: tuple[bytes, str] | None) -> Completion | None:
    if row is None or sha256(row[0]) != row[1]:
        return None
    try:
        return load(Completion, row[0])
    except ValueError:  # stored by a version whose completions had other fields
        return None


def _body(completion: Completion) -> bytes:
    try:
        return dump(completion)
    except TypeError:  # a lone surrogate: no JSON can hold it, and an answer paid for must be kept
        text = completion.text.encode("utf-8", "replace").decode()
        return dump(replace(completion, text=text))
