"""A clock that stands still until it is told to sleep."""


class FixedClock:
    """Begins at `start`; sleeping moves it on at once, and both of its hands move together."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start

    def now(self) -> float:
        """Seconds since 1970."""
        return self._now

    def monotonic(self) -> float:
        """The same, as both hands started together."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Moves on by `seconds`."""
        self._now += max(0.0, seconds)

    def advance(self, seconds: float) -> None:
        """Moves on by `seconds`, outside of an event loop."""
        self._now += seconds
