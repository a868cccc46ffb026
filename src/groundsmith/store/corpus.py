"""Rows of `sources`, `documents` and `texts`: what a run reads from.

A reading marks what it finds with its number; ending it removes the rows it did not find. A
source that failed to be read this time keeps what an earlier reading made of it.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from groundsmith.records import Document, Skipped, Source, sha256
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import documents, sources, texts
from groundsmith.store.statement import Row, Statement

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


_this_source = and_(sources.c.run == bindparam("of_run"), sources.c.path == bindparam("of_path"))
_its_documents = and_(
    documents.c.run == bindparam("of_run"), documents.c.source == bindparam("of_path")
)
_row = [documents.c[name] for name in ("id", "source", "sha256", "text_sha256", "reader")]
_source = Statement(select(sources).where(_this_source))
_sources = Statement(
    select(sources).where(sources.c.run == bindparam("of_run")).order_by(sources.c.ordinal)
)
_keep = Statement(
    update(sources)
    .where(_this_source)
    .values(reading=bindparam("reading"), ordinal=bindparam("ordinal"))
    .returning(sources.c.path)
)
_forget_source = Statement(delete(sources).where(_this_source))
_forget_documents = Statement(delete(documents).where(_its_documents))
_add_source = Statement(insert(sources))
_add_document = Statement(insert(documents).returning(documents.c.id))
_has_text = Statement(select(texts.c.sha256).where(texts.c.sha256 == bindparam("name")))
_add_text = Statement(insert(texts))
_documents_of = Statement(
    select(*_row)
    .where(_its_documents, documents.c.ordinal >= bindparam("start"))
    .order_by(documents.c.ordinal)
    .limit(bindparam("most"))
)
_document = Statement(
    select(*_row).where(documents.c.run == bindparam("of_run"), documents.c.id == bindparam("name"))
)
_text = Statement(select(texts.c.body).where(texts.c.sha256 == bindparam("name")))


def next_reading(connection: Connection, run: str) -> int:
    """The number of a new reading."""
    last = connection.execute(
        select(func.max(sources.c.reading)).where(sources.c.run == run)
    ).scalar()
    return int(last or 0) + 1


def source(connection: Connection, run: str, path: str) -> SourceRow | None:
    """What the last reading made of the source at `path`."""
    row = _source.run(connection, of_run=run, of_path=path)
    return _source_row(row) if row else None


def keep(connection: Connection, run: str, path: str, reading: int, ordinal: int) -> bool:
    """Whether there was a source at `path`; it is carried over into this reading unchanged."""
    row = _keep.run(connection, of_run=run, of_path=path, reading=reading, ordinal=ordinal)
    return row is not None


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
    _forget_source.run(connection, of_run=run, of_path=found.path)
    _forget_documents.run(connection, of_run=run, of_path=found.path)
    _add_source.run(
        connection,
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
    for document in read:
        put_text(connection, document.text_sha256, document.text)
    _add_document.run_each(
        connection,
        [
            {
                "run": run,
                "id": document.id,
                "source": document.source,
                "ordinal": number,
                "sha256": document.sha256,
                "text_sha256": document.text_sha256,
                "reader": document.reader,
            }
            for number, document in enumerate(read)
        ],
    )


def put_text(connection: Connection, name: str, body: str) -> None:
    """Stores a normalised text under its hash, once."""
    if _has_text.run(connection, name=name) is None:
        packed = zlib.compress(body.encode("utf-8", "surrogatepass"), _COMPRESSION)
        _add_text.run(connection, sha256=name, body=packed, char_count=len(body))


def end_reading(connection: Connection, run: str, reading: int) -> None:
    """Removes the sources this reading did not find, with their documents; texts stay."""
    gone = select(sources.c.path).where(sources.c.run == run, sources.c.reading != reading)
    connection.execute(
        delete(documents).where(documents.c.run == run, documents.c.source.in_(gone))
    )
    connection.execute(delete(sources).where(sources.c.run == run, sources.c.reading != reading))


def all_sources(connection: Connection, run: str) -> list[SourceRow]:
    """The run's sources, in their order."""
    return [_source_row(row) for row in _sources.every(connection, of_run=run)]


def source_paths(connection: Connection, run: str) -> list[str]:
    """The paths of the run's sources, in their order."""
    chosen = select(sources.c.path).where(sources.c.run == run).order_by(sources.c.ordinal)
    return list(connection.execute(chosen).scalars())


def documents_of(
    connection: Connection, run: str, path: str, *, start: int, limit: int
) -> list[DocumentRow]:
    """Documents of a source in their order, from the one that stands at `start`."""
    found = _documents_of.every(connection, of_run=run, of_path=path, start=start, most=limit)
    return [_document_row(row) for row in found]


def document(connection: Connection, run: str, name: str) -> DocumentRow | None:
    """One document of the run."""
    row = _document.run(connection, of_run=run, name=name)
    return _document_row(row) if row else None


def text(connection: Connection, name: str) -> str | None:
    """The normalised text with this hash."""
    row = _text.run(connection, name=name)
    return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None


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


def _source_row(row: Row) -> SourceRow:
    values = dict(zip(sources.c.keys(), row, strict=True))
    own = ("path", "uri", "size_bytes", "media_type", "sha256")
    return SourceRow(
        source=Source(**{name: values[name] for name in own}),
        reader=values["reader"],
        skipped=tuple(load(list[Skipped], values["skipped"])),
    )


def _document_row(row: Row) -> DocumentRow:
    name, path, sha256_, text_sha256, reader = row
    return DocumentRow(id=name, source=path, sha256=sha256_, text_sha256=text_sha256, reader=reader)
