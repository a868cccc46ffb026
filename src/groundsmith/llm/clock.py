"""The real time."""

import asyncio
import time


class SystemClock:
    """Clock over the machine's own; sleeps in the running event loop."""

    def now(self) -> float:
        """Seconds since 1970 in UTC."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go backwards."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Lets others run for `seconds`."""
        await asyncio.sleep(seconds)
