"""What notes say of characters and places: headings with `key: value` lines beneath.

    ## Maren Tolliver
    - Aliases: Mare, the ferrywoman
    - Eyes: grey

A section is a sheet where at least one of its keys is one that people have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.manuscript import Chapter, Place

_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(.{1,120}?)[ \t]*$")
_ENTRY = re.compile(
    r"(?m)^[ \t]*[-*+]?[ \t]*\**([A-Z][^:\n*]{0,40}?)\**:\**[ \t]+(\S[^\n]{0,600})$"
)
_PERSONAL = re.compile(
    r"^(?:age|born|eyes?|hair|role|alias\w*|family|died|scar|beard|gender|umur|usia|lahir|mata"
    r"|rambut"
    r"|peran|nama lain|keluarga|meninggal|ciri\w*|jenis kelamin|appearance|skills?|can|cannot"
    r"|has|had"
    r"|tidak bisa|bisa|height|occupation|pekerjaan|status|build|name)$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a sheet: its key in lower case, its value, and where the line stands."""

    key: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the notes say of one character."""

    name: str
    entries: tuple[Entry, ...]

    def value(self, pattern: str) -> str:
        """The first value whose key matches; nothing where none does."""
        return next((one.value for one in self.entries if re.fullmatch(pattern, one.key)), "")


def sheets(notes: tuple[Chapter, ...]) -> Iterator[Sheet]:
    """The sheets of characters in all notes."""
    for note in notes:
        headings = list(_HEADING.finditer(note.text))
        stops = [one.start() for one in headings[1:]] + [len(note.text)]
        for heading, stop in zip(headings, stops, strict=False):
            entries = tuple(_entries(note, heading.end(), stop))
            if any(_PERSONAL.match(entry.key) for entry in entries):
                yield Sheet(name=heading.group(1), entries=entries)


def _entries(note: Chapter, start: int, stop: int) -> Iterator[Entry]:
    for line in _ENTRY.finditer(note.text, start, stop):
        place = Place(
            chapter=note.name,
            order=note.order,
            start=line.start(1),
            stop=line.end(2),
            quote=note.text[line.start(1) : line.end(2)],
        )
        yield Entry(key=line.group(1).strip().lower(), value=line.group(2), place=place)
