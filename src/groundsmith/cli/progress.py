"""How far the work is: what shows it, and the plain lines for where there is no terminal.

A plain line comes at most every two seconds and only when it says something new: the log of a run
over a million items is read by people too.
"""

import contextlib
import time
from types import TracebackType
from typing import Protocol, Self

import click

from groundsmith.cli.heard import Heard
from groundsmith.cli.tally import Clock, Tally, announced
from groundsmith.events import Event, PhaseStarted

_LINE_EVERY_S = 2.0


class Progress(Protocol):
    """Shows events while it is entered; an `Emit` that never raises."""

    def __call__(self, event: Event) -> None:
        """Takes one event."""
        ...

    def __enter__(self) -> Self:
        """Begins to show."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Shows the last state and ends."""
        ...


class Lines:
    """Progress as plain lines on stderr: one for each phase, and one every two seconds."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._tally = Tally(clock)
        self._heard = Heard()
        self._shown = ""
        self._shown_at = clock()

    def __call__(self, event: Event) -> None:
        """Takes one event; prints when it is time to."""
        if isinstance(event, PhaseStarted):
            self._show()
        for line in (*announced(event), *self._heard.lines(event)):
            self._print(line)
        self._tally.add(event)
        if self._clock() - self._shown_at >= _LINE_EVERY_S:
            self._show()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._show()

    def _show(self) -> None:
        line = self._tally.line()
        self._shown_at = self._clock()
        if line and line != self._shown:
            self._shown = line
            self._print(line)

    def _print(self, line: str) -> None:
        with contextlib.suppress(OSError):  # a reader that has gone away stops no run
            if line:
                click.echo(line, err=True)
