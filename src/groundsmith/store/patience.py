"""How long to wait for a database that went away: with growing pauses, up to a limit."""

import time
from collections.abc import Callable

_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 1.0


class Patience:
    """Counts from the first loss to the next success, whoever has them.

    Once it has run out, each further try gets its one chance and no wait, so that a run which
    gives up does not spend the limit again on every farewell.
    """

    def __init__(
        self,
        limit_s: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limit_s = limit_s
        self._clock = clock
        self._sleep = sleep
        self._lost_at: float | None = None
        self._pause_s = _FIRST_PAUSE_S

    def wait(self) -> bool:
        """Whether another try is worth it; pauses before it says so."""
        now = self._clock()
        if self._lost_at is None:
            self._lost_at = now
        if now - self._lost_at >= self._limit_s:
            return False
        self._sleep(self._pause_s)
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)
        return True

    def restore(self) -> None:
        """The database answered: the next loss is a new one."""
        self._lost_at = None
        self._pause_s = _FIRST_PAUSE_S
