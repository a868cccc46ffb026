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
from groundsmith.recipes.story.words.roles import ROLES

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


_LINE = re.compile(
    r"(?m)^[ \t]*[-*+][ \t]+\**(?P<name>(?!The\b|A\b|An\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\**"
    r"(?::|,|\.| (?=\())[ \t]*(?P<told>\S[^\n]{0,400})$"
)
_OF_PEOPLE = re.compile(
    r"\b(?:born|lahir|aged?|umur|berumur|died|drowned|meninggal|wafat|mother|father|brother|sister"
    r"|wife|husband|son|daughter|widow\w*|ibu|ayah|bapak|kakak|adik|anak|istri|suami|duda|janda"
    r"|twins?|kembar|cousin|sepupu|aunt|uncle|bibi|paman|nama lengkap\w*|full name)\b",
    re.I,
)
_ROLES = ROLES["en"] | ROLES["id"]
_TOLD_OF = {
    "born": re.compile(r"(?:\b(?:born|lahir)\b[^.;\d]{0,20}|\()(?P<value>\d{4})(?!\w)", re.I),
    "age": re.compile(r"\b(?:aged?|umur|berumur) (?P<value>\d{1,3})\b", re.I),
    "died": re.compile(
        r"\b(?:died|drowned|killed|meninggal|wafat|tewas)\b(?P<value>[^.;]{0,24}?\d{4})", re.I
    ),
    "cannot": re.compile(
        r"\b(?:cannot|can['’]t|could not|unable to|tidak bisa|tidak dapat|tak bisa)"
        r" (?P<value>[^.;]{2,60})",
        re.I,
    ),
}  # fmt: skip
"""What a line tells of somebody, by the key under which a sheet has it."""


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
        yield from _one_liners(note)


def _one_liners(note: Chapter) -> Iterator[Sheet]:
    """People in a list, a line each: `- Renata Kolar, born 1977`."""
    for line in _LINE.finditer(note.text):
        told = line.group("told")
        if _PERSONAL.match(line.group("name")):  # a line of a sheet
            continue
        if not _OF_PEOPLE.search(told) and not _words(told) & _ROLES:
            continue
        place = Place(
            chapter=note.name, order=note.order, start=line.start("name"), stop=line.end("told"),
            quote=note.text[line.start("name") : line.end("told")],
        )  # fmt: skip
        entries = [Entry(key="role", value=told, place=place)]
        for key, pattern in _TOLD_OF.items():
            if one := pattern.search(told.split(".")[0]):
                entries.append(Entry(key=key, value=one.group("value"), place=place))
        yield Sheet(name=line.group("name"), entries=tuple(entries))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


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
