"""A segment: a batch of documents with its own vocabulary, written once and never changed.

Deleting a document only marks it, in an array beside the others. The posting list of a term
carries a checksum that is looked at when the list is read; the tables through which lists and
texts are found are checked when the segment is opened.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import IndexCorrupt
from groundsmith.index.files import Part, Snapshot
from groundsmith.index.lexical.document import IndexedDocument, document_of
from groundsmith.index.lexical.fields import Fields
from groundsmith.index.lexical.scoring import Flags, Postings
from groundsmith.index.lexical.table import StringTable, encoded
from groundsmith.index.lexical.texts import Texts

KIND = "lexical"
DELETED = "deleted"
_CHECKED_IN_PLACES = {"postings.documents", "postings.counts", "texts.blob"}


class Segment:
    """Reads one segment.

    Args:
        folder: Where it lies, for messages.
        arrays: What `SegmentBuilder.arrays` made, and `deleted` where some are.
    """

    def __init__(self, folder: Path, part: Part, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.part = part
        self.terms = StringTable(arrays["terms.blob"], arrays["terms.starts"])
        self.starts = arrays["postings.starts"]
        self.documents = arrays["postings.documents"]
        self.counts = arrays["postings.counts"]
        self.lengths = arrays["lengths"]
        self.ids = StringTable(arrays["ids.blob"], arrays["ids.starts"])
        self.hashes = arrays["hashes"]
        self.fields = Fields(
            StringTable(arrays["fields.blob"], arrays["fields.starts"]),
            arrays["fields.lists"],
            arrays["fields.documents"],
        )
        self.texts = Texts(arrays["texts.blob"], arrays["texts.starts"], arrays["texts.firsts"])
        self.deleted: Flags = arrays.get(DELETED, np.zeros(len(self.lengths), dtype=np.bool_))
        self._checks = arrays["postings.checks"]
        self._order = arrays["ids.order"].data
        self._folder = folder

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def live_count(self) -> int:
        """How many documents are not deleted."""
        return len(self) - int(np.count_nonzero(self.deleted))

    def postings(self, term: bytes) -> Postings | None:
        """The whole list of a term, deleted documents among it; raises IndexCorrupt."""
        number = self.terms.number_of(term)
        if number is None:
            return None
        found = slice(int(self.starts[number]), int(self.starts[number + 1]))
        documents, counts = self.documents[found], self.counts[found]
        if zlib.crc32(counts.data, zlib.crc32(documents.data)) != self._checks[number]:
            raise IndexCorrupt(self._folder, f"a posting list of {self.part.name} is damaged")
        return Postings(documents=documents, counts=counts)

    def check_postings(self) -> None:
        """Raises IndexCorrupt if any posting list is damaged."""
        expected = postings_checks(self.starts, self.documents, self.counts)
        if not np.array_equal(expected, self._checks):
            raise IndexCorrupt(self._folder, f"a posting list of {self.part.name} is damaged")

    def number_of(self, identity: str) -> int | None:
        """A document's number by its id, whether it is deleted or not."""
        key = encoded(identity)
        place = bisect_left(self._order, key, key=self.ids.__getitem__)
        if place == len(self._order) or self.ids[self._order[place]] != key:
            return None
        return int(self._order[place])

    def document(self, number: int) -> IndexedDocument:
        """A document as it was given; raises IndexCorrupt."""
        with self.reading_texts():
            return document_of(self.texts.line(number))

    def living(self) -> Iterator[IndexedDocument]:
        """All documents that are not deleted, in order; raises IndexCorrupt."""
        return (document for _, document in self.numbered(~self.deleted))

    def numbered(self, wanted: Flags) -> Iterator[tuple[int, IndexedDocument]]:
        """The documents that are wanted, with their numbers, in order; raises IndexCorrupt."""
        with self.reading_texts():
            for number, line in self.texts.lines(wanted):
                yield number, document_of(line)

    @contextmanager
    def reading_texts(self) -> Iterator[None]:
        """Turns what a damaged text raises into IndexCorrupt."""
        try:
            yield
        except (zlib.error, ValueError, IndexError, TypeError) as exc:
            raise IndexCorrupt(self._folder, f"a text of {self.part.name} is damaged") from exc


def postings_checks(
    starts: NDArray[Any], documents: NDArray[Any], counts: NDArray[Any]
) -> NDArray[np.uint32]:
    """CRC-32 of each posting list, documents first."""
    whole, count_of, crc32 = documents.data.cast("B"), counts.data.cast("B"), zlib.crc32
    wide, narrow = documents.itemsize, counts.itemsize
    bounds = starts.tolist()
    return np.array(
        [
            crc32(count_of[narrow * at : narrow * stop], crc32(whole[wide * at : wide * stop]))
            for at, stop in pairwise(bounds)
        ],
        dtype=np.uint32,
    )


def opened_segments(snapshot: Snapshot) -> list[Segment]:
    """The segments of an index, with all but posting lists and texts checked."""
    return [
        Segment(
            snapshot.folder,
            part,
            {
                key: (snapshot.pieces if key in _CHECKED_IN_PLACES else snapshot.array)(part, key)
                for key in part.files
            },
        )
        for part in snapshot.manifest.of_kind(KIND)
        if part.files
    ]
