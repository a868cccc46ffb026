"""Rows of `sources`, `documents` and `texts`: what a run reads from.

A reading marks what it finds with its number; ending it removes the rows it did not find. A
source that failed to be read this time keeps what an earlier reading made of it.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from groundsmith.records import Document, Skipped, Source, sha256
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import documents, sources, texts

_COMPRESSION = 3
_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source of a run, who read it, and which of its parts were left out."""

    source: Source
    reader: str
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document without its text."""

    id: str
    source: str
    sha256: str
    text_sha256: str
    reader: str


def next_reading(connection: Connection, run: str) -> int:
    """The number of a new reading."""
    last = connection.execute(
        select(func.max(sources.c.reading)).where(sources.c.run == run)
    ).scalar()
    return int(last or 0) + 1


def source(connection: Connection, run: str, path: str) -> SourceRow | None:
    """What the last reading made of the source at `path`."""
    row = connection.execute(
        select(sources).where(sources.c.run == run, sources.c.path == path)
    ).first()
    return _source_row(row._mapping) if row else None


def keep(connection: Connection, run: str, path: str, reading: int, ordinal: int) -> bool:
    """Whether there was a source at `path`; it is carried over into this reading unchanged."""
    done = connection.execute(
        update(sources)
        .where(sources.c.run == run, sources.c.path == path)
        .values(reading=reading, ordinal=ordinal)
    )
    return bool(done.rowcount)


def put(
    connection: Connection,
    run: str,
    row: SourceRow,
    read: Sequence[Document],
    *,
    reading: int,
    ordinal: int,
) -> None:
    """Stores a source with its documents and their texts, in place of what was there."""
    found = row.source
    connection.execute(delete(sources).where(sources.c.run == run, sources.c.path == found.path))
    connection.execute(
        delete(documents).where(documents.c.run == run, documents.c.source == found.path)
    )
    connection.execute(
        insert(sources).values(
            run=run,
            path=found.path,
            ordinal=ordinal,
            uri=found.uri,
            size_bytes=found.size_bytes,
            media_type=found.media_type,
            sha256=found.sha256,
            reader=row.reader,
            skipped=dump(row.skipped),
            reading=reading,
        )
    )
    for number, document in enumerate(read):
        put_text(connection, document.text_sha256, document.text)
        connection.execute(
            insert(documents).values(
                run=run,
                id=document.id,
                source=document.source,
                ordinal=number,
                sha256=document.sha256,
                text_sha256=document.text_sha256,
                reader=document.reader,
            )
        )


def put_text(connection: Connection, name: str, body: str) -> None:
    """Stores a normalised text under its hash, once."""
    if connection.execute(select(texts.c.sha256).where(texts.c.sha256 == name)).first():
        return
    packed = zlib.compress(body.encode("utf-8", "surrogatepass"), _COMPRESSION)
    connection.execute(insert(texts).values(sha256=name, body=packed, char_count=len(body)))


def end_reading(connection: Connection, run: str, reading: int) -> None:
    """Removes the sources this reading did not find, with their documents; texts stay."""
    gone = select(sources.c.path).where(sources.c.run == run, sources.c.reading != reading)
    connection.execute(
        delete(documents).where(documents.c.run == run, documents.c.source.in_(gone))
    )
    connection.execute(delete(sources).where(sources.c.run == run, sources.c.reading != reading))


def all_sources(connection: Connection, run: str) -> list[SourceRow]:
    """The run's sources, in their order."""
    rows = connection.execute(
        select(sources).where(sources.c.run == run).order_by(sources.c.ordinal)
    )
    return [_source_row(row._mapping) for row in rows]


def all_documents(connection: Connection, run: str) -> Iterator[DocumentRow]:
    """The run's documents, in their order, a page at a time."""
    chosen = (
        select(
            documents.c.id,
            documents.c.source,
            documents.c.sha256,
            documents.c.text_sha256,
            documents.c.reader,
        )
        .join(sources, (sources.c.run == documents.c.run) & (sources.c.path == documents.c.source))
        .where(documents.c.run == run)
        .order_by(sources.c.ordinal, documents.c.ordinal)
    )
    for page in connection.execute(chosen).partitions(_PAGE):
        for row in page:
            yield DocumentRow(**row._mapping)


def document(connection: Connection, run: str, name: str) -> DocumentRow | None:
    """One document of the run."""
    row = connection.execute(
        select(documents).where(documents.c.run == run, documents.c.id == name)
    ).first()
    if row is None:
        return None
    return DocumentRow(
        id=row.id,
        source=row.source,
        sha256=row.sha256,
        text_sha256=row.text_sha256,
        reader=row.reader,
    )


def text(connection: Connection, name: str) -> str | None:
    """The normalised text with this hash."""
    body = connection.execute(select(texts.c.body).where(texts.c.sha256 == name)).scalar()
    return zlib.decompress(body).decode("utf-8", "surrogatepass") if body is not None else None


def damaged_texts(connection: Connection) -> Iterator[str]:
    """Names of stored texts that no longer have the hash they are filed under."""
    for page in connection.execute(select(texts.c.sha256, texts.c.body)).partitions(_PAGE):
        for name, body in page:
            try:
                intact = sha256(zlib.decompress(body)) == name
            except zlib.error:
                intact = False
            if not intact:
                yield str(name)


def _source_row(row: RowMapping) -> SourceRow:
    return SourceRow(
        source=Source(
            path=row["path"],
            uri=row["uri"],
            size_bytes=row["size_bytes"],
            media_type=row["media_type"],
            sha256=row["sha256"],
        ),
        reader=row["reader"],
        skipped=tuple(load(list[Skipped], row["skipped"])),
    )
