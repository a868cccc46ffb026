"""Writes handed in and not yet known to be committed, so that many of them share a commit.

What went wrong with one is raised at a later `put`, or by `drain`: whoever relies on what was
written drains first.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

from sqlalchemy import Connection

from groundsmith.store.database import Database

_LIMIT_BYTES = 8 << 20
_OVERHEAD_BYTES = 16 << 10
"""Counted for each write whatever its size, so that no more than some hundreds wait."""


class Backlog:
    """The writes that one thread has in flight, bounded in bytes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: deque[tuple[Future[object], int]] = deque()
        self._size_bytes = 0

    def put(self, work: Callable[[Connection], object], size_bytes: int = 0) -> None:
        """Hands in a write that holds so many bytes; waits for the oldest where too much waits."""
        counted = size_bytes + _OVERHEAD_BYTES
        self._waiting.append((self._database.write_later(work), counted))
        self._size_bytes += counted
        while self._size_bytes > _LIMIT_BYTES:
            self._await_oldest()

    def drain(self) -> None:
        """Everything handed in is committed."""
        while self._waiting:
            self._await_oldest()

    def _await_oldest(self) -> None:
        oldest, counted = self._waiting.popleft()
        self._size_bytes -= counted
        oldest.result()
