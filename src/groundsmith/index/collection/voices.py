"""The voices of a collection, each made when it is first heard.

Most questions need two of them, and the graph of a large collection takes a second to open.
"""

from collections.abc import Callable
from functools import cached_property

from groundsmith.index.collection.reading import Collection
from groundsmith.index.entity_voices import (
    Anchored,
    HornVoice,
    PageRankVoice,
    SimRankVoice,
    popular,
)
from groundsmith.index.near_voice import NearVoice
from groundsmith.index.voices import (
    DENSE,
    HORN,
    LEXICAL,
    PAGERANK,
    POPULAR,
    SIMRANK,
    DenseVoice,
    EntityVoice,
    Floats,
    LexicalVoice,
    Query,
    Voice,
)
from groundsmith.seams import Embedder

MakeEmbedder = Callable[[str], Embedder]
"""Gives what embeds, by the name that stands in the index."""


class Late:
    """A voice that is made when it is first asked; what making it raises, it raises then."""

    def __init__(self, name: str, make: Callable[[], Voice]) -> None:
        self.name = name
        self._make = make

    def scores(self, query: Query) -> Floats | None:
        """What the voice says."""
        return self.voice.scores(query)

    @cached_property
    def voice(self) -> Voice:
        """The voice itself."""
        return self._make()


class Voices:
    """The voices of one collection.

    Args:
        embedder: Asked once, when a text is first compared with vectors.
    """

    def __init__(self, collection: Collection, embedder: MakeEmbedder) -> None:
        self._collection = collection
        self._embedder = embedder

    def all(self) -> list[Late]:
        """Every voice that the collection has, the graph's included."""
        made: list[tuple[str, Callable[[], Voice]]] = [
            (LEXICAL, lambda: LexicalVoice(self._collection.documents))
        ]
        if self._collection.embedder is not None:
            made.append((DENSE, self._dense))
        if self._collection.has_graph:
            made += [
                (SIMRANK, self._simrank),
                (HORN, self._horn),
                (PAGERANK, self._pagerank),
                (POPULAR, lambda: popular(self.anchored)),
            ]
        return [Late(name, make) for name, make in made]

    def of_entities(self, name: str) -> EntityVoice:
        """A voice of the graph, which can be told apart by entity."""
        made: dict[str, Callable[[], EntityVoice]] = {
            SIMRANK: self._simrank,
            HORN: self._horn,
            PAGERANK: self._pagerank,
        }
        return made[name]()

    @cached_property
    def anchored(self) -> Anchored:
        """The graph with its documents."""
        return Anchored(self._collection.graph, self._collection.nodes)

    def _dense(self) -> Voice:
        embedder = self._embedder(self._collection.embedder or "")
        whole, nearest = DenseVoice(self._collection.vectors, embedder), self._collection.nearest
        if nearest is None:
            return whole
        return NearVoice(whole, nearest, LexicalVoice(self._collection.documents).scores)

    def _simrank(self) -> EntityVoice:
        return SimRankVoice(self.anchored, self._collection.simrank)

    def _pagerank(self) -> EntityVoice:
        return PageRankVoice(self.anchored)

    def _horn(self) -> EntityVoice:
        return HornVoice(self.anchored, self._collection.horn)
