"""One key at a time: from a terminal as it is pressed, otherwise from lines of standard input.

The terminal's mode is changed once and not for each key, because changing it throws away what was
typed ahead. Ctrl-C stays a signal.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import click

_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;]*[A-Za-z~]|O.)?")
"""What an arrow or another named key sends; it ends in a letter that nobody pressed."""
_MOST_BYTES = 64


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str:
        """The next key in lower case; nothing at the end of the input."""
        ...

    def line(self) -> str:
        """A line of text."""
        ...


class Lines:
    """Keys of a pipe or a file, one a line."""

    def key(self) -> str:
        """The next line that is not blank."""
        while line := sys.stdin.readline():
            if key := line.strip().lower():
                return key
        return ""

    def line(self) -> str:
        """The next line."""
        return sys.stdin.readline().rstrip("\r\n")


class Console:
    """Keys of a console that is no POSIX terminal."""

    def key(self) -> str:
        """The next key."""
        try:
            return click.getchar().lower()
        except EOFError:
            return ""

    def line(self) -> str:
        """A line, as it is typed."""
        return sys.stdin.readline().rstrip("\r\n")


class Terminal:
    """Keys of a POSIX terminal; see `keys`."""

    def __init__(self) -> None:
        import termios
        import tty

        self._file = sys.stdin.fileno()
        self._termios = termios
        self._before = termios.tcgetattr(self._file)
        tty.setcbreak(self._file, termios.TCSADRAIN)
        self._during = termios.tcgetattr(self._file)
        self._typed = b""

    def key(self) -> str:
        """The next key; named keys are one unknown key each."""
        self._typed = self._typed or os.read(self._file, _MOST_BYTES)
        if sequence := _SEQUENCE.match(self._typed):
            self._typed = self._typed[sequence.end() :]
            return "escape"
        key, self._typed = self._typed[:1], self._typed[1:]
        return "" if key in (b"", b"\x04") else key.decode("ascii", "replace").lower()

    def line(self) -> str:
        """A line, edited as everywhere; what was typed ahead begins it."""
        self._set(self._before)
        try:
            typed = b""
            while not (self._typed + typed).endswith(b"\n"):
                more = os.read(self._file, _MOST_BYTES)
                if not more:
                    break
                typed += more
        finally:
            self._set(self._during)
        typed, self._typed = self._typed + typed, b""
        return typed.decode("utf-8", "replace").strip()

    def close(self) -> None:
        """The terminal is as it was."""
        self._set(self._before)

    def _set(self, mode: list[Any]) -> None:
        self._termios.tcsetattr(self._file, self._termios.TCSADRAIN, mode)


@contextmanager
def keys() -> Iterator[Keys]:
    """Keys for as long as they are wanted; afterwards the terminal is as it was."""
    if not sys.stdin.isatty():
        yield Lines()
        return
    try:
        terminal = Terminal()
    except ImportError:  # Windows has no termios
        yield Console()
        return
    try:
        yield terminal
    finally:
        terminal.close()
