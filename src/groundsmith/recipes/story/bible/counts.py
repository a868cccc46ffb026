"""How many there are of things: of what, whose, and what stands around the number.

The rare words around a number tell two counts of one thing from counts of two things.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.numerals import Numeral, alone, numerals
from groundsmith.recipes.story.grammar.ranks import ranks
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode
from groundsmith.verify.words.numbers import NUMBER_WORDS, SCALES

_MARKS = (",", ";", ".", "—", "!", "?", "“", "”")
_LEAST_AROUND = 2
"""A clause with fewer words of its own tells nothing apart: its sentence does."""
_HAS = re.compile(
    r"\b(?:had|has|have|kept|keeps|owned|owns|raised|bore|punya|mempunyai|memiliki|memelihara"
    r"|membesarkan|melahirkan)\W+(?:\w+\W+){0,2}$",
    re.I,
)
_POSSESSIVE = re.compile(r"\b(?P<whose>[Hh]er|[Hh]is|[Mm]y|[A-Z]\w+['’]s) (?:\w+ )?$")
_AS_IF = re.compile(
    r"\b(?:as if|as though|if|perhaps|might|imagin\w+|pretend\w*|seem\w*|like|seolah\w*|seakan\w*"
    r"|seandainya|andai\w*|kalau|mungkin|barangkali|konon|legend\w*)\b",
    re.I,
)
_OF_NAME = re.compile(r"\W+(?:\w+ )?([A-Z]\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of things.

    Attributes:
        noun: The word for the kind of what is counted.
        owner: Whose they are: a character's key, or nothing.
        around: Rare stems of the clause, without the noun's.
        adjectives: Stems of the words between number and noun.
        names: Names in the clause.
        is_whole: Whether it speaks of all there are.
        is_pointing: Whether it points back to things that are known.
        at: Number of its sentence; -1 in notes.
        is_left: Whether it says how many are left of more.
        is_least: Whether there are at least so many, because one has that number.
    """

    noun: str
    value: int
    owner: str
    around: frozenset[str]
    adjectives: frozenset[str]
    names: frozenset[str]
    is_whole: bool
    is_pointing: bool
    mode: Mode
    place: Place
    at: int
    is_left: bool
    is_least: bool = False


def counts(story: Story) -> Iterator[Count]:
    """Counts of the notes, then of the chapters."""
    for note in story.manuscript.notes:
        owner = ""
        for line in re.finditer(r"[^\n]+", note.text):
            text = line.group()
            if text.startswith("#"):
                named = story.cast.mentions(text)
                owner = named[0].key if named else ""
            place = Place(
                chapter=note.name, order=-1, start=line.start(), stop=line.end(), quote=text
            )
            for one in numerals(text, story.language):
                yield _count(text, one, owner, place, Mode.TOLD, -1, story)
    before = counted = ""
    counted_at = 0
    for at, told in enumerate(story.lines):
        sentence = told.sentence
        if sentence.mode is not Mode.DREAMT:
            text = _CREW.sub(lambda one: "-" * len(one.group()), sentence.text)
            found = list(numerals(text, story.language))
            same = found[-1].noun if found else ""
            if at - counted_at > _FRESH:
                counted = ""
            more = alone(text, before, same, counted, story.language)
            found += [
                one
                for one in more
                if not any(o.start < one.stop and one.start < o.stop for o in found)
            ]
            found = [one for one in found if not _is_part(one, found, text)]
            for one in found:
                owner = _owner(text, one, told, story)
                supposed = sentence.mode is Mode.SUPPOSED and not _AS_IF.search(text[: one.start])
                mode = Mode.TOLD if supposed else sentence.mode
                yield _count(text, one, owner, sentence.place(), mode, at, story)
            if found:
                counted, counted_at = found[-1].noun, at
            for one in ranks(text, story.language):
                owner = _owner(text, one, told, story)
                count = _count(text, one, owner, sentence.place(), sentence.mode, at, story)
                yield replace(count, is_least=True)
        before = sentence.text


_FRESH = 3
"""So many sentences on, `all six` still may be of what was counted."""
_CREW = re.compile(r"\b(?:awak|penumpang|kru|anak buah) (?:kapal|perahu|kereta)\w*", re.I)
"""People, though they are told by the name of a ship."""
_NAME = re.compile(r"\b[A-Z]\w{2,}")
_OF = re.compile(r"\b(?:of (?:the|those|these)|out of|dari|di antara)\b", re.I)


def _is_part(one: Numeral, found: list[Numeral], text: str) -> bool:
    """Whether a number is of a part of what its sentence counts: `of the nine, two`."""
    more = [other.value for other in found if other.noun == one.noun and other is not one]
    return bool(more) and one.value < max(more) and _OF.search(text) is not None


def facts(story: Story) -> Iterator[Fact]:
    """Counts as facts."""
    for one in counts(story):
        if one.is_least:
            continue
        yield Fact(
            kind=FactKind.QUANTITY, subject=one.owner or one.noun,
            attribute=f"count of {one.noun}" if one.owner else "count",
            value=f"{one.value}", place=one.place, mode=one.mode,
        )  # fmt: skip


def _count(
    text: str, one: Numeral, owner: str, place: Place, mode: Mode, at: int, story: Story
) -> Count:
    clause = clause_around(text, one.start, one.stop)
    own = {story.stem(word) for word in text[one.start : one.stop].split()}
    around = story.rare(clause, 12) - own - _NUMBERS
    if len(around) < _LEAST_AROUND:
        around = story.rare(text, 12) - own - _NUMBERS
    return Count(
        noun=one.noun,
        value=one.value,
        owner=owner,
        around=around,
        adjectives=frozenset(story.stem(word) for word in one.adjectives) - _NUMBERS,
        names=frozenset(
            each.group()
            for each in _NAME.finditer(clause)
            if each.start() > 1 or _is_name(each.group(), story)
        ),
        is_whole=one.is_whole,
        is_pointing=one.is_pointing,
        mode=mode,
        place=place,
        at=at,
        is_left=one.is_left,
    )


def _is_name(word: str, story: Story) -> bool:
    return story.cast.key_of(word) is not None or word in story.cast.places


_NUMBERS = frozenset((*NUMBER_WORDS, *SCALES, "belas", "dozen"))


def _owner(text: str, one: Numeral, line: Line, story: Story) -> str:
    """Whose the counted things are, where the sentence says it of a person."""
    before = text[: one.start]
    inside = re.match(r"both (?:of )?(?=\w)", text[one.start : one.stop], re.I)
    if found := _POSSESSIVE.search(
        text[one.start : one.start + inside.end() + 4] if inside else before
    ):
        whose = found.group("whose")
        if whose.lower() in ("her", "his"):
            side = "f" if whose.lower() == "her" else "m"
            return line.owner.get(side, "")
        if whose.lower() == "my":
            return "(narrator)"
        return story.cast.key_of(re.sub(r"['’]s$", "", whose)) or ""
    if story.language == "id":
        if re.match(r"\w*nya\b", text[max(0, one.stop - 4) :]) or text[: one.stop].endswith("nya"):
            return line.owner.get("any", "")
        if (behind := _OF_NAME.match(text, one.stop)) and story.cast.key_of(behind.group(1)):
            return story.cast.key_of(behind.group(1)) or ""
    return (line.subject or "") if _HAS.search(before) else ""


def clause_around(text: str, start: int, stop: int) -> str:
    """The words between the marks on either side of a span."""
    before = max(text.rfind(mark, 0, start) for mark in _MARKS)
    behind = [at for mark in _MARKS if (at := text.find(mark, stop)) >= 0]
    return text[before + 1 : min(behind, default=len(text))]
