"""Sources as entries of a collection: what is searched, its title, and what is known of it.

A row of a table or of JSON Lines is an entry whose columns keep their values; anything else is
an entry for each document that its reader makes. Rows are read a line at a time, because the
catalogue of an archive is one large file: no more than one row of it is in memory.
"""

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundsmith.corpus.encodings import decode
from groundsmith.corpus.inputs import Found, load
from groundsmith.corpus.kinds import BEIR, media_type
from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.read import documents
from groundsmith.corpus.readers.rows import json_fault, row_text
from groundsmith.errors import SourceError
from groundsmith.records import Document, Json, Skipped

ID_COLUMNS = ("_id", "id", "identifier", "doc_id", "docid")
TITLE_COLUMNS = ("title", "name", "heading", "headline", "label")
TEXT_COLUMNS = ("text", "body", "content", "description", "abstract")
"""The columns that are an entry's id, title and text: of each kind the first that it has."""

_TABS = "text/tab-separated-values"
_LINES = frozenset({BEIR, "application/jsonl"})
_TABLES = frozenset({"text/csv", _TABS})
_DELIMITERS = ",;\t|"
_SAMPLED_BYTES = 1 << 16
_DEEPEST = 32
_LONGEST_ID_CHARS = 500
_LONGEST_TITLE_CHARS = 200
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?")
_HEADING = re.compile(r"#{1,6}[ \t]+(\S[^\n]*)")

Skip = Callable[[Skipped], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a collection has of one thing.

    Attributes:
        metadata: Values by column, as they were written; in a table, numbers are numbers.
    """

    id: str
    title: str
    text: str
    metadata: Mapping[str, Json] = field(default_factory=dict)


def is_rows(found: Found) -> bool:
    """Whether a source is read a row at a time, so that its size does not matter."""
    kind = media_type(found.path) if found.file else None
    return kind in _LINES or kind in _TABLES


def entries(found: Found, skip: Skip) -> Iterator[Entry]:
    """The entries of one source, in order; raises SourceError where it cannot be read."""
    if not is_rows(found) or found.file is None:
        source, data = load(found)
        for document in documents(source, data, skip):
            yield _of_document(document)
        return
    kind = media_type(found.path)
    try:
        with _opened(found.file) as lines:
            rows = _objects(found, lines, skip) if kind in _LINES else _records(found, lines, skip)
            for number, row in rows:
                entry = _of_row(found, number, row)
                if entry.title or entry.text.strip():
                    yield entry
                else:
                    skip(Skipped(path=f"{found.path}#{number}", reason="empty"))
    except OSError as error:
        raise SourceError(found.path, f"cannot be read ({error.strerror})") from error


def _opened(file: Path) -> io.TextIOWrapper:
    """Its lines, in the encoding that its beginning is in; raises SourceError for no text."""
    opened = file.open("rb")
    try:
        head = opened.read(_SAMPLED_BYTES)
        whole = head[: head.rfind(b"\n") + 1] or head
        _, encoding = decode(whole)
        opened.seek(0)
    except BaseException:
        opened.close()
        raise
    known = "utf-8-sig" if encoding.startswith(("utf-8", "damaged")) else encoding
    return io.TextIOWrapper(opened, encoding=known, errors="replace", newline="")


def _objects(
    found: Found, lines: Iterable[str], skip: Skip
) -> Iterator[tuple[int, dict[str, Json]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield number, _object(line)
        except (ValueError, RecursionError) as error:
            reason = f"line {number}: {json_fault(error)}"
            skip(Skipped(path=f"{found.path}#{number}", reason=reason, failed=True))


def _object(line: str) -> dict[str, Json]:
    """The object of a line; raises ValueError for what is none, or what JSON could not hold."""
    row = json.loads(line, parse_constant=str, parse_float=_finite)
    if not isinstance(row, dict):
        raise ValueError("not an object")
    waiting: list[tuple[int, Json]] = [(1, row)]
    while waiting:
        depth, value = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        inner = value.values() if isinstance(value, dict) else value
        waiting += [(depth + 1, each) for each in inner if isinstance(each, dict | list)]
    return row


def _finite(written: str) -> float | str:
    value = float(written)
    return value if math.isfinite(value) else written


def _records(
    found: Found, lines: Iterator[str], skip: Skip
) -> Iterator[tuple[int, dict[str, Json]]]:
    first = next((line for line in lines if line.strip()), "")
    tabs = media_type(found.path) == _TABS
    delimiter = "\t" if tabs else max(_DELIMITERS, key=first.count)
    reader = csv.reader(_before(first, lines), delimiter=delimiter, strict=True)
    header: list[str] = []
    number = 0
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            record, fault = [], str(error)
        else:
            fault = ""
        if record is None:
            return
        if not header:
            if fault:
                raise SourceError(found.path, f"no header ({fault})")
            header = [" ".join(cell.split()) or f"column {at}" for at, cell in enumerate(record, 1)]
            continue
        if not record and not fault:
            continue
        number += 1
        if not fault and len(record) != len(header):
            fault = f"columns: {len(record)}, but the header has {len(header)}"
        if fault:
            skip(Skipped(path=f"{found.path}#{number}", reason=fault, failed=True))
        else:
            yield (
                number,
                {name: _value(cell) for name, cell in zip(header, record, strict=True) if cell},
            )


def _before(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _value(cell: str) -> Json:
    if not _NUMBER.fullmatch(cell):
        return cell
    return float(cell) if "." in cell else int(cell)


def _of_row(found: Found, number: int, row: dict[str, Json]) -> Entry:
    left = {str(name): value for name, value in row.items() if value not in (None, "", [], {})}
    identity = _taken(left, ID_COLUMNS)[:_LONGEST_ID_CHARS] or f"{found.path}#{number}"
    title = _taken(left, TITLE_COLUMNS)[:_LONGEST_TITLE_CHARS]
    has_text = any(isinstance(left.get(name), str) for name in TEXT_COLUMNS)
    text = _taken(left, TEXT_COLUMNS, one_line=False)
    nested = left.pop("metadata", {})
    metadata = left | nested if isinstance(nested, dict) else left | {"metadata": nested}
    if not has_text and "text" not in row:
        text = row_text(metadata.items())
    return Entry(id=identity, title=title, text=normalise(text), metadata=metadata)


def _taken(row: dict[str, Json], names: tuple[str, ...], *, one_line: bool = True) -> str:
    """The first of some columns that is written in a row, which loses it."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) or (isinstance(value, int) and name in ID_COLUMNS):
            del row[name]
            return _one_line(str(value)) if one_line else str(value)
    return ""


def _of_document(document: Document) -> Entry:
    heading = _HEADING.match(document.text.lstrip())
    name = heading[1].strip("# \t") if heading else Path(document.id.partition("#")[0]).stem
    return Entry(
        id=document.id[:_LONGEST_ID_CHARS],
        title=_one_line(name)[:_LONGEST_TITLE_CHARS],
        text=document.text,
        metadata={"source": document.source},
    )


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
