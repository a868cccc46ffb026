"""People who do what they cannot: the illiterate who read, the lame who run.

Learning, teaching and healing told in between explain it; so does a trial that fails. Who could do
a thing before and is said never to have learned it contradicts too; who lost it by an injury not.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.abilities import eaten, facts, innate, shown
from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode

_LEARNED = re.compile(
    r"\b(?:learn(?:ed|t|ing)?|taught|teach|lessons?|practi[sc]ed|heal\w*|recover\w*|better now"
    r"|splints? off|cured|mended|off the crutches|plaster (?:came|off)|got (?:back )?(?:his|her)"
    r" (?:sight|voice|hearing)|miracle|operation|prosthe\w+"
    r"|belajar|mengajar\w*|diajari|berlatih|latihan|sembuh|pulih|dioperasi|sudah bisa"
    r"|mulai bisa|keajaiban|mukjizat)\b",
    re.I,
)
_NEAR_CHAPTERS = 2
"""How long an injury lasts that nobody tells of again."""


def check(story: Story) -> Iterator[Finding]:
    """Acts of people who cannot do them."""
    lacking: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts(story):
        lacking.setdefault((fact.subject, fact.attribute), []).append(fact)
    if not lacking:
        return
    foods = {(who, key) for who, key in lacking if key.startswith("eat:")}
    learned = [line for line in story.lines if _LEARNED.search(line.sentence.text)]
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
        return True
    near = fact.place.order < 0 or line.sentence.chapter.order - fact.place.order <= _NEAR_CHAPTERS
    return fact.place.at < line.sentence.at and near


def _is_learned(fact: Fact, line: Line, learned: list[Line]) -> bool:
    """Whether somebody learns or heals before the act, and near enough to be meant."""
    for one in learned:
        at = one.sentence.at
        who = {mention.key for mention in one.mentions} | {one.subject}
        negated = re.search(r"\b(?:never|not|tidak|belum|nobody)\b", one.sentence.told, re.I)
        if at <= line.sentence.at and fact.subject in who and not negated and at != fact.place.at:
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
