"""A judge that reads claim and evidence together: any cross-encoder in ONNX form, on the CPU.

The folder holds `model.onnx`, `tokenizer.json` and, for a model that tells entailment from
contradiction, a `config.json` with its labels (`id2label`), as exporters write them. A model of one
output says how far the evidence supports the claim, and can refute nothing.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import RequestError
from groundsmith.records import Claim, Evidence, Json, JudgedClaim, Verdict, rounded
from groundsmith.verify.judges.unjudged import unjudged

_MOST_TOKENS = 512
_MOST_PASSAGES = 16
_EVEN = 0.5


class CrossEncoderJudge:
    """What a cross-encoder makes of a claim; the seam Judge.

    Raises:
        RequestError: The folder holds no such model, or the `cross` extra is missing.
    """

    def __init__(self, folder: Path) -> None:
        try:
            from onnxruntime import InferenceSession
            from tokenizers import Tokenizer
        except ImportError as error:
            raise RequestError(
                "a cross-encoder needs the extra `cross`: pip install 'groundsmith[cross]'"
            ) from error
        self.name = f"cross-encoder:{folder.name}@1"
        self._folder = folder
        try:
            self._session = InferenceSession(
                str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # both raise bare exceptions for files they cannot read
            raise RequestError(f"{folder}: no cross-encoder here: {error}") from error
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        self._supports, self._refutes = _columns(folder)

    @cached_property
    def sha256(self) -> str:
        """Hash of the model's file: what it is, wherever it lies."""
        with (self._folder / "model.onnx").open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """The verdict on the passage that supports it best; UNCHECKED without evidence."""
        if not claim.kind.checkable:
            why = f"not checkable: a {claim.kind.value.replace('_', ' ')}"
            return unjudged(claim, self.name, why)
        if not evidence or not any(map(str.isalnum, claim.text)):
            return unjudged(claim, self.name, "there is nothing to compare")
        shown = list(evidence)[:_MOST_PASSAGES]
        supported, refuted = self._probabilities(claim.text, [place.text for place in shown])
        best, worst = int(supported.argmax()), int(refuted.argmax())
        contradicted = supported[best] < _EVEN <= refuted[worst]
        place = shown[worst if contradicted else best]
        verdict = Verdict.SUPPORTED if supported[best] >= _EVEN else Verdict.NOT_ENOUGH_INFO
        return JudgedClaim(
            text=claim.text,
            kind=claim.kind,
            verdict=Verdict.REFUTED if contradicted else verdict,
            score=rounded(float(supported[best])),
            judge=self.name,
            evidence=(place,),
            reason=f"support {supported[best]:.2f}, contradiction {refuted[worst]:.2f}",
        )

    def _probabilities(
        self, claim: str, passages: Sequence[str]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Of support and of contradiction, for each passage."""
        known = [_utf8(passage) for passage in passages]
        encoded = self._tokenizer.encode_batch([(passage, _utf8(claim)) for passage in known])
        given = {
            "input_ids": [each.ids for each in encoded],
            "attention_mask": [each.attention_mask for each in encoded],
            "token_type_ids": [each.type_ids for each in encoded],
        }
        wanted = {held.name for held in self._session.get_inputs()}
        inputs = {name: np.array(rows, np.int64) for name, rows in given.items() if name in wanted}
        logits = np.asarray(self._session.run(None, inputs)[0], dtype=np.float64)
        if logits.shape[1] == 1:
            return 1 / (1 + np.exp(-logits[:, 0])), np.zeros(len(logits))
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        refuted = shares[:, self._refutes] if self._refutes is not None else np.zeros(len(shares))
        return shares[:, self._supports], refuted


def _columns(folder: Path) -> tuple[int, int | None]:
    """Which outputs mean support and contradiction; one output means support."""
    try:
        config: Json = json.loads((folder / "config.json").read_text("utf-8"))
        labels = {str(name).lower(): int(at) for at, name in config.get("id2label", {}).items()}
    except FileNotFoundError:
        labels = {}
    except (OSError, ValueError, AttributeError) as error:
        raise RequestError(f"{folder / 'config.json'}: unreadable: {error}") from error
    supports = next((at for name, at in labels.items() if name in _SUPPORTING), 0)
    refutes = next((at for name, at in labels.items() if name in _REFUTING), None)
    if len(labels) > 1 and not any(name in _SUPPORTING for name in labels):
        known = ", ".join(sorted(labels))
        raise RequestError(f"{folder / 'config.json'}: no label means support: {known}")
    return supports, refutes


_SUPPORTING = frozenset({"entailment", "supported", "supports", "consistent", "entails"})
_REFUTING = frozenset({"contradiction", "refuted", "refutes", "contradicts"})


def _utf8(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
