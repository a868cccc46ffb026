import math
import random
from pathlib import Path

import pytest

from fused import Fused, fused, heritage_documents, heritage_queries
from groundsmith.index.explain.counterfactual import text_without
from groundsmith.index.explain.explainer import Explanation
from groundsmith.index.fusion.methods import METHODS, rrf, weighted
from groundsmith.index.fusion.presets import PRESETS, Preset
from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.voices import HORN, LEXICAL, PAGERANK, SIMRANK, Query

PLACES = ["Agra", "Delhi", "Lahore", "Hampi", "Patan", "Bagan", "Angkor", "Sarnath", "Taxila"]
WORDS = ["tomb", "river", "stone", "gate", "garden", "pillar", "bronze", "water", "king", "craft"]
ALL_FOUR = Preset(
    name="all", method=weighted, weights={LEXICAL: 0.4, SIMRANK: 0.2, HORN: 0.2, PAGERANK: 0.2}
)
GRAPH_COUNT, QUERY_COUNT = 20, 50


def random_documents(chance: random.Random) -> list[IndexedDocument]:
    return [
        IndexedDocument(
            id=f"d{number}",
            title="",
            text=" ".join(chance.choices(WORDS, k=12) + chance.choices(PLACES, k=3)),
            metadata={"places": chance.choices(PLACES, k=chance.randrange(2))},
        )
        for number in range(chance.randrange(5, 25))
    ]


def random_query(chance: random.Random) -> str:
    return " ".join(
        chance.choices(WORDS, k=chance.randrange(3))
        + chance.choices(PLACES, k=chance.randint(1, 3))
    )


def random_preset(chance: random.Random) -> Preset:
    names = chance.sample([LEXICAL, SIMRANK, HORN, PAGERANK], chance.randint(1, 4))
    method = chance.choice(list(METHODS.values()))
    return Preset(name="drawn", method=method, weights={name: chance.random() for name in names})


def assert_explains(held: Fused, preset: Preset, text: str) -> list[Explanation]:
    """The laws of an explanation, for the first documents of a query."""
    fusion, query = held.fusion(preset), Query(text=text)
    ranking = fusion.rank(query, 5)
    explained = held.explainer(preset).explain(query, ranking, ranking.documents)
    scores: dict[Query, dict[int, float]] = {}
    for each in explained:
        total = math.fsum(part.amount for part in each.contributions)
        assert total == pytest.approx(each.score, abs=1e-6)
        if each.entities:
            first = each.entities[0]
            rest = text_without(text, first.name, [told.name for told in each.entities])
            again = Query(text=rest, without=frozenset({first.entity}))
            if again not in scores:
                found = fusion.rank(again, 10_000).documents if rest else ()
                scores[again] = {other.document: other.score for other in found}
            score = scores[again].get(each.document, 0.0)
            assert score < each.score
            assert score == pytest.approx(first.score)
    return explained


@pytest.fixture(scope="module")
def random_graphs(tmp_path_factory: pytest.TempPathFactory) -> list[Fused]:
    names = [(place, Entity(Kind.PLACE, place)) for place in PLACES]
    return [
        fused(tmp_path_factory.mktemp("index"), random_documents(random.Random(seed)), names)
        for seed in range(GRAPH_COUNT)
    ]


@pytest.fixture(scope="module")
def heritage(tmp_path_factory: pytest.TempPathFactory) -> Fused:
    return fused(tmp_path_factory.mktemp("heritage"), heritage_documents())


def test_without_its_first_entity_a_score_is_lower_on_random_graphs(
    random_graphs: list[Fused],
) -> None:
    chance, listed, asked = random.Random(7), 0, 0
    for held in random_graphs:
        for _ in range(QUERY_COUNT):
            explained = assert_explains(held, random_preset(chance), random_query(chance))
            listed += sum(bool(each.entities) for each in explained)
            asked += len(explained)

    assert listed > asked / 2


@pytest.mark.parametrize("preset", [ALL_FOUR, PRESETS["heritage"], PRESETS["lexical"]])
def test_without_its_first_entity_a_score_is_lower_on_heritage(
    heritage: Fused, preset: Preset
) -> None:
    explained = [
        each for text in heritage_queries() for each in assert_explains(heritage, preset, text)
    ]

    assert any(each.entities for each in explained)


def test_a_document_hangs_on_what_it_is_about(heritage: Fused) -> None:
    explained = assert_explains(heritage, ALL_FOUR, "Shah Jahan tomb in Agra")
    taj = heritage.index.number_of("taj-mahal")

    found = next(each for each in explained if each.document == taj)

    assert {told.name.casefold() for told in found.entities} == {"shah jahan", "agra"}


def test_a_path_leads_from_each_entity_to_the_document_by_its_mentions(heritage: Fused) -> None:
    explained = assert_explains(heritage, ALL_FOUR, "Ashoka pillar at Sarnath")
    texts = {each.id: each.text for each in heritage_documents()}
    graph = heritage.anchored.graph

    paths = [path for each in explained for path in each.paths]

    assert paths
    for path in paths:
        assert graph.kind(path.nodes[-1]) is Kind.DOCUMENT
        for edge, spans in zip(path.edges, path.spans, strict=True):
            words = [span.of(texts[graph.name(edge.source)]) for span in spans]
            assert {each.casefold() for each in words} <= {graph.name(edge.target).casefold()}


def test_contributions_by_entity_are_told_of_listed_ones_only(heritage: Fused) -> None:
    explained = assert_explains(heritage, ALL_FOUR, "Mughal garden in Lahore with Shah Jahan")

    for each in explained:
        listed = {told.entity for told in each.entities}
        assert {part.entity for part in each.contributions} <= {None, *listed}


def test_a_document_that_others_shall_be_like_is_explained_too(heritage: Fused) -> None:
    fusion, query = heritage.fusion(ALL_FOUR), Query(like=heritage.index.number_of("taj-mahal"))
    ranking = fusion.rank(query, 5)

    explained = heritage.explainer(ALL_FOUR).explain(query, ranking, ranking.documents)

    for each in explained:
        assert math.fsum(part.amount for part in each.contributions) == pytest.approx(each.score)
        assert each.paths


def test_a_rank_without_an_entity_is_the_one_of_the_query_without_it(heritage: Fused) -> None:
    fusion, query = heritage.fusion(ALL_FOUR), Query(text="Shah Jahan tomb")
    ranking = fusion.rank(query, 3)
    explained = heritage.explainer(ALL_FOUR).explain(query, ranking, ranking.documents)

    without = fusion.rank(Query(text="tomb"), 100).documents

    ranks = {each.document: rank for rank, each in enumerate(without, start=1)}
    told = {each.document: each.entities[0].rank for each in explained if each.entities}
    assert told
    assert all(ranks.get(document) == rank for document, rank in told.items())


def test_methods_of_ranks_are_explained_as_those_of_scores_are(heritage: Fused) -> None:
    preset = Preset(name="rrf", method=rrf, weights={LEXICAL: 1.0, HORN: 1.0, SIMRANK: 1.0})

    assert assert_explains(heritage, preset, "Shah Jahan and Akbar at Agra")


def test_a_name_is_taken_from_a_text_but_not_from_a_longer_name() -> None:
    names = ["Agra", "Agra Fort"]

    assert text_without("agra fort, and AGRA", "Agra", names) == "agra fort, and"
    assert text_without("Agra Fort in Agra", "Agra Fort", names) == "in Agra"
    assert text_without("nothing here", "Agra", names) == "nothing here"


def test_a_document_outside_the_graph_has_no_path(tmp_path: Path) -> None:
    held = fused(tmp_path, [IndexedDocument(id="a", title="", text="stone")])

    assert held.explainer(ALL_FOUR).paths([], 0) == ()
