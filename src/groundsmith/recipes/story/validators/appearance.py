"""People who look one way and then another.

Colours that one eye may be called by two names for do not contradict; hair that somebody dyes, cuts
or loses, a beard that is shaved and an eye that is operated on change as hair, beards and eyes do.
Growing old explains white hair, if years have passed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.appearance import facts
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words import bodies

_NOUNS = {
    "hair": re.compile(r"\b(?:hair|head|rambut\w*|kepala\w*|wig|braid|plait)\b", re.I),
    "eyes": re.compile(r"\b(?:eyes?|mata\w*|katarak)\b", re.I),
    "beard": re.compile(r"\b(?:beard|chin|moustache|jenggot\w*|kumis\w*|dagu\w*)\b", re.I),
}
_YEARS = re.compile(
    r"\b(?:years (?:later|passed|went)|grown old|grew old|tahun (?:kemudian|berlalu)|menua|sudah tua)\b",
    re.I,
)


def check(story: Story) -> Iterator[Finding]:
    """Pairs of descriptions of one feature of one person that cannot both hold."""
    known: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(facts(story), key=lambda one: one.place.at):
        earlier = known[fact.subject, fact.attribute.replace("form", "length")]
        other = next((one for one in earlier if _clash(one, fact)), None)
        agreed = sum(one.value == fact.value for one in earlier)
        if other is None or agreed >= sum(one.value == other.value for one in earlier) > 0:
            earlier.append(fact)
        elif fact.mode is Mode.TOLD and not _explained(other, fact, story):
            yield _finding(other, fact, story)


def _clash(one: Fact, other: Fact) -> bool:
    if one.value == other.value or (one.attribute != other.attribute and "bald" not in (one.value, other.value)):
        return False
    if one.attribute.endswith("colour"):
        return not any({one.value, other.value} <= pair for pair in bodies.ALIKE)
    if one.attribute == "scar":
        return one.value.split()[0] != other.value.split()[0] or (
            len(one.value.split()) == len(other.value.split()) == 2
        )
    return "medium" not in (one.value, other.value) or "bald" in (one.value, other.value) or {
        one.value,
        other.value,
    } == {"medium", "long"}


def _explained(one: Fact, other: Fact, story: Story) -> bool:
    """Whether the story tells in between, or right there, of what changes such a feature."""
    feature = other.attribute.split()[0]
    feature = feature if feature in bodies.CHANGES else "side"
    changes = re.compile(bodies.CHANGES[feature], re.I)
    noun = _NOUNS.get(feature)
    for sentence in story.reading.sentences:
        if sentence.at > other.place.at:
            break
        near = changes.search(sentence.text)
        if near and (noun is None or noun.search(sentence.text)):
            if feature in ("scar", "side") and sentence.at != other.place.at:
                continue
            about = other.subject in {one.key for one in story.cast.mentions(sentence.text)}
            if about or feature in ("scar", "side") or _names_nobody(sentence.text, story):
                return True
        if feature == "hair" and _YEARS.search(sentence.text) and sentence.at > one.place.at:
            return other.value in ("white", "grey", "bald")
    return False


def _names_nobody(text: str, story: Story) -> bool:
    return not story.cast.mentions(text)


def _finding(one: Fact, other: Fact, story: Story) -> Finding:
    del story
    return Finding(
        subtype="appearance",
        severity=Severity.HIGH,
        message=f"{other.subject}: {other.attribute} is {other.value}, and {one.value} elsewhere",
        established=one.place,
        contradicting=other.place,
        suggestion=f"keep {one.value}, or tell of the change",
    )
