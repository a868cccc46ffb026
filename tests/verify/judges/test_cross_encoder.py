"""A cross-encoder in ONNX form: real files, a real runtime, a model small enough to read."""

import asyncio
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from groundsmith.errors import RequestError
from groundsmith.records import Claim, ClaimKind, Evidence, JudgedClaim, Verdict
from groundsmith.verify.judges.cross_encoder import CrossEncoderJudge

WORDS = {"[UNK]": 0, "agreed": 1, "denied": 2}
LABELS = {"0": "contradiction", "1": "neutral", "2": "ENTAILMENT"}


def encoder(folder: Path, outputs: int = 3, labels: dict[str, str] | None = None) -> Path:
    """A model that hears two words: `agreed` speaks for the claim, `denied` against it."""
    table = np.zeros((3, outputs), dtype=np.float32)
    table[1, -1], table[2, 0] = 6.0, 6.0 if outputs > 1 else -6.0
    table[0, outputs // 2] += 0.1
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["each"]),
        helper.make_node("ReduceSum", ["each", "axis"], ["logits"], keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "listens",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["rows", "tokens"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["rows", outputs])],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(np.array([1], dtype=np.int64), "axis"),
        ],
    )
    opset = [helper.make_opsetid("", 13)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), folder / "model.onnx")
    tokenizer = Tokenizer(WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    if labels is not None:
        (folder / "config.json").write_text(json.dumps({"id2label": labels}))
    return folder


def judged(folder: Path, *passages: str, kind: ClaimKind = ClaimKind.QUALITATIVE) -> JudgedClaim:
    claim = Claim(text="They shook hands.", start=0, stop=17, kind=kind)
    shown = [
        Evidence(input=number, start=5, stop=5 + len(text), text=text)
        for number, text in enumerate(passages)
    ]
    return asyncio.run(CrossEncoderJudge(folder).judge(claim, shown))


def test_the_passage_that_supports_best_decides(tmp_path: Path) -> None:
    found = judged(encoder(tmp_path, labels=LABELS), "nobody came", "both sides agreed", "rain")

    assert (found.verdict, found.evidence[0].input) == (Verdict.SUPPORTED, 1)
    assert found.score is not None
    assert found.score > 0.9


def test_a_contradiction_refutes_where_nothing_supports(tmp_path: Path) -> None:
    folder = encoder(tmp_path, labels=LABELS)

    assert judged(folder, "one side denied it").verdict is Verdict.REFUTED
    assert judged(folder, "one side denied it", "both agreed").verdict is Verdict.SUPPORTED
    assert judged(folder, "rain").verdict is Verdict.NOT_ENOUGH_INFO


def test_a_model_of_one_output_refutes_nothing(tmp_path: Path) -> None:
    folder = encoder(tmp_path, outputs=1)

    assert judged(folder, "both agreed").verdict is Verdict.SUPPORTED
    assert judged(folder, "one side denied it").verdict is Verdict.NOT_ENOUGH_INFO


def test_what_cannot_be_compared_has_no_score(tmp_path: Path) -> None:
    question = judged(encoder(tmp_path, labels=LABELS), "agreed", kind=ClaimKind.QUESTION)
    alone = judged(tmp_path)

    assert (question.verdict, question.score) == (Verdict.UNCHECKED, None)
    assert (alone.verdict, alone.score) == (Verdict.UNCHECKED, None)


def test_a_folder_that_holds_no_model_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")

    with pytest.raises(RequestError, match="no cross-encoder here"):
        CrossEncoderJudge(tmp_path)


def test_labels_of_which_none_means_support_are_refused(tmp_path: Path) -> None:
    folder = encoder(tmp_path, labels={"0": "POSITIVE", "1": "NEGATIVE", "2": "MIXED"})

    with pytest.raises(RequestError, match="no label means support: mixed, negative, positive"):
        CrossEncoderJudge(folder)
