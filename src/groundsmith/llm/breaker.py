"""Stops asking a model that fails most of the time, and finds out when it is back.

Closed: calls pass. Open: none do, until it had time to recover. Half open: exactly one does, and
what becomes of it decides (Nygard, "Release It!", 2007). Being told to slow down is no failure.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.errors import BreakerOpen, ModelError, RateLimited
from groundsmith.events import BreakerMoved, Emit
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Clock, Hear, Model

_PROBE_WAIT_S = 1.0


class CircuitState(StrEnum):
    """Whether calls pass."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How much failure is too much.

    Attributes:
        failed_share: It opens from this share on, of the calls that ended within `window_s`.
        calls_min: It does not open on fewer calls.
        rest_s: How long it stays open; twice as long after each probe that failed.
        rest_max_s: The longest that it stays open.
    """

    failed_share: float = 0.5
    calls_min: int = 20
    window_s: float = 30.0
    rest_s: float = 5.0
    rest_max_s: float = 60.0


class Circuit:
    """The decisions, on times that are handed in."""

    def __init__(self, tolerance: Tolerance) -> None:
        self._tolerance = tolerance
        self._ended: deque[tuple[float, bool]] = deque()
        self._failed_count = 0
        self._rest_s = tolerance.rest_s
        self._opens_at = 0.0
        self.state = CircuitState.CLOSED

    def admit(self, now: float) -> float:
        """Seconds to wait before asking again; 0.0 admits a call."""
        if self.state is CircuitState.CLOSED:
            return 0.0
        if self.state is CircuitState.HALF_OPEN:
            return _PROBE_WAIT_S
        if now < self._opens_at:
            return self._opens_at - now
        self.state = CircuitState.HALF_OPEN
        return 0.0

    def ended(self, now: float, *, failed: bool, probe: bool) -> None:
        """A call that was admitted ended; `probe` if it was admitted half open."""
        if probe:
            self._decide(now, failed=failed)
        elif self.state is CircuitState.CLOSED:
            self._count(now, failed=failed)

    def abandoned(self) -> None:
        """The probe was cancelled: nothing was learnt, so the next call is the probe."""
        self.state = CircuitState.OPEN

    def _decide(self, now: float, *, failed: bool) -> None:
        if failed:
            self._rest_s = min(2 * self._rest_s, self._tolerance.rest_max_s)
            self._open(now)
        else:
            self._rest_s = self._tolerance.rest_s
            self.state = CircuitState.CLOSED

    def _count(self, now: float, *, failed: bool) -> None:
        tolerance = self._tolerance
        self._ended.append((now, failed))
        self._failed_count += failed
        while self._ended[0][0] <= now - tolerance.window_s:
            self._failed_count -= self._ended.popleft()[1]
        count = len(self._ended)
        if count >= tolerance.calls_min and self._failed_count >= tolerance.failed_share * count:
            self._open(now)

    def _open(self, now: float) -> None:
        self.state = CircuitState.OPEN
        self._opens_at = now + self._rest_s
        self._ended.clear()
        self._failed_count = 0


class Breaker(Streamed):
    """A model that is left alone while it fails."""

    def __init__(
        self, inner: Model, *, tolerance: Tolerance, clock: Clock, label: str, emit: Emit
    ) -> None:
        self._inner = inner
        self._circuit = Circuit(tolerance)
        self._clock = clock
        self._label = label
        self._emit = emit

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer; raises BreakerOpen without asking while it is open."""
        circuit = self._circuit
        wait_s = circuit.admit(self._clock.monotonic())
        if wait_s > 0:
            message = f"failed too often; not asked again for {wait_s:.1f} s"
            raise BreakerOpen(self._label, message, retry_after_s=wait_s)
        probe = circuit.state is CircuitState.HALF_OPEN
        if probe:
            self._tell()
        try:
            completion = await self._inner.complete(request, hear)
        except ModelError as error:
            failed = error.retryable and not isinstance(error, RateLimited)
            self._ended(failed=failed, probe=probe)
            raise
        except BaseException:
            if probe:
                circuit.abandoned()
            raise
        self._ended(failed=False, probe=probe)
        return completion

    def _ended(self, *, failed: bool, probe: bool) -> None:
        before = self._circuit.state
        self._circuit.ended(self._clock.monotonic(), failed=failed, probe=probe)
        if self._circuit.state is not before:
            self._tell()

    def _tell(self) -> None:
        self._emit(BreakerMoved(model=self._label, state=self._circuit.state))
