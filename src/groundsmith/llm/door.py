"""The door to a model: no more calls are past it than may be open.

A call's reservation takes the time of a commit. If it took a place among the open calls meanwhile,
the provider would idle; so a few more calls than may be open are let in to reserve, and wait here,
reserved, for the place that is free next. What they hold is bounded by their number.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from types import TracebackType

_AHEAD_RATIO = 0.25


def ahead(limit: int) -> int:
    """How many calls may reserve before there is a place for them."""
    return int(limit * _AHEAD_RATIO)


class Door:
    """Lets so many calls through as `limit` says at the moment; first come, first served."""

    def __init__(self, limit: Callable[[], int]) -> None:
        self._limit = limit
        self._open_count = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def __aenter__(self) -> None:
        """Returns when the call may start."""
        if not self._waiting and self._open_count < self._limit():
            self._open_count += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._leave()  # let in and cancelled in the same moment
            raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Its place is free."""
        self._leave()

    def _leave(self) -> None:
        self._open_count -= 1
        while self._waiting and self._open_count < self._limit():
            turn = self._waiting.popleft()
            if not turn.done():
                self._open_count += 1
                turn.set_result(None)
