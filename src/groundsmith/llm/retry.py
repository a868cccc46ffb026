"""Asks again what may succeed the next time: the only loop that does.

Waits are exponential with full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015), unless
the provider says how long; then that request waits so long, and no other. Our own lines instead of
a library's, because clock, randomness and `Retry-After` come in as arguments.
"""

import random
from dataclasses import dataclass
from typing import TypeVar

from groundsmith.errors import BreakerOpen, ModelError
from groundsmith.events import CallRetried, Emit
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Clock, Hear, Model, Reset

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long is tried.

    Attributes:
        attempts: Calls that are made at most; waiting for a breaker is none.
        base_s: The first wait is at most so long, each later one twice the one before.
        longest_s: No wait is longer, whatever a provider asks for.
        deadline_s: No attempt begins later, counted from the first.
        spread_s: A wait that the provider named grows by at most so much, so that not all who
            were told the same come back at once.
    """

    attempts: int = 5
    base_s: float = 0.5
    longest_s: float = 60.0
    deadline_s: float = 300.0
    spread_s: float = 0.1


class Retrying(Streamed):
    """A model that is asked again where another attempt may help.

    With `has_spare`, an open breaker hands over at once: there is another model to ask.
    """

    def __init__(
        self,
        inner: Model,
        *,
        patience: Patience,
        clock: Clock,
        chance: random.Random,
        emit: Emit,
        has_spare: bool = False,
    ) -> None:
        self._inner = inner
        self._patience = patience
        self._clock = clock
        self._chance = chance
        self._emit = emit
        self._has_spare = has_spare

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer of the first attempt that has one; raises the last attempt's error."""
        began = self._clock.monotonic()
        attempt = 1
        while True:
            try:
                return await self._inner.complete(request, hear)
            except ModelError as error:
                waiting = isinstance(error, BreakerOpen)
                delay_s = wait_s(error, attempt, self._patience, self._chance)
                if not error.retryable or (waiting and self._has_spare):
                    raise
                if attempt >= self._patience.attempts and not waiting:
                    raise
                if self._clock.monotonic() + delay_s > began + self._patience.deadline_s:
                    raise
                self._emit(
                    CallRetried(
                        model=error.model, attempt=attempt, delay_s=delay_s, reason=str(error)
                    )
                )
            attempt += not waiting
            await self._clock.sleep(delay_s)
            if hear is not None:
                hear(Reset())


def wait_s(error: ModelError, attempt: int, patience: Patience, chance: random.Random) -> float:
    """How long to wait after the attempt of that number, from 1."""
    if error.retry_after_s is not None:
        return min(error.retry_after_s, patience.longest_s) + chance.uniform(0, patience.spread_s)
    ceiling = min(patience.longest_s, patience.base_s * 2.0 ** min(attempt - 1, 32))
    return chance.uniform(0, ceiling)
