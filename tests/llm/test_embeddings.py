"""Texts become unit vectors in their order, however many calls it takes; each call is paid."""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import numpy as np
import pytest
from pydantic import SecretStr

from groundsmith.errors import AnswerCut, BudgetReached, KeyRefused
from groundsmith.llm.build import endpoint_of, price_of, vectors_price_of
from groundsmith.llm.embeddings import Batches, EndpointEmbedder, Vectors, vectors_in
from groundsmith.llm.settings import ModelSettings
from groundsmith.testing import FakeProvider, FixedClock, MemoryWallet, Outcome, Script
from groundsmith.testing.asking import KEY, settings_for

TEXTS = [f"text {n} " + "abc"[n % 3] * n for n in range(25)]


class MemoryPurse:
    """A wallet in memory that keeps vectors; the seam Purse."""

    def __init__(self, limit: int | None = None) -> None:
        self.wallet = MemoryWallet(limit)
        self.kept: dict[str, Vectors] = {}

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["MemoryPurse"]:
        yield self

    async def reserve(self, worst_case: int) -> str:
        return await self.wallet.reserve(worst_case)

    async def settle(self, reservation: str, cost: int | None, made: Mapping[str, Vectors]) -> None:
        await self.wallet.settle(reservation, cost, None)
        self.kept |= made


def embedder(fake: FakeProvider, purse: MemoryPurse | None = None) -> EndpointEmbedder:
    settings = settings_for(fake)
    return EndpointEmbedder(
        endpoint_of(settings, SecretStr(KEY)),
        purse=(purse or MemoryPurse()).opened,
        price=vectors_price_of(settings),
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


def test_what_is_booked_is_the_bill_and_every_vector_is_kept_with_it() -> None:
    purse = MemoryPurse()

    with FakeProvider() as provider:
        vectors = embedder(provider, purse).embed(TEXTS)
        bill = provider.bill()

    assert purse.wallet.settled == bill.input_tokens * 10**6
    assert (purse.wallet.unsettled, purse.wallet.open) == (0, {})
    assert all(
        np.array_equal(purse.kept[text], row) for text, row in zip(TEXTS, vectors, strict=True)
    )


def test_the_budget_is_never_passed_and_what_was_paid_by_then_is_kept() -> None:
    purse = MemoryPurse(limit=400 * 10**6)

    with FakeProvider() as provider:
        with pytest.raises(BudgetReached):
            embedder(provider, purse).embed(TEXTS)
        bill = provider.bill()

    assert purse.wallet.settled == bill.input_tokens * 10**6
    assert 0 < purse.wallet.settled <= 400 * 10**6
    assert 0 < len(purse.kept) < len(TEXTS)


def test_an_answer_that_never_came_is_booked_at_its_worst_case() -> None:
    purse = MemoryPurse()

    with FakeProvider(Script(first=(Outcome(cut_at=10),))) as provider:
        embedder(provider, purse).embed(TEXTS[:1])
        bill = provider.bill()

    booked = purse.wallet.settled + purse.wallet.unsettled
    assert purse.wallet.settled < bill.input_tokens * 10**6 <= booked


def test_texts_that_are_too_long_are_cut_and_calls_stay_within_their_bytes() -> None:
    purse = MemoryPurse()

    with FakeProvider() as provider:
        long = embedder(provider, purse).embed(["अ" * 100_000, "a" * 100_000])
        bill = provider.bill()

    assert len(long) == 2
    assert bill.input_tokens <= 2 * 8_000


@pytest.mark.parametrize("model", ["text-embedding-3-small", "text-embedding-3-large"])
def test_the_price_of_vectors_is_that_of_their_input(model: str) -> None:
    settings = ModelSettings(provider="openai", model=model)

    price = vectors_price_of(settings)

    assert price is not None
    assert price.worst_case(1_000_000, 0) > 0
    assert price_of(settings) is None
