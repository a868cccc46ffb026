"""Where places lie: which side, which bank, north or south of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode

OPPOSITE = {
    "north": "south", "south": "north", "east": "west", "west": "east", "upstream": "downstream",
    "downstream": "upstream",
}  # fmt: skip
_NAMES = {
    **{one: one for one in OPPOSITE}, "utara": "north", "selatan": "south", "timur": "east",
    "barat": "west", "hulu": "upstream", "hilir": "downstream",
}  # fmt: skip
_DIRECTION = re.compile(
    r"\b(?:(?:on|to|in|at|from|lay|along|up|keeps? to|kept to|towards?|facing|di|ke|ke arah"
    r"|sisi|pantai|laut|sebelah)"
    r" (?:the )?)?(?P<name>north|south|east|west|upstream|downstream|utara|selatan|timur|barat"
    r"|hulu|hilir)(?:ern)?"
    r"(?: (?P<of>bank|side|end|coast|shore))?\b",
    re.I,
)
_THING = re.compile(
    r"\b(?P<noun>sea|lake|mill|school|church|hill|moor|mountain|castle|road|town|village"
    r"|harbour|river|study|window"
    r"|kampung|bukit|kota|mercusuar|gunung|sungai|pasar|pelabuhan|surau|masjid|desa)\b"
    r"|(?<![.!?…“\"] )(?<!^)\b(?P<proper>[A-Z]\w{2,})\b"
)
_WIND = re.compile(
    r"\b(?:wind|winds|angin|sun|moon|star|heron|bird|birds|matahari|flew|flapped"
    r"|menoleh|looked)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """`thing` lies to the `name` (of `of`, as in "west bank")."""

    thing: str
    name: str
    of: str
    around: frozenset[str]
    place: Place


def directions(story: Story) -> Iterator[Direction]:
    """Where things lie, by the notes and then by the chapters."""
    for note in story.manuscript.notes:
        for line in re.finditer(r"[^\n]+", note.text):
            for clause in re.finditer(r"[^.;]+", line.group()):
                place = Place(
                    chapter=note.name, order=-1, start=line.start(), stop=line.end(),
                    quote=line.group(),
                )  # fmt: skip
                head = re.match(r"\W*([A-Z][^:]{2,30}):", line.group())
                yield from _in(clause.group(), head.group(1) if head else "", place, story)
    for sentence in story.reading.sentences:
        if sentence.mode in (Mode.TOLD, Mode.RECOUNTED):
            for clause in re.finditer(r"[^;:]+", sentence.told):
                yield from _in(clause.group(), "", sentence.place(), story)


def facts(story: Story) -> Iterator[Fact]:
    """Directions as facts."""
    for one in directions(story):
        yield Fact(
            kind=FactKind.DIRECTION, subject=one.thing, attribute=one.of or "lies", value=one.name,
            place=one.place,
        )  # fmt: skip


def _in(clause: str, head: str, place: Place, story: Story) -> Iterator[Direction]:
    found = list(_DIRECTION.finditer(clause))
    if len(found) != 1 or _WIND.search(clause):
        return
    one = found[0]
    things = {
        thing.group().lower() for thing in _THING.finditer(f"{head} {clause}" if head else clause)
    }
    weekdays = story.cast.words.stop_names
    for thing in sorted(things - weekdays - set(_NAMES)):
        if thing in {mention.lower() for mention in story.cast.characters}:
            continue
        yield Direction(
            thing=thing,
            name=_NAMES[one.group("name").lower()],
            of=(one.group("of") or "").lower(),
            around=frozenset(things - {thing}) | story.rare(clause, 10),
            place=place,
        )
