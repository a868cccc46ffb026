"""Which file is of which kind, by its suffix: what is read, and what is known but not read."""

from pathlib import PurePath

TEXT = "text/plain"

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
}

READ_SUFFIXES = "txt md rst html csv tsv jsonl"
"""For messages: the suffixes people know."""


def media_type(path: str) -> str | None:
    """The media type of what is read; `None` for a suffix that is not."""
    return _READ.get(PurePath(path).suffix.lower())
