"""Re-checks a finished output folder against its sources as they are today; asks no network.

What came in by standard input cannot be read again: its records are held against the text that
was stored when it was read.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import orjson

from groundsmith.app.out import open_out
from groundsmith.app.state import open_ledger_of
from groundsmith.corpus.inputs import Found, load
from groundsmith.corpus.read import documents, reader_of
from groundsmith.errors import GroundsmithError, SourceError
from groundsmith.export.audit import AuditReport, SourceNow, audit
from groundsmith.export.manifest import NAME as MANIFEST
from groundsmith.export.tally import source_of
from groundsmith.records import Citation, Document
from groundsmith.settings import Loaded
from groundsmith.store import corpus as rows
from groundsmith.store.database import Database

_SOURCES_KEPT = 4


def audit_folder(out: Path, source: Path | None, loaded: Loaded) -> AuditReport:
    """Everything in `out` that no longer holds.

    Args:
        source: Where the sources lie now, if not where the run found them.
    """
    with _stored_texts(out, loaded) as stored:
        return audit(out, _Today(_places(out, source), stored).source_now)


@contextmanager
def _stored_texts(out: Path, loaded: Loaded) -> Iterator[Callable[[str], str | None]]:
    """Gives the stored text of a hash; the ledger is opened once, and only where one is wanted."""
    with ExitStack() as stack:

        @cache
        def ledger() -> Database | None:
            with suppress(GroundsmithError):
                return stack.enter_context(open_ledger_of(open_out(out), loaded))
            return None

        def text(text_sha256: str) -> str | None:
            database = ledger()
            with suppress(GroundsmithError):
                return database.fetch(lambda c: rows.text(c, text_sha256)) if database else None
            return None

        yield text


class _Today:
    """The sources of a run as they are now, each read once.

    Args:
        stored: The stored text of a hash; `None` where it, or the ledger, is gone.
    """

    def __init__(
        self, places: Mapping[str, Path | None], stored: Callable[[str], str | None]
    ) -> None:
        self._places = places
        self._text = stored
        self._read = lru_cache(maxsize=_SOURCES_KEPT)(self._read_now)

    def source_now(self, citation: Citation) -> SourceNow:
        """What became of a cited document."""
        path = source_of(citation.document, self._places)
        place = self._places.get(path)
        if place is None:
            return self._stored(path, citation)
        sha256, reader, found = self._read(path, place)
        document = found.get(citation.document)
        return SourceNow(
            path=path,
            sha256=sha256,
            text_sha256=document.text_sha256 if document else "",
            text=document.text if document else None,
            reader=document.reader if document else reader,
        )

    def _read_now(self, path: str, place: Path) -> tuple[str | None, str, dict[str, Document]]:
        try:
            source, data = load(Found(path=path, file=place))
        except (SourceError, OSError):
            return None, "", {}
        try:
            found = {document.id: document for document in documents(source, data, lambda _: None)}
        except SourceError:
            found = {}
        return source.sha256, reader_of(source), found

    def _stored(self, path: str, citation: Citation) -> SourceNow:
        """The text as it was stored; missing where the ledger is gone too."""
        text = self._text(citation.text_sha256)
        return SourceNow(
            path=path,
            sha256=citation.sha256 if text is not None else None,
            text_sha256=citation.text_sha256 if text is not None else "",
            text=text,
            reader=citation.reader,
        )


def _places(out: Path, moved_to: Path | None) -> Mapping[str, Path | None]:
    """Where each source of the manifest lies; `None` for what is no file."""
    try:
        listed = orjson.loads((out / MANIFEST).read_bytes())["sources"]
        sources = [(str(source["path"]), str(source["uri"])) for source in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    if moved_to is not None:
        return {path: moved_to / path for path, _ in sources}
    return {path: _local(uri) for path, uri in sources}


def _local(uri: str) -> Path | None:
    parts = urlsplit(uri)
    return Path(url2pathname(parts.path)) if parts.scheme == "file" else None
