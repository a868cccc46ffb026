"""What people can do, and what they cannot: swim, read, climb a stair."""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.abilities import ABILITIES, DARED, UNABLE

_CANNOT = (
    r"(?:could not|couldn['’]t|can(?:no|['’])t|cannot|unable to|never (?:been able to"
    r"|learn(?:ed|t) (?:how )?to|could)"
    r"|did not know how to|don['’]t|doesn['’]t|didn['’]t|could not do was|tidak (?:bisa|dapat"
    r"|mampu|pandai|pernah belajar"
    r"|pernah bisa|pernah mau)|tak (?:bisa|dapat|pernah belajar)|belum bisa|tidak kuat)"
)
_LACKS = {
    ability: re.compile(
        rf"\b{_CANNOT} (?:\w+ ){{0,2}}?(?:{words['name']})\b(?! (?:it|him|her|that|the (?:far"
        rf"|mule|sea)\w*)\b)",
        re.I,
    )
    for ability, words in ABILITIES.items()
}
_STATES = {ability: re.compile(rf"\b(?:{words})\b", re.I) for ability, words in UNABLE.items()}
_DOES = {
    ability: re.compile(rf"\b(?:{words['done']})\b", re.I) for ability, words in ABILITIES.items()
}
_DARES = {ability: re.compile(rf"\b(?:{words})\b", re.I) for ability, words in DARED.items()}
_ALWAYS = re.compile(
    r"\b(?:never|not (?:swim|read|write|drive|ride|sing)|pernah|tidak bisa|cannot"
    r"|could not (?:do was|climb so"
    r"|have walked|walk|swim|read|write|read a word)|don['’]t|can['’]t|cannot|takut|afraid"
    r"|lutut|blind|deaf)\b",
    re.I,
)
_TRANSIENT = frozenset({"see", "hear", "speak", "count", "walk"})


def facts(story: Story) -> Iterator[Fact]:
    """Abilities that people lack, or are said to have."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            lacks = entry.key in ("cannot", "can't", "tidak bisa", "takut", "fears", "afraid of")
            for ability, words in ABILITIES.items():
                named = re.search(rf"\b(?:{words['name']})\b", entry.value, re.I)
                if named and lacks:
                    yield Fact(
                        kind=FactKind.SKILL,
                        subject=one.key,
                        attribute=ability,
                        value="cannot",
                        place=entry.place,
                    )
            for ability, pattern in _STATES.items():
                if pattern.search(f"{entry.key} {entry.value}"):
                    yield Fact(
                        kind=FactKind.SKILL,
                        subject=one.key,
                        attribute=ability,
                        value="cannot",
                        place=entry.place,
                    )
    for line in story.lines:
        if line.sentence.mode is not Mode.DREAMT:
            yield from _lacking(line, story)


def _lacking(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    for ability, pattern in (*_LACKS.items(), *_STATES.items()):
        found = pattern.search(told)
        if found is None or (ability in _TRANSIENT and not _ALWAYS.search(told)):
            continue
        who = _who(line, found.start(), story)
        if who is not None:
            yield Fact(
                kind=FactKind.SKILL, subject=who, attribute=ability, value="cannot",
                place=line.sentence.place(), mode=line.sentence.mode,
            )  # fmt: skip


def _who(line: Line, start: int, story: Story) -> str | None:
    before = [one for one in (*line.mentions, *line.kin) if one.stop <= start]
    pronoun = re.search(r"\b(she|he|ia|dia|who|yang|ku|aku)\b", line.sentence.told[:start], re.I)
    if pronoun is None and before:
        return max(before, key=lambda one: one.start).key
    return story.described(line) or line.subject


def shown(line: Line, story: Story) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Abilities that somebody shows in a sentence: who, which, and the words."""
    told = line.sentence.told
    for ability, pattern in (*_DOES.items(), *_DARES.items()):
        found = pattern.search(told)
        if found is None or _NOT.search(told[max(0, found.start() - 40) : found.start()]):
            continue
        who = _doer(line, found.start(), story)
        if who is not None:
            yield who, ability, found


_NOT = re.compile(
    r"\b(?:not|never|n['’]t|no|nor|without|cannot|unable|if|could|would|tried|trying|to|wish\w*"
    r"|taught|learn\w*|tidak|tak"
    r"|belum|bukan|jangan|tanpa|mencoba|belajar|ingin|kalau|hampir|pura-pura|seperti|supaya"
    r"|untuk|almost)\b[^.;]*$",
    re.I,
)


def _doer(line: Line, start: int, story: Story) -> str | None:
    """Who does what stands at an offset: the last subject before it."""
    acting = [one for one in line.acts if one.start < start]
    if acting:
        return acting[-1].who
    described = story.described(line)
    return described or line.subject
