"""The lexical index as a reader has it: one snapshot, whatever a writer does meanwhile.

Document numbers hold within a snapshot only; ids are what lasts. k1 and b are the reader's: the
index keeps term frequencies, so nothing has to be indexed again for others.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import InputError, RequestError
from groundsmith.index.files import Part, Snapshot
from groundsmith.index.lexical.analyse import Analyser
from groundsmith.index.lexical.analysers import analyser
from groundsmith.index.lexical.document import TITLE_COUNT, IndexedDocument
from groundsmith.index.lexical.scoring import K1, B, Flags, Postings, Scorer
from groundsmith.index.lexical.segment import KIND, Segment, opened_segments
from groundsmith.index.lexical.table import encoded
from groundsmith.records import Hit, Json


class LexicalIndex:
    """Documents by BM25, with what they say and what is known of them; the seam Retriever.

    Args:
        folder: An index that `LexicalWriter` has written.
        k1: How soon the repetition of a term stops counting.
        b: How far a long document is held against itself, from 0 to 1.
        snapshot: The folder as it was opened before, so that others see the same moment of it.

    Raises:
        InputError: There is no index.
        RequestError: It is of another version, or its analyser is.
        IndexCorrupt: It is not what was written; also when a question meets a damaged part.
    """

    def __init__(
        self, folder: Path, *, k1: float = K1, b: float = B, snapshot: Snapshot | None = None
    ) -> None:
        snapshot = snapshot or Snapshot(folder, KIND)
        self.folder = folder
        self.generation = snapshot.manifest.generation
        self.analyser = analyser_of(folder, snapshot.manifest.of_kind(KIND))
        self._segments = opened_segments(snapshot)
        self._bases = [0, *accumulate(map(len, self._segments))]
        self.alive: Flags = _joined([~s.deleted for s in self._segments], np.bool_)
        lengths = _joined([segment.lengths for segment in self._segments], np.int32)
        self._scorer = Scorer(self._find, lengths, self.identity, alive=self.alive, k1=k1, b=b)

    def __len__(self) -> int:
        return self._scorer.document_count

    def retrieve(self, query: str, top_k: int) -> list[Hit]:
        """At most `top_k` hits and whoever ties with the last, best first, then by id."""
        return self._scorer.retrieve(self.analyser.counts(query), top_k)

    def search(
        self,
        query: str | Mapping[str, float],
        top_k: int,
        where: Mapping[str, Json] | None = None,
    ) -> list[Hit]:
        """The hits of `retrieve` among the documents that a filter lets pass.

        Args:
            query: Text, or terms with their weights (`expanded` makes such).
            where: Wanted values by field, all of which must fit: a scalar, a list of which one
                is enough, or a range `{"from": 1600, "to": 1700}`.
        """
        keep = self.passing(where) if where else None
        return self._scorer.retrieve(self._weights(query), top_k, keep)

    def scores(self, query: str | Mapping[str, float]) -> NDArray[np.float64]:
        """The score in [0, 1) of every document by number; 0 for those that share no term."""
        return self._scorer.scores(self._weights(query))

    def idf(self, term: str) -> float:
        """How rare a term is among the living documents."""
        return self._scorer.idf(term)

    def passing(self, where: Mapping[str, Json]) -> Flags:
        """Which documents, by number, a filter lets pass; raises RequestError for a bad one."""
        passing = self.alive.copy()
        for field, wanted in where.items():
            found = np.zeros(len(passing), dtype=np.bool_)
            for segment, base in zip(self._segments, self._bases, strict=False):
                segment.fields.mark(field, wanted, found[base : base + len(segment)])
            passing &= found
        return passing

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that documents can be filtered by, sorted."""
        return tuple(sorted(set().union(*(s.fields.names() for s in self._segments))))

    def identity(self, number: int) -> str:
        """A document's id by its number."""
        segment, local = self._place(number)
        return str(segment.ids[local].decode("utf-8", "surrogatepass"))

    def number_of(self, identity: str) -> int | None:
        """The number of a living document by its id."""
        for segment, base in zip(self._segments, self._bases, strict=False):
            local = segment.number_of(identity)
            if local is not None and not segment.deleted[local]:
                return base + local
        return None

    def document(self, identity: str) -> IndexedDocument | None:
        """A living document as it was given."""
        number = self.number_of(identity)
        if number is None:
            return None
        segment, local = self._place(number)
        return segment.document(local)

    def counts(self, identity: str) -> dict[str, int]:
        """How often a living document has each of its terms; of an unknown one, none."""
        found = self.document(identity)
        return found.counts(self.analyser) if found else {}

    def documents(self) -> Iterable[IndexedDocument]:
        """All living documents by number, a block of them in memory at a time."""
        for segment in self._segments:
            yield from segment.living()

    def _weights(self, query: str | Mapping[str, float]) -> Mapping[str, float]:
        return self.analyser.counts(query) if isinstance(query, str) else query

    def _place(self, number: int) -> tuple[Segment, int]:
        at = bisect_right(self._bases, number) - 1
        return self._segments[at], number - self._bases[at]

    def _find(self, term: str) -> Postings | None:
        """The postings of a term in all segments, without the deleted."""
        key = encoded(term)
        documents: list[NDArray[np.int32]] = []
        counts = []
        for segment, base in zip(self._segments, self._bases, strict=False):
            found = segment.postings(key)
            if found is None:
                continue
            living = ~segment.deleted[found.documents]
            documents.append(found.documents[living] + np.int32(base))
            counts.append(found.counts[living])
        if not any(map(len, documents)):
            return None
        return Postings(documents=np.concatenate(documents), counts=np.concatenate(counts))


def index_part(chosen: Analyser) -> Part:
    """What holds for all segments."""
    about = {"analyser": chosen.name, "identity": _identity(chosen)}
    return Part(name="lexical", kind=KIND, about=about)


def analyser_of(folder: Path, parts: Iterable[Part]) -> Analyser:
    """The analyser that an index was made with; raises RequestError if it reads otherwise now."""
    about = next((part.about for part in parts if not part.files), None)
    if about is None:
        raise InputError(f"{folder}: the index here holds no documents; index some into it")
    made_with = analyser(str(about.get("analyser")))
    if _identity(made_with) != about.get("identity"):
        raise RequestError(
            f"{folder}: its words were read by {about.get('identity')}, here that is "
            f"{_identity(made_with)}; index the documents again into another folder"
        )
    return made_with


def _identity(chosen: Analyser) -> str:
    """All that decides which terms a document has, and how often."""
    return f"{chosen.identity}, titles counted {TITLE_COUNT} times"


def _joined(arrays: list[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=dtype)
