"""Queries and judgments that people have in files: JSON Lines, TSV, the qrels of TREC, feedback."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Queries by id, and grades by query and document; a query without text is a document's id."""

    queries: Mapping[str, AskedQuery]
    grades: Mapping[str, Mapping[str, int]]


def read_judged(qrels: Path, queries: Path | None) -> Judged:
    """What files of judgments and of queries hold; raises InputError.

    Args:
        queries: Without it, the ids in `qrels` are documents that others are to be like.
    """
    grades = read_grades(qrels)
    if queries is not None:
        return Judged(queries=read_queries(queries), grades=grades)
    return Judged(queries={each: AskedQuery(text="") for each in grades}, grades=grades)


def read_feedback(file: Path) -> Judged:
    """What people said of hits: lines `{"query" or "like", "document", "useful", "by"}`.

    Of each person the last word on a hit counts. A hit that most found useful has grade 2, one that
    as many did as did not has 1.

    Raises:
        InputError: A line that is none, by its number.
    """
    opinions: dict[tuple[str, str], dict[str, bool]] = {}
    queries: dict[str, AskedQuery] = {}
    for number, line in numbered_lines(file):
        try:
            row = json_object(line)
        except RequestError as error:
            raise InputError(f"{file}:{number}: {error}") from error
        asked, like, document = row.get("query"), row.get("like"), row.get("document")
        query = like if asked is None else asked
        useful, who = row.get("useful"), row.get("by", "")
        texts = all(isinstance(each, str) for each in (query, document, who))
        if not texts or not isinstance(useful, bool) or (asked is None) == (like is None):
            raise InputError(
                f'{file}:{number}: wants "query" or "like", "document", and "useful": true or false'
            )
        queries[str(query)] = AskedQuery(text="" if asked is None else asked)
        opinions.setdefault((str(query), str(document)), {})[who] = useful
    if not opinions:
        raise InputError(f"{file}: holds no feedback")
    grades: dict[str, dict[str, int]] = {}
    for (query, document), said in opinions.items():
        useful_count = sum(said.values())
        others_count = len(said) - useful_count
        grade = 1 + (useful_count > others_count) if useful_count >= others_count else 0
        grades.setdefault(query, {})[document] = grade
    return Judged(queries=queries, grades=grades)


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
