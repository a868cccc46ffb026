"""A judged collection with its voices, its vectors kept from one benchmark to the next.

Vectors are made by MiniLM where they are not in the cache (about 3,000 tokens a CPU second).
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.collection import Collection, CollectionWriter, Embedding
from groundsmith.index.collection.voices import Voices
from groundsmith.index.dense.minilm import MiniLM
from groundsmith.index.lexical.analysers import chosen_for
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.voices import Query, Voice
from judged import Judged, judged, rows

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "groundsmith" / "vectors"
READ_CHARS = 2_000
"""More than the 256 tokens that MiniLM reads."""
Floats = NDArray[np.float64]


class Kept:
    """MiniLM whose vectors of whole lists of texts are kept on disk; the seam Embedder."""

    def __init__(self, *lists: Sequence[str]) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}
        for texts in lists:
            keys = (text[:READ_CHARS] for text in texts)
            self._known |= zip(keys, kept_vectors(texts), strict=True)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length; texts that are in none of the lists are refused."""
        return np.stack([self._known[text[:READ_CHARS]] for text in texts])


def kept_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """The vectors of a list of texts, made on first use."""
    key = hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    file = CACHE / f"{MiniLM.name.replace('@', '-')}-{key}.npy"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        np.save(file, MiniLM().embed(texts))
    return np.asarray(np.load(file), dtype=np.float32)


@dataclass(frozen=True, kw_only=True)
class Voiced:
    """A collection with its judgments, ready to be asked.

    Attributes:
        embedder: Knows the vectors of the documents and of the queries.
    """

    name: str
    judged: Judged
    documents: list[IndexedDocument]
    collection: Collection
    embedder: Kept

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Which numbers are documents."""
        return self.collection.documents.alive

    @cached_property
    def ids(self) -> list[str]:
        """Ids by number."""
        return [self.collection.documents.identity(n) for n in range(len(self.alive))]

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """Vectors by number, as MiniLM made them."""
        rows = self.embedder.embed([document.words for document in self.documents])
        number = {identity: at for at, identity in enumerate(self.ids)}
        made = np.zeros((len(self.ids), rows.shape[1]), dtype=np.float32)
        made[[number[document.id] for document in self.documents]] = rows
        return made

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Every voice by name."""
        made = Voices(self.collection, lambda _: self.embedder).all()
        return {voice.name: voice for voice in made}

    def scores(self, name: str, queries: Iterable[Query]) -> list[Floats | None]:
        """What one voice says to each query."""
        return [self.voices[name].scores(query) for query in queries]


def voiced(source: Path, folder: Path) -> Voiced:
    """The collection in `source`, indexed into `folder` unless it is there."""
    known = judged(source)
    read: list[dict[str, Any]] = list(rows(source / "corpus.jsonl"))
    documents = [
        IndexedDocument(
            id=row["_id"],
            title=row.get("title", ""),
            text=row["text"],
            metadata=row.get("metadata", {}),
        )
        for row in read
    ]
    embedder = Kept([d.words for d in documents], list(known.queries.values()))
    if not folder.exists():
        analyser = chosen_for(document.text for document in documents).name
        made_by = Embedding(name=MiniLM.name, embedder=embedder)
        with CollectionWriter(folder, analyser, embedding=lambda _: made_by) as writer:
            writer.refresh(documents)
    return Voiced(
        name=source.name,
        judged=known,
        documents=documents,
        collection=Collection(folder),
        embedder=embedder,
    )
