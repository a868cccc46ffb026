"""Rows of a database's table: a document each, named by its key, held to what catalogues are.

What comes in are lines of JSON that `corpus/table.py` made of the rows, so that a table that did
not change is known by its hash as a file is.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from groundsmith.corpus.kinds import TABLE
from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.entry import lines_of, name_of
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import one_line
from groundsmith.corpus.readers.yaml_tree import BrokenYaml, Listing, Mapping, Node, Scalar
from groundsmith.errors import SourceError
from groundsmith.records import Document, Json, Skipped, Source

_NAME = "name"


@reads(TABLE)
class TableReader:
    """One document a row, `items#KEY`."""

    name = "table@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Rows in order; a bad one goes to `skip` with its table, key and field."""
        try:
            rows = [_row(line) for line in text_of(source, data, skip).split("\n") if line.strip()]
            trees = [_node(row["values"], at) for at, row in enumerate(rows, start=1)]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise SourceError(source.path, "not rows as a table gives them") from error
        are_named = any(name_of(tree, _NAME) for tree in trees)
        seen: set[str] = set()
        for number, (row, tree) in enumerate(zip(rows, trees, strict=True), start=1):
            key = one_line(row["key"]) or str(number)
            part = f"{key} (row {number})" if key in seen else key
            try:
                if part != key:
                    raise BrokenYaml(number, "its key: given twice")
                if are_named and not name_of(tree, _NAME):
                    raise BrokenYaml(number, f"{_NAME}: missing, and the other rows have one")
                text = normalise("".join(f"{line}\n" for line in lines_of(_sound(row, tree))))
            except BrokenYaml as error:
                reason = f"table {source.path}, row {key}: {error.reason}"
                skip(Skipped(path=f"{source.path}#{part}", reason=reason, failed=True))
                continue
            finally:
                seen.add(part)
            if text:
                yield document(self, source, text, part=key)
            else:
                skip(Skipped(path=f"{source.path}#{key}", reason="empty"))


def _row(line: str) -> dict[str, Any]:
    """The row of a line; raises ValueError, KeyError or TypeError for anything else."""
    row = json.loads(line)
    if not isinstance(row["values"], dict) or not isinstance(row["faults"], dict):
        raise TypeError(line)
    return {"key": str(row["key"]), "values": row["values"], "faults": row["faults"]}


def _sound(row: dict[str, Any], tree: Node) -> Node:
    """The row's tree; raises BrokenYaml where a column could not be read, or its key is missing."""
    for column, reason in row["faults"].items():
        raise BrokenYaml(tree.line, f"{column}: {reason}")
    if not row["key"]:
        raise BrokenYaml(tree.line, "its key: missing")
    return tree


def _node(value: Json, line: int) -> Node:
    """A value as the tree that a file of the same would be."""
    if isinstance(value, dict):
        pairs: list[tuple[Node, Node]] = [
            (Scalar(line=line, text=name), _node(inner, line)) for name, inner in value.items()
        ]
        return Mapping(line=line, pairs=pairs)
    if isinstance(value, list):
        return Listing(line=line, items=[_node(inner, line) for inner in value])
    return Scalar(line=line, text="" if value is None else str(value))
