"""Writes a collection: documents as they come, and at the end what hangs on all of them.

One commit shows all of it, so no reader meets new documents with an old graph. The graph is made
again whenever documents change, from what was once read of each; only new ones are read for that.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.collection import given as given_part
from groundsmith.index.collection.given import Given
from groundsmith.index.collection.reading import DENSE, GRAPH, given_in, lexical_state, made_of
from groundsmith.index.collection.readings import read_by, readings, readings_arrays
from groundsmith.index.collection.relating import related
from groundsmith.index.dense.nearest import MOST_COMPARED, built, is_installed
from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.files import Part, Snapshot
from groundsmith.index.files.reading import read_manifest
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.prepared import Prepared
from groundsmith.index.lexical.writer import Changes, LexicalWriter
from groundsmith.seams import Embedder

_TEXTS_TOGETHER = 256
_EMBEDDED_CHARS = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """What vectors are made with; `name` stands in the index."""

    name: str
    embedder: Embedder


Choose = Callable[[int], Embedding | None]


class CollectionWriter:
    """The one writer of a collection; all is visible when it is left without an error.

    Args:
        folder: Of an index, or empty, or to be made.
        analyser: See `LexicalWriter`.
        embedding: Gives what makes vectors, by how many documents there are; None leaves
            vectors out.
        tell: Hears which stage begins: `relate`, `embed` or `link`.

    Attributes:
        given: What was given beside the documents; assign to change it.
        is_new: Whether there was no index before.
        document_count: After the end, how many documents there are.
        loose_count: After the end, how many edges had an end that there is not.
    """

    def __init__(
        self,
        folder: Path,
        analyser: str | None = None,
        *,
        embedding: Choose = lambda _: None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.given = Given()
        self.loose_count = 0
        self.document_count = 0
        self._embedding: Embedding | None = None
        self._folder = folder
        self._choose = embedding
        self._tell = tell
        self._lexical = LexicalWriter(folder, analyser, self._beside)

    def __enter__(self) -> Self:
        self._lexical.__enter__()
        try:
            self._before = read_manifest(self._folder)
            if self._before.parts:
                self.given = given_in(Snapshot(self._folder))
        except BaseException as exc:
            self._lexical.__exit__(type(exc), exc, exc.__traceback__)
            raise
        self._given_before = self.given
        self.is_new = not self._before.parts
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lexical.__exit__(kind, error, trace)

    def refresh(self, documents: Iterable[IndexedDocument]) -> Changes:
        """Adds `documents` or puts them in the place of what they were; keeps all others."""
        return self._lexical.refresh(documents)

    def delete(self, ids: Iterable[str]) -> int:
        """How many of the documents there were; they are found no more."""
        return self._lexical.delete(ids)

    @property
    def embedder(self) -> str | None:
        """After the end, what made the vectors, where there are any."""
        return self._embedding.name if self._embedding else None

    def _beside(self, prepared: Prepared) -> Mapping[str, Iterable[Part]]:
        parts: dict[str, Iterable[Part]] = {}
        self.document_count = prepared.living_count
        if self.given != self._given_before or not self._before.of_kind(given_part.KIND):
            arrays = self.given.arrays()
            parts[given_part.KIND] = [prepared.files.part("given", given_part.KIND, arrays, {})]
        self._embedding = self._choose(prepared.living_count)
        name = self._embedding.name if self._embedding else None
        state = made_of(lexical_state(prepared.parts), name)
        if not self._is_graph_stale(state):
            return parts
        vectors = self._vectors(prepared)
        parts[DENSE] = [] if vectors is None else [self._dense(prepared, vectors, state)]
        self._tell("relate")
        by = read_by(self.given.names)
        read = readings(prepared, self.given.names, self._read_before(by))
        arrays, self.loose_count = related(prepared, read, self.given.edges, vectors)
        arrays |= readings_arrays(read, prepared)
        about = {"made_of": state, "embedder": name, "read_by": by}
        parts[GRAPH] = [prepared.files.part("graph", GRAPH, arrays, about)]
        return parts

    def _read_before(self, by: str) -> tuple[Snapshot, Part] | None:
        """Where documents were read in the same way."""
        parts = self._before.of_kind(GRAPH)
        if not parts or parts[0].about.get("read_by") != by:
            return None
        return Snapshot(self._folder, GRAPH), parts[0]

    def _is_graph_stale(self, state: str) -> bool:
        graphs, before, now = self._before.of_kind(GRAPH), self._given_before, self.given
        same = bool(graphs) and graphs[0].about.get("made_of") == state
        return not same or (before.edges, before.names) != (now.edges, now.names)

    def _dense(self, prepared: Prepared, vectors: NDArray[np.float32], state: str) -> Part:
        assert self._embedding is not None  # noqa: S101  # there are vectors
        about = {"made_of": state, "embedder": self._embedding.name}
        kept = Vectors.of(vectors)
        arrays = {f"vectors.{key}": array for key, array in kept.arrays().items()}
        if prepared.living_count > MOST_COMPARED and is_installed():
            self._tell("link")
            arrays["nearest"] = built(kept)
        return prepared.files.part(DENSE, DENSE, arrays, about)

    def _vectors(self, prepared: Prepared) -> NDArray[np.float32] | None:
        """Rows by number, zeros for numbers that are free; None without an embedder."""
        if self._embedding is None:
            return None
        self._tell("embed")
        vectors: NDArray[np.float32] | None = None
        numbers: list[int] = []
        texts: list[str] = []
        for number, document in prepared.documents(None):
            numbers.append(number)
            texts.append(document.words[:_EMBEDDED_CHARS])
            if len(texts) == _TEXTS_TOGETHER:
                vectors = self._filled(vectors, prepared.slot_count, numbers, texts)
                numbers, texts = [], []
        return self._filled(vectors, prepared.slot_count, numbers, texts) if texts else vectors

    def _filled(
        self,
        vectors: NDArray[np.float32] | None,
        slot_count: int,
        numbers: list[int],
        texts: list[str],
    ) -> NDArray[np.float32]:
        assert self._embedding is not None  # noqa: S101  # there are texts
        rows = np.asarray(self._embedding.embedder.embed(texts), dtype=np.float32)
        if vectors is None:
            vectors = np.zeros((slot_count, rows.shape[1]), dtype=np.float32)
        vectors[numbers] = rows
        return vectors
