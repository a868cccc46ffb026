import numpy as np
import pytest

from groundsmith.index.entity_voices import (
    Anchored,
    HornVoice,
    PageRankVoice,
    SimRankVoice,
    popular,
)
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.readings import Described
from groundsmith.index.graph.simrank import SimRank
from groundsmith.index.voices import EntityVoice, Query

TEXTS = {
    "taj": "Shah Jahan built it at Agra Fort Road.",
    "fort": "Shah Jahan lived in Agra Fort Road for years.",
    "temple": "Raja Raja built a temple.",
    "nothing": "no name is here",
}
PLACES = {"taj": ["Agra"], "fort": ["Agra"], "temple": ["Thanjavur"], "nothing": ["Agra"]}


@pytest.fixture(scope="module")
def anchored() -> Anchored:
    documents = [
        Described(id=identity, text=text, places=PLACES[identity])
        for identity, text in TEXTS.items()
    ]
    graph = GraphBuilder.of(documents, Gazetteer([])).build()
    nodes = [graph.number(Kind.DOCUMENT, identity) for identity in TEXTS]
    return Anchored(graph, np.array([*nodes, -1]))


@pytest.fixture(params=["simrank", "horn", "pagerank"])
def voice(request: pytest.FixtureRequest, anchored: Anchored) -> EntityVoice:
    made: dict[str, EntityVoice] = {
        "simrank": SimRankVoice(anchored, SimRank.prepare(anchored.links, use_compiled=False)),
        "horn": HornVoice(anchored, Horn.of(anchored.graph)),
        "pagerank": PageRankVoice(anchored),
    }
    return made[request.param]


def test_a_document_that_mentions_what_is_asked_for_stands_above_one_that_does_not(
    voice: EntityVoice,
) -> None:
    scores = voice.scores(Query(text="who was shah jahan?"))

    assert scores is not None
    assert min(scores[0], scores[1]) > max(scores[2], scores[3], scores[4])


def test_a_query_that_names_nothing_is_not_heard(voice: EntityVoice) -> None:
    assert voice.scores(Query(text="stone and water")) is None
    assert voice.parts(Query(text="stone and water")) == {}


def test_a_document_outside_the_graph_is_like_nothing(voice: EntityVoice) -> None:
    assert voice.scores(Query(like=4)) is None


@pytest.mark.parametrize("query", [Query(text="Shah Jahan in Agra"), Query(like=0)])
def test_what_the_entities_bring_adds_up_to_the_score(voice: EntityVoice, query: Query) -> None:
    scores, parts = voice.scores(query), voice.parts(query)

    assert scores is not None
    assert np.allclose(sum(parts.values()), scores, atol=1e-4)


def test_a_document_is_likest_to_the_one_it_shares_names_with(voice: EntityVoice) -> None:
    scores = voice.scores(Query(like=0))

    assert scores is not None
    assert scores[1] > scores[3] >= scores[2]


def test_an_entity_that_is_left_out_is_as_if_it_were_not_named(
    voice: EntityVoice, anchored: Anchored
) -> None:
    agra = anchored.graph.number(Kind.PLACE, "Agra")
    assert agra is not None

    without = voice.scores(Query(text="Shah Jahan in Agra", without=frozenset({agra})))
    unnamed = voice.scores(Query(text="Shah Jahan"))

    assert without is not None
    assert unnamed is not None
    assert np.array_equal(without, unnamed)


def test_a_place_that_the_catalogue_gives_to_all_weighs_less_than_a_rare_one() -> None:
    documents = [
        Described(
            id=str(number),
            text=f"text {number}",
            places=["India", "Agra"] if number == 7 else ["India"],
        )
        for number in range(20)
    ]
    graph = GraphBuilder.of(documents, Gazetteer([])).build()
    nodes = [graph.number(Kind.DOCUMENT, str(number)) for number in range(20)]
    voice = HornVoice(Anchored(graph, np.array(nodes)), Horn.of(graph))

    common, rare = voice.scores(Query(text="India")), voice.scores(Query(text="Agra"))

    assert common is not None
    assert rare is not None
    assert rare[7] > common[7]


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("shah JAHAN", True), ("Shah Jahan's", False), ("", False), ("Agra", True)],
)
def test_a_text_is_a_name_in_any_case_and_only_as_a_whole(
    anchored: Anchored, text: str, is_name: bool
) -> None:
    assert anchored.is_name(text) == is_name


def test_the_popular_are_those_that_much_is_tied_to(anchored: Anchored) -> None:
    scores = popular(anchored).scores(Query(text="anything"))

    assert scores is not None
    assert scores[0] > scores[3]
    assert scores[4] == 0
