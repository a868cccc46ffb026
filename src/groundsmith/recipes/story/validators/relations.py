"""People whose kinship changes: a brother turns uncle, an only child has one, a bachelor a wife."""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.relations import back, facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.acting import Line
from groundsmith.recipes.story.reading import VOUCHED, Mode

_HAS_NONE = (
    (
        re.compile(
            r"\b(?:only child|no (?:brothers|siblings|brother or sister)|anak tunggal"
            r"|anak semata wayang)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:(?:her|his|my) (?:\w+ )?(?:brother|sister|siblings|twin)\b"
            r"|kakak (?:laki-laki|lelaki|perempuan)?(?:nya)\b"
            r"|adik(?:nya)\b|kakak lelakinya|kakak perempuannya|saudara kandungnya|kakaknya)",
            re.I,
        ),
        "an only child has a brother or sister",
    ),
    (
        re.compile(
            r"\b(?:never (?:been )?married|unmarried|bachelor|spinster|tidak pernah menikah"
            r"|belum pernah menikah"
            r"|tak pernah menikah|bujangan|lajang)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:(?:his|her|my) (?:wife|husband)|istrinya|suaminya|(?:istri|suami) (?=[A-Z]))\b"
        ),
        "somebody who never married has a husband or wife",
    ),
    (
        re.compile(
            r"\b(?:no children|childless|had never had children|tidak punya anak|tak punya anak"
            r"|mandul)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:(?:his|her|my) (?:\w+ )?(?:son|daughter|children)|anak kandungnya|putranya"
            r"|putrinya|anaknya)\b",
            re.I,
        ),
        "somebody without children has one",
    ),
)


def check(story: Story) -> Iterator[Finding]:
    """Relations that cannot both hold."""
    yield from _pairs(story)
    for none, some, message in _HAS_NONE:
        yield from _having(story, none, some, message)


def _pairs(story: Story) -> Iterator[Finding]:
    known: dict[tuple[str, str], Fact] = {}
    for fact in facts(story):
        first = known.setdefault((fact.subject, fact.value), fact)
        mirrored = known.setdefault((fact.value, fact.subject), fact)
        if first.attribute != fact.attribute and first.subject == fact.subject:
            yield _finding(
                f"{fact.subject} is {fact.value}'s {first.attribute}, not {fact.attribute}",
                first.place,
                fact.place,
            )
        elif mirrored.subject == fact.value and back(mirrored.attribute) != fact.attribute:
            yield _finding(
                f"{fact.value} is {fact.subject}'s {mirrored.attribute}", mirrored.place, fact.place
            )


def _having(
    story: Story, none: re.Pattern[str], some: re.Pattern[str], message: str
) -> Iterator[Finding]:
    """People of whom the text says that they have no such kin, and then shows it."""
    without: dict[str, Place] = {}
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            if none.search(entry.value):
                without.setdefault(one.key, entry.place)
    for line in story.lines:
        if line.sentence.mode in VOUCHED:
            key = _whose(line)
            if key is not None and none.search(line.sentence.told):
                without.setdefault(key, line.sentence.place())
    for line in story.lines:
        told = line.sentence.told
        has = some.search(told)
        if line.sentence.mode is not Mode.TOLD or has is None or none.search(told):
            continue
        key = _owner(line, has)
        if key in without and without[key].at != line.sentence.at:
            yield _finding(f"{key}: {message}", without[key], line.sentence.place())


def _whose(line: Line) -> str | None:
    return line.mentions[0].key if line.mentions else line.subject


def _owner(line: Line, has: re.Match[str]) -> str | None:
    behind = next((one for one in line.mentions if 0 <= one.start - has.end() <= 5), None)
    if behind is not None and not has.group().endswith("nya"):
        return behind.key
    return line.subject


def _finding(message: str, established: Place, contradicting: Place) -> Finding:
    low, high = sorted((established, contradicting), key=lambda one: one.at)
    return Finding(
        subtype="relationship",
        severity=Severity.HIGH,
        message=message,
        established=low,
        contradicting=high,
        suggestion="keep to one kinship, or explain the other",
    )
