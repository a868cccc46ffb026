"""Ages that do not fit each other, or the years between them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.ages import facts
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import BACK, Mode

_SLACK = 1
_ELAPSED = re.compile(
    r"\b(?:\w+ years? (?!old)|summers|winters|years? (?:later|passed|went by|on|after)|birthday"
    r"|turned \w+|grew up|grown|tahun (?:kemudian"
    r"|\b(?:when|by the time|the year|at) (?:he|she|\w+) (?:was|turned)|in (?:1[5-9]|20)\d\d"
    r"|next year"
    r"|tahun (?:1[5-9]|20)\d\d|(?:ketika|waktu) (?:ia|dia|\w+) (?:ber)?umur|berlalu|berikutnya"
    r"|sesudah\w*)|ulang tahun|genap|tumbuh|bertambah (?:besar|umur)|dewasa)\b",
    re.I,
)


def check(story: Story) -> Iterator[Finding]:
    """Two statements of one person's age that cannot both hold."""
    known: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts(story), key=lambda one: one.place.at):
        earlier = known[fact.subject]
        other = next((one for one in earlier if _clash(one, fact, story)), None)
        if other is None:
            earlier.append(fact)
        elif fact.mode is not Mode.DREAMT:
            yield Finding(
                subtype="age",
                severity=Severity.HIGH,
                message=f"{fact.subject}: {_said(fact)} does not fit {_said(other)}",
                established=other.place,
                contradicting=fact.place,
                suggestion="change one of the ages, or the years between them",
            )


def _clash(one: Fact, other: Fact, story: Story) -> bool:
    births = _birth(one), _birth(other)
    if births[0] is not None and births[1] is not None:
        return abs(births[0] - births[1]) > _SLACK
    if FactKind.BORN in (one.kind, other.kind) or births != (None, None):
        return False
    if {one.mode, other.mode} & BACK:
        return False
    before, after = (int(fact.value.split("@")[0]) for fact in (one, other))
    if after < before - _SLACK:
        return True
    noted = one.place.order < 0
    return noted and after > before + _SLACK and not _elapsed(one, other, story)


def _birth(fact: Fact) -> int | None:
    """The year of birth that a fact implies."""
    if fact.kind is FactKind.BORN:
        return int(fact.value)
    years, _, year = fact.value.partition("@")
    return int(year) - int(years) if year else None


def _elapsed(one: Fact, other: Fact, story: Story) -> bool:
    """Whether the text between two places says that years went by."""
    low, high = one.place.at, other.place.at
    return any(
        low <= sentence.at <= high and _ELAPSED.search(sentence.text)
        for sentence in story.reading.sentences
    )


def _said(fact: Fact) -> str:
    if fact.kind is FactKind.BORN:
        return f"born in {fact.value}"
    years, _, year = fact.value.partition("@")
    return f"{years} years old in {year}" if year else f"{years} years old"
