from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from groundsmith.index.dense.vectors import Vectors
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.index.voices import DenseVoice, LexicalVoice, PopularVoice, Query

TEXTS = ["a stone gate", "a gate of old stone", "bronze bells", "bells and a bronze gate"]


class Compass:
    """An embedder that knows two directions."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[0.0, 1.0] if "north" in text else [1.0, 0.0] for text in texts], "f4")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    with LexicalWriter(folder, "english") as writer:
        writer.add(
            IndexedDocument(id=f"d{number}", title="Bells" if number == 3 else "", text=text)
            for number, text in enumerate(TEXTS)
        )
    return LexicalIndex(folder)


def test_words_that_no_document_has_say_nothing(index: LexicalIndex) -> None:
    assert LexicalVoice(index).scores(Query(text="moon")) is None


def test_a_word_of_the_title_counts_for_more_than_one_of_the_text(index: LexicalIndex) -> None:
    scores = LexicalVoice(index, feedback=False).scores(Query(text="bells"))

    assert scores is not None
    assert scores[3] > scores[2] > scores[0] == 0


def test_a_document_asks_with_its_own_words(index: LexicalIndex) -> None:
    scores = LexicalVoice(index).scores(Query(like=0))

    assert scores is not None
    assert scores[1] > scores[3] > scores[2] == 0


def test_a_query_of_common_words_finds_what_its_first_hits_speak_of(index: LexicalIndex) -> None:
    plain = LexicalVoice(index, feedback=False).scores(Query(text="gate"))
    grown = LexicalVoice(index).scores(Query(text="gate"))

    assert plain is not None
    assert grown is not None
    assert plain[2] == 0 < grown[2]


def test_a_text_is_compared_with_every_vector() -> None:
    voice = DenseVoice(Vectors.of(np.array([[1, 0], [0, 1], [0.6, 0.8]], "f4")), Compass())

    scores = voice.scores(Query(text="the north"))

    assert scores is not None
    assert np.allclose(scores, [0, 1, 0.8], atol=0.01)


def test_a_document_without_a_vector_is_like_nothing_that_we_know() -> None:
    voice = DenseVoice(Vectors.of(np.array([[1, 0], [0, 0]], "f4")), Compass())

    assert voice.scores(Query(like=1)) is None
    assert voice.scores(Query(like=0)) is not None


def test_an_empty_collection_has_nothing_popular() -> None:
    assert PopularVoice(np.zeros(0)).scores(Query(text="anything")) is None
