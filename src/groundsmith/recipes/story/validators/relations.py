"""People whose kinship changes: a brother turns uncle, an only child has one, a bachelor a wife."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.story.bible.kinship import phrases, possessor
from groundsmith.recipes.story.bible.relations import Relation, back, relations
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import VOUCHED, Mode
from groundsmith.recipes.story.words.kin import FEMALE_KIN, KIN_CLASS, MALE_KIN, SIBLINGS, TOGETHER

_CALLED = {
    word: "mother" if word in FEMALE_KIN else "father"
    for words in KIN_CLASS.values()
    for word, kind in words.items()
    if kind == "parent" and word in FEMALE_KIN | MALE_KIN
}
_OTHER_SIDE = {"mother": "father", "father": "mother"}

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
        frozenset({"sibling", "elder", "younger"}),
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
        frozenset({"spouse"}),
        "somebody who never married has a husband or wife",
    ),
    (
        re.compile(
            r"\b(?:no children|childless|had never had children|(?:tidak|tak|tanpa)"
            r" (?:punya |mempunyai |memiliki |ber)?(?:anak|keturunan)"
            r"|mandul)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:(?:his|her|my) (?:\w+ )?(?:son|daughter|children)|anak kandungnya|putranya"
            r"|putrinya|anaknya)\b",
            re.I,
        ),
        frozenset({"child", "grandchild"}),
        "somebody without children has one",
    ),
)


def check(story: Story) -> Iterator[Finding]:
    """Relations that cannot both hold."""
    told = list(relations(story))
    yield from _pairs(told, story)
    yield from _sides(told)
    yield from _only_children(told, story)
    for none, some, kinds, message in _HAS_NONE:
        yield from _having(story, none, some, kinds, message)


def _pairs(told: list[Relation], story: Story) -> Iterator[Finding]:
    """Two people who are said to be kin of two classes."""
    known: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for one in told:
        whose = story.person(one.whose)
        if (called := _CALLED.get(whose.lower())) is not None:
            whose = f"{called}:{SELF}"  # whom a narrator calls Papa
        if whose == one.who:
            continue
        for other in known[one.who, whose]:
            if _excluded(other.kind, one.kind):
                message = f"{one.who} is {one.whose}'s {other.word}, not {one.word}"
                yield _finding(message, other.place, one.place)
                break
        else:
            known[one.who, whose].append(one)
            mirrored = replace(one, kind=back(one.kind), word=back(one.kind))
            known[whose, one.who].append(mirrored)
            for implied in _parents(one):
                known[one.who, story.person(implied.whose)].append(implied)


def _parents(one: Relation) -> Iterator[Relation]:
    """A full brother or sister is a child of the same parents."""
    if one.kind in ("sibling", "elder", "younger") and ":" not in one.whose:
        for parent in ("mother", "father"):
            yield replace(one, kind="child", word="child", whose=f"{parent}:{one.whose}")


def _excluded(one: str, other: str) -> bool:
    return one != other and frozenset((one, other)) not in TOGETHER


def _sides(told: list[Relation]) -> Iterator[Finding]:
    """Somebody who is a sister of the father, and then of the mother."""
    known: dict[tuple[str, str], Relation] = {}
    for one in told:
        side, _, child = one.whose.partition(":")
        if one.kind not in SIBLINGS or side not in _OTHER_SIDE:
            continue
        other = known.get((one.who, f"{_OTHER_SIDE[side]}:{child}"))
        known.setdefault((one.who, one.whose), one)
        if other is not None:
            message = f"{one.who} is of the {_OTHER_SIDE[side]}'s side, not of the {side}'s"
            yield _finding(message, other.place, one.place)


def _only_children(told: list[Relation], story: Story) -> Iterator[Finding]:
    """Only children of whose brothers and sisters the text speaks."""
    alone = {one.who: one for one in told if one.is_only and one.kind == "child"}
    if not alone:
        return
    for line in story.lines:
        if line.sentence.mode not in VOUCHED:
            continue
        for phrase in phrases(line.sentence.told, story.language, story):
            if phrase.kind not in ("sibling", "elder", "younger"):
                continue
            whose = story.person(possessor(phrase, line, None, story) or "")
            place = line.sentence.place(phrase.start, phrase.stop)
            if whose in alone and place.at != alone[whose].place.at:
                message = f"{whose}: an only child has a brother or sister"
                yield _finding(message, alone[whose].place, place)


def _having(
    story: Story,
    none: re.Pattern[str],
    some: re.Pattern[str],
    kinds: frozenset[str],
    message: str,
) -> Iterator[Finding]:
    """People of whom the text says that they have no such kin, and then shows it."""
    without = _without(story, none)
    if not without:
        return
    for line in story.lines:
        told = line.sentence.told
        if line.sentence.mode is not Mode.TOLD or none.search(told):
            continue
        keys = {
            one.whose
            for one in phrases(told, story.language, story)
            if one.kind in kinds and not one.of
        }
        if (has := some.search(told)) is not None:
            keys.add(_owner(line, has) or "")
        for key in sorted(keys & without.keys()):
            if without[key].at != line.sentence.at:
                yield _finding(f"{key}: {message}", without[key], line.sentence.place())


def _without(story: Story, none: re.Pattern[str]) -> dict[str, Place]:
    """Who has no such kin, and where it says so."""
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
    return without


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
