"""all-MiniLM-L6-v2 on numpy: sentence embeddings without torch.

A BERT encoder of six layers (Devlin et al. 2019; Wang et al. 2020) whose token vectors are
averaged, as its authors train it. Texts of like length are computed together, without padding one
another more than they must; what is longer than 256 tokens is cut there, as in training.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import RequestError
from groundsmith.index.dense.weights import NAME, unpacked

Vectors = NDArray[np.float32]

_LAYERS = 6
_HEADS = 12
_MOST_TOKENS = 256
_TOKENS_TOGETHER = 4096
_EPSILON = 1e-12


class MiniLM:
    """The seam Embedder; one model of 91 MB in memory, computed on the CPU.

    Args:
        folder: Where `make dense` unpacked it; `None` is beside the installed package.

    Raises:
        RequestError: It is not there, is not the one we know, or the `dense` extra is missing.
    """

    name = NAME
    dimensions = 384

    def __init__(self, folder: Path | None = None) -> None:
        weights, tokenizer = unpacked(folder)
        try:
            from safetensors.numpy import load
            from tokenizers import Tokenizer
        except ImportError as error:
            raise RequestError(
                "dense vectors need the extra `dense`: pip install 'groundsmith[dense]'"
            ) from error
        self._weights: dict[str, Vectors] = load(weights)
        self._tokenizer = Tokenizer.from_str(tokenizer.decode())
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.no_padding()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Float array of shape (len(texts), 384), rows of unit length."""
        known = [text.encode("utf-8", "replace").decode() for text in texts]
        ids = [each.ids for each in self._tokenizer.encode_batch(known)]
        vectors = np.zeros((len(ids), self.dimensions), dtype=np.float32)
        for places in _batches([len(each) for each in ids]):
            vectors[places] = self._encoded([ids[place] for place in places])
        return vectors

    def _encoded(self, ids: Sequence[Sequence[int]]) -> Vectors:
        longest = max(map(len, ids))
        padded = np.zeros((len(ids), longest), dtype=np.int64)
        there = np.zeros((len(ids), longest), dtype=np.float32)
        for row, tokens in enumerate(ids):
            padded[row, : len(tokens)] = tokens
            there[row, : len(tokens)] = 1
        hidden = self._embedded(padded)
        hidden_from = ((1 - there) * np.float32(-1e9))[:, None, None, :]
        for layer in range(_LAYERS):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, hidden_from)
        summed = np.einsum("bth,bt->bh", hidden, there)
        return _unit(summed)

    def _embedded(self, padded: NDArray[np.int64]) -> Vectors:
        w = self._weights
        summed = (
            w["embeddings.word_embeddings.weight"][padded]
            + w["embeddings.position_embeddings.weight"][: padded.shape[1]]
            + w["embeddings.token_type_embeddings.weight"][0]
        )
        return self._normed("embeddings.LayerNorm", summed)

    def _layer(self, name: str, hidden: Vectors, hidden_from: Vectors) -> Vectors:
        attended = self._linear(
            f"{name}.attention.output.dense", self._heads(name, hidden, hidden_from)
        )
        hidden = self._normed(f"{name}.attention.output.LayerNorm", attended + hidden)
        inner = _gelu(self._linear(f"{name}.intermediate.dense", hidden))
        outer = self._linear(f"{name}.output.dense", inner)
        return self._normed(f"{name}.output.LayerNorm", outer + hidden)

    def _heads(self, name: str, hidden: Vectors, hidden_from: Vectors) -> Vectors:
        """Scaled dot-product attention of every head (Vaswani et al. 2017)."""
        count, length, width = hidden.shape

        def split(part: str) -> Vectors:
            projected = self._linear(f"{name}.attention.self.{part}", hidden)
            return projected.reshape(count, length, _HEADS, -1).transpose(0, 2, 1, 3)

        query, key, value = split("query"), split("key"), split("value")
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32((width // _HEADS) ** 0.5)
        scores += hidden_from
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        attended = np.asarray(scores @ value, dtype=np.float32)
        return attended.transpose(0, 2, 1, 3).reshape(hidden.shape)

    def _linear(self, name: str, given: Vectors) -> Vectors:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        flat = given.reshape(-1, given.shape[-1]) @ weight.T
        flat += bias
        return flat.reshape(*given.shape[:-1], -1)

    def _normed(self, name: str, given: Vectors) -> Vectors:
        centred: Vectors = given - given.mean(axis=-1, keepdims=True)
        variance = np.einsum("...h,...h->...", centred, centred)[..., None] / given.shape[-1]
        centred /= np.sqrt(variance + np.float32(_EPSILON))
        centred *= self._weights[f"{name}.weight"]
        centred += self._weights[f"{name}.bias"]
        return centred


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of like length, so many that their padded tokens stay within bounds."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batch: list[int] = []
    for place in order:
        if batch and (len(batch) + 1) * lengths[place] > _TOKENS_TOGETHER:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _gelu(given: Vectors) -> Vectors:
    """x·Φ(x), with erf to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    scaled = np.abs(given) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * scaled)
    series = np.float32(1.061405429) * t - np.float32(1.453152027)
    for factor in (1.421413741, -0.284496736, 0.254829592):
        series *= t
        series += np.float32(factor)
    erf = np.copysign(1 - series * t * np.exp(-scaled * scaled), given)
    return np.asarray(given * (1 + erf) * np.float32(0.5), dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)
