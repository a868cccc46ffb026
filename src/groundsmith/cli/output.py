"""What a command prints: results to stdout, everything else to stderr.

Under `--json` stdout holds exactly one object, the command's last word; text that a person would
have read goes nowhere, because the object says the same.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from groundsmith.cli.progress import Lines, Progress
from groundsmith.events import Emit, silent
from groundsmith.records import Json


class Output:
    """The two streams, as one command may use them.

    Attributes:
        quiet: Whether only results and errors are printed.
        as_json: Whether the result is a JSON object instead of text.
    """

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self.quiet = quiet
        self.as_json = as_json

    def show(self, text: str, data: Json) -> None:
        """Prints the result, once and last: `text` for a person, `data` for a program."""
        shown = json.dumps(data, ensure_ascii=False, indent=2) if self.as_json else text
        click.echo(shown.removesuffix("\n"))

    def say(self, text: str) -> None:
        """Prints a remark to stderr, unless `--quiet`."""
        if not self.quiet:
            click.echo(text, err=True)

    @contextmanager
    def progress(self) -> Iterator[Emit]:
        """An `Emit` that shows how far the work is: a bar on a terminal, else plain lines."""
        if self.quiet:
            yield silent
            return
        with _view() as view:
            yield view


def _view() -> Progress:
    if not sys.stderr.isatty():
        return Lines()
    from groundsmith.cli.bar import Bar  # rich is for terminals only

    return Bar()
