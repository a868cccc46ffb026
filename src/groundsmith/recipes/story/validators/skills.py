"""People who do what they cannot: the illiterate who read, the lame who run.

Learning, teaching and healing told in between explain it; so does a trial that fails.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.abilities import facts, shown
from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode

_LEARNED = re.compile(
    r"\b(?:learn(?:ed|t|ing)?|taught|teach|lessons?|practi[sc]ed|heal\w*|recover\w*|better now"
    r"|splints? off|cured"
    r"|belajar|mengajar\w*|diajari|berlatih|latihan|sembuh|pulih|dioperasi|sudah bisa"
    r"|mulai bisa)\b",
    re.I,
)
_WITHIN = 3


def check(story: Story) -> Iterator[Finding]:
    """Acts of people who cannot do them."""
    lacking: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts(story):
        lacking.setdefault((fact.subject, fact.attribute), []).append(fact)
    if not lacking:
        return
    learned = [line for line in story.lines if _LEARNED.search(line.sentence.text)]
    for line in story.lines:
        if line.sentence.mode not in (Mode.TOLD, Mode.RECOUNTED):
            continue
        for who, ability, _ in shown(line, story):
            for fact in lacking.get((who, ability), ()):
                if fact.place.quote == line.sentence.text or _is_learned(fact, line, learned):
                    continue
                yield _finding(who, ability, fact, line)
                break


def _is_learned(fact: Fact, line: Line, learned: list[Line]) -> bool:
    """Whether somebody learns or heals before the act, and near enough to be meant."""
    if not learned or not fact.subject:
        return False
    for one in learned:
        at = one.sentence.at
        who = {mention.key for mention in one.mentions} | {one.subject}
        negated = re.search(r"\b(?:never|not|tidak|belum)\b", one.sentence.told, re.I)
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
