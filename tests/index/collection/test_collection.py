"""A collection on disk: one commit for all of it, updates, and files that are damaged."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from groundsmith.errors import GroundsmithError, IndexCorrupt, OutputError
from groundsmith.index.collection import (
    Collection,
    CollectionWriter,
    Embedding,
    Given,
    GivenEdge,
    GivenName,
    Origin,
)
from groundsmith.index.collection.edge_list import read_edges
from groundsmith.index.collection.facets import values
from groundsmith.index.files import Snapshot
from groundsmith.index.graph.entity import Kind
from groundsmith.index.lexical.document import IndexedDocument

Vectors = NDArray[np.float32]
SIGNS = st.characters(exclude_categories=())

TEXTS = {
    "taj": "Shah Jahan built the tomb of white marble beside the river at Agra in 1632.",
    "fort": "Shah Jahan moved into the Red Fort at Delhi, and Akbar built another at Agra.",
    "wells": "Stepwells of Gujarat reach water that lies deep under the ground.",
}


class Letters:
    """Counts letters; the seam Embedder."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        counts = np.array([[text.count(each) for each in "aeiou"] for text in texts], np.float32)
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True))


def document(identity: str, text: str | None = None, **metadata: object) -> IndexedDocument:
    return IndexedDocument(
        id=identity, title=identity, text=text or TEXTS[identity], metadata=metadata
    )


def made(folder: Path, *ids: str) -> Path:
    with CollectionWriter(folder, "english") as writer:
        writer.refresh(document(identity) for identity in ids)
    return folder


def test_a_collection_has_documents_and_a_graph_of_the_same_commit(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "fort", "wells")

    collection = Collection(folder)

    nodes = [int(collection.nodes[collection.documents.number_of(each) or 0]) for each in TEXTS]
    assert [collection.graph.name(node) for node in nodes] == list(TEXTS)
    assert collection.graph.number(Kind.PERSON, "Shah Jahan") is not None


def test_documents_are_added_replaced_and_taken_out_and_the_graph_follows(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "fort")

    with CollectionWriter(folder) as writer:
        changes = writer.refresh([document("fort", "Nobody is named here."), document("wells")])
        writer.delete(["taj"])

    collection = Collection(folder)
    assert (changes.added_count, changes.changed_count) == (1, 1)
    assert sorted(each.id for each in collection.documents.documents()) == ["fort", "wells"]
    assert collection.graph.number(Kind.PERSON, "Shah Jahan") is None
    assert collection.graph.number(Kind.DOCUMENT, "taj") is None


def test_what_did_not_change_is_not_computed_again(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "fort")
    phases: list[str] = []

    with CollectionWriter(folder, tell=phases.append) as writer:
        writer.refresh([document("taj")])

    assert phases == []
    assert Collection(folder).has_graph


def test_relations_and_names_outlive_the_update_that_brought_them(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    edges = (
        GivenEdge("taj", "wells", "same_trip", 2.0),
        GivenEdge("taj", "person:Akbar", "later_than", 1.0),
        GivenEdge("taj", "gone", "same_trip", 1.0),
    )
    with CollectionWriter(folder, "english") as writer:
        writer.refresh([document("taj"), document("wells")])
        writer.given = Given(edges=edges, names=(GivenName("Stepwells", "style", "stepwell"),))
    assert writer.loose_count == 1

    with CollectionWriter(folder) as writer:
        writer.refresh([document("fort")])

    graph = Collection(folder).graph
    taj = graph.number(Kind.DOCUMENT, "taj")
    assert taj is not None
    tied = {(edge.relation, graph.name(edge.target)) for edge in graph.edges(taj)}
    assert {("same_trip", "wells"), ("later_than", "Akbar")} <= tied
    assert graph.number(Kind.STYLE, "stepwell") is not None


def test_an_open_collection_stays_as_it_was_while_a_document_is_deleted(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "fort", "wells")
    before = Collection(folder)

    with CollectionWriter(folder) as writer:
        writer.delete(["fort"])

    assert [hit.chunk for hit in before.documents.retrieve("Delhi", 3)] == ["fort"]
    assert before.documents.document("fort") == document("fort")
    assert before.graph.number(Kind.DOCUMENT, "fort") is not None
    assert Collection(folder).documents.retrieve("Delhi", 3) == []


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj")

    with CollectionWriter(folder), pytest.raises(OutputError, match="another process is writing"):
        CollectionWriter(folder).__enter__()


def test_vectors_go_by_the_numbers_of_documents(tmp_path: Path) -> None:
    folder, embedder = tmp_path / "index", Letters()
    with CollectionWriter(
        folder, "english", embedding=lambda _: Embedding(name="letters", embedder=embedder)
    ) as writer:
        writer.refresh(document(identity) for identity in TEXTS)

    collection = Collection(folder)

    number = collection.documents.number_of("fort")
    assert collection.embedder == "letters"
    assert np.allclose(
        collection.vectors.rows([number or 0]), embedder.embed([document("fort").words]), atol=0.01
    )


@given(
    origins=st.lists(
        st.builds(Origin, *[st.text(SIGNS, max_size=9)] * 3, st.tuples(st.text(SIGNS)))
    )
)
def test_what_was_given_comes_back(origins: list[Origin]) -> None:
    told = Given(
        labels={"a": ""},
        origins=tuple(origins),
        edges=(GivenEdge("a", "b", "c", 0.5),),
        names=(GivenName("n", "person", "N"),),
    )

    assert Given.from_arrays(told.arrays()) == told


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("whole") / "index", "taj", "fort", "wells")


@given(data=st.data())
def test_a_damaged_file_is_an_error_or_changes_nothing(data: st.DataObject, whole: Path) -> None:
    file = data.draw(st.sampled_from(sorted(whole.iterdir())))
    content = file.read_bytes()
    if not content:
        return
    at = data.draw(st.integers(0, len(content) - 1))
    kind = data.draw(st.sampled_from(["flip", "cut", "foreign"]))
    expected = answers(whole)

    with replaced(file, damaged(content, at, kind)):
        try:
            found = answers(whole)
        except (IndexCorrupt, GroundsmithError):
            found = expected

    assert found == expected


def answers(folder: Path) -> object:
    """Everything that is read of an index."""
    collection = Collection(folder)
    hits = collection.documents.retrieve("Shah Jahan at Agra", 3)
    texts = [each.text for each in collection.documents.documents()]
    similar = collection.simrank.source(0)
    return (
        hits,
        texts,
        similar.nodes.tolist(),
        similar.scores.tolist(),
        collection.horn.index.tolist(),
        collection.given,
    )


def damaged(content: bytes, at: int, kind: str) -> bytes:
    if kind == "cut":
        return content[:at]
    if kind == "foreign":
        return b"PK\x03\x04" + content[4:]
    return content[:at] + bytes([content[at] ^ 0x20]) + content[at + 1 :]


@contextmanager
def replaced(file: Path, content: bytes) -> Iterator[None]:
    """The file with other content, put back afterwards; whoever has it mapped keeps the old."""
    old = file.read_bytes()
    _put(file, content)
    try:
        yield
    finally:
        _put(file, old)


def _put(file: Path, content: bytes) -> None:
    new = file.with_suffix(".other")
    new.write_bytes(content)
    new.replace(file)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a\tb\n", GivenEdge("a", "b", "related", 1.0)),
        ("a,b,0.5\n", GivenEdge("a", "b", "related", 0.5)),
        ("a\tb\tcites\t2\n", GivenEdge("a", "b", "cites", 2.0)),
        ("target\tsource\trelation\nb\ta\t5\n", GivenEdge("a", "b", "5", 1.0)),
    ],
)
def test_an_edge_list_is_read_with_and_without_a_header(
    tmp_path: Path, lines: str, expected: GivenEdge
) -> None:
    file = tmp_path / "edges"
    file.write_text(lines, "utf-8")

    assert list(read_edges(file)) == [expected]


@pytest.mark.parametrize("line", ["a", "a\tb\tc\t-1", "a\tb\tc\tmuch", "a\tb\tc\t1\t2", "\tb"])
def test_a_line_that_is_no_edge_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "edges.tsv"
    file.write_text(f"x\ty\n{line}\n", "utf-8")

    with pytest.raises(GroundsmithError, match=r"edges\.tsv:2: "):
        list(read_edges(file))


def test_a_text_with_semicolons_holds_several_values() -> None:
    assert values({"place": "Agra; Delhi", "region": ["Delhi", 7, None]}, ("place", "region")) == [
        "Agra",
        "Delhi",
        "7",
    ]


NAMES = ["Shah Jahan", "Lake Geneva", "Red Fort", "Akbar", "Survey of India", "March 1632"]
CATALOGUED = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["fort", "tomb"]),
        "place": st.sampled_from(["Agra", "Delhi; Agra"]),
        "keywords": st.lists(st.sampled_from(["Wall", "wall", "tomb"]), max_size=2),
        "cluster": st.sampled_from(["c1", "c2"]),
        "style": st.sampled_from(["Mughal", "Gothic"]),
        "cites": st.lists(st.sampled_from("abcd"), max_size=2),
    },
)
VERSIONS = st.dictionaries(
    st.sampled_from("abcd"),
    st.tuples(st.lists(st.sampled_from(NAMES), max_size=6), CATALOGUED),
    max_size=4,
)


def told(folder: Path) -> dict[str, list[object]]:
    """The graph of an index and all that is computed on it, by array."""
    snapshot = Snapshot(folder)
    (part,) = snapshot.manifest.of_kind("graph")
    return {key: snapshot.array(part, key).tolist() for key in part.files}


@settings(deadline=None, max_examples=8)
@given(
    steps=st.lists(st.tuples(VERSIONS, st.sets(st.sampled_from("abcd"))), min_size=1, max_size=2)
)
def test_an_updated_graph_is_to_the_byte_the_one_that_is_built_from_nothing(
    steps: list[tuple[dict[str, tuple[list[str], dict[str, object]]], set[str]]],
) -> None:
    with TemporaryDirectory() as home:
        updated, anew = Path(home) / "updated", Path(home) / "anew"
        made(updated, "taj", "fort", "wells")
        for versions, gone in steps:
            with CollectionWriter(updated) as writer:
                writer.refresh(
                    document(identity, " and ".join(names) or "none", **metadata)
                    for identity, (names, metadata) in versions.items()
                )
                writer.delete(gone)

        with CollectionWriter(anew, "english") as writer:
            writer.refresh(Collection(updated).documents.documents())

        assert told(updated) | {"nodes": []} == told(anew) | {"nodes": []}


def test_an_update_reads_no_text_that_was_read_before(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "fort")
    (texts,) = folder.glob("*.segment.texts.blob.npy")
    _put(texts, texts.read_bytes()[:-20] + bytes(20))

    with CollectionWriter(folder) as writer:
        writer.refresh([document("wells")])
        writer.delete(["fort"])

    graph = Collection(folder).graph
    assert graph.number(Kind.PERSON, "Shah Jahan") is not None
    assert graph.number(Kind.DOCUMENT, "wells") is not None
    assert graph.number(Kind.DOCUMENT, "fort") is None


def test_another_gazetteer_has_every_text_read_again(tmp_path: Path) -> None:
    folder = made(tmp_path / "index", "taj", "wells")

    with CollectionWriter(folder) as writer:
        writer.given = Given(names=(GivenName("Stepwells", "style", "stepwell"),))

    assert Collection(folder).graph.number(Kind.STYLE, "stepwell") is not None
