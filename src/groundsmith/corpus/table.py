"""A table of a database as a source, by its URL: its rows as lines of JSON, hashed like a file."""

import json
from collections.abc import Iterator

from groundsmith.corpus.inputs import Given, size_fault
from groundsmith.corpus.kinds import TABLE
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError
from groundsmith.records import Skipped, Source, sha256
from groundsmith.store.table import Row, TableAddress, has_table, rows


def check_table(address: TableAddress) -> None:
    """Raises InputError where there is no such table."""
    if not has_table(address):
        raise InputError(f"{address.where}: there is no such table")


def find_table(
    address: TableAddress, label: str | None, settings: CorpusSettings
) -> Iterator[Given | Skipped]:
    """The one source that a table is, or why it is not read; raises InputError for no table."""
    path = f"{label}/{address.table}" if label else address.table
    data = bytearray()
    for row in rows(address):
        data += _line(row)
        if len(data) > settings.max_bytes:
            break
    if not data:
        yield Skipped(path=path, reason="it has no rows")
        return
    if len(data) >= settings.min_bytes and (fault := size_fault(len(data), settings)):
        yield Skipped(path=path, reason=fault)
        return
    source = Source(
        path=path,
        uri=address.where,
        size_bytes=len(data),
        media_type=TABLE,
        sha256=sha256(bytes(data)),
    )
    yield Given(source=source, data=bytes(data))


def _line(row: Row) -> bytes:
    held = {"key": row.key, "values": row.values, "faults": row.faults}
    return json.dumps(held).encode() + b"\n"
