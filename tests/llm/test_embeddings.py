"""Texts become unit vectors in their order, however many calls it takes."""

import asyncio
import random

import numpy as np
import pytest
from pydantic import SecretStr

from groundsmith.errors import AnswerCut, KeyRefused
from groundsmith.llm.build import endpoint_of
from groundsmith.llm.embeddings import Batches, EndpointEmbedder, vectors_in
from groundsmith.testing import FakeProvider, FixedClock, Outcome, Script
from groundsmith.testing.asking import KEY, settings_for

TEXTS = [f"text {n} " + "abc"[n % 3] * n for n in range(25)]


def embedder(fake: FakeProvider) -> EndpointEmbedder:
    return EndpointEmbedder(
        endpoint_of(settings_for(fake), SecretStr(KEY)),
        clock=FixedClock(),
        chance=random.Random(0),
        batches=Batches(texts=4, in_flight=3),
    )


def test_vectors_stand_in_the_order_of_their_texts() -> None:
    with FakeProvider() as provider:
        together = embedder(provider).embed(TEXTS)
        alone = np.concatenate([embedder(provider).embed([text]) for text in TEXTS])

    assert together.shape == (25, 16)
    assert np.allclose(together, alone)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0)


def test_a_failed_call_is_repeated() -> None:
    script = Script(first=(Outcome(status=503), Outcome(status=429, retry_after="5")))

    with FakeProvider(script) as provider:
        vectors = embedder(provider).embed(TEXTS)
        bill = provider.bill()

    assert len(vectors) == 25
    assert bill.request_count == 9


def test_it_works_within_a_running_loop_too() -> None:
    async def main(fake: FakeProvider) -> int:
        return len(embedder(fake).embed(["a", "b"]))

    with FakeProvider() as provider:
        assert asyncio.run(main(provider)) == 2


def test_a_wrong_key_is_said_as_for_any_call() -> None:
    with FakeProvider(Script(key="other")) as provider, pytest.raises(KeyRefused):
        embedder(provider).embed(["a"])


def test_no_text_makes_no_call() -> None:
    with FakeProvider() as provider:
        vectors = embedder(provider).embed([])

    assert len(vectors) == 0


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"data": None},
        {"data": [{"index": 0, "embedding": [1.0]}]},
        {"data": [{"index": 0, "embedding": [1.0]}, {"index": 1, "embedding": [1.0, 2.0]}]},
        {"data": [{"index": n, "embedding": [float("nan")]} for n in range(2)]},
        {"data": [{"index": n, "embedding": "text"} for n in range(2)]},
    ],
)
def test_vectors_that_are_not_all_there_are_no_answer(body: object) -> None:
    with pytest.raises(AnswerCut):
        vectors_in(body, 2, "m")
