"""Which reader reads what, and what all readers do alike.

A reader registers itself with `@reads` for the media types it takes; the name it carries
(`text@1`) moves whenever its output for the same bytes does.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from groundsmith.corpus.encodings import decode
from groundsmith.corpus.kinds import media_type as media_type_of
from groundsmith.corpus.normalise import normalise
from groundsmith.errors import SourceError
from groundsmith.records import Document, Source, sha256
from groundsmith.seams import Reader

MakesReader = TypeVar("MakesReader", bound=Callable[[], Reader])

_READERS: dict[str, Reader] = {}


def reads(*media_types: str) -> Callable[[MakesReader], MakesReader]:
    """Registers a reader class for `media_types`."""

    def register(make: MakesReader) -> MakesReader:
        _READERS.update(dict.fromkeys(media_types, make()))
        return make

    return register


def reader_for(path: str, media_type: str) -> Reader | None:
    """The reader of a media type, else of a path's suffix; `None` where nothing reads it."""
    return _READERS.get(media_type) or _READERS.get(media_type_of(path) or "")


def readers() -> dict[str, Reader]:
    """Every registered reader by the media type it reads."""
    return dict(_READERS)


@contextmanager
def failing_as(source: Source) -> Iterator[None]:
    """Puts the source's path on an error that was raised for bytes alone."""
    try:
        yield
    except SourceError as error:
        raise SourceError(source.path, error.reason) from error


def text_of(source: Source, data: bytes) -> str:
    """The normalised text of a source's bytes; raises SourceError where they are none."""
    with failing_as(source):
        text, _ = decode(data)
    return normalise(text)


def document(reader: Reader, source: Source, text: str, part: str = "") -> Document:
    """The document of a normalised text; `part` names it where a source holds several."""
    return Document(
        id=f"{source.path}#{part}" if part else source.path,
        source=source.path,
        sha256=source.sha256,
        text_sha256=sha256(text),
        reader=reader.name,
        text=text,
    )
