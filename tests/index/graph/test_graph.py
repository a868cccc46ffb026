import json
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import InputError
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Entity, Kind, Relation
from groundsmith.index.graph.exporting import graphml, json_lines
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.graph import Edge, Graph
from groundsmith.index.graph.near import near
from groundsmith.index.graph.paths import Paths
from groundsmith.index.graph.readings import Described
from groundsmith.index.graph.rules import mentions

AKBAR = Entity(Kind.PERSON, "Akbar the Great")
BATH = Entity(Kind.PLACE, "Bath")
KNOWN = Gazetteer([("Akbar", AKBAR), ("Akbar the Great", AKBAR), ("Bath", BATH)])


def built(*documents: Described) -> Graph:
    return GraphBuilder.of(documents, KNOWN).build()


def edges(graph: Graph) -> set[tuple[str, str, str]]:
    return {
        (graph.name(v), edge.relation, graph.name(edge.target))
        for v in range(graph.node_count)
        for edge in graph.edges(v)
    }


def test_the_longest_known_name_is_found_with_its_span() -> None:
    text = "The mosque of Akbar the Great stands."

    found = list(KNOWN.find(text))

    assert [(each.entity, each.span.of(text)) for each in found] == [(AKBAR, "Akbar the Great")]


def test_a_name_with_a_capital_is_not_found_in_a_small_word() -> None:
    assert [each.entity for each in KNOWN.find("a bath in Bath")] == [BATH]


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("built on 12 March 1948 by", Kind.DATE, "12 March 1948"),
        ("from 300 BCE on", Kind.DATE, "300 BCE"),
        ("in the 16th century it", Kind.PERIOD, "16th century"),
        ("the Mughal period was", Kind.PERIOD, "Mughal period"),
        ("by Sir John Marshall in", Kind.PERSON, "Sir John Marshall"),
        ("the Archaeological Survey of India says", Kind.ORGANISATION,
         "Archaeological Survey of India"),
        ("near Lake Geneva it", Kind.PLACE, "Lake Geneva"),
        ("The Taj Mahal is", Kind.NAME, "Taj Mahal"),
    ],
)  # fmt: skip
def test_a_rule_finds_it_and_tells_its_kind(text: str, kind: Kind, said: str) -> None:
    found = mentions(text, Gazetteer([]))

    assert [(each.entity.kind, each.span.of(text)) for each in found] == [(kind, said)]


@given(st.text(max_size=300))
def test_mentions_of_any_text_are_in_order_and_do_not_overlap(text: str) -> None:
    found = mentions(text, KNOWN)

    spans = [each.span for each in found]
    assert all(one.stop <= other.start for one, other in pairwise(spans))
    assert all(span.stop <= len(text) for span in spans)


def test_names_are_read_from_yaml_and_tsv(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("style:\n  Gothic: [gothic style]\nplace: [Agra]\n")
    (tmp_path / "b.tsv").write_text("# kind, name, others\nperson\tShah Jahan\tKhurram\n")

    held = Gazetteer.read(tmp_path / "a.yaml", tmp_path / "b.tsv")
    found = [each.entity for each in held.find("Khurram left Agra for a gothic style.")]

    assert found == [
        Entity(Kind.PERSON, "Shah Jahan"), Entity(Kind.PLACE, "Agra"), Entity(Kind.STYLE, "Gothic")
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["planet:\n  - Mars\n", "- 1\n", "person: 5\n", "a: [\n"])
def test_a_gazetteer_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text)

    with pytest.raises(InputError, match=r"a\.yaml"):
        Gazetteer.read(tmp_path / "a.yaml")


def test_what_a_catalogue_says_becomes_edges() -> None:
    graph = built(
        Described(id="a", text="Akbar", types=["fort"], periods=["Mughal"], places=["Agra"],
                  domains=["architecture"], keywords=["Wall"], cluster="c1", cites=["b", "gone"]),
        Described(id="b", text="Bath", keywords=["wall"], cluster="c1"),
    )  # fmt: skip

    assert edges(graph) == {
        ("a", "mentions", "Akbar the Great"),
        ("a", "has_type", "fort"),
        ("a", "from_period", "Mughal"),
        ("a", "located_in", "Agra"),
        ("a", "belongs_to_domain", "architecture"),
        ("a", "shares_keywords", "b"),
        ("a", "same_cluster", "b"),
        ("a", "cites", "b"),
        ("b", "mentions", "Bath"),
    }


def test_documents_are_similar_from_a_cosine_of_six_tenths_on() -> None:
    documents = [Described(id=name, text=f"only {name}") for name in ("a", "b", "c")]
    builder = GraphBuilder.of(documents, KNOWN)

    builder.liken(np.array([[1.0, 0.0], [0.6, 0.8], [-1.0, 0.0]]))

    assert edges(builder.build()) == {("a", "similar_to", "b"), ("b", "similar_to", "a")}


def test_a_document_that_repeats_another_is_left_out_and_its_citations_move() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    documents = [
        Described(id="a", text=text),
        Described(id="b", text=text + " more", cites=["c"]),
        Described(id="c", text="something else"),
    ]

    builder = GraphBuilder.of(documents, KNOWN)

    assert builder.collapsed == {"b": "a"}
    assert edges(builder.build()) == {("a", "cites", "c")}


def test_texts_that_share_half_are_not_the_same() -> None:
    words = [f"word{number}" for number in range(100)]

    assert near([" ".join(words), " ".join(words[50:] + ["x"] * 50)]) == [0, 1]


def test_an_edge_of_the_users_keeps_its_word_and_weight() -> None:
    builder = GraphBuilder.of([], KNOWN)

    builder.relate(AKBAR, BATH, "dreamt_of", 0.5)
    graph = builder.build()

    assert list(graph.edges(0)) == [Edge(0, 1, "dreamt_of", 0.5)]


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_an_edge_without_a_positive_weight_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        GraphBuilder.of([], KNOWN).relate(AKBAR, BATH, "dreamt_of", weight)


NAMES = st.text(st.characters(), max_size=8)


@given(st.lists(NAMES, unique=True, min_size=1, max_size=6), st.data())
def test_a_graph_is_what_its_arrays_say(names: list[str], data: st.DataObject) -> None:
    node = st.integers(0, len(names) - 1)
    pairs = data.draw(st.lists(st.tuples(node, node, NAMES), max_size=8, unique=True))
    graph = Graph.of([(Kind.NAME, name) for name in names], [Edge(*pair, 1.0) for pair in pairs])

    again = Graph.from_arrays(graph.arrays())

    assert [again.name(v) for v in range(again.node_count)] == names
    assert edges(again) == {(names[a], word, names[b]) for a, b, word in pairs}
    assert json.loads("".join(json_lines(again)))["nodes"][0]["name"] == names[0]
    assert len(ElementTree.fromstring("".join(graphml(again)))) == 5


def test_the_export_names_every_edge_and_mention() -> None:
    graph = built(Described(id="a<&>", text="Akbar, Akbar", types=["fort"]))

    told = json.loads("".join(json_lines(graph)))

    assert [(edge["relation"], edge["weight"]) for edge in told["edges"]] == [
        ("mentions", 2.0), ("has_type", 1.0)
    ]  # fmt: skip
    assert [(each["start"], each["stop"]) for each in told["mentions"]] == [(0, 5), (7, 12)]
    assert "a&lt;&amp;&gt;" in "".join(graphml(graph))


def test_a_path_leads_from_an_entity_to_a_document_with_the_spans() -> None:
    first = "Akbar lived in Bath"
    graph = built(Described(id="a", text=first), Described(id="b", text="Bath is old"))
    entity, document = graph.number(Kind.PERSON, AKBAR.name), graph.number(Kind.DOCUMENT, "b")
    assert entity is not None
    assert document is not None

    [path] = Paths(graph).find([entity], document)

    assert [graph.name(node) for node in path.nodes] == ["Akbar the Great", "a", "Bath", "b"]
    assert [edge.relation for edge in path.edges] == [Relation.MENTIONS] * 3
    assert [span.of(first) for span in path.spans[0]] == ["Akbar"]


def test_there_is_no_path_between_what_does_not_hang_together() -> None:
    graph = built(Described(id="a", text="Akbar"), Described(id="b", text="Bath"))
    entity, document = graph.number(Kind.PERSON, AKBAR.name), graph.number(Kind.DOCUMENT, "b")
    assert entity is not None
    assert document is not None

    assert Paths(graph).find([entity], document) == []
