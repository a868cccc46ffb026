"""People in two places: somebody who is away and acts here, or is in two rooms at once."""

import re
from collections.abc import Iterator, Sequence

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.whereabouts import (
    Absence,
    Stay,
    absences,
    is_back,
    moves,
    stays,
)
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.doers import is_real
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.language import is_verb

_FOLLOWED = 3
"""Who acts within so many sentences of leaving is followed by the story, and not away from it."""

_NEAR_PARAGRAPHS = 2
_RESTS = frozenset({"be", "sit", "lie", "stand", "sleep", "duduk", "diri", "baring", "tidur"})
_ASIDE = re.compile(
    r", (?:in|with|on|still|dengan|masih|dalam) [^,.;:!?]{2,40}, (?P<verb>[a-z]+)\b"
)
_NO_ACTS = frozenset(
    {"be", "have", "live", "like", "want", "know", "need", "mean", "punya", "milik"}
)


def check(story: Story) -> Iterator[Finding]:
    """Who is where they cannot be."""
    yield from believable(_away(story), most=2)
    yield from believable(_twice(story), most=2)


def _away(story: Story) -> Iterator[Finding]:
    """Acts of who is away, until somebody comes back or the chapter ends."""
    index = {line.sentence.at: at for at, line in enumerate(story.lines)}
    for absence in absences(story):
        start = index[absence.line.sentence.at]
        for at in range(start + 1, len(story.lines)):
            line = story.lines[at]
            if line.sentence.chapter.order != absence.line.sentence.chapter.order:
                break
            if is_back(line, absence.who):
                break
            if _acts_here(line, absence.who) or _acts_aside(line, absence.who, story):
                others = _others(story.lines[start + 1 : at], absence.who, story)
                if at - start > _FOLLOWED or others or _rests(line, absence.who):
                    yield _finding(absence, line)
                break


def _others(lines: Sequence[Line], who: str, story: Story) -> bool:
    """Whether the story stays with somebody else."""
    acting = {one for line in lines for clause in line.clauses for one in clause.subjects}
    return bool((acting & {*story.cast.characters, SELF}) - {who})


def _acts_here(line: Line, who: str) -> bool:
    """Whether somebody acts in what is told as happening."""
    return any(
        is_real(clause)
        and who in clause.subjects
        and not clause.is_passive
        and (clause.verb not in _NO_ACTS or _rests(line, who))
        and line.sentence.happens(clause.verb_at)
        for clause in line.clauses
    )


def _acts_aside(line: Line, who: str, story: Story) -> bool:
    """Whether an aside parts somebody from what they do: `Dov's sister, in curlers, asks`."""
    told = line.sentence.told
    if line.sentence.mode is not Mode.TOLD:
        return False
    for one in (*line.mentions, *line.kin):
        aside = _ASIDE.match(told, one.stop) if one.key == who else None
        if aside is not None and is_verb(aside.group("verb"), story.language):
            return True
    return False


def _rests(line: Line, who: str) -> bool:
    """Whether somebody named sits, lies or sleeps there."""
    return any(
        clause.verb in _RESTS
        and who in clause.subjects
        and not clause.is_pronoun
        and any(place.islower() for place in clause.places)
        for clause in line.clauses
    )


def _twice(story: Story) -> Iterator[Finding]:
    """People in two rooms of a scene in which nobody moves in between."""
    last: dict[str, Stay] = {}
    scene = -1
    for line in story.lines:
        if line.sentence.mode is not Mode.TOLD:
            continue
        if line.sentence.scene != scene or moves(line):
            scene, last = line.sentence.scene, {}
        for stay in stays(line, story):
            before = last.get(stay.who)
            near = before is not None and before.line.sentence.paragraph >= (
                line.sentence.paragraph - _NEAR_PARAGRAPHS
            )
            if before is not None and near and before.place != stay.place:
                yield _two_places(before, stay)
            last[stay.who] = stay


def _finding(absence: Absence, line: Line) -> Finding:
    return Finding(
        subtype="place",
        severity=Severity.MEDIUM,
        message=f"{absence.who} is away, and acts here",
        established=absence.line.sentence.place(),
        contradicting=line.sentence.place(),
        suggestion="tell how they came back, or give the act to somebody else",
    )


def _two_places(before: Stay, stay: Stay) -> Finding:
    return Finding(
        subtype="place",
        severity=Severity.MEDIUM,
        message=f"{stay.who} is at two places: {before.place}, {stay.place}",
        established=before.line.sentence.place(),
        contradicting=stay.line.sentence.place(),
        suggestion="tell the way between them, or keep to one place",
    )
