"""Vectors from an endpoint of OpenAI's shape, behind the seam Embedder.

That seam is synchronous, because an index is built in threads and processes; so a call runs an
event loop of its own in a thread, and works within a running loop as well as without one.
"""

import asyncio
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import AnswerCut, ModelError
from groundsmith.llm.body import decoded, encoded
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.providers.openai import bearer
from groundsmith.llm.retry import Patience, wait_s
from groundsmith.llm.status import refusal
from groundsmith.records import Json
from groundsmith.seams import Clock

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batches:
    """How texts are sent: so many in a call, so many calls at once."""

    texts: int = 64
    in_flight: int = 4


class EndpointEmbedder:
    """Embeds texts at an endpoint; repeated where that may help, like any other call."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        clock: Clock,
        chance: random.Random,
        timeouts: Timeouts | None = None,
        patience: Patience | None = None,
        batches: Batches | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._clock = clock
        self._chance = chance
        self._timeouts = timeouts or Timeouts()
        self._patience = patience or Patience()
        self._batches = batches or Batches()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder") as thread:
            return thread.submit(asyncio.run, self._all(texts)).result()

    async def _all(self, texts: Sequence[str]) -> Vectors:
        size = self._batches.texts
        free = asyncio.Semaphore(self._batches.in_flight)

        async def one(batch: Sequence[str]) -> Vectors:
            async with free:
                return await self._batch(client, batch)

        async with Client() as client:
            starts = range(0, len(texts), size)
            rows = await asyncio.gather(*(one(texts[at : at + size]) for at in starts))
        return np.concatenate(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    async def _batch(self, client: Client, texts: Sequence[str]) -> Vectors:
        attempt = 1
        while True:
            try:
                return await self._ask(client, texts)
            except ModelError as error:
                if not error.retryable or attempt >= self._patience.attempts:
                    raise
                delay_s = wait_s(error, attempt, self._patience, self._chance)
            attempt += 1
            await self._clock.sleep(delay_s)

    async def _ask(self, client: Client, texts: Sequence[str]) -> Vectors:
        endpoint = self._endpoint
        answer = await client.post(
            f"{endpoint.base_url}/embeddings",
            encoded({"model": endpoint.model, "input": list(texts)}),
            bearer(endpoint),
            self._timeouts,
            endpoint.label,
        )
        if answer.status != 200:
            raise refusal(endpoint, answer, self._clock.now())
        return vectors_in(decoded(answer.body, endpoint.label), len(texts), endpoint.label)


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
