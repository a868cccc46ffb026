"""SIGINT and SIGTERM as a polite request first, and as an end at once the second time."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from groundsmith.runs.stop import Stop

_EXIT_INTERRUPTED = 130


@contextmanager
def stop_on_signal() -> Iterator[Stop]:
    """A Stop that the first signal requests; what was there before is put back at the end."""
    stop = Stop()

    def handle(number: int, frame: FrameType | None) -> None:
        if stop.requested:
            os._exit(_EXIT_INTERRUPTED)
        stop.request(f"{signal.Signals(number).name} received")
        print("stopping after what is in flight; once more stops at once", file=sys.stderr)  # noqa: T201  # a signal handler has no other door

    before = {n: signal.signal(n, handle) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
