"""What the lists of a method are worth beyond their relevance, from what the index knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from groundsmith.app.collections.judged import AskedQuery
from groundsmith.index.collection import Collection
from groundsmith.index.collection.facets import (
    PLACES,
    TYPES,
    YEARS_FROM,
    YEARS_TO,
    values,
    year,
)
from groundsmith.index.evaluate.alignment import Years, spatial_alignment, temporal_alignment
from groundsmith.index.evaluate.figure import Figure, mean
from groundsmith.index.evaluate.lists import coverage, exposure_fairness, intra_list_diversity
from groundsmith.index.evaluate.ranking import Grades
from groundsmith.records import Json

SHOWN = 10
"""How many of a list people are taken to see."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of every document, by its id."""

    titles: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    years: dict[str, Years] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, collection: Collection) -> "Facts":
        """One pass over the documents."""
        facts = cls()
        for document in collection.documents.documents():
            facts.titles[document.id] = document.title
            facts.places[document.id] = values(document.metadata, PLACES)
            if kinds := values(document.metadata, TYPES):
                facts.kinds[document.id] = kinds[0]
            if years := years_in(document.metadata):
                facts.years[document.id] = years
        return facts


def years_in(fields: Mapping[str, Json]) -> Years | None:
    """The years that metadata names; one bound stands for both."""
    start, stop = year(fields, YEARS_FROM), year(fields, YEARS_TO)
    known = [int(each) for each in (start, stop) if each is not None]
    return Years(start=min(known), stop=max(known)) if known else None


def worth(
    collection: Collection,
    facts: Facts,
    asked: Mapping[str, AskedQuery],
    grades: Mapping[str, Grades],
    found: Mapping[str, Sequence[str]],
) -> dict[str, Figure]:
    """Figures of the lists that a method gave, by query; each a value or why there is none."""
    shown = {query: list(ids[:SHOWN]) for query, ids in found.items()}
    return {
        "diversity": _diversity(collection, shown),
        "coverage": coverage(shown.values(), facts.titles),
        "novelty": Figure(value=None, why="nobody has counted how often documents are opened"),
        "temporal_alignment": mean(
            (
                temporal_alignment(years_in(asked[query].fields), map(facts.years.get, ids))
                for query, ids in shown.items()
            ),
            "no query says of which years it is (year_from, year_to), or no document does",
        ),
        "spatial_alignment": mean(
            (
                spatial_alignment(
                    values(asked[query].fields, PLACES), (facts.places[each] for each in ids)
                )
                for query, ids in shown.items()
            ),
            "no query says of which places it is (places), or no document does",
        ),
        "fairness": exposure_fairness(
            [(ids, grades[query]) for query, ids in shown.items()], facts.kinds
        ),
    }


def _diversity(collection: Collection, shown: Mapping[str, Sequence[str]]) -> Figure:
    if collection.embedder is None:
        return Figure(value=None, why="the index has no vectors to compare documents by")
    vectors, number_of = collection.vectors, collection.documents.number_of
    numbers = (
        [number for each in ids if (number := number_of(each)) is not None]
        for ids in shown.values()
    )
    return mean(
        (intra_list_diversity(vectors.rows(of_list)) for of_list in numbers),
        "no list has two documents",
    )
