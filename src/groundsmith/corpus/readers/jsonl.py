"""JSON Lines: one document a line, named by the number of the line."""

from collections.abc import Callable, Iterator

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import json_fault, parsed, row_text
from groundsmith.records import Document, Skipped, Source


@reads("application/jsonl")
class JsonlReader:
    """One document a line, `rows.jsonl#N` by its line from 1; each line is a JSON object."""

    name = "jsonl@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Rows in order; a line that is no object goes to `skip` with its reason."""
        yield from self.rows(source, text_of(source, data, skip), skip)

    def rows(
        self, source: Source, text: str, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Rows of a normalised text, as `read` gives them."""
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip():
                continue
            try:
                text = _row(line)
            except (ValueError, RecursionError) as error:
                reason = f"line {number}: {json_fault(error)}"
                skip(Skipped(path=f"{source.path}#{number}", reason=reason, failed=True))
                continue
            if text:
                yield document(self, source, text, part=str(number))
            else:
                skip(Skipped(path=f"{source.path}#{number}", reason=f"line {number}: empty"))


def _row(line: str) -> str:
    row = parsed(line)
    if not isinstance(row, dict):
        raise ValueError("not an object")
    return normalise(row_text(row.items()))
