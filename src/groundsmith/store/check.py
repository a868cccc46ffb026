"""Whether a ledger holds together: SQLite's own pages, and our own promises on top."""

from collections.abc import Iterator

from sqlalchemy import Connection, and_, select, text

from groundsmith.records import ItemState
from groundsmith.store import answers, corpus, wallet
from groundsmith.store.schema import documents, items, texts, written


def faults(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong; nothing where the ledger is whole."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check(100)")).all():
            if line != "ok":
                yield f"database page: {line}"
    for name in corpus.damaged_texts(connection):
        yield f"stored text {name[:12]}…: does not have the hash it is filed under"
    without_text = select(documents.c.run, documents.c.id).where(
        documents.c.text_sha256.not_in(select(texts.c.sha256))
    )
    for row in connection.execute(without_text):
        yield f"run {row.run}: document {row.id}: its text is not stored"
    without_drafts = select(items.c.run, items.c.name).where(
        and_(
            items.c.state == ItemState.DONE.value,
            items.c.fingerprint.not_in(select(written.c.fingerprint)),
        )
    )
    for row in connection.execute(without_drafts):
        yield f"run {row.run}: item {row.name}: DONE, but nothing is stored for it"
    for run in wallet.miscounted(connection):
        yield f"run {run}: its budget is not the sum of its reservations"
    for key in answers.damaged(connection):
        yield f"stored answer {key[:12]}…: damaged; it will be asked for again"
