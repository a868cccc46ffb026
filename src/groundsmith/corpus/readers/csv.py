"""Tables as CSV or TSV: one document a record, under the names of the header.

The decision to question: a record whose columns are more or fewer than the header's is left out
and named, not padded, because nobody can say which value belongs to which column. Behind a
record that cannot be read, reading goes on in the next line.
"""

import csv
from collections.abc import Callable, Iterator

from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import row_text
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source

_TABS = "text/tab-separated-values"
_DELIMITERS = ",;\t|"

csv.field_size_limit(2**31 - 1)  # process-wide; the size of a source is limited where it is found


@reads("text/csv", _TABS)
class CsvReader:
    """One document a record, `table.csv#N` by its number from 1 below the header."""

    name = "csv@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Records in order; one that does not fit the header goes to `skip` with its line."""
        lines = [f"{line}\n" for line in text_of(source, data, skip).split("\n")]
        delimiter = "\t" if source.media_type == _TABS else _delimiter(lines)
        header: list[str] | None = None
        number = 0
        for line, record in _records(lines, delimiter):
            if header is None:
                if isinstance(record, str):
                    raise SourceError(source.path, f"line {line}: no header ({record})")
                header = _names(record)
                continue
            number += 1
            fault = record if isinstance(record, str) else _fault(record, header)
            if fault or isinstance(record, str):
                path = f"{source.path}#{number}"
                skip(Skipped(path=path, reason=f"line {line}: {fault}", failed=True))
            elif text := row_text(zip(header, record, strict=False)):
                yield document(self, source, text, part=str(number))
            else:
                skip(Skipped(path=f"{source.path}#{number}", reason=f"line {line}: empty"))


def _records(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Records with the line they begin in, from 1; a string says why one cannot be read."""
    begun = 0
    while begun < len(lines):
        rest = (lines[at] for at in range(begun, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        first = begun
        try:
            for record in reader:
                if record:
                    yield begun + 1, record
                begun = first + reader.line_num
            return
        except csv.Error as error:
            yield begun + 1, str(error)
            begun += 1


def _delimiter(lines: list[str]) -> str:
    """The likeliest delimiter: the one that the first written line holds most of."""
    first = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _names(record: list[str]) -> list[str]:
    return [" ".join(cell.split()) or f"column {at}" for at, cell in enumerate(record, start=1)]


def _fault(record: list[str], header: list[str]) -> str:
    """Why a record does not fit its header; empty cells too many at its end are no fault."""
    if len(record) < len(header) or any(cell.strip() for cell in record[len(header) :]):
        return f"columns: {len(record)}, but the header has {len(header)}"
    return ""
