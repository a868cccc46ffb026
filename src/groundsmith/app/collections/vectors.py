"""What makes the vectors of a collection, and of the queries that are put to it.

Documents are embedded through the ledger, which keeps every vector by the hash of its text.
Queries are embedded as they come, but for those of an endpoint, which are paid and kept as well.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from groundsmith.app.collections.paid_vectors import (
    Bill,
    PaidAsAsked,
    bill_of,
    check,
    paid,
    vector_model,
)
from groundsmith.app.collections.remembering import Remembering
from groundsmith.app.embedding import minilm, minilm_is_installed, transformers
from groundsmith.app.meter import Meter
from groundsmith.app.state import open_own_ledger
from groundsmith.errors import RequestError
from groundsmith.index.collection import Embedding
from groundsmith.index.collection.writing import Choose
from groundsmith.index.dense.recalling import Recalling
from groundsmith.index.dense.transformers import PREFIX as TRANSFORMERS
from groundsmith.index.dense.weights import NAME as MINILM
from groundsmith.seams import Embedder
from groundsmith.settings import Loaded

AUTO, OFF, LOCAL = "auto", "off", "minilm"


class Embedders:
    """Gives embedders by name, and knows what those of endpoints were paid."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._asked = Meter()

    def named(self, name: str) -> Embedder:
        """What embeds queries for vectors of that name; RequestError where it is not here."""
        if name == MINILM:
            return _minilm()
        if name.startswith(TRANSFORMERS):
            return Recalling(transformers(name))
        chosen = vector_model(name, self._loaded.settings)
        return Recalling(PaidAsAsked(chosen, self._loaded, self._asked))

    @contextmanager
    def choosing(self, *, unlimited: bool = False) -> Iterator[Choose]:
        """Gives what embeds the documents of an index, by how many there are.

        Args:
            unlimited: Whether an endpoint may be asked that costs money, without a budget.

        Raises:
            RequestError: `index.embed` names what there is not, or what has no limit.
        """
        settings = self._loaded.settings.index
        wanted = settings.embed
        if wanted == OFF or (wanted == AUTO and not minilm_is_installed()):
            yield lambda _: None
            return
        most = settings.auto_embedded if wanted == AUTO else None
        with ExitStack() as opened:
            if wanted in (AUTO, LOCAL):
                embedding = self._local(MINILM, _minilm(), opened)
            elif wanted.startswith(TRANSFORMERS):
                model = transformers(wanted)
                embedding = self._local(model.name, model, opened)
            else:
                embedding = self._of_endpoint(wanted, opened, unlimited)
            yield lambda count: embedding if most is None or count <= most else None

    def bill(self) -> Bill | None:
        """What endpoints were asked and paid; `None` where nothing was asked."""
        return bill_of(self._loaded, self._asked)

    def _local(self, name: str, embedder: Embedder, opened: ExitStack) -> Embedding:
        database = opened.enter_context(open_own_ledger(self._loaded))
        return Embedding(name=name, embedder=Remembering(name, embedder, database))

    def _of_endpoint(self, name: str, opened: ExitStack, unlimited: bool) -> Embedding:
        chosen = vector_model(name, self._loaded.settings)
        check(chosen)
        if chosen.budget is None and not (chosen.is_free or unlimited):
            raise RequestError(
                f"vectors by {chosen.label} cost money and have no limit: "
                "give --budget USD, or --yes"
            )
        embedder = opened.enter_context(paid(chosen, self._loaded, self._asked))
        return Embedding(name=chosen.label, embedder=embedder)


def _minilm() -> Embedder:
    if not minilm_is_installed():
        raise RequestError(f"{MINILM} is not installed; `make dense` installs it")
    return minilm()
