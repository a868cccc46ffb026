"""Adds, deletes and updates documents of a lexical index without reading the others again.

Documents gather in memory and become segments; deleting marks. Nothing is seen by readers before
the commit at the end, and an error leaves the index as it was. More than eight small segments are
too many to look a word up in: the smaller half of them is merged. A segment of 100,000 documents
is never merged again, which bounds the memory that merging takes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import RequestError
from groundsmith.index.files import FolderWriter, Part, Snapshot
from groundsmith.index.lexical.analyse import Analyser
from groundsmith.index.lexical.analysers import analyser as analyser_named
from groundsmith.index.lexical.building import SegmentBuilder
from groundsmith.index.lexical.document import IndexedDocument, content_hash
from groundsmith.index.lexical.index import analyser_of, index_part
from groundsmith.index.lexical.merging import merged
from groundsmith.index.lexical.prepared import Beside, Prepared
from groundsmith.index.lexical.scoring import Flags
from groundsmith.index.lexical.segment import DELETED, KIND, Segment, opened_segments
from groundsmith.index.lexical.table import encoded

_MOST_SMALL = 8
_GROWN_COUNT = 100_000
_NONE: Flags = np.zeros(0, dtype=np.bool_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an update did, in documents."""

    added_count: int = 0
    changed_count: int = 0
    unchanged_count: int = 0
    deleted_count: int = 0


class _Draft:
    """A segment with the deletions that are not committed yet."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.deleted: Flags = segment.deleted.copy()

    @property
    def live_count(self) -> int:
        return len(self.deleted) - int(np.count_nonzero(self.deleted))

    def place(self, identity: str) -> int | None:
        """The number of a living document."""
        number = self.segment.number_of(identity)
        return None if number is None or self.deleted[number] else number

    def has_at(self, number: int, key: bytes) -> bool:
        """Whether a living document of that number has that id."""
        return (
            number < len(self.deleted)
            and not self.deleted[number]
            and self.segment.ids[number] == key
        )


class LexicalWriter:
    """The one writer of an index folder; commits when it is left without an error.

    Args:
        folder: Of an index, or empty, or to be made.
        analyser: How a new index reads its texts (`chosen_for` suggests one); an index that is
            there keeps its own, and another is refused.
        beside: Makes the parts of other kinds that become visible with the same commit; called
            when all documents are written, with those that will be found by then.

    Raises:
        OutputError: Another process writes, or the folder holds other things.
        RequestError: The index is of another version or analyser.
        IndexCorrupt: The index is damaged.
    """

    def __init__(
        self, folder: Path, analyser: str | None = None, beside: "Beside | None" = None
    ) -> None:
        self._files = FolderWriter(folder)
        self._wanted = analyser
        self._beside = beside
        self._drafts: list[_Draft] = []

    def __enter__(self) -> Self:
        self._files.__enter__()
        try:
            self.analyser = self._opened()
        except BaseException as exc:
            self._files.__exit__(type(exc), exc, exc.__traceback__)
            raise
        self._builder = SegmentBuilder(self.analyser)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self.commit()
        finally:
            self._files.__exit__(kind, error, trace)

    def add(self, documents: Iterable[IndexedDocument]) -> None:
        """Documents to be found; one that has the id of another takes its place."""
        for document in documents:
            line = document.to_line()
            self._delete(document.id)
            self._take(document, line)

    def delete(self, ids: Iterable[str]) -> int:
        """How many of the documents there were; they are found no more."""
        return sum(self._delete(identity) for identity in ids)

    def update(self, documents: Iterable[IndexedDocument]) -> Changes:
        """Makes `documents` all that the index holds; what has not changed is not read again."""
        given: set[str] = set()
        changes = self.refresh(_noted(documents, given))
        gone = self.delete([known for known in self.ids() if known not in given])
        return replace(changes, deleted_count=gone)

    def refresh(self, documents: Iterable[IndexedDocument]) -> Changes:
        """Adds `documents` or puts them in the place of what they were; keeps all others.

        Raises:
            RequestError: Two of them have the same id.
        """
        self._flush()
        added = changed = unchanged = 0
        given: set[str] = set()
        place: tuple[_Draft, int] | None = None
        for document in documents:
            if document.id in given:
                raise RequestError(f"{document.id}: two documents have this id; give each its own")
            given.add(document.id)
            line = document.to_line()
            place = self._place(document.id, place)
            if self._is_unchanged(place, line):
                unchanged += 1
                continue
            if self._delete(document.id):
                changed += 1
            else:
                added += 1
            self._take(document, line)
        return Changes(added_count=added, changed_count=changed, unchanged_count=unchanged)

    def ids(self) -> Iterator[str]:
        """Ids of the documents that are written and live."""
        self._flush()
        return self._ids()

    def commit(self) -> None:
        """Lets readers that open the index from now on see what was done."""
        self._flush()
        self._drafts = [draft for draft in self._drafts if draft.live_count]
        parts = [index_part(self.analyser), *map(self._part, self._drafts)]
        self._files.commit(KIND, parts, self._beside(self._prepared(parts)) if self._beside else {})
        self._drafts = self._committed()

    def _opened(self) -> Analyser:
        """The analyser to read with, once what is there has been opened."""
        parts = self._files.manifest.of_kind(KIND)
        if not parts:
            return analyser_named(self._wanted or "mixed")
        made_with = analyser_of(self._files.folder, parts)
        if self._wanted not in (None, made_with.name):
            raise RequestError(
                f"{self._files.folder}: this index reads its texts as {made_with.name}, not as "
                f"{self._wanted}; leave the analyser out, or index into another folder"
            )
        self._drafts = self._committed()
        return made_with

    def _committed(self) -> list[_Draft]:
        return [_Draft(found) for found in opened_segments(Snapshot(self._files.folder, KIND))]

    def _take(self, document: IndexedDocument, line: bytes) -> None:
        self._builder.add(document, line)
        if self._builder.full:
            self._flush()

    def _delete(self, identity: str) -> bool:
        if self._builder.delete(identity):
            return True
        for draft in self._drafts:
            number = draft.place(identity)
            if number is not None:
                draft.deleted[number] = True
                return True
        return False

    def _is_unchanged(self, place: tuple[_Draft, int] | None, line: bytes) -> bool:
        if place is None:
            return False
        draft, number = place
        return bool(draft.segment.hashes[number].tobytes() == content_hash(line))

    def _place(self, identity: str, before: tuple[_Draft, int] | None) -> tuple[_Draft, int] | None:
        """Where a document is; sought first behind the one before, for sources keep their order."""
        if before is not None and before[0].has_at(before[1] + 1, encoded(identity)):
            return before[0], before[1] + 1
        for draft in self._drafts:
            number = draft.place(identity)
            if number is not None:
                return draft, number
        return None

    def _prepared(self, parts: Sequence[Part]) -> Prepared:
        return Prepared(
            files=self._files,
            parts=parts,
            living=~np.concatenate([_NONE, *(draft.deleted for draft in self._drafts)]),
            ids=list(self._ids()),
            hashes=[
                each.tobytes()
                for draft in self._drafts
                for each in draft.segment.hashes[~draft.deleted]
            ],
            documents=self._numbered,
        )

    def _ids(self) -> Iterator[str]:
        for draft in self._drafts:
            for identity, gone in zip(draft.segment.ids, draft.deleted.tolist(), strict=True):
                if not gone:
                    yield identity.decode("utf-8", "surrogatepass")

    def _numbered(self, wanted: Flags | None) -> Iterator[tuple[int, IndexedDocument]]:
        base = 0
        for draft in self._drafts:
            here = ~draft.deleted
            if wanted is not None:
                here &= wanted[base : base + len(here)]
            for local, document in draft.segment.numbered(here):
                yield base + local, document
            base += len(here)

    def _flush(self) -> None:
        """Writes what has gathered, and merges what has become too much."""
        if len(self._builder):
            self._drafts.append(self._stored(self._builder.arrays()))
            self._builder = SegmentBuilder(self.analyser)
        small = sorted(
            (draft for draft in self._drafts if draft.live_count < _GROWN_COUNT),
            key=lambda draft: draft.live_count,
        )
        if len(small) > _MOST_SMALL:
            self._merge(small[: len(small) // 2 + 1])
        for draft in [d for d in self._drafts if d.live_count < len(d.deleted) / 2]:
            self._merge([draft])

    def _merge(self, drafts: list[_Draft]) -> None:
        living = [draft for draft in drafts if draft.live_count]
        self._drafts = [draft for draft in self._drafts if draft not in drafts]
        if living:
            arrays = merged([(draft.segment, draft.deleted) for draft in living])
            self._drafts.append(self._stored(arrays))

    def _stored(self, arrays: Mapping[str, NDArray[Any]]) -> _Draft:
        count = len(arrays["lengths"])
        part = self._files.part("segment", KIND, arrays, {"documents": count})
        return _Draft(Segment(self._files.folder, part, self._files.arrays(part)))

    def _part(self, draft: _Draft) -> Part:
        """The segment's part, with its deletions in a file of their own."""
        part = draft.segment.part
        if np.array_equal(draft.deleted, draft.segment.deleted):
            return part
        stored = self._files.store(f"segment.{DELETED}", draft.deleted)
        return replace(part, files={**part.files, DELETED: stored})


def _noted(documents: Iterable[IndexedDocument], given: set[str]) -> Iterator[IndexedDocument]:
    """The documents, their ids added to `given` as they pass."""
    for document in documents:
        given.add(document.id)
        yield document
