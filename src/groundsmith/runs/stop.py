"""A request to stop that any phase can see: set by a signal, a cancelled run, or a failed machine.

One request drains what is in flight; the second, which `app.signals` turns into an exit at once,
needs nothing from here.
"""

import threading


class Stop:
    """Whether the run should end early, and why."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.reason = ""

    def request(self, reason: str) -> None:
        """Asks for the end; the first reason stays."""
        if not self._event.is_set():
            self.reason = reason
            self._event.set()

    @property
    def requested(self) -> bool:
        """Whether anybody asked."""
        return self._event.is_set()
