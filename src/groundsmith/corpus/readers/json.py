"""JSON files: an array of objects is a table, one document an element.

Anything else in a `.json` is a configuration or a schema as a rule, so it is passed over with its
reason instead of being a failure of the run.
"""

from collections.abc import Callable, Iterator

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import json_fault, parsed, row_text
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source


@reads("application/json")
class JsonReader:
    """One document an element, `rows.json#N` by its place from 1."""

    name = "json@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Elements in order; one that is no object goes to `skip` with its reason."""
        try:
            rows = parsed(text_of(source, data, skip))
        except (ValueError, RecursionError) as error:
            raise SourceError(source.path, json_fault(error)) from error
        if not isinstance(rows, list) or not any(isinstance(row, dict) for row in rows):
            skip(Skipped(path=source.path, reason="no array of objects"))
            return
        for number, row in enumerate(rows, start=1):
            path = f"{source.path}#{number}"
            if not isinstance(row, dict):
                skip(Skipped(path=path, reason="not an object", failed=True))
            elif text := normalise(row_text(row.items())):
                yield document(self, source, text, part=str(number))
            else:
                skip(Skipped(path=path, reason="empty"))
