"""Clocks that a test owns."""

import asyncio


class FixedClock:
    """Begins at `start`; sleeping moves it on at once, and both of its hands move together."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start
        self.slept_s: list[float] = []
        """Every sleep that was asked for, in order."""

    def now(self) -> float:
        """Seconds since 1970."""
        return self._now

    def monotonic(self) -> float:
        """The same, as both hands started together."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Moves on by `seconds`."""
        self.slept_s.append(seconds)
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Moves on by `seconds`."""
        self._now += max(0.0, seconds)


class LoopClock:
    """The running event loop's time, for what runs in virtual time."""

    def now(self) -> float:
        """Seconds since 1970, had the loop been started then."""
        return asyncio.get_running_loop().time()

    def monotonic(self) -> float:
        """The same."""
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        """Lets others run for `seconds`."""
        await asyncio.sleep(seconds)
