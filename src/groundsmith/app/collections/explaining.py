"""Why documents are listed, in names instead of numbers: what the index explains, for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from groundsmith.index.collection import Collection
from groundsmith.index.collection.voices import Voices
from groundsmith.index.explain.explainer import Explainer, Explanation
from groundsmith.index.fusion.fusion import Flags, Fusion, Ranking
from groundsmith.index.graph.graph import Graph
from groundsmith.index.graph.paths import Path
from groundsmith.index.voices import HORN, PAGERANK, SIMRANK, Query
from groundsmith.records import Span

_ENTITY_VOICES = (SIMRANK, HORN, PAGERANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a voice brought to a score, all of it or by way of one entity; shares add up to it."""

    voice: str
    entity: str | None
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutEntity:
    """Where the document would stand if the query did not name an entity.

    Attributes:
        rank: None where it would not be among the first hundred.
    """

    entity: str
    score: float
    rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An edge of a way: from a node to the next, and the relation between them.

    Attributes:
        forward: Whether the relation points that way; `a cites b` may be walked from b.
        spans: Where the document of this step mentions its entity.
    """

    source: str
    relation: str
    target: str
    forward: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why a document has its score.

    Attributes:
        without: What of the query the score hangs on, the greatest loss first.
        ways: Shortest ways from the query's entities to the document.
    """

    shares: tuple[Share, ...]
    without: tuple[WithoutEntity, ...] = ()
    ways: tuple[tuple[Step, ...], ...] = ()


def reasons(
    collection: Collection,
    voices: Voices,
    fusion: Fusion | None,
    query: Query,
    ranking: Ranking,
    keep: Flags | None,
) -> list[Why]:
    """Why each document of a ranking has its score, in the ranking's order.

    Args:
        fusion: One that nobody counts with, for it is asked again and again; None where a model
            ranks, of which only the features' contributions are told.
    """
    if fusion is None or not collection.has_graph:
        return [Why(shares=_by_voice(each.components)) for each in ranking.documents]
    speaking = [voices.of_entities(name) for name in _ENTITY_VOICES if name in ranking.weights]
    explainer = Explainer(fusion, speaking, voices.anchored)
    explained = explainer.explain(query, ranking, ranking.documents, keep)
    return [_in_names(each, collection.graph) for each in explained]


def _by_voice(components: Mapping[str, float]) -> tuple[Share, ...]:
    shares = (Share(voice=voice, entity=None, amount=a) for voice, a in components.items())
    return tuple(sorted(shares, key=lambda share: -share.amount))


def _in_names(explanation: Explanation, graph: Graph) -> Why:
    return Why(
        shares=tuple(
            Share(
                voice=each.voice,
                entity=None if each.entity is None else graph.name(each.entity),
                amount=each.amount,
            )
            for each in explanation.contributions
        ),
        without=tuple(
            WithoutEntity(entity=each.name, score=each.score, rank=each.rank)
            for each in explanation.entities
        ),
        ways=tuple(_steps(path, graph) for path in explanation.paths),
    )


def _steps(path: Path, graph: Graph) -> tuple[Step, ...]:
    ends = pairwise(path.nodes)
    return tuple(
        Step(
            source=graph.name(source),
            relation=edge.relation,
            target=graph.name(target),
            forward=edge.source == source,
            spans=spans,
        )
        for (source, target), edge, spans in zip(ends, path.edges, path.spans, strict=True)
    )
