"""The same question without one of its entities: what becomes of a document then.

The question is asked again, with the name taken from its text, so what is said can be tried by
whoever reads it. Leaving the name in and silencing only the graph would be easier, and would say
nothing of what a person would see.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from groundsmith.index.entity_voices import MOST_ENTITIES, Anchored
from groundsmith.index.fusion.fusion import Flags, Fusion, Ranking
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.voices import Query

MOST_RANKS = 100
_ROUNDING = 1e-9
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """A document when an entity of the query is not named.

    Attributes:
        entity: Its node.
        score: 0 where the document is not found at all.
        rank: None where it is not among the first hundred.
    """

    entity: int
    name: str
    score: float
    rank: int | None


class Counterfactuals:
    """Asks one query again without each of its entities, the eight rarest at most.

    Args:
        keep: The filter that the query was asked with.
    """

    def __init__(
        self, fusion: Fusion, anchored: Anchored, query: Query, keep: Flags | None = None
    ) -> None:
        self._fusion = fusion
        self._anchored = anchored
        self._query = query
        self._keep = keep
        self.entities = anchored.named(query)[:MOST_ENTITIES]

    def lowering(self, documents: Mapping[int, float], asked: Ranking) -> dict[int, list[Without]]:
        """By document, the entities without which its score is lower, the greatest loss first.

        Args:
            documents: Numbers with their scores.
            asked: The ranking they are from; where voices fail now that were heard then, or the
                other way round, an entity is left out, because scores cannot be compared.
        """
        found: dict[int, list[Without]] = {document: [] for document in documents}
        for entity in self.entities:
            for document, told in self._asked_again(entity, list(documents), asked):
                if told.score < documents[document] - _ROUNDING:
                    found[document].append(told)
        for each in found.values():
            each.sort(key=lambda told: (told.score, told.name))
        return found

    def _asked_again(
        self, entity: int, documents: Sequence[int], asked: Ranking
    ) -> Iterable[tuple[int, Without]]:
        query, name = self._without(entity), self._anchored.graph.name(entity)
        ranks: dict[int, int] = {}
        scores: dict[int, float] = {}
        if query is not None:
            first = self._fusion.rank(query, MOST_RANKS, self._keep)
            if first.dropped != asked.dropped:
                return
            ranks = {each.document: rank for rank, each in enumerate(first.documents, start=1)}
            scores = {each.document: each.score for each in first.documents}
            if below := [each for each in documents if each not in scores]:
                scores |= self._scores(query, below)
        for document in documents:
            yield (
                document,
                Without(
                    entity=entity,
                    name=name,
                    score=scores.get(document, 0.0),
                    rank=ranks.get(document),
                ),
            )

    def _scores(self, query: Query, documents: Sequence[int]) -> dict[int, float]:
        only = np.zeros(len(self._anchored.nodes), dtype=np.bool_)
        only[documents] = True
        ranking = self._fusion.rank(query, len(documents), only)
        return {each.document: each.score for each in ranking.documents}

    def _without(self, entity: int) -> Query | None:
        """The query without an entity; None where nothing is left to ask."""
        dropped = self._query.without | {entity}
        if self._query.like is not None:
            return Query(like=self._query.like, without=dropped)
        names = [self._anchored.graph.name(each) for each in self.entities]
        text = text_without(self._query.text, self._anchored.graph.name(entity), names)
        return Query(text=text, without=dropped) if any(map(str.isalnum, text)) else None


def text_without(text: str, name: str, others: Collection[str]) -> str:
    """A text without a name in any case, the names being told apart that hold one another.

    Args:
        others: The names in the text: `Agra` stays where it stands in `Agra Fort`.
    """
    gazetteer = Gazetteer(
        (each.casefold(), Entity(Kind.NAME, each.casefold())) for each in (*others, name)
    )
    kept, at = [], 0
    for mention in gazetteer.find(text):
        if mention.entity.name == name.casefold():
            kept.append(text[at : mention.span.start])
            at = mention.span.stop
    return _SPACES.sub(" ", "".join([*kept, text[at:]])).strip()
