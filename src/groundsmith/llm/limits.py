"""Lets calls start when the limits allow: declared ones, and those found out on the way.

One queue a model, first come, first served, and one timer for its head. Nothing is reserved or
held while a call waits here. A few more are let in than may be open, to reserve; see `door`.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from groundsmith.errors import AnswerLate, RateLimited
from groundsmith.events import Emit, PaceChanged
from groundsmith.llm.in_flight import InFlight
from groundsmith.llm.pace import Pace, Start
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Clock, Hear, Model

_BYTES_PER_TOKEN = 4
_WAKE_S = 0.002
"""No timer is shorter: an event loop that counts in milliseconds would turn round and round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a provider allows; `None` where it is to be found out."""

    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    in_flight: int = 64

    @property
    def requests_per_s(self) -> float | None:
        """The same by the second."""
        return None if self.requests_per_minute is None else self.requests_per_minute / 60.0


class TokenPace:
    """Spreads tokens evenly over the minute; a call's length is guessed, then corrected."""

    def __init__(self, per_minute: int) -> None:
        self._per_s = per_minute / 60.0
        self._next_at = 0.0
        self._output_tokens: float | None = None

    @classmethod
    def of(cls, rate: Rate) -> "TokenPace | None":
        """The pace for a declared limit, where there is one."""
        return None if rate.tokens_per_minute is None else cls(rate.tokens_per_minute)

    def guess(self, request: Request) -> float:
        """About how many tokens the call will take: outputs are about as long as the latest."""
        chars = len(request.system) + sum(len(text) for _, text in request.messages)
        output = self._output_tokens
        return chars / _BYTES_PER_TOKEN + (request.max_output_tokens if output is None else output)

    def delay(self, now: float) -> float:
        """Seconds until another call may start."""
        return max(0.0, self._next_at - now)

    def started(self, now: float, tokens: float) -> None:
        """A call of about so many tokens starts."""
        self._next_at = max(self._next_at, now) + tokens / self._per_s

    def answered(self, guess: float, completion: Completion) -> None:
        """Corrects the guess where the answer says better."""
        if completion.usage is None:
            return
        output_tokens = float(completion.usage.output_tokens)
        known = self._output_tokens
        self._output_tokens = output_tokens if known is None else 0.9 * known + 0.1 * output_tokens
        true_tokens = completion.usage.input_tokens + output_tokens
        self._next_at += (true_tokens - guess) / self._per_s


class Limited(Streamed):
    """A model whose calls start within its limits.

    Args:
        rate: The limits as the settings have them now; a change applies from the next call on.
        ahead: How many more than may be open are let in, for the door to hold them up.
    """

    def __init__(
        self,
        inner: Model,
        *,
        rate: Callable[[], Rate],
        clock: Clock,
        label: str,
        emit: Emit,
        ahead: Callable[[int], int] = lambda limit: 0,
    ) -> None:
        self._inner = inner
        self._clock = clock
        self._label = label
        self._emit = emit
        self._rate = rate
        self._known = rate()
        self._pace = Pace(self._known.requests_per_s)
        self._in_flight = InFlight(self._known.in_flight)
        self._ahead = ahead
        self._tokens = TokenPace.of(self._known)
        self._open_count = 0
        self._waiting: deque[tuple[asyncio.Future[Start], float]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer, asked for when there was room."""
        rate = self._rate()
        if rate is not self._known and rate != self._known:
            self._change(rate)
        tokens = self._tokens.guess(request) if self._tokens else 0.0
        start = await self._enter(tokens)
        try:
            completion = await self._inner.complete(request, hear)
        except RateLimited:
            now = self._clock.monotonic()
            self._tell(self._pace.refused(now, start), "refused too often (429)")
            raise
        except AnswerLate:
            now = self._clock.monotonic()
            self._tell(self._in_flight.late(now, start.at), "a deadline passed")
            raise
        else:
            now = self._clock.monotonic()
            self._pace.answered(now, start)
            slower = self._in_flight.answered(now - start.at)
            self._tell(slower, "answers take longer")
            if self._tokens is not None:
                self._tokens.answered(tokens, completion)
            return completion
        finally:
            self._open_count -= 1
            self._admit()

    def _change(self, rate: Rate) -> None:
        """Begins anew under other limits; what was found out about the old ones is forgotten."""
        self._known = rate
        self._pace = Pace(rate.requests_per_s)
        self._in_flight.allow(rate.in_flight)
        self._tokens = TokenPace.of(rate)
        self._tell(True, "the settings changed")

    async def _enter(self, tokens: float) -> Start:
        """Returns when the call may start, and has been counted as open."""
        if not self._waiting and self._has_room():
            now = self._clock.monotonic()
            if self._delay(now) <= 0.0:
                return self._count(now, tokens)
        turn: asyncio.Future[Start] = asyncio.get_running_loop().create_future()
        self._waiting.append((turn, tokens))
        self._admit()
        try:
            return await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._open_count -= 1  # let in and cancelled in the same moment
                self._admit()
            raise

    @property
    def open_limit(self) -> int:
        """How many calls may be open now."""
        return self._in_flight.limit

    def _has_room(self) -> bool:
        limit = self._in_flight.limit
        return self._open_count < limit + self._ahead(limit)

    def _delay(self, now: float) -> float:
        delay_s = self._pace.delay(now)
        return delay_s if self._tokens is None else max(delay_s, self._tokens.delay(now))

    def _count(self, now: float, tokens: float) -> Start:
        self._open_count += 1
        if self._tokens is not None:
            self._tokens.started(now, tokens)
        return self._pace.started(now)

    def _admit(self) -> None:
        """Lets in whoever may start, and sets the timer for the next."""
        while self._waiting and self._has_room():
            if self._waiting[0][0].done():
                self._waiting.popleft()  # cancelled while it waited
                continue
            now = self._clock.monotonic()
            delay_s = self._delay(now)
            if delay_s > 0.0:
                self._wake_in(delay_s)
                return
            turn, tokens = self._waiting.popleft()
            turn.set_result(self._count(now, tokens))

    def _wake_in(self, delay_s: float) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(max(delay_s, _WAKE_S), self._woken)

    def _woken(self) -> None:
        self._timer = None
        self._admit()

    def _tell(self, moved: bool, reason: str) -> None:
        if moved:
            self._emit(
                PaceChanged(
                    model=self._label,
                    rate_per_s=self._pace.rate,
                    in_flight=self._in_flight.limit,
                    reason=reason,
                )
            )
