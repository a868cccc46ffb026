"""Drafts as models write them: whole lines, each behind the name of its item.

A line and not a word at a time, because several items are written at once.
"""

from groundsmith.events import Event, ItemFinished, TextHeard

_LONGEST_CHARS = 2_000
"""A line that goes on for longer is shown in pieces."""


class Heard:
    """Gathers what is heard of each item until a line of it is whole."""

    def __init__(self) -> None:
        self._open: dict[str, str] = {}

    def lines(self, event: Event) -> list[str]:
        """The lines that an event makes whole, ready to be printed."""
        if isinstance(event, ItemFinished):
            return _shown(event.item, [self._open.pop(event.item, "")])
        if not isinstance(event, TextHeard):
            return []
        held = "" if event.anew else self._open.get(event.item, "")
        *whole, rest = (held + event.text).split("\n")
        if len(rest) > _LONGEST_CHARS:
            whole, rest = [*whole, rest], ""
        self._open[event.item] = rest
        again = ["(the answer broke off and is asked for again)"] if event.anew else []
        return _shown(event.item, [*again, *whole])


def _shown(item: str, lines: list[str]) -> list[str]:
    """The lines that say something, with nothing in them that a terminal would obey."""
    printable = ("".join(char if char.isprintable() else " " for char in line) for line in lines)
    return [f"{item}: {line.strip()}" for line in printable if line.strip()]
