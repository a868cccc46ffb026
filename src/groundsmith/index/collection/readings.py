"""What the graph takes from the documents of an index: kept by content, so that none is read twice.

It is found again by the hash of a document's content, whatever number the document has by now. A
gazetteer that changed changes what is found in every text, so then all are read.
"""

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.collection.facets import described
from groundsmith.index.collection.given import GivenName
from groundsmith.index.files import Part, Snapshot
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.readings import READ_BY, Readings
from groundsmith.index.lexical.document import HASH_BYTES
from groundsmith.index.lexical.prepared import Prepared
from groundsmith.records import digest

PREFIX = "read."
_HASHES = "read.hashes"


def read_by(names: Iterable[GivenName]) -> str:
    """What documents are read by, as one hash."""
    return digest([READ_BY, [astuple(each) for each in names]])


def readings(
    prepared: Prepared, names: Iterable[GivenName], before: tuple[Snapshot, Part] | None
) -> Readings:
    """What is read of the living documents, in order.

    Args:
        before: Where the same readers have read before; what they read is taken from there.

    Raises:
        IndexCorrupt: What was read before is not what was written.
    """
    known = Gazetteer((each.name, Entity(Kind(each.kind), each.entity)) for each in names)
    kept, place = _kept(before)
    rows = np.array([place.get(each, -1) for each in prepared.hashes], dtype=np.int64)
    fresh = rows < 0
    wanted = np.zeros(prepared.slot_count, dtype=np.bool_)
    wanted[np.flatnonzero(prepared.living)[fresh]] = True
    new = Readings.of((described(each) for _, each in prepared.documents(wanted)), known)
    rows[fresh] = len(place) + np.arange(len(new))
    return Readings.joined([*kept, new]).taken(rows)


def readings_arrays(read: Readings, prepared: Prepared) -> dict[str, NDArray[Any]]:
    """What is stored of them."""
    hashes = np.frombuffer(b"".join(prepared.hashes), dtype=np.uint8).reshape(-1, HASH_BYTES)
    stored = {PREFIX + key: array for key, array in read.arrays().items()}
    return {**stored, _HASHES: hashes}


def _kept(before: tuple[Snapshot, Part] | None) -> tuple[list[Readings], dict[bytes, int]]:
    """What was read before, and the row of each document by its hash."""
    if before is None:
        return [], {}
    snapshot, part = before
    arrays = {
        key.removeprefix(PREFIX): snapshot.array(part, key)
        for key in part.files
        if key.startswith(PREFIX)
    }
    hashes = snapshot.array(part, _HASHES)
    place = {each.tobytes(): row for row, each in enumerate(hashes)}
    return [Readings.from_arrays(arrays)], place
