"""Vectors as bytes: near to what they were, whole in their files, and found through a graph."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from groundsmith.errors import IndexCorrupt
from groundsmith.index.collection import Collection, CollectionWriter, Embedding
from groundsmith.index.collection.reading import DENSE
from groundsmith.index.collection.voices import Voices
from groundsmith.index.dense.nearest import Nearest, built
from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.files import FolderWriter, Snapshot
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.near_voice import NearVoice
from groundsmith.index.voices import DenseVoice, Floats, Query, Voice

COUNT = 3_000


def unit(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def rows(count: int = COUNT, dimensions: int = 48) -> NDArray[np.float32]:
    """Rows in clusters, as those of texts are."""
    chance = np.random.default_rng(7)
    centres = chance.standard_normal((30, dimensions))
    made = centres[chance.integers(30, size=count)] + chance.standard_normal((count, dimensions))
    return unit(made)


@given(arrays(np.float32, (5, 16), elements=st.floats(-1, 1, width=32, allow_subnormal=False)))
def test_a_row_keeps_its_direction_and_zeros_stay_zeros(given_rows: NDArray[np.float32]) -> None:
    vectors = Vectors.of(given_rows)

    kept = vectors.rows(range(5))

    for before, after in zip(given_rows, kept, strict=True):
        if before.any():
            assert before @ after >= 0.999 * np.linalg.norm(before.astype(np.float64))
            assert abs(float(np.linalg.norm(after)) - 1) < 1e-5
        else:
            assert not after.any()


def test_every_cosine_is_that_of_the_rows() -> None:
    vectors = Vectors.of(rows())

    found = vectors.cosines(rows()[5])

    assert np.allclose(found, rows() @ rows()[5], atol=0.01)
    assert np.allclose(found, vectors.rows(range(COUNT)) @ rows()[5], atol=1e-5)


def test_a_file_of_them_is_a_quarter_of_that_of_floats() -> None:
    held = sum(array.nbytes for array in Vectors.of(rows(dimensions=384)).arrays().values())

    assert held < rows(dimensions=384).nbytes * 0.26


def test_the_graph_finds_nearly_all_of_the_nearest_and_is_the_same_each_time() -> None:
    vectors = Vectors.of(rows())

    stored = built(vectors)
    graph = Nearest(stored, 48)

    assert np.array_equal(stored, built(vectors))
    found = [set(graph.find(row, 10).tolist()) for row in rows()[:50]]
    exact = [set(np.argsort(-(rows() @ row))[:10].tolist()) for row in rows()[:50]]
    assert np.mean([len(a & b) / 10 for a, b in zip(found, exact, strict=True)]) > 0.9


class Rows:
    """Embeds a text that ends in a number as the row of that number; the seam Embedder."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return rows()[[int(text.split()[-1]) for text in texts]]


def scored(voice: Voice, query: Query) -> Floats:
    scores = voice.scores(query)
    assert scores is not None
    return scores


@pytest.fixture(scope="module")
def near() -> NearVoice:
    """Beside the graph, another voice likes the documents from 2,900 on."""
    vectors = Vectors.of(rows())
    liked = np.arange(COUNT) >= 2_900
    graph = Nearest(built(vectors), rows().shape[1])
    return NearVoice(DenseVoice(vectors, Rows()), graph, lambda _: np.asarray(liked, np.float64))


def test_the_nearest_are_found_as_if_all_were_compared(near: NearVoice) -> None:
    whole = DenseVoice(Vectors.of(rows()), Rows())

    found = scored(near, Query(text="5"))
    exact = scored(whole, Query(text="5"))

    assert len({*np.argsort(-exact)[:10]} & {*np.argsort(-found)[:10]}) >= 9
    measured = found > found.min()
    assert np.allclose(found[measured], exact[measured], atol=1e-6)
    assert measured[2_900:].sum() > 90
    assert 100 < measured.sum() < COUNT


def test_where_only_some_may_be_found_none_is_overlooked(near: NearVoice) -> None:
    whole = DenseVoice(Vectors.of(rows()), Rows())

    narrowed = scored(near, Query(like=5, narrowed=True))

    assert np.array_equal(narrowed, scored(whole, Query(like=5)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection that is large enough for a graph, because 200 documents are many here."""
    place = tmp_path_factory.mktemp("vectors") / "index"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("groundsmith.index.collection.writing.MOST_COMPARED", 200)
        documents = (
            IndexedDocument(id=f"d{n}", title="", text=f"Gate {n}", metadata={}) for n in range(201)
        )
        by = Embedding(name="rows", embedder=Rows())
        with CollectionWriter(place, "english", embedding=lambda _: by) as writer:
            writer.refresh(documents)
    return place


def dense_voice(collection: Collection) -> Voice:
    voices = {voice.name: voice for voice in Voices(collection, lambda _: Rows()).all()}
    return voices[DENSE].voice


def test_a_large_collection_is_searched_through_its_graph(folder: Path) -> None:
    collection = Collection(folder)

    voice = dense_voice(collection)

    assert isinstance(voice, NearVoice)
    assert int(np.argmax(scored(voice, Query(text="5")))) == collection.documents.number_of("d5")


def test_without_usearch_all_are_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groundsmith.index.collection.reading.is_installed", lambda: False)

    assert isinstance(dense_voice(Collection(folder)), DenseVoice)


def test_a_damaged_graph_is_an_error_that_names_its_file(folder: Path, tmp_path: Path) -> None:
    damaged = copied(folder, tmp_path / "damaged")
    file = next(damaged.glob("*dense.nearest.npy"))
    file.write_bytes(file.read_bytes()[:-1] + b"?")

    with pytest.raises(IndexCorrupt, match="nearest"):
        assert Collection(damaged).nearest


def test_an_index_with_floats_is_still_read(folder: Path, tmp_path: Path) -> None:
    older = copied(folder, tmp_path / "older")
    part = Snapshot(older).manifest.of_kind(DENSE)[0]
    with FolderWriter(older) as files:
        floats = Collection(folder).vectors.rows(range(201))
        files.commit(DENSE, [files.part(DENSE, DENSE, {"vectors": floats}, part.about)])

    now, before = Collection(folder).vectors, Collection(older).vectors

    assert np.array_equal(now.codes, before.codes)
    assert isinstance(dense_voice(Collection(older)), DenseVoice)


def copied(folder: Path, to: Path) -> Path:
    to.mkdir()
    for file in folder.iterdir():
        (to / file.name).write_bytes(file.read_bytes())
    return to
