"""Documents gathered in memory until they are written as one segment."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.lexical.analyse import Analyser
from groundsmith.index.lexical.document import HASH_BYTES, IndexedDocument, content_hash
from groundsmith.index.lexical.fields import field_arrays, field_keys
from groundsmith.index.lexical.gathering import Gathering
from groundsmith.index.lexical.scoring import Ints
from groundsmith.index.lexical.segment import DELETED, postings_checks
from groundsmith.index.lexical.table import encoded, table_arrays
from groundsmith.index.lexical.texts import TextsWriter

_MOST_BYTES = 32 << 20
_MOST_POSTINGS = 4_000_000


class SegmentBuilder:
    """Takes in documents; at most 32 MB of text or four million postings of them."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._gathering = Gathering()
        self._texts = TextsWriter()
        self._numbers: dict[str, int] = {}
        self._ids: list[bytes] = []
        self._keys: list[list[bytes]] = []
        self._hashes = bytearray()
        self._size_bytes = 0

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def full(self) -> bool:
        """Whether it is time to write it."""
        return self._size_bytes >= _MOST_BYTES or self._gathering.posting_count >= _MOST_POSTINGS

    def add(self, document: IndexedDocument, line: bytes) -> None:
        """The next document; one of the same id is deleted.

        Args:
            line: `document.to_line()`.
        """
        keys = list(field_keys(document.metadata))
        self._gathering.add(document.counts(self._analyser))
        self._texts.add(line)
        self._keys.append(keys)
        self._hashes += content_hash(line)
        self._numbers[document.id] = len(self._ids)
        self._ids.append(encoded(document.id))
        self._size_bytes += len(line)

    def delete(self, identity: str) -> bool:
        """Whether there was such a document."""
        return self._numbers.pop(identity, None) is not None

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What `Segment` reads."""
        gathered = self._gathering.finished()
        terms = sorted((encoded(term), number) for term, number in gathered.vocabulary.items())
        starts, places = _reordered(gathered.starts, [number for _, number in terms])
        deleted = np.ones(len(self._ids), dtype=np.bool_)
        deleted[list(self._numbers.values())] = False
        return {
            **postings_arrays(
                [term for term, _ in terms],
                starts,
                gathered.documents[places],
                gathered.counts[places],
            ),
            **identity_arrays(self._ids, deleted),
            **field_arrays(self._keys),
            **self._texts.arrays(),
            "lengths": gathered.lengths,
            "hashes": np.frombuffer(self._hashes, dtype=np.uint8).reshape(-1, HASH_BYTES),
        }


def postings_arrays(
    terms: list[bytes], starts: NDArray[np.int64], documents: NDArray[np.int32], counts: Ints
) -> dict[str, NDArray[Any]]:
    """The arrays of posting lists, terms being sorted."""
    return table_arrays("terms", terms) | {
        "postings.starts": starts,
        "postings.documents": documents,
        "postings.counts": counts,
        "postings.checks": postings_checks(starts, documents, counts),
    }


def identity_arrays(ids: list[bytes], deleted: NDArray[np.bool_]) -> dict[str, NDArray[Any]]:
    """The arrays of ids: by number, and in their order; the deleted have no place in the order."""
    alive = np.flatnonzero(~deleted).tolist()
    order = np.array(sorted(alive, key=ids.__getitem__), dtype=np.int32)
    arrays = table_arrays("ids", ids) | {"ids.order": order}
    return arrays | ({DELETED: deleted} if len(alive) < len(ids) else {})


def _reordered(
    starts: NDArray[np.int64], order: list[int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts of the lists in a new order, and where each posting comes from."""
    sizes = np.diff(starts)[order]
    new = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    return new, np.arange(new[-1]) + np.repeat(starts[:-1][order] - new[:-1], sizes)
