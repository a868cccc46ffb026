"""Searching a collection, and finding what is related to one of its documents.

    import groundsmith

    for hit in groundsmith.search("archive-index", "lost wax bronze casting").hits:
        print(hit.rank, hit.title)

An index that is asked often is opened once: `opened = open_collection(folder)`, and `opened` goes
where the folder would. It stays as it was when it was opened.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from groundsmith.app.collections.diversifying import diversified_to, diversity_of
from groundsmith.app.collections.explaining import Why, reasons
from groundsmith.app.collections.faults import checked_query, unknown_document, unknown_field
from groundsmith.app.collections.vectors import Embedders
from groundsmith.errors import InputError, RequestError
from groundsmith.index.collection import Collection
from groundsmith.index.collection.voices import Voices
from groundsmith.index.fusion.fusion import Fusion, Ranking
from groundsmith.index.fusion.presets import preset
from groundsmith.index.learning.catalogue import Catalogue
from groundsmith.index.learning.features import Features
from groundsmith.index.learning.learned import LearnedFusion
from groundsmith.index.lexical.scoring import Flags
from groundsmith.index.lexical.snippet import snippet
from groundsmith.index.voices import Query, Ranked
from groundsmith.records import Json, Span
from groundsmith.settings import GroundsmithSettings, Loaded

__all__ = ["Answer", "Listed", "OpenCollection", "Why", "open_collection", "recommend", "search"]

LEARNED = "learned"
"""The method that ranks by what `train` has learnt."""
MOST_HITS = 100
_SNIPPET_TERMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document as it is listed.

    Attributes:
        components: What each voice brought; they add up to the score.
        snippet: The part of its text that shows best why it is here.
        highlights: Where words of the query stand in the snippet.
        why: Why it has its score, where that was asked for.
    """

    rank: int
    id: str
    title: str
    score: float
    components: Mapping[str, float]
    metadata: Mapping[str, Json]
    snippet: str
    highlights: tuple[Span, ...]
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found.

    Attributes:
        asked: The query, or the id of the document that others should be like.
        degraded: Why a voice was left out, where one had to be.
        diversity: Mean of 1 − cosine between the vectors of two hits; None where the index has no
            vectors that can be read, or there are fewer than two hits.
        took_ms: From question to answer, opening the index apart.
    """

    asked: str
    method: str
    hits: tuple[Listed, ...]
    degraded: tuple[str, ...]
    diversity: float | None
    took_ms: float

    def as_json(self) -> Json:
        """For programs."""
        return asdict(self)


class OpenCollection:
    """A collection with its voices, ready to be asked; as it was when it was opened.

    Raises:
        InputError: There is no index, or it holds no documents.
        IndexCorrupt: It is not what was written.

    Attributes:
        embedders: Who embeds queries; what that cost is theirs to tell.
    """

    def __init__(self, folder: Path, loaded: Loaded) -> None:
        self.collection = Collection(folder)
        self.settings = loaded.settings
        self.embedders = Embedders(loaded)
        if not len(self.collection.documents):
            raise InputError(f"{folder}: the index here holds no documents; index some into it")
        self.voices = Voices(self.collection, self.embedders.named)
        self._heard = self.voices.all()
        self._rankers: dict[str, Fusion | LearnedFusion] = {}

    def search(
        self,
        query: str,
        *,
        top_k: int = 10,
        where: Mapping[str, Json] | None = None,
        method: str | None = None,
        explain: bool = False,
    ) -> Answer:
        """The documents that answer a query best; see `search`."""
        checked_query(query)
        asked = Query(text=query, narrowed=bool(where))
        return self._answer(asked, query, top_k, where, method, explain, diverse=False)

    def recommend(
        self,
        query: str | None = None,
        *,
        like: str | None = None,
        top_k: int = 10,
        where: Mapping[str, Json] | None = None,
        method: str | None = None,
        explain: bool = False,
        diverse: bool = False,
    ) -> Answer:
        """The documents most like one of the collection, or nearest to a query; see `recommend`."""
        named = (query or "") if like is None else like
        if like is None:
            checked_query(named)
        narrowed = bool(where)
        if like is None:
            asked = Query(text=named, narrowed=narrowed)
        else:
            asked = Query(like=self.number_of(named), narrowed=narrowed)
        return self._answer(asked, named, top_k, where, method, explain, diverse=diverse)

    def rank(
        self,
        query: Query,
        top_k: int,
        method: str | None = None,
        where: Mapping[str, Json] | None = None,
    ) -> Ranking:
        """Documents by number, best first; raises RequestError for an unknown method or field."""
        ranker = self._ranker(method or self.settings.index.method)
        return ranker.rank(query, top_k, self._passing(where or {}))

    def number_of(self, identity: str) -> int:
        """A document's number; raises RequestError with the nearest ids where there is none."""
        number = self.collection.documents.number_of(identity)
        if number is None:
            raise RequestError(unknown_document(identity, self.collection))
        return number

    def identity(self, number: int) -> str:
        """A document's id."""
        return self.collection.documents.identity(number)

    def _answer(
        self,
        query: Query,
        asked: str,
        top_k: int,
        where: Mapping[str, Json] | None,
        method: str | None,
        explain: bool,
        *,
        diverse: bool,
    ) -> Answer:
        if not 1 <= top_k <= MOST_HITS:
            raise RequestError(f"top_k is from 1 to {MOST_HITS}, not {top_k}")
        began = time.perf_counter()
        chosen = method or self.settings.index.method
        keep = self._passing(where or {})
        ranking = self._ranker(chosen).rank(query, MOST_HITS if diverse else top_k, keep)
        if diverse:
            ranking = diversified_to(top_k, ranking, self.collection)
        why: Sequence[Why | None] = [None] * len(ranking.documents)
        if explain:
            apart = None if chosen == LEARNED else self.fused(chosen)
            why = reasons(self.collection, self.voices, apart, query, ranking, keep)
        told = zip(ranking.documents, why, strict=True)
        hits = tuple(self._listed(rank, *each, query) for rank, each in enumerate(told, start=1))
        return Answer(
            asked=asked,
            method=chosen,
            hits=hits,
            degraded=ranking.degraded,
            diversity=diversity_of(ranking, self.collection),
            took_ms=round(1000 * (time.perf_counter() - began), 3),
        )

    def fused(self, method: str = "default") -> Fusion:
        """A new fusion of the voices; raises RequestError for a method that there is not."""
        return Fusion(
            self._heard,
            self.collection.documents.alive,
            preset=preset(method, self.collection.documents.analyser.name),
            deadline_s=self.settings.index.deadline_s,
        )

    @cached_property
    def features(self) -> Features:
        """What is learnt from; the first time, every document is read once."""
        anchored = self.voices.anchored if self.collection.has_graph else None
        return Features(Catalogue.of(self.collection.documents, anchored), anchored)

    def _ranker(self, method: str) -> Fusion | LearnedFusion:
        """Who ranks by a method, the same each time, for it counts how often it is degraded."""
        if method not in self._rankers:
            learnt = method == LEARNED and LearnedFusion(
                self.fused(), self.features, self.collection.learned
            )
            self._rankers[method] = learnt or self.fused(method)
        return self._rankers[method]

    def _passing(self, where: Mapping[str, Json]) -> Flags | None:
        documents = self.collection.documents
        for field in where:
            if field not in documents.fields:
                raise RequestError(unknown_field(field, documents.fields))
        return documents.passing(where) if where else None

    def _listed(self, rank: int, ranked: Ranked, why: Why | None, query: Query) -> Listed:
        documents = self.collection.documents
        document = documents.document(documents.identity(ranked.document))
        assert document is not None  # noqa: S101  # a snapshot keeps what it has ranked
        shown = snippet(document.text, self._terms(query), documents.analyser, documents.idf)
        return Listed(
            rank=rank,
            id=document.id,
            title=document.title,
            score=ranked.score,
            components=dict(ranked.components),
            metadata=document.metadata,
            snippet=shown.span.of(document.text),
            highlights=tuple(
                Span(start=each.start - shown.span.start, stop=each.stop - shown.span.start)
                for each in shown.highlights
            ),
            why=why,
        )

    def _terms(self, query: Query) -> Sequence[str]:
        """The terms to look for: the query's, or the most telling of the document's."""
        documents = self.collection.documents
        if query.like is None:
            return list(documents.analyser.counts(query.text))
        counts = documents.counts(documents.identity(query.like))
        telling = sorted(counts, key=lambda term: (-documents.idf(term) * counts[term], term))
        return telling[:_SNIPPET_TERMS]


def open_collection(
    folder: Path | str, settings: GroundsmithSettings | Loaded | None = None
) -> OpenCollection:
    """A collection to ask; without settings, by the defaults.

    Queries that are embedded at an endpoint are paid from the account of the state folder.
    """
    given = settings or GroundsmithSettings()
    return OpenCollection(Path(folder), given if isinstance(given, Loaded) else Loaded.made(given))


def search(
    index: Path | str | OpenCollection,
    query: str,
    *,
    top_k: int = 10,
    where: Mapping[str, Json] | None = None,
    method: str | None = None,
    explain: bool = False,
) -> Answer:
    """The documents of an index that answer a query best.

    Args:
        query: 1 to 1,000 characters.
        top_k: How many, from 1 to 100.
        where: Wanted values by metadata field: a scalar, a list of which one is enough, or a
            range `{"from": 1600, "to": 1700}`.
        method: How documents are ranked; None takes what the settings say.
        explain: Whether each hit says why it has its score.

    Raises:
        RequestError: The query, or one of these, cannot be answered; the message says why.
        InputError: There is no index.
        IndexCorrupt: The index is not what was written.
    """
    opened = index if isinstance(index, OpenCollection) else open_collection(index)
    return opened.search(query, top_k=top_k, where=where, method=method, explain=explain)


def recommend(
    index: Path | str | OpenCollection,
    query: str | None = None,
    *,
    like: str | None = None,
    top_k: int = 10,
    where: Mapping[str, Json] | None = None,
    method: str | None = None,
    explain: bool = False,
    diverse: bool = False,
) -> Answer:
    """The documents of an index that are most like one of them, or nearest to a query.

    Args:
        like: Id of the document; give it or a query.
        diverse: Whether each hit is to differ from those before it (maximal marginal relevance);
            ranks then are not in the order of scores.

    Raises:
        RequestError: As `search`; also for an id that there is not, naming the nearest ids, and for
            `diverse` where the index has no vectors.
    """
    if (query is None) == (like is None):
        raise RequestError("give a query or the id of a document (like), one of the two")
    opened = index if isinstance(index, OpenCollection) else open_collection(index)
    return opened.recommend(
        query, like=like, top_k=top_k, where=where, method=method, explain=explain, diverse=diverse
    )
