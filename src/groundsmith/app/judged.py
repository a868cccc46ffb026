"""Queries and judgments that people have in files: JSON Lines, TSV, and the qrels of TREC."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundsmith.app.json_lines import json_object, numbered_lines
from groundsmith.errors import InputError, RequestError
from groundsmith.records import Json

_HEADERS = frozenset({"query-id", "query_id", "qid", "query", "topic"})
_TREC_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuery:
    """A query to evaluate with; `fields` is what else its line says."""

    text: str
    fields: Mapping[str, Json] = field(default_factory=dict)


def read_queries(file: Path) -> dict[str, AskedQuery]:
    """Queries by id: lines `{"_id", "text"}`, or an id, a tab and the text; raises InputError."""
    found: dict[str, AskedQuery] = {}
    for number, line in numbered_lines(file):
        where = f"{file}:{number}"
        identity, asked = _query(line, where, is_json=file.suffix not in (".tsv", ".txt"))
        if identity in found:
            raise InputError(f"{where}: the query {identity!r} stands above already")
        found[identity] = asked
    if not found:
        raise InputError(f"{file}: holds no query")
    return found


def read_grades(file: Path) -> dict[str, dict[str, int]]:
    """Grades by query and document: `query document grade`, or TREC's four columns.

    Columns are separated by tabs or spaces; a first line of names is passed over.

    Raises:
        InputError: A line that is none, by its number.
    """
    grades: dict[str, dict[str, int]] = {}
    for number, cells in _rows(file):
        if number == 1 and cells[0].casefold() in _HEADERS:
            continue
        named = [cells[0], cells[2], cells[3]] if len(cells) == _TREC_COLUMNS else cells
        try:
            query, document, grade = named
            grades.setdefault(query, {})[document] = int(float(grade))
        except (ValueError, OverflowError) as error:
            raise InputError(
                f"{file}:{number}: wants a query, a document and a whole grade, tab-separated"
            ) from error
    if not grades:
        raise InputError(f"{file}: holds no judgment")
    return grades


def _query(line: bytes, where: str, *, is_json: bool) -> tuple[str, AskedQuery]:
    if not is_json:
        identity, tab, text = line.decode("utf-8", "replace").strip().partition("\t")
        if not tab:
            raise InputError(f"{where}: wants an id, a tab and the query")
        return identity, AskedQuery(text=text)
    try:
        row = json_object(line)
    except RequestError as error:
        raise InputError(f"{where}: {error}") from error
    identity = row.get("_id", row.get("id"))
    text = row.get("text", row.get("query"))
    if not isinstance(identity, str | int) or not isinstance(text, str):
        raise InputError(f'{where}: wants "_id" and "text"')
    return str(identity), AskedQuery(text=text, fields=row)


def _rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Lines that are not blank, in columns."""
    for number, line in numbered_lines(file):
        text = line.decode("utf-8", "replace").strip("\r\n")
        if "\t" in text:
            yield number, next(csv.reader([text], delimiter="\t", quoting=csv.QUOTE_NONE))
        else:
            yield number, text.split()
