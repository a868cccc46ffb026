"""all-MiniLM-L6-v2 on numpy says what its authors' own program says."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.errors import RequestError
from groundsmith.index.dense.minilm import MiniLM
from groundsmith.index.dense.recalling import Recalling
from groundsmith.index.dense.weights import is_unpacked

EATING = "A man is eating food."


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    if not is_unpacked():
        pytest.skip("no embedding model: make dense")
    return MiniLM()


def test_it_gives_the_cosine_that_its_authors_print(minilm: MiniLM) -> None:
    # Documentation of Sentence Transformers, "Semantic Textual Similarity": 0.7553.
    one, other = minilm.embed([EATING, "A man is eating a piece of bread."])

    assert float(one @ other) == pytest.approx(0.7553, abs=1e-4)


def test_the_texts_beside_it_do_not_change_a_vector(minilm: MiniLM) -> None:
    long = "The river runs below the bridge. " * 40

    alone, beside = minilm.embed([EATING])[0], minilm.embed([long, EATING, ""])[1]

    assert np.allclose(alone, beside, atol=1e-5)


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(), max_size=60), max_size=4))
def test_any_text_has_a_vector_of_unit_length(minilm: MiniLM, texts: list[str]) -> None:
    vectors = minilm.embed(texts)

    assert vectors.shape == (len(texts), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_file_that_is_not_the_one_we_know_is_refused(tmp_path: Path) -> None:
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"not weights")

    with pytest.raises(RequestError, match="not the file we know"):
        MiniLM(tmp_path)


def test_a_folder_without_it_names_the_command_that_brings_it(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="make dense"):
        MiniLM(tmp_path)


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", EATING]), max_size=5), max_size=4))
def test_what_is_recalled_is_what_was_embedded(minilm: MiniLM, asked: list[list[str]]) -> None:
    recalling = Recalling(minilm)

    for texts in asked:
        assert np.allclose(recalling.embed(texts), minilm.embed(texts), atol=1e-5)
