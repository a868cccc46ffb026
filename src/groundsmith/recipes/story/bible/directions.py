"""Where places lie: north or south of what, on which bank, which way a river runs, a house looks.

A clause gives a direction to the places that it names before it, or else to the one behind it; the
sun gives one too, for it rises in the east. The decision to question: who walks, looks or blows
somewhere says nothing of where a place lies, so clauses of motion are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.places import PLACES

OPPOSITE = {
    "north": "south", "south": "north", "east": "west", "west": "east", "upstream": "downstream",
    "downstream": "upstream", "left": "right", "right": "left",
}  # fmt: skip
_NAMES = {
    **{one: one for one in OPPOSITE}, "utara": "north", "selatan": "south", "timur": "east",
    "barat": "west", "hulu": "upstream", "hilir": "downstream", "kiri": "left", "kanan": "right",
}  # fmt: skip
_SIDES = {
    "bank": "bank", "shore": "bank", "coast": "coast", "side": "side", "end": "end", "wing": "end",
    "slope": "side", "tepi": "bank", "pantai": "coast", "pesisir": "coast", "sisi": "side",
    "ujung": "end", "lereng": "side", "seberang": "bank", "bagian": "side", "sayap": "end",
}  # fmt: skip
_DIRECTION = {
    "en": re.compile(
        r"\b(?P<name>north|south|east|west|upstream|downstream|left"
        r"|right)(?:ern(?:most)?|bound)?(?:-hand| hand)?\b"
        r"(?! (?:wind|gate|door|wall|window|pole|star|for\b|foot|leg|arm|eye|hand\b|ear|behind"
        r"|him|her|it|them|the\b|a\b|his|in the|me\b))"
        r"(?: (?P<side>bank|side|end|coast|shore|wing|slope))?(?P<of> (?:of|from|off))?",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:(?P<side>tepi|sisi|pantai|pesisir|ujung|lereng|bagian|sayap)(?: sebelah)? )?"
        r"(?<!angin )(?<!kutub )(?<!tangan )(?<!kaki )(?<!mata )(?<!bahu )(?<!telinga )(?<!pipi "
        r")(?<!wajah )"
        r"(?P<name>utara|selatan|timur|barat|hulu|hilir|kiri|kanan)(?:nya)?\b(?! (?:laut"
        r"|daya))(?P<of>(?= [a-zA-Z]))?",
        re.I,
    ),
}
_SUN = {
    "en": re.compile(
        r"\bsun (?:\w+ )?(?:(?P<east>rose|rises|came up|comes up|rising|coming up|climbed)"
        r"|(?P<west>set|sets|setting"
        r"|sank|sinks|sinking|went down|goes down|going down|dropped|drops)) (?:\w+ )?(?:out of"
        r"|over|behind|beyond|from|into|in"
        r"|above|across|on) (?:the )?(?P<thing>[^\W\d_]+)",
        re.I,
    ),
    "id": re.compile(
        r"\bmatahari (?:\w+ )?(?:(?P<east>terbit|muncul|naik)|(?P<west>terbenam|tenggelam|turun))"
        r"(?: \w+)? (?:dari|di|ke|pada)(?: (?:balik|atas|belakang|dalam))? (?P<thing>[^\W\d_]+)",
        re.I,
    ),
}
_MOVING = re.compile(
    r"\b(?:winds?|angin|clouds?|awan|storm|badai|bird|birds|heron|geese|burung|flew|flapped|blew"
    r"|looked"
    r"|turned|headed|walked|walks|rode|rides|drove|drives|marched|travelled|fled|strolled"
    r"|pointed|glanced"
    r"|stars?|bintang|moon|bulan|menoleh|memandang|menunjuk|berjalan|menuju|pergi|berlari|terbang"
    r"|bergerak|melangkah|berbelok|membelok|mengikuti|sailed|berlayar|swung|veered|they went"
    r"|we went"
    r"|he went|she went|came from|datang dari|light|cahaya|smoke|asap|crossed)\b",
    re.I,
)
_FLOWS = re.compile(
    r"\b(?:runs?|ran|flows?|flowed|flowing|slid|wound|winds|on its way|mengalir|bermuara"
    r"|makes its way)\b",
    re.I,
)
_FACES = re.compile(
    r"\b(?:fac(?:es?|ed|ing)|look(?:s|ed|ing)? (?:out )?(?:to|over|on)?|gave"
    r"|menghadap\w*)\W+(?:(?:to|towards?|due"
    r"|the|ke|arah|on to|out)\W+)*$",
    re.I,
)
_LEADS = re.compile(
    r"\b(?:on|in|to|at|from|lay|lies|stood|stands|rose|due|miles?|metres?|half|just|off|away"
    r"|along|up|beyond|far|further|farther|is|was|were|kilometres?|yards|keeps|kept|the"
    r"|di|ke|arah|sebelah|terletak|dari|berada|kilometer|meter|langkah|pantai|sisi|tepi"
    r"|ujung|paling|jauh)\W+(?:the |arah )?$",
    re.I,
)
_HOLDS = frozenset({Mode.TOLD, Mode.RECOUNTED, Mode.REMEMBERED, Mode.SUPPOSED})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER = re.compile(
    r"\W+(?:(?:the|a|an|our|her|his|their|its|town|[a-z]+ly) )?(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)"
)
_GOAL = re.compile(r",? (?:to|towards|over|onto|ke|ke arah) (?:the )?(?P<thing>[^\W\d_]+)", re.I)
_PRONOUN = {"en": re.compile(r"^\W*(?:it|this|that)\b", re.I),
            "id": re.compile(r"^\W*(?:tempat|bangunan|letaknya|tempatnya)\b", re.I)}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """`thing` lies to the `name`.

    Attributes:
        how: "lies", "flows", "faces", or the noun of the side ("bank", "coast", "end").
        of: What it lies north or south of; nothing where that is not said.
        is_proper: Whether the thing is a name.
        around: Other places and rare stems of the clause.
    """

    thing: str
    name: str
    how: str
    of: str
    is_proper: bool
    around: frozenset[str]
    place: Place


def directions(story: Story) -> Iterator[Direction]:
    """Where things lie, by the notes and then by the chapters."""
    for note in story.manuscript.notes:
        for line in re.finditer(r"[^\n]+", note.text):
            head = re.match(r"\W*([A-Z][^:]{2,30}):", line.group())
            place = Place(
                chapter=note.name, order=-1, start=line.start(), stop=line.end(),
                quote=line.group(),
            )  # fmt: skip
            for clause in re.finditer(r"[^.;]+", line.group()):
                opening = (
                    f"{head.group(1)} "
                    if head and not clause.group().startswith(head.group())
                    else ""
                )
                yield from _in(opening + clause.group(), (), place, story)
    before: tuple[str, ...] = ()
    for sentence in story.reading.sentences:
        if sentence.mode in _HOLDS:
            for clause in re.finditer(r"[^;:]+", sentence.told):
                yield from _in(clause.group(), before, sentence.place(), story)
            before = tuple(thing for thing, _ in _things(sentence.told, story))[-1:]


def facts(story: Story) -> Iterator[Fact]:
    """Directions as facts."""
    for one in directions(story):
        yield Fact(
            kind=FactKind.DIRECTION, subject=one.thing,
            attribute=f"{one.how} of {one.of}" if one.of else one.how, value=one.name,
            place=one.place,
        )  # fmt: skip


def _in(clause: str, before: tuple[str, ...], place: Place, story: Story) -> Iterator[Direction]:
    yield from _by_sun(clause, place, story)
    begin = 0
    for one in _DIRECTION[story.language].finditer(clause):
        opening, begin = begin, one.end()
        how = _how(clause, one)
        name = _NAMES[one.group("name").lower()]
        if not how or (name in ("left", "right") and not one.group("side")):
            continue
        of = _reference(clause, one)
        things = _things(clause[opening : one.start()], story)[-2:]
        behind = [pair for pair in _things(clause[one.end() :], story) if pair[0] != of]
        if not things and before and _PRONOUN[story.language].match(clause):
            things = [(before[0], False)]
        lie = [pair for pair in behind if pair[0] in _SEAS] if how == "flows" else []
        if how == "flows":
            things = things or _things(clause[: one.start()], story)[:1]
        goal = _GOAL.match(clause, one.end())
        if goal and goal.group("thing").lower() in PLACES:
            lie.append((goal.group("thing").lower(), False))
        around = frozenset(thing for thing, _ in (*things, *behind)) | story.rare(clause, 10)
        told = [(pair, how) for pair in things or ([] if lie else behind[:1])]
        for (thing, proper), kind in (*told, *((pair, "lies") for pair in lie)):
            if thing != of:
                yield Direction(
                    thing=thing,
                    name=name,
                    how=kind,
                    of=of,
                    is_proper=proper,
                    around=around - {thing, story.stem(thing), one.group("name").lower()},
                    place=place,
                )


_SEAS = ("sea", "laut", "ocean", "samudra", "lake", "danau")
"""Where a river ends."""


def _how(clause: str, one: re.Match[str]) -> str:
    """What a direction says of a place: "lies", "flows", "faces", a side; nothing of motion."""
    if _MOVING.search(clause[max(0, one.start() - 45) : one.end() + 15]):
        return ""
    lead = clause[max(0, one.start() - 24) : one.start()]
    if _FACES.search(lead):
        return "faces"
    if _FLOWS.search(clause[max(0, one.start() - 40) : one.start()]):
        return "flows"
    if one.group("side"):
        return _SIDES[one.group("side").lower()]
    return "lies" if one.group("of") or _LEADS.search(lead) else ""


def _reference(clause: str, one: re.Match[str]) -> str:
    """Of what a place lies north or south, where that is a place or a name."""
    behind = _AFTER.match(clause, one.end()) if one.group("of") is not None else None
    if behind is None:
        return ""
    noun = behind.group("noun")
    return noun.lower() if noun.lower() in PLACES or noun[0].isupper() else ""


def _by_sun(clause: str, place: Place, story: Story) -> Iterator[Direction]:
    for one in _SUN[story.language].finditer(clause):
        thing = one.group("thing").lower()
        if thing in PLACES:
            yield Direction(
                thing=thing, name="east" if one.group("east") else "west", how="lies", of="",
                is_proper=False, around=story.rare(clause, 10), place=place,
            )  # fmt: skip


def _things(clause: str, story: Story) -> list[tuple[str, bool]]:
    """The places that a text names, in order, and whether each is a name."""
    found: list[tuple[str, bool]] = []
    for one in _WORD.finditer(clause):
        word = one.group()
        lower = word.lower()
        if story.language == "id" and lower not in PLACES:
            lower = lower.removesuffix("nya")
        if lower in PLACES:
            found.append((lower, False))
        elif (
            word[0].isupper()
            and len(word) > 2
            and (one.start() > 1 or word in story.cast.places)
            and lower not in story.cast.words.stop_names
            and lower not in _NAMES
            and word not in story.cast.characters
        ):
            found.append((lower, True))
    return found
