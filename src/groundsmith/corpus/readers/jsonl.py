"""JSON Lines: one document a line, named by the number of the line."""

import json
from collections.abc import Callable, Iterator

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import row_text
from groundsmith.records import Document, Skipped, Source


@reads("application/jsonl")
class JsonlReader:
    """One document a line, `rows.jsonl#N` by its line from 1; each line is a JSON object."""

    name = "jsonl@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Rows in order; a line that is no object goes to `skip` with its reason."""
        for number, line in enumerate(text_of(source, data).split("\n"), start=1):
            if not line.strip():
                continue
            try:
                text = _row(line)
            except (ValueError, RecursionError) as error:
                reason = f"line {number}: {_reason(error)}"
                skip(Skipped(path=f"{source.path}#{number}", reason=reason, failed=True))
                continue
            if text:
                yield document(self, source, text, part=str(number))
            else:
                skip(Skipped(path=f"{source.path}#{number}", reason=f"line {number}: empty"))


def _row(line: str) -> str:
    """The row's text; numbers keep the form they are written in."""
    row = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
    if not isinstance(row, dict):
        raise ValueError("not an object")
    return normalise(row_text(row.items()))


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON ({error.msg} at column {error.colno})"
    return str(error)
