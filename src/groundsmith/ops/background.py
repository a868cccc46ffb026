"""Hands bytes to a writer that may be slow, stuck or broken, without ever waiting for it.

What does not fit into the backlog is lost and counted: a log that stops the run it describes is
worse than a log with a gap that says how wide it is.
"""

import os
import queue
import threading
import time
from collections.abc import Callable

_BATCH_BYTES = 262_144


class Background:
    """One daemon thread that passes what is put, in order, to `write`.

    After a fork the child starts a thread and a backlog of its own: a thread does not survive a
    fork, and its lock may have been held.

    Attributes:
        lost_count: How many entries were lost: no room, or `write` raised OSError.
    """

    _entries: "queue.Queue[bytes | None]"
    _thread: threading.Thread | None
    _pid: int
    lost_count: int

    def __init__(self, write: Callable[[bytes], None], *, backlog: int = 10_000) -> None:
        self._write = write
        self._backlog = backlog
        self._begin()

    def put(self, entry: bytes) -> None:
        """Queues `entry`; never waits, never raises."""
        if os.getpid() != self._pid:
            self._begin()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="groundsmith-log", daemon=True)
            self._thread.start()
        try:
            self._entries.put_nowait(entry)
        except queue.Full:
            self.lost_count += 1

    def close(self, timeout_s: float = 2.0) -> None:
        """Returns when all is written, or after `timeout_s` where the writer is stuck."""
        if self._thread is None or os.getpid() != self._pid:
            return
        deadline = time.monotonic() + timeout_s
        try:
            self._entries.put(None, timeout=timeout_s)
        except queue.Full:
            return
        self._thread.join(max(0.0, deadline - time.monotonic()))
        self._thread = None

    def _begin(self) -> None:
        self._entries = queue.Queue(maxsize=self._backlog)
        self._thread = None
        self._pid = os.getpid()
        self.lost_count = 0

    def _work(self) -> None:
        """Writes until the end is announced; several waiting entries become one write."""
        entry = self._entries.get()
        while entry is not None:
            batch, size, following = [entry], len(entry), self._waiting()
            while following and size < _BATCH_BYTES:
                batch.append(following)
                size += len(following)
                following = self._waiting()
            try:
                self._write(b"".join(batch))
            except OSError:
                self.lost_count += len(batch)
            entry = self._entries.get() if following == b"" else following

    def _waiting(self) -> bytes | None:
        """The next entry; empty where there is none yet, `None` at the announced end."""
        try:
            return self._entries.get_nowait()
        except queue.Empty:
            return b""
