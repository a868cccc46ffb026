"""Progress as one moving line on a terminal; imported only where there is one.

rich draws it from a thread of its own, so that taking an event costs a comparison. A terminal that
goes away silences it: the run behind it matters more.
"""

import contextlib
import time
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from groundsmith.cli.heard import Heard
from groundsmith.cli.tally import Tally, announced
from groundsmith.events import Event, PhaseStarted

_DRAW_EVERY_S = 0.1


class _Terminal(Console):
    """stderr; rich would end the program where nobody reads it any more."""

    def on_broken_pipe(self) -> None:
        self.quiet = True


class Bar:
    """A view with a spinner, a bar, and the tally's line."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._heard = Heard()
        self._rich = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=24),
            TextColumn("{task.description}", markup=False),
            console=_Terminal(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task("", total=None)
        self._shown_at = float("-inf")

    def __call__(self, event: Event) -> None:
        """Takes one event; hands the tally on when it is time to."""
        self._tally.add(event)
        for line in (*announced(event), *self._heard.lines(event)):
            with contextlib.suppress(OSError):
                self._rich.console.print(line, markup=False, highlight=False)
        now = time.monotonic()
        if now - self._shown_at >= _DRAW_EVERY_S or isinstance(event, PhaseStarted):
            self._shown_at = now
            self._rich.update(
                self._task,
                total=self._tally.total or None,
                completed=self._tally.done,
                description=self._tally.line(),
            )

    def __enter__(self) -> Self:
        with contextlib.suppress(OSError):
            self._rich.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._rich.stop()
