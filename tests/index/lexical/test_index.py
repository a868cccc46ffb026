import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.errors import IndexCorrupt, InputError, RequestError
from groundsmith.index.files import FolderWriter
from groundsmith.index.lexical.analyse import MIXED
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import Changes, LexicalWriter
from groundsmith.records import Json

WORDS = st.sampled_from(["fee", "hostel", "visa", "exam", "campus", "library", "bus"])
TEXT = st.lists(WORDS, max_size=12).map(" ".join)
SCORE_STEP = 1.1e-6  # the last decimal of a score, and what single precision adds to it
COLLECTION = st.dictionaries(st.sampled_from([f"d{n}" for n in range(12)]), TEXT, max_size=12)


def document(identity: str, text: str, **metadata: Json) -> IndexedDocument:
    return IndexedDocument(id=identity, title="", text=text, metadata=metadata)


def index_of(folder: Path, *documents: IndexedDocument) -> LexicalIndex:
    with LexicalWriter(folder) as writer:
        writer.add(documents)
    return LexicalIndex(folder)


def found(index: LexicalIndex, query: str, where: dict[str, Json] | None = None) -> list[str]:
    return [hit.chunk for hit in index.search(query, 100, where)]


def exact_bm25(texts: dict[str, str], query: str) -> dict[str, float]:
    """The formula, document by document and word by word."""
    words = {identity: Counter(MIXED.terms(text)) for identity, text in texts.items()}
    mean = max(sum(w.total() for w in words.values()) / max(len(words), 1), 1.0)
    scores = dict.fromkeys(texts, 0.0)
    for term, asked in Counter(MIXED.terms(query)).items():
        having = [identity for identity, w in words.items() if w[term]]
        idf = math.log1p((len(words) - len(having) + 0.5) / (len(having) + 0.5))
        for identity in having:
            count = words[identity][term]
            norm = 1.2 * (0.25 + 0.75 * words[identity].total() / mean)
            scores[identity] += asked * idf * count / (count + norm)
    return {identity: score for identity, score in scores.items() if score}


@settings(max_examples=20)
@given(st.lists(st.tuples(COLLECTION, st.sets(st.integers(0, 11))), max_size=4), TEXT)
def test_adding_and_deleting_leaves_what_one_writing_would_have_made(
    steps: list[tuple[dict[str, str], set[int]]], query: str
) -> None:
    living: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        with LexicalWriter(Path(folder)):
            pass
        for added, deleted in steps:
            gone = [f"d{number}" for number in deleted]
            with LexicalWriter(Path(folder)) as writer:
                writer.add(document(*pair) for pair in added.items())
                writer.delete(gone)
            living = {k: v for k, v in (living | added).items() if k not in gone}

        hits = LexicalIndex(Path(folder)).retrieve(query, 3)

    assert hits == LexicalRetriever(living.items()).retrieve(query, 3)


@given(COLLECTION, TEXT)
def test_scores_are_those_of_the_formula_but_for_their_scale(
    texts: dict[str, str], query: str
) -> None:
    exact = exact_bm25(texts, query)

    hits = LexicalRetriever(texts.items()).retrieve(query, 12)

    assert {hit.chunk for hit in hits} == set(exact)
    if hits:
        scale = hits[0].score / exact[hits[0].chunk]
        expected = [exact[hit.chunk] * scale for hit in hits]
        assert np.allclose([hit.score for hit in hits], expected, rtol=0, atol=SCORE_STEP)


@pytest.mark.parametrize("collection", ["cranfield", "xquad_en"])
def test_the_first_ten_are_those_of_bm25s(data: Path, collection: str) -> None:
    bm25s = pytest.importorskip("bm25s")
    texts = _lines(data / collection / "corpus.jsonl")
    queries = list(_lines(data / collection / "queries.jsonl").values())[:150]
    oracle = bm25s.BM25(k1=1.2, b=0.75, method="lucene", dtype="float64")
    oracle.index([MIXED.terms(text) for text in texts.values()], show_progress=False)
    ids = list(texts)

    retriever = LexicalRetriever(texts.items())

    for query in queries:
        scores = oracle.get_scores(MIXED.terms(query))
        expected = {ids[n]: scores[n] for n in np.argsort(-scores)[:10] if scores[n]}
        least = min(expected.values())
        of_all = dict(zip(ids, scores, strict=True))
        hits = retriever.retrieve(query, 10)
        assert len(hits) >= len(expected)
        assert all(of_all[hit.chunk] >= least - 1e-4 for hit in hits)


def _lines(path: Path) -> dict[str, str]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["_id"]: f"{row.get('title', '')} {row['text']}" for row in rows}


def test_many_segments_are_merged_and_answer_the_same(tmp_path: Path) -> None:
    texts = {f"d{n:02}": f"fee {'hostel ' * (n % 5)} number {n}" for n in range(12)}
    for pair in texts.items():
        with LexicalWriter(tmp_path) as writer:
            writer.add([document(*pair, shelf=pair[0][-1])])

    index = LexicalIndex(tmp_path)

    assert len(list(tmp_path.glob("*.segment.lengths.npy"))) <= 8
    assert index.retrieve("hostel 7", 10) == LexicalRetriever(texts.items()).retrieve(
        "hostel 7", 10
    )
    assert found(index, "fee", {"shelf": "1"}) == ["d01", "d11"]
    assert {d.id: d.text for d in index.documents()} == texts


def test_a_reader_keeps_its_documents_while_a_writer_deletes_them(tmp_path: Path) -> None:
    before = index_of(tmp_path, document("a", "hostel fee"), document("b", "visa"))

    with LexicalWriter(tmp_path) as writer:
        writer.delete(["a"])
        writer.add([document("c", "hostel fee")])

    assert found(before, "hostel") == ["a"]
    assert before.document("a") == document("a", "hostel fee")
    assert found(LexicalIndex(tmp_path), "hostel") == ["c"]


def test_an_index_opened_while_a_writer_commits_is_of_one_commit(tmp_path: Path) -> None:
    index_of(tmp_path, document("a", "0"), document("b", "0"))

    def commit() -> None:
        for number in range(1, 8):
            with LexicalWriter(tmp_path) as writer:
                writer.add([document("a", str(number)), document("b", str(number))])

    with ThreadPoolExecutor() as threads:
        writing = threads.submit(commit)
        while not writing.done():
            index = LexicalIndex(tmp_path)
            texts = {d.text for d in index.documents()}

            assert (len(texts), len(index)) == (1, 2)
        writing.result()


def test_an_update_reads_again_only_what_has_changed(tmp_path: Path) -> None:
    index_of(tmp_path, *(document(i, f"fee {i}") for i in ("same", "edited", "gone")))

    with LexicalWriter(tmp_path) as writer:
        changes = writer.update(
            [document("same", "fee same"), document("edited", "visa"), document("new", "bus")]
        )

    assert changes == Changes(added_count=1, changed_count=1, unchanged_count=1, deleted_count=1)
    assert sorted(d.id for d in LexicalIndex(tmp_path).documents()) == ["edited", "new", "same"]
    assert found(LexicalIndex(tmp_path), "fee") == ["same"]


def test_an_update_sees_a_changed_title_and_changed_metadata(tmp_path: Path) -> None:
    index_of(tmp_path, document("a", "fee", year=1), document("b", "fee"))
    retitled = IndexedDocument(id="b", title="Visa", text="fee")

    with LexicalWriter(tmp_path) as writer:
        changes = writer.update([document("a", "fee", year=2), retitled])

    assert changes.changed_count == 2
    assert found(LexicalIndex(tmp_path), "visa") == ["b"]


def test_an_update_refuses_two_documents_of_one_id(tmp_path: Path) -> None:
    index_of(tmp_path, document("a", "fee"))

    with pytest.raises(RequestError, match="two documents"), LexicalWriter(tmp_path) as writer:
        writer.update([document("b", "one"), document("b", "two")])

    assert found(LexicalIndex(tmp_path), "fee one two") == ["a"]


def test_the_last_of_equal_ids_is_the_one_that_is_found(tmp_path: Path) -> None:
    index = index_of(tmp_path, document("a", "fee"), document("a", "visa"))

    assert (len(index), found(index, "fee"), found(index, "visa")) == (1, [], ["a"])


ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY_TEXT
METADATA = st.dictionaries(ANY_TEXT, SCALARS | st.lists(SCALARS, max_size=3), max_size=3)


@settings(max_examples=20)
@given(ANY_TEXT.filter(bool), ANY_TEXT, ANY_TEXT, METADATA)
def test_a_document_comes_back_as_it_was_given_and_passes_its_own_filters(
    identity: str, title: str, text: str, metadata: dict[str, Json]
) -> None:
    given_one = IndexedDocument(id=identity, title=title, text=text, metadata=metadata)
    wanted = {k: v for k, v in metadata.items() if v != [] and v not in (math.inf, -math.inf)}

    with TemporaryDirectory() as folder:
        if any(v in (math.inf, -math.inf) for v in _scalars(metadata)):
            with pytest.raises(RequestError, match="not JSON"):
                index_of(Path(folder), given_one)
            return
        index = index_of(Path(folder), given_one)

        assert index.document(identity) == given_one
        assert index.passing(wanted).tolist() == [True]


def _scalars(metadata: dict[str, Json]) -> Sequence[Json]:
    return [
        s
        for v in metadata.values()
        for s in (v if isinstance(v, list) else [v])
        if isinstance(s, float)
    ]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"style": "Mughal"}, ["a", "b"]),
        ({"style": ["Mughal", "Chola"]}, ["a", "b", "c"]),
        ({"year": {"from": 1600, "to": 1700}}, ["a"]),
        ({"year": {"from": 1100}}, ["a", "b"]),
        ({"year": {"to": 1100}}, ["c"]),
        ({"year": 1632.0}, ["a"]),
        ({"style": "Mughal", "year": {"to": 1600}}, ["b"]),
        ({"style": {"from": "D"}}, ["a", "b"]),
        ({"year": "1632"}, []),
        ({"open": True}, ["a"]),
        ({"open": 1}, []),
        ({"unknown": 1}, []),
    ],
)
def test_filters_let_pass_what_they_name(
    tmp_path: Path, where: dict[str, Json], expected: list[str]
) -> None:
    index = index_of(
        tmp_path,
        document("a", "tomb", style=["Mughal", "Persian"], year=1632, open=True),
        document("b", "tomb", style="Mughal", year=1562.5),
        document("c", "tomb", style="Chola", year=1010),
    )

    assert sorted(found(index, "tomb", where)) == expected
    assert index.fields == ("open", "style", "year")


@pytest.mark.parametrize("bad", [{"above": 3}, {}, {"from": 1, "upto": 2}])
def test_a_filter_that_is_no_range_is_refused(tmp_path: Path, bad: Json) -> None:
    index = index_of(tmp_path, document("a", "tomb", year=1632))

    with pytest.raises(RequestError, match="no range"):
        index.search("tomb", 5, {"year": bad})


def test_filtered_hits_keep_their_scores(tmp_path: Path) -> None:
    texts = {f"d{n}": f"fee {'hostel ' * n}bus" for n in range(30)}
    index = index_of(
        tmp_path, *(document(k, v, even=n % 2) for n, (k, v) in enumerate(texts.items()))
    )
    scores = {hit.chunk: hit.score for hit in index.retrieve("hostel fee", 30)}

    hits = index.search("hostel fee", 5, {"even": 0})

    assert [hit.score for hit in hits] == sorted(
        (scores[f"d{n}"] for n in range(0, 30, 2)), reverse=True
    )[:5]


def test_scores_by_number_are_those_of_the_hits(tmp_path: Path) -> None:
    index = index_of(tmp_path, *(document(f"d{n}", f"fee {'bus ' * n}") for n in range(9)))

    scores = index.scores("bus fee")

    for hit in index.retrieve("bus fee", 9):
        number = index.number_of(hit.chunk)
        assert number is not None
        assert scores[number] == pytest.approx(hit.score, abs=1e-6)


def test_an_index_keeps_its_analyser(tmp_path: Path) -> None:
    with LexicalWriter(tmp_path, "code") as writer:
        writer.add([document("a", "readAllLines")])

    assert LexicalIndex(tmp_path).analyser.name == "code"
    assert found(LexicalIndex(tmp_path), "lines") == ["a"]
    with (
        pytest.raises(RequestError, match="reads its texts as code"),
        LexicalWriter(tmp_path, "english"),
    ):
        pass


def test_an_index_read_by_other_stems_is_refused(tmp_path: Path) -> None:
    with FolderWriter(tmp_path) as writer:
        about = {"analyser": "english", "identity": "english@0 Snowball 1.0"}
        writer.commit("lexical", [writer.part("lexical", "lexical", {}, about)])

    with pytest.raises(RequestError, match="index the documents again"):
        LexicalIndex(tmp_path)


def test_a_folder_with_another_index_holds_no_documents(tmp_path: Path) -> None:
    with FolderWriter(tmp_path) as writer:
        writer.commit("graph", [])

    with pytest.raises(InputError, match="no documents"):
        LexicalIndex(tmp_path)


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        ("postings.documents", lambda index: index.retrieve("hostel", 1)),
        ("postings.counts", lambda index: index.retrieve("hostel", 1)),
        ("texts.blob", lambda index: index.document("a")),
    ],
)
def test_a_damaged_place_is_told_when_it_is_read(
    tmp_path: Path, key: str, ask: Callable[[LexicalIndex], object]
) -> None:
    index_of(tmp_path, document("a", "hostel hostel"))
    file = next(tmp_path.glob(f"*.{key}.npy"))
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)

    index = LexicalIndex(tmp_path)

    with pytest.raises(IndexCorrupt, match="damaged"):
        ask(index)


def test_every_other_damage_is_told_when_the_index_is_opened(tmp_path: Path) -> None:
    index_of(tmp_path, document("a", "hostel fee", year=1), document("b", "visa"))
    read_in_places = ("postings.documents.npy", "postings.counts.npy", "texts.blob.npy")

    for file in tmp_path.glob("*.npy"):
        if file.name.endswith(read_in_places):
            continue
        good = file.read_bytes()
        file.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        with pytest.raises(IndexCorrupt):
            LexicalIndex(tmp_path)
        file.write_bytes(good)

    assert found(LexicalIndex(tmp_path), "visa") == ["b"]


def test_damage_is_not_merged_into_a_new_segment(tmp_path: Path) -> None:
    for number in range(8):
        index_of(tmp_path, document(f"d{number}", "hostel fee"))
    file = next(tmp_path.glob("*.postings.counts.npy"))
    file.write_bytes(file.read_bytes()[:-1] + b"\x09")

    with pytest.raises(IndexCorrupt):
        index_of(tmp_path, document("last", "fee"))


def test_metadata_that_is_not_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="a: its metadata is not JSON"):
        index_of(tmp_path, document("a", "fee", when={1, 2}))


def test_a_document_without_an_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="without an id"):
        index_of(tmp_path, document("", "fee"))


def test_an_index_of_nothing_answers_with_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path)

    assert (len(index), index.retrieve("fee", 5), index.document("a")) == (0, [], None)
