"""Which reader reads what, and what all readers do alike.

A reader registers itself with `@reads` for the media types it takes; the name it carries
(`text@1`) moves whenever its output for the same bytes does.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from groundsmith.corpus.encodings import DAMAGED, decode, is_encoding
from groundsmith.corpus.kinds import media_type as media_type_of
from groundsmith.corpus.normalise import normalise
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source, sha256
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


def text_of(
    source: Source, data: bytes, skip: Callable[[Skipped], None], declared: str | None = None
) -> str:
    """The normalised text of a source's bytes; raises SourceError where they are none.

    An encoding that was guessed, or damage that was repaired, is handed to `skip` as a note under
    `#encoding`.

    Args:
        declared: The encoding that the source says it is in.
    """
    with failing_as(source):
        text, encoding = decode(data, declared=declared)
    if note := _encoding_note(text, encoding, declared):
        skip(Skipped(path=f"{source.path}#encoding", reason=note, noted=True))
    return normalise(text)


def _encoding_note(text: str, encoding: str, declared: str | None) -> str:
    if encoding == DAMAGED:
        return f"damaged UTF-8; signs lost and shown as U+FFFD: {text.count(chr(0xFFFD))}"
    if encoding.startswith("utf") or is_encoding(declared, encoding):
        return ""
    return f"read as {encoding}: it is no UTF-8, and does not say what it is"


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
