"""What a layer gives, and what is wrong with it: one line a fault.

Values are shown shortened and masked, because a wrong value is often a secret in the wrong place.
"""

from dataclasses import dataclass

from groundsmith.records import Json
from groundsmith.settings.secrets import Secrets
from groundsmith.settings.yaml_lines import dumped

_SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value that a layer gives to one leaf.

    Attributes:
        place: `groundsmith.yaml:12`, `environment GROUNDSMITH_QA__X`, `command line`.
        line: In the file; 0 outside of it.
    """

    key: str
    value: Json
    place: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: where, at which key, and what."""

    place: str
    key: str
    what: str
    line: int = 0

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, shown(self.key), self.what) if part)

    @property
    def order(self) -> tuple[bool, int]:
        """Sorts faults as a reader of the file meets them; those outside of it come last."""
        return (self.line == 0, self.line)


def shown(text: str) -> str:
    """`text` shortened to one line, unprintable characters escaped."""
    short = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
    return short if short.isprintable() else ascii(short)[1:-1]


def misfit(message: str, value: Json, secrets: Secrets) -> str:
    """A validator's message in our words, with the value that did not fit."""
    what = message.removeprefix("Value error, ").removeprefix("Input ")
    held = shown(secrets.mask(value if isinstance(value, str) else dumped(value)))
    return f"{what}, not {held!r}" if isinstance(value, str) else f"{what}, not {held}"
