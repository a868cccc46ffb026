"""How many calls may be open at once: more while that helps, fewer when answers take longer.

The limit rises with every answer until it reaches its maximum. Latency that doubles against the
best that was seen says that the provider queues what we send, and a deadline that passes says so
loudly: the limit falls. Additive increase, multiplicative decrease, on numbers that are handed in.
"""

_START = 32
_LATENCY_GROWTH = 2.0
_FALL = 0.8
_FALL_LATE = 0.6
_SLOW_S = 1.0
"""Latencies below this are never a queue worth slowing down for."""


class InFlight:
    """The limit on open calls, at most `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._limit = float(min(most, _START))
        self._ramping = True
        self._best_s: float | None = None
        self._round_s = 0.0
        self._round_count = 0
        self._cut_at = float("-inf")

    @property
    def limit(self) -> int:
        """Calls that may be open now."""
        return max(1, int(self._limit))

    def allow(self, most: int) -> None:
        """Another maximum; a limit that was at the old one may rise to it."""
        self._most = most
        self._limit = min(self._limit, float(most))

    def answered(self, latency_s: float) -> bool:
        """An answer came after `latency_s`; whether the limit falls for it."""
        if self._limit < self._most:
            step = 1.0 if self._ramping else 1.0 / self._limit
            self._limit = min(self._most, self._limit + step)
        self._round_s += latency_s
        self._round_count += 1
        if self._round_count < max(8, self.limit):
            return False
        mean_s = self._round_s / self._round_count
        self._round_s, self._round_count = 0.0, 0
        if self._best_s is None or mean_s < self._best_s:
            self._best_s = mean_s
        if mean_s <= max(_LATENCY_GROWTH * self._best_s, _SLOW_S):
            return False
        self._best_s *= 1.1  # answers may have grown for good: what was best is forgotten slowly
        self._fall(_FALL)
        return True

    def late(self, now: float, started: float) -> bool:
        """A call that started at `started` passed its deadline; whether the limit falls for it."""
        if started <= self._cut_at:
            return False
        self._cut_at = now
        self._fall(_FALL_LATE)
        return True

    def _fall(self, factor: float) -> None:
        self._ramping = False
        self._limit = max(1.0, self._limit * factor)
