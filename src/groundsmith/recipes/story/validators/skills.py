"""People who do what they cannot: the illiterate who read, the lame who run.

Learning, teaching and healing told in between explain it; so does a trial that fails. Who could do
a thing before and is said never to have learned it contradicts too; who lost it by an injury not.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.abilities import facts, innate
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.feats import eaten, names, shown
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode

_LEARNED = re.compile(
    r"\b(?:learn(?:ed|t|ing)?|taught|teach(?:ing|es)?|lessons?|practi[sc](?:ed|ing)|belajar"
    r"|mengajar\w*|diajar\w*|berlatih|latihan|sudah bisa|mulai bisa|kini bisa)\b",
    re.I,
)
_HEALED = re.compile(
    r"\b(?:heal\w*|recover\w*|better now|splints? off|cured|mended|off the crutches|plaster (?:came"
    r"|off)|got (?:back )?(?:his|her) (?:sight|voice|hearing)|miracle|operation|prosthe\w+|sembuh"
    r"|pulih|dioperasi|keajaiban|mukjizat|gips\w* (?:dibuka|dilepas))\b",
    re.I,
)
_NEGATED = re.compile(r"\b(?:never|not|tidak|belum|nobody|n['’]t)\b|n['’]t\b|\?", re.I)
_AT_ONCE = 1000
"""Characters within which a first time is told: he had never whistled, but now he whistled."""
_NEAR_CHAPTERS = 2
"""How long an injury lasts that nobody tells of again."""


def check(story: Story) -> Iterator[Finding]:
    """Acts of people who cannot do them."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    lacking: dict[tuple[str, str], list[Fact]] = {}
    for fact in (one for one in facts(story) if one.subject not in story.cast.shared):
        lacking.setdefault((fact.subject, fact.attribute), []).append(fact)
    if not lacking:
        return
    foods = {(who, key) for who, key in lacking if key.startswith("eat:")}
    learned = list(_learned(story))
    for line in story.lines:
        if line.sentence.mode not in (Mode.TOLD, Mode.RECOUNTED):
            continue
        done = [(who, ability) for who, ability, _ in shown(line, story)]
        done += [
            (who, key)
            for who, key in foods
            if line.subject == who and eaten(line, key.removeprefix("eat:"), story)
        ]
        for who, ability in done:
            for fact in lacking.get((who, ability), ()):
                if _contradicts(fact, line) and not _is_learned(fact, line, learned):
                    yield _finding(who, ability, fact, line)
                    break


def _contradicts(fact: Fact, line: Line) -> bool:
    """Whether an act at a line is one that the fact excludes, by their order."""
    if fact.place.order == line.sentence.chapter.order and (
        fact.place.start <= line.sentence.start < fact.place.stop
    ):
        return False
    if innate(fact.attribute):
        return not 0 < line.sentence.start - fact.place.start < _AT_ONCE or (
            fact.place.order != line.sentence.chapter.order
        )
    near = fact.place.order < 0 or line.sentence.chapter.order - fact.place.order <= _NEAR_CHAPTERS
    return fact.place.at < line.sentence.at and near


def _learned(story: Story) -> Iterator[tuple[Line, str]]:
    """Where somebody learns or heals, with the words around it."""
    lines = story.lines
    for at, line in enumerate(lines):
        text = line.sentence.text
        told = _LEARNED.search(text) or _HEALED.search(text)
        if told and not _NEGATED.search(text[: told.start()]) and "?" not in text:
            near = lines[max(0, at - 1) : at + 2]
            yield line, " ".join(one.sentence.text for one in near)


def _is_learned(fact: Fact, line: Line, learned: list[tuple[Line, str]]) -> bool:
    """Whether somebody learns the thing or heals before the act."""
    for one, around in learned:
        at = one.sentence.at
        who = {mention.key for mention in one.mentions} | {one.subject} | set(one.owner.values())
        who |= one.near.keys()
        if at <= line.sentence.at and fact.subject in who and at != fact.place.at:
            text = one.sentence.text
            if _HEALED.search(text) and not innate(fact.attribute):
                return True
            if _LEARNED.search(text) and names(fact.attribute, around):
                return True
    return False


def _finding(who: str, ability: str, fact: Fact, line: Line) -> Finding:
    return Finding(
        subtype="skill",
        severity=Severity.HIGH,
        message=f"{who} does what they cannot ({ability})",
        established=fact.place,
        contradicting=line.sentence.place(),
        suggestion="give it to somebody else, or tell how they learned it",
    )
