"""Which file is of which kind: by its suffix, and by what its bytes begin with.

The decision to question: where the two differ, the file is refused and both are named. Reading it
by its bytes would often work, but a name that lies is a mistake somebody wants to hear of.
"""

from pathlib import PurePath

TEXT = "text/plain"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = "application/epub+zip"
BEIR = "application/x-beir-corpus"
TABLE = "application/x-table-rows"

APART = frozenset({PDF, DOCX, EPUB})
"""Kinds that are no text, and are parsed in a process of their own."""

BEIR_CORPUS = "corpus.jsonl"
"""The file that a collection in the layout of BEIR has its documents in."""

_READ = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".rst": "text/x-rst",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".pdf": PDF,
    ".docx": DOCX,
    ".epub": EPUB,
}

READ_SUFFIXES = "txt md rst html csv tsv json jsonl yaml pdf docx epub"
"""For messages: the suffixes people know."""

_PDF_HEADER_BYTES = 1024
"""Readers of PDF look for its header that far, and so do its writers of covers."""
_ZIP = b"PK\x03\x04"
_EPUB_FIRST = b"mimetype" + EPUB.encode()


def media_type(path: str) -> str | None:
    """The media type of what is read, by its name; `None` for a suffix that is not."""
    place = PurePath(path)
    return BEIR if place.name == BEIR_CORPUS else _READ.get(place.suffix.lower())


def sniffed(data: bytes) -> str | None:
    """Which of the kinds that are no text these bytes are; `None` for any other."""
    if b"%PDF-" in data[:_PDF_HEADER_BYTES]:
        return PDF
    if not data.startswith(_ZIP):
        return None
    if data[30 : 30 + len(_EPUB_FIRST)] == _EPUB_FIRST:
        return EPUB
    if b"[Content_Types].xml" in data and b"word/" in data:
        return DOCX
    return EPUB if b"META-INF/container.xml" in data else None


def suffix_of(data: bytes) -> str | None:
    """The suffix that these bytes, which are no text, should have had."""
    kind = sniffed(data)
    return next((suffix for suffix, named in _READ.items() if named == kind), None)
