"""Who is where: rooms and named places of a scene, and who is said to be away.

The decision to question: people walk about without a word in most stories, so a place is held
against another only within a scene in which nobody moves in between, and an absence only until the
chapter ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.doers import clause_at, is_real
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.rooms import AWAY, BACK, DEPARTS, GOES, ROOMS

_AT = frozenset({"in", "at", "inside", "di", "dalam"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AWAY = {key: re.compile(rf"\b(?:{words})") for key, words in AWAY.items()}
_BACK = re.compile(rf"\b(?:{BACK})\b", re.I)
_GROUPS = frozenset({"they", "we", "i", "mereka", "kami", "kita", "both", "keduanya"})
_NO_STATEMENT = re.compile(
    r"\?|\b(?:if|might|perhaps|mungkin|kalau|andai|menolak|rupanya|ternyata|Rupanya|Ternyata)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Somebody is at a place in a line."""

    who: str
    place: str
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Somebody is elsewhere from a line on."""

    who: str
    line: Line


def stays(line: Line, story: Story) -> Iterator[Stay]:
    """Who is in which room, by the clauses of a line that names no time."""
    if any(clause.times for clause in line.clauses):
        return
    for clause in line.clauses:
        if not is_real(clause) or clause.verb in GOES:
            continue
        place = _room(clause, story)
        for who in clause.subjects:
            if place:
                yield Stay(who=who, place=place, line=line)


def _room(clause: Clause, story: Story) -> str:
    """The room that a clause has for its where; nothing where it has none."""
    for phrase in clause.phrases:
        if phrase.preposition.lower() not in _AT:
            continue
        words = [one.group() for one in _WORD.finditer(phrase.words)]
        rooms = [one.lower() for one in words if one.lower() in ROOMS[story.language]]
        if rooms:
            return rooms[-1 if story.language == "en" else 0]
    return ""


def moves(line: Line) -> bool:
    """Whether anybody goes anywhere in a line."""
    return any(
        (clause.verb in GOES or clause.under in GOES)
        and (clause.subjects or clause.noun in _GROUPS or not clause.noun)
        for clause in line.clauses
    )


def absences(story: Story) -> Iterator[Absence]:
    """Who is said to be away, or departs."""
    for line in story.lines:
        told, text = line.sentence.told, line.sentence.text
        if line.sentence.mode in (Mode.DREAMT, Mode.SUPPOSED) or _NO_STATEMENT.search(text):
            continue
        for one in _AWAY[story.language].finditer(text):
            who = _who(line, one.start(), story)
            if who is not None and who != SELF:
                yield Absence(who=who, line=line)
        if text == told and line.sentence.mode is Mode.TOLD:
            for clause in line.clauses:
                if clause.verb in DEPARTS and is_real(clause) and not clause.object.strip():
                    named = {one.key for one in line.mentions}
                    gone = [who for who in clause.subjects if who in named]
                    yield from (Absence(who=who, line=line) for who in gone)


def _who(line: Line, at: int, story: Story) -> str | None:
    """Who it is that is away: in speech somebody named, else the clause's subject."""
    if line.sentence.told[at : at + 1].strip():
        clause = clause_at(line, at)
        return (clause.subject if clause is not None else None) or line.subject
    named = [one for one in story.cast.mentions(line.sentence.text) if 0 <= at - one.stop <= 3]
    return named[-1].key if named else None


def is_back(line: Line, who: str) -> bool:
    """Whether a line may bring somebody back: somebody comes, and they are named or meant."""
    about = {one.key for one in line.mentions}
    about |= {one for clause in line.clauses for one in clause.subjects}
    return who in about and bool(_BACK.search(line.sentence.text))


def facts(story: Story) -> Iterator[Fact]:
    """Absences as facts."""
    for one in absences(story):
        yield Fact(
            kind=FactKind.PLACE, subject=one.who, attribute="is", value="away",
            place=one.line.sentence.place(), mode=one.line.sentence.mode,
        )  # fmt: skip
