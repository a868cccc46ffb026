"""Asking a collection: what is listed, what is refused, and what a failing voice does."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import groundsmith
from groundsmith.app.collections.indexing import ToIndex, index
from groundsmith.app.collections.searching import Answer, open_collection
from groundsmith.errors import GroundsmithError, InputError, RequestError
from groundsmith.index.collection import Embedding
from groundsmith.settings import GroundsmithSettings

ROWS = [
    {"id": "taj", "title": "Taj Mahal", "text": "Shah Jahan built it at Agra.", "year": 1632},
    {"id": "fort", "title": "Red Fort", "text": "Shah Jahan moved into it.", "year": 1648},
    {"id": "wells", "title": "Stepwells", "text": "They reach water in Gujarat.", "year": 1100},
    {"id": "tomb", "title": "Tomb of Akbar", "text": "Akbar lies at Agra, in red.", "year": 1613},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("searching")
    rows = place / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    index(ToIndex(inputs=[str(rows)], out=place / "index"), GroundsmithSettings())
    return place / "index"


def listed(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


def test_the_library_finds_what_the_query_names(folder: Path) -> None:
    found = groundsmith.search(folder, "water in Gujarat")

    assert listed(found) == ["wells"]
    assert found.hits[0].title == "Stepwells"
    assert [found.hits[0].snippet[each.start : each.stop] for each in found.hits[0].highlights] == [
        "water",
        "Gujarat",
    ]


@pytest.mark.parametrize("method", ["default", "heritage", "rrf", "borda", "combmnz", "cascade"])
def test_components_add_up_to_the_score_and_ranks_are_in_its_order(
    folder: Path, method: str
) -> None:
    found = groundsmith.search(folder, "Shah Jahan at Agra", method=method)

    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    assert [hit.rank for hit in found.hits] == list(range(1, len(scores) + 1))
    assert all(abs(sum(hit.components.values()) - hit.score) < 1e-6 for hit in found.hits)


def test_a_document_is_not_related_to_itself(folder: Path) -> None:
    found = groundsmith.recommend(folder, like="taj", method="heritage")

    assert found.hits
    assert "taj" not in listed(found)


def test_a_filter_lets_only_what_fits_through(folder: Path) -> None:
    found = groundsmith.search(folder, "Agra", where={"year": {"from": 1620, "to": 1640}})

    assert listed(found) == ["taj"]


def test_an_explanation_adds_up_and_shows_a_way_with_the_place_of_its_mention(
    folder: Path,
) -> None:
    found = groundsmith.search(folder, "Shah Jahan", method="heritage", explain=True)

    first = found.hits[0]
    assert first.why is not None
    assert abs(sum(share.amount for share in first.why.shares) - first.score) < 1e-6
    step = first.why.ways[0][0]
    text = {str(row["id"]): str(row["text"]) for row in ROWS}[first.id]
    assert step.source == "Shah Jahan"
    assert [text[span.start : span.stop] for span in step.spans] == ["Shah Jahan"]


@pytest.mark.parametrize(
    ("query", "options", "reason"),
    [
        (" ", {}, "empty"),
        ("x" * 1001, {}, "1,001 characters"),
        ("a", {"top_k": 0}, "from 1 to 100"),
        ("a", {"top_k": 101}, "from 1 to 100"),
        ("a", {"method": "magic"}, "no method 'magic'"),
        ("a", {"where": {"yeer": 1}}, "'yeer' to filter by; there are year"),
        ("a", {"where": {"year": {"after": 1}}}, "no range"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_its_reason(
    folder: Path, query: str, options: dict[str, object], reason: str
) -> None:
    with pytest.raises(RequestError, match=reason):
        groundsmith.search(folder, query, **options)


def test_an_unknown_document_is_told_with_the_nearest_ids(folder: Path) -> None:
    with pytest.raises(RequestError, match=r"no document 'wels'.*nearest ids are wells"):
        groundsmith.recommend(folder, like="wels")


def test_a_folder_without_an_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no index here"):
        groundsmith.search(tmp_path, "a")


def test_an_index_whose_documents_are_all_gone_says_so(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "index"
    index(ToIndex(inputs=[str(folder.parent / "rows.jsonl")], out=out), GroundsmithSettings())
    ids = [str(row["id"]) for row in ROWS]

    index(ToIndex(inputs=[], out=out, update=True, delete=ids), GroundsmithSettings())

    with pytest.raises(InputError, match="holds no documents"):
        groundsmith.search(out, "a")


def test_a_damaged_graph_is_left_out_and_told_and_words_still_answer(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "index"
    index(ToIndex(inputs=[str(folder.parent / "rows.jsonl")], out=out), GroundsmithSettings())
    file = next(out.glob("*.graph.simrank.diagonal.npy"))
    file.write_bytes(file.read_bytes()[:-8] + b"\0" * 8)

    found = groundsmith.search(out, "Shah Jahan", method="heritage")

    assert listed(found)[:2] == ["fort", "taj"]
    assert any("simrank" in reason and "damaged" in reason for reason in found.degraded)


@pytest.mark.parametrize("query", ["\ud800", "\0", "%s {0} $(x) ' \" \\", "🏛" * 900, "a " * 499])
def test_any_text_is_a_query(folder: Path, query: str) -> None:
    for method in ("default", "heritage"):
        assert groundsmith.search(folder, query, method=method).asked == query


def test_an_open_index_answers_again_without_being_opened(folder: Path) -> None:
    opened = open_collection(folder)

    first, second = (groundsmith.search(opened, "Agra") for _ in range(2))

    assert listed(first) == listed(second)


def test_asking_never_raises_anything_but_our_own_errors(folder: Path) -> None:
    for like in ("", "\0", "taj\n", "x" * 10_000):
        with pytest.raises(GroundsmithError):
            groundsmith.recommend(folder, like=like)


class ByWord:
    """A dimension for each of four words; the seam Embedder."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        words = ("fort", "river", "wall", "moat")
        return np.array([[word in text for word in words] for text in texts], dtype=np.float32)


def test_a_diverse_list_has_the_best_first_and_less_of_the_same(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    texts = [*["A red fort."] * 3, "A red fort: river, wall, moat.", "A fort of the hills."]
    rows.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    by_word = Embedding(name="by-word", embedder=ByWord())
    asked = ToIndex(inputs=[str(rows)], out=tmp_path / "index")
    index(asked, GroundsmithSettings(), embedding=lambda _: by_word)
    opened = open_collection(tmp_path / "index")

    plain = groundsmith.recommend(opened, "red fort", top_k=3, method="lexical")
    diverse = groundsmith.recommend(opened, "red fort", top_k=3, method="lexical", diverse=True)

    assert plain.diversity == pytest.approx(0, abs=1e-6)
    assert listed(diverse)[0] == listed(plain)[0]
    assert diverse.diversity is not None
    assert diverse.diversity > 0.1


def test_without_vectors_no_list_is_called_diverse(folder: Path) -> None:
    found = groundsmith.recommend(folder, "Agra")

    assert found.diversity is None
    with pytest.raises(RequestError, match="--embed minilm"):
        groundsmith.recommend(folder, "Agra", diverse=True)
