"""A collection as a reader has it: one commit of its lexical index, graph and vectors.

What a question does not need is not read: the graph's arrays are mapped and checked when a voice
first speaks from them. Whatever a writer does meanwhile, a collection that is open stays as it is.
"""

import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import IndexCorrupt, InputError
from groundsmith.index.collection import given as given_part
from groundsmith.index.collection.given import Given
from groundsmith.index.collection.learned import learned
from groundsmith.index.dense.nearest import Nearest, is_installed
from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.files import Part, Snapshot
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.learning.learned import Ranker
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.segment import KIND as LEXICAL
from groundsmith.records import digest

GRAPH, DENSE = "graph", "dense"


class Collection:
    """Documents with what is known of them, whom they are like, and what they are found by.

    Raises:
        InputError: There is no index in the folder, or none with documents.
        RequestError: It is of another version.
        IndexCorrupt: It is not what was written; also later, when a damaged part is met.

    Attributes:
        documents: The lexical index, by whose numbers documents go everywhere.
        embedder: Name of what the vectors were made with; None where there are none.
    """

    def __init__(self, folder: Path) -> None:
        self._snapshot = Snapshot(folder)
        self.folder = folder
        self.documents = LexicalIndex(folder, snapshot=self._snapshot)
        state = lexical_state(self._snapshot.manifest.of_kind(LEXICAL))
        self._graph_part = self._part(GRAPH, state)
        self._dense_part = self._part(DENSE, state)
        dense = self._dense_part
        self.embedder = None if dense is None else str(dense.about.get("embedder"))

    @property
    def generation(self) -> int:
        """Which commit this is."""
        return self._snapshot.manifest.generation

    @property
    def has_graph(self) -> bool:
        """Whether the index was made with a graph; without one, its parts raise InputError."""
        return self._graph_part is not None

    @cached_property
    def graph(self) -> Graph:
        """The graph."""
        return Graph.from_arrays(self._arrays(self._graph_part, "graph."))

    @cached_property
    def simrank(self) -> SimRank:
        """SimRank on the graph, prepared."""
        return SimRank.from_arrays(self._arrays(self._graph_part, "simrank."))

    @cached_property
    def horn(self) -> Horn:
        """Horn's index of the graph's nodes."""
        arrays = self._arrays(self._graph_part, "horn.")
        return Horn(
            index=arrays["index"],
            document_counts=arrays["document_counts"],
            document_count=len(self.graph.documents()),
        )

    @cached_property
    def nodes(self) -> NDArray[np.int32]:
        """The node of each document by number; -1 for one that the graph does not hold."""
        return self._arrays(self._graph_part, "nodes")[""]

    @cached_property
    def vectors(self) -> Vectors:
        """Rows by number, zeros for a document that has none; InputError where there are none."""
        held = self._arrays(self._dense_part, "vectors")
        return Vectors.from_arrays({key.removeprefix("."): array for key, array in held.items()})

    @cached_property
    def nearest(self) -> Nearest | None:
        """The graph over the vectors; None where all are compared, or usearch is missing."""
        held = self._arrays(self._dense_part, "nearest")
        if not held or not is_installed():
            return None
        return Nearest(held[""], self.vectors.codes.shape[1])

    @cached_property
    def learned(self) -> Ranker:
        """What was learnt from judgments; raises RequestError where nothing was."""
        return learned(self._snapshot)

    @cached_property
    def given(self) -> Given:
        """What people gave beside the documents."""
        return given_in(self._snapshot)

    def _part(self, kind: str, state: str) -> Part | None:
        """The part of a kind; raises IndexCorrupt where it was made of other documents."""
        parts = self._snapshot.manifest.of_kind(kind)
        if not parts:
            return None
        about = parts[0].about
        if about.get("made_of") != made_of(state, about.get("embedder")):
            raise IndexCorrupt(self.folder, f"its {kind} was made of other documents")
        return parts[0]

    def _arrays(self, part: Part | None, prefix: str) -> Mapping[str, NDArray[Any]]:
        """The arrays of a part whose names begin so, by what follows."""
        if part is None:
            raise InputError(f"{self.folder}: this index was made without {prefix.strip('.')}")
        return {
            key.removeprefix(prefix): self._snapshot.array(part, key)
            for key in part.files
            if key.startswith(prefix)
        }


def given_in(snapshot: Snapshot) -> Given:
    """What people gave beside the documents of an index; raises IndexCorrupt."""
    parts = snapshot.manifest.of_kind(given_part.KIND)
    if not parts:
        return Given()
    try:
        return Given.from_arrays({key: snapshot.array(parts[0], key) for key in parts[0].files})
    except (ValueError, TypeError, KeyError, zlib.error) as exc:
        raise IndexCorrupt(snapshot.folder, "what it was made from cannot be read") from exc


def lexical_state(parts: Iterable[Part]) -> str:
    """Hash of which documents have which numbers, by the files that hold them."""
    return digest(sorted(stored.name for part in parts for stored in part.files.values()))


def made_of(state: str, embedder: Any) -> str:
    """What a part that hangs on all documents was made of, as one hash."""
    return digest([state, embedder])
