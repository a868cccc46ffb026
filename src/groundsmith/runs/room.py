"""How many items may be in work at once, where that number can change while they are.

A semaphore cannot shrink below what it has let in; here whoever is inside stays, and nobody enters
until there is room under the new limit.
"""

import asyncio


class Room:
    """`async with room:` waits until fewer than `limit` are inside; for one event loop."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._inside_count = 0
        self._moved = asyncio.Event()

    @property
    def limit(self) -> int:
        """How many may be inside now."""
        return self._limit

    def allow(self, limit: int) -> None:
        """Another limit; those who are inside beyond it stay until they are done."""
        self._limit = limit
        self._moved.set()

    async def __aenter__(self) -> None:
        while self._inside_count >= self._limit:
            self._moved.clear()
            await self._moved.wait()
        self._inside_count += 1

    async def __aexit__(self, *_: object) -> None:
        self._inside_count -= 1
        self._moved.set()
