"""Vectors from an endpoint of OpenAI's shape, behind the seam Embedder.

That seam is synchronous, because an index is built in threads and processes; so a call runs an
event loop of its own in a thread, and works within a running loop as well as without one. It is
paid as any call is: its worst case is held before, and its cost is booked with what it brought.
"""

import asyncio
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import AnswerCut, BudgetBreach, GroundsmithError, ModelError
from groundsmith.events import CallFailed, CallFinished, Emit, silent
from groundsmith.llm.body import decoded, encoded, usage_of
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.prices import Price
from groundsmith.llm.providers.openai import bearer
from groundsmith.llm.retry import Patience, wait_s
from groundsmith.llm.status import refusal
from groundsmith.llm.tokens import MESSAGE_TOKENS
from groundsmith.records import Json, Usage, in_dollars
from groundsmith.seams import Clock

Vectors = NDArray[np.float32]

_TEXT_BYTES = 8_000
"""Of a text that is sent: no more tokens than that, which is what OpenAI's models read."""


class Purse(Protocol):
    """Pays for vectors, and keeps them; belongs to one event loop. Pico-dollars."""

    async def reserve(self, worst_case: int) -> str:
        """A reservation's id, once committed; raises BudgetReached where it cannot fit."""
        ...

    async def settle(self, reservation: str, cost: int | None, made: Mapping[str, Vectors]) -> None:
        """Books `cost` (`None`: the worst case) and keeps vectors by text, both or neither."""
        ...


OpenPurse = Callable[[], AbstractAsyncContextManager[Purse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batches:
    """How texts are sent: so many in a call, of so many bytes, so many calls at once."""

    texts: int = 64
    bytes: int = 256_000
    in_flight: int = 4


class EndpointEmbedder:
    """Embeds texts at an endpoint; repeated where that may help, like any other call.

    What is longer than 8,000 bytes is cut there.

    Args:
        purse: Opened for each event loop.
        price: `None` where nobody knows it: then nothing can be held, and all stays unsettled.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        purse: OpenPurse,
        price: Price | None,
        clock: Clock,
        chance: random.Random,
        emit: Emit = silent,
        timeouts: Timeouts | None = None,
        patience: Patience | None = None,
        batches: Batches | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._purse = purse
        self._price = price
        self._clock = clock
        self._chance = chance
        self._emit = emit
        self._timeouts = timeouts or Timeouts()
        self._patience = patience or Patience()
        self._batches = batches or Batches()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder") as thread:
            return thread.submit(asyncio.run, self._all(texts)).result()

    async def _all(self, texts: Sequence[str]) -> Vectors:
        """All vectors; where a call fails, others are waited for, because they are paid."""
        waiting = enumerate(_batched(texts, self._batches))
        rows: dict[int, Vectors] = {}

        async def work() -> None:
            for number, batch in waiting:
                rows[number] = await self._batch(client, purse, batch)

        async with Client() as client, self._purse() as purse:
            workers = (work() for _ in range(self._batches.in_flight))
            ended = await asyncio.gather(*workers, return_exceptions=True)
        if failed := next((error for error in ended if error is not None), None):
            raise failed
        ordered = [rows[number] for number in sorted(rows)]
        if len({each.shape[1] for each in ordered}) > 1:
            raise AnswerCut(self._endpoint.label, "its vectors are not of one length")
        return np.concatenate(ordered) if ordered else np.zeros((0, 0), dtype=np.float32)

    async def _batch(self, client: Client, purse: Purse, texts: Sequence[str]) -> Vectors:
        attempt = 1
        while True:
            try:
                return await self._paid(client, purse, texts)
            except ModelError as error:
                if not error.retryable or attempt >= self._patience.attempts:
                    raise
                delay_s = wait_s(error, attempt, self._patience, self._chance)
            attempt += 1
            await self._clock.sleep(delay_s)

    async def _paid(self, client: Client, purse: Purse, texts: Sequence[str]) -> Vectors:
        """One attempt, paid and kept; raises BudgetReached before it, BudgetBreach after."""
        worst_case = self._price.worst_case(_most_tokens(texts), 0) if self._price else 0
        reservation = await purse.reserve(worst_case)
        began = self._clock.monotonic()
        try:
            vectors, usage = await self._ask(client, texts)
        except BaseException as error:
            charged = not isinstance(error, GroundsmithError) or error.billable
            await purse.settle(reservation, None if charged else 0, {})
            if isinstance(error, ModelError):
                self._emit(self._failed(error, began))
            raise
        cost = self._price.cost(usage) if self._price and usage else None
        await purse.settle(reservation, cost, dict(zip(texts, vectors, strict=True)))
        label, duration_s = self._endpoint.label, self._clock.monotonic() - began
        self._emit(CallFinished(model=label, usage=usage, cost=cost, duration_s=duration_s))
        if cost is not None and cost > worst_case:
            raise BudgetBreach(label, in_dollars(cost), in_dollars(worst_case))
        return vectors

    def _failed(self, error: ModelError, began: float) -> CallFailed:
        return CallFailed(
            model=self._endpoint.label,
            error=type(error).__name__,
            reason=str(error),
            duration_s=self._clock.monotonic() - began,
        )

    async def _ask(self, client: Client, texts: Sequence[str]) -> tuple[Vectors, Usage | None]:
        endpoint = self._endpoint
        answer = await client.post(
            f"{endpoint.base_url}/embeddings",
            encoded({"model": endpoint.model, "input": list(map(_cut, texts))}),
            bearer(endpoint),
            self._timeouts,
            endpoint.label,
        )
        if answer.status != 200:
            raise refusal(endpoint, answer, self._clock.now())
        body = decoded(answer.body, endpoint.label)
        reported = body.get("usage")
        counted = reported.get("prompt_tokens") if isinstance(reported, dict) else None
        usage = usage_of(counted, 0, None, text="")
        return vectors_in(body, len(texts), endpoint.label), usage


def vectors_in(body: Json, count: int, label: str) -> Vectors:
    """The vectors of an answer, by their index; raises AnswerCut where they are not all there."""
    try:
        rows = sorted(body["data"], key=lambda row: row["index"])
        vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
    except (KeyError, TypeError, ValueError) as error:
        raise AnswerCut(label, f"the answer holds no vectors ({error})") from error
    if vectors.ndim != 2 or len(vectors) != count or not np.isfinite(vectors).all():
        raise AnswerCut(label, f"the answer holds no {count} vectors of one length")
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def _batched(texts: Sequence[str], most: Batches) -> Iterator[list[str]]:
    """The texts in their order, each batch within both limits, or of one text alone."""
    batch: list[str] = []
    held = 0
    for text in texts:
        size = min(_TEXT_BYTES, _bytes(text))
        if batch and (len(batch) == most.texts or held + size > most.bytes):
            yield batch
            batch, held = [], 0
        batch.append(text)
        held += size
    if batch:
        yield batch


def _most_tokens(texts: Sequence[str]) -> int:
    """The most tokens that texts can be counted as: no token is shorter than a byte."""
    return sum(min(_TEXT_BYTES, _bytes(text)) + MESSAGE_TOKENS for text in texts)


def _cut(text: str) -> str:
    """As much of a text as is sent."""
    if len(text) <= _TEXT_BYTES // 4:
        return text
    return text.encode("utf-8", "replace")[:_TEXT_BYTES].decode("utf-8", "ignore")


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
