"""Explains the documents of one ranking: contributions, entities, ways through the graph.

What is listed first is what the document hangs on: entities are in the order of what the score
loses when the question is asked without them, and one that it would not lose by is not listed. The
parts of a voice say something else, how its own sum is made up; fused scores are normalised per
query, so an entity may bring a document much and bring the others more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groundsmith.index.entity_voices import Anchored
from groundsmith.index.explain.contribution import Contribution, Parts, contributions
from groundsmith.index.explain.counterfactual import Counterfactuals, Without
from groundsmith.index.fusion.fusion import Flags, Fusion, Ranking
from groundsmith.index.graph.paths import Path, Paths
from groundsmith.index.voices import EntityVoice, Query, Ranked


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a document has its score.

    Attributes:
        contributions: They add up to the score; the largest first.
        entities: What of the query the score hangs on, with score and rank without it; the
            greatest loss first.
        paths: A shortest way from each entity of the query that has one to the document.
    """

    document: int
    score: float
    contributions: tuple[Contribution, ...]
    entities: tuple[Without, ...]
    paths: tuple[Path, ...]


class Explainer:
    """Explains the rankings of one fusion.

    Args:
        fusion: One of its own, since it counts how often it falls back.
        voices: Those of its voices that can be told apart by entity.
    """

    def __init__(self, fusion: Fusion, voices: Iterable[EntityVoice], anchored: Anchored) -> None:
        self._fusion = fusion
        self._voices = {voice.name: voice for voice in voices}
        self._anchored = anchored
        self._paths = Paths(anchored.graph)

    def explain(
        self,
        query: Query,
        ranking: Ranking,
        documents: Sequence[Ranked],
        keep: Flags | None = None,
    ) -> list[Explanation]:
        """An explanation for each of some documents of a ranking.

        The question is asked again once for each entity, however many documents there are.

        Args:
            keep: The filter that the ranking was made with.
        """
        again = Counterfactuals(self._fusion, self._anchored, query, keep)
        lowering = again.lowering({each.document: each.score for each in documents}, ranking)
        parts: Parts = {
            name: self._voices[name].parts(query)
            for name in ranking.weights
            if name in self._voices
        }
        return [
            Explanation(
                document=each.document,
                score=each.score,
                contributions=contributions(
                    each, parts, {told.entity for told in lowering[each.document]}
                ),
                entities=tuple(lowering[each.document]),
                paths=self.paths(again.entities, each.document),
            )
            for each in documents
        ]

    def paths(self, entities: Iterable[int], document: int) -> tuple[Path, ...]:
        """The shortest ways from entities to a document; none where the graph has it not."""
        node = self._anchored.node(document)
        return () if node is None else tuple(self._paths.find(entities, node))
