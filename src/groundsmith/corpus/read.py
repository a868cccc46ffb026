"""A source's bytes to its documents, by the reader of its kind."""

from collections.abc import Callable, Iterator

from groundsmith.corpus.readers import reader_for
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source
from groundsmith.seams import Reader


def documents(source: Source, data: bytes, skip: Callable[[Skipped], None]) -> Iterator[Document]:
    """The documents of one source, in order; raises SourceError for what is no text."""
    return _reader(source).read(source, data, skip)


def reader_of(source: Source) -> str:
    """Name and version of the reader that a source is read by (`text@1`)."""
    return _reader(source).name


def _reader(source: Source) -> Reader:
    reader = reader_for(source.path, source.media_type)
    if reader is None:
        raise SourceError(source.path, f"unsupported type ({source.media_type})")
    return reader
