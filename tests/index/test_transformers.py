"""sentence-transformers as an embedder: what is said without it, and that it embeds as MiniLM does.

The latter needs torch, which is in no extra that the tests install:

    pip install 'groundsmith[dense,transformers]'; make dense
    pytest -m transformers
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from groundsmith.errors import RequestError
from groundsmith.index.dense.transformers import SentenceTransformers
from groundsmith.settings import GroundsmithSettings, Loaded

TEXTS = ["Shah Jahan built the white tomb.", "", "Stairs lead down to water. " * 80]


def test_where_it_is_not_installed_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(RequestError, match=r"pip install 'groundsmith\[transformers\]'"):
        SentenceTransformers("sentence-transformers:any")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """MiniLM as the library wants it: the pinned weights, and what its authors say beside them."""
    place = tmp_path / "minilm"
    place.mkdir()
    from_here = Path(sys.prefix) / "share" / "groundsmith" / "minilm"
    for name in ("model.safetensors", "tokenizer.json"):
        shutil.copy(from_here / name, place / name)
    bert = {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": 384,
        "num_hidden_layers": 6,
        "num_attention_heads": 12,
        "intermediate_size": 1536,
        "max_position_embeddings": 512,
        "vocab_size": 30522,
        "type_vocab_size": 2,
        "pad_token_id": 0,
    }
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "pool", "type": "sentence_transformers.models.Pooling"},
    ]
    pooling = {"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True}
    limits = {"max_seq_length": 256, "do_lower_case": False}
    (place / "pool").mkdir()
    for name, content in (
        ("config.json", bert),
        ("modules.json", modules),
        ("pool/config.json", pooling),
        ("sentence_bert_config.json", limits),
        ("tokenizer_config.json", {"tokenizer_class": "BertTokenizer", "do_lower_case": True}),
    ):
        (place / name).write_text(json.dumps(content), "utf-8")
    return place


@pytest.mark.transformers
def test_a_folder_of_minilm_embeds_as_minilm_does(folder: Path) -> None:
    from groundsmith.index.dense.minilm import MiniLM

    made = SentenceTransformers(f"sentence-transformers:{folder}").embed(TEXTS)

    assert np.allclose(made, MiniLM().embed(TEXTS), atol=1e-4)


@pytest.mark.transformers
def test_another_model_in_the_folder_is_found_out(folder: Path) -> None:
    name = SentenceTransformers(f"sentence-transformers:{folder}").name
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 128}', "utf-8")

    with pytest.raises(RequestError, match="another model"):
        SentenceTransformers(name)


@pytest.mark.transformers
def test_documents_are_indexed_and_found_by_it(folder: Path, tmp_path: Path) -> None:
    from groundsmith.app.collections.indexing import ToIndex, index
    from groundsmith.app.collections.searching import open_collection
    from groundsmith.app.collections.vectors import Embedders

    (tmp_path / "docs").mkdir()
    for name, text in (("tomb", "A white tomb."), ("wells", "Stairs lead down to water.")):
        (tmp_path / "docs" / f"{name}.md").write_text(f"# {name}\n\n{text * 4}", "utf-8")
    given = {"index": {"embed": f"sentence-transformers:{folder}"}}
    loaded = Loaded.made(GroundsmithSettings.model_validate(given))

    with Embedders(loaded).choosing() as choose:
        asked = ToIndex(inputs=[str(tmp_path / "docs")], out=tmp_path / "ix")
        figures = index(asked, loaded.settings, embedding=choose)
    found = open_collection(tmp_path / "ix", loaded).search("where one drinks", method="dense")

    assert str(figures.embedder).startswith(f"sentence-transformers:{folder}@")
    assert found.degraded == ()
    assert found.hits[0].id == "wells.md"
