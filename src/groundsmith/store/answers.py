"""Rows of `answers`: what each call brought, so that it is never paid for again.

The key is a hash of all that determines an answer (endpoint, model, whole request, sample index);
whoever asks computes it. The first answer under a key stays, also for a process that asked for
the same at the same time. A damaged one counts as none: it is asked for again and replaced.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from groundsmith.records import Answer, Completion, sha256
from groundsmith.store import wallet
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import answers
from groundsmith.store.statement import Statement
from groundsmith.store.wallet import Settlement

_PAGE = 500


_find = Statement(select(answers.c.body, answers.c.sha256).where(answers.c.key == bindparam("key")))
_new: dict[str, BindParameter[Any]] = {
    column.name: bindparam(column.name, type_=column.type) for column in answers.columns
}
_add = Statement(
    insert(answers).from_select(
        list(_new),
        select(*_new.values()).where(
            ~select(answers.c.key).where(answers.c.key == _new["key"]).exists()
        ),
    )
)


def get(connection: Connection, keys: Sequence[str]) -> list[Completion | None]:
    """The stored answer under each key; `None` where there is none, or it is damaged."""
    rows = _find.run_each(connection, [{"key": key} for key in keys])
    return [None if row is None else _whole(*row) for row in rows]


def put(connection: Connection, run: str, brought: Sequence[Answer], now: float) -> None:
    """Stores answers, each where there is none under its key yet."""
    rows: list[dict[str, Any]] = []
    for answer in brought:
        body = _body(answer.completion)
        made = {"run": run, "body": body, "sha256": sha256(body), "answered_at": now}
        rows.append({"key": answer.key, **made})
    if _add.run_all(connection, rows) == len(rows):
        return
    for row, stored in zip(rows, get(connection, [row["key"] for row in rows]), strict=True):
        if stored is None:  # damaged
            connection.execute(update(answers).where(answers.c.key == row["key"]).values(row))


def answer_and_settle(
    connection: Connection,
    run: str,
    settlements: Sequence[Settlement],
    brought: Sequence[Answer],
    now: float,
) -> None:
    """Stores what calls brought in the transaction that books what they cost."""
    wallet.settle(connection, run, settlements, now)
    put(connection, run, brought, now)


def damaged(connection: Connection) -> Iterator[str]:
    """Keys of stored answers that no longer have their hash."""
    chosen = select(answers.c.key, answers.c.body, answers.c.sha256)
    streamed = connection.execute(chosen.execution_options(stream_results=True))
    for page in streamed.partitions(_PAGE):
        for key, body, hashed in page:
            if sha256(body) != hashed:
                yield key


def _whole(body: bytes, hashed: str) -> Completion | None:
    if sha256(body) != hashed:
        return None
    try:
        return load(Completion, body)
    except ValueError:  # stored by a version whose completions had other fields
        return None


def _body(completion: Completion) -> bytes:
    try:
        return dump(completion)
    except TypeError:  # a lone surrogate: no JSON can hold it, and an answer paid for must be kept
        text = completion.text.encode("utf-8", "replace").decode()
        return dump(replace(completion, text=text))
