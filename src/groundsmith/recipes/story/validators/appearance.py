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
from groundsmith.recipes.story.bible.years import years_between
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words import bodies
from groundsmith.recipes.story.words.traits import OPPOSITE

_ANY = re.compile(r"")
_NOUNS = {
    "hair": re.compile(r"\b(?:hair|head|rambut\w*|wig|braid|plait)\b", re.I),
    "eyes": re.compile(r"\b(?:eyes?|mata\w*|katarak)\b", re.I),
    "glasses": re.compile(r"\b(?:glasses|spectacles|kacamata\w*)\b", re.I),
    "beard": re.compile(r"\b(?:beard|chin|moustache|jenggot\w*|kumis\w*|dagu\w*)\b", re.I),
}
_LASTING = frozenset({"eyes colour", "scar", "handed", "eyes count"})
_CHANGES = {feature: re.compile(words, re.I) for feature, words in bodies.CHANGES.items()}
_STILL = frozenset({"ears", "fingers", "toes", "teeth", "nose", "gait", "freckles", "coat"})
"""Features that nothing gives back, or that only what is told of them would change."""
_GONE = {
    "ears": "one",
    "fingers": "one",
    "toes": "one",
    "teeth": "none",
    "gait": "lame",
    "nose": "crooked",
}
"""What may have happened since, for each: nothing is contradicted by it."""
_EVER = re.compile(
    r"\b(?:never|always|all (?:his|her|my) life|(?:since|from) (?:birth|childhood|(?:he|she) was)"
    r"|born|(?:tak|tidak|belum) pernah|sejak (?:kecil|lahir|bayi)|dari (?:dulu|kecil|lahir))\b",
    re.I,
)
_FACE = frozenset({"head", "cheek", "chin", "nose"})
_YEARS = re.compile(
    r"\b(?:years (?:later|passed|went)|grown old|grew old|tahun (?:kemudian|berlalu)|menua"
    r"|sudah tua)\b",
    re.I,
)
_MANY_YEARS = 8
"""After how many years hair, beard and build may have changed without a word."""


def check(story: Story) -> Iterator[Finding]:
    """Pairs of descriptions of one feature of one person that cannot both hold."""
    known: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    told = (one for one in facts(story) if one.subject not in story.cast.shared)
    for fact in sorted(told, key=lambda one: one.place.at):
        earlier = known[fact.subject, fact.attribute.replace("form", "length")]
        other = next((one for one in earlier if _clash(one, fact)), None)
        agreed = sum(one.value == fact.value for one in earlier)
        if other is None or agreed >= sum(one.value == other.value for one in earlier) > 0:
            earlier.append(fact)
        elif (
            fact.mode in (Mode.TOLD, Mode.RECOUNTED)
            or fact.attribute in _LASTING
            or _EVER.search(fact.place.quote)
        ) and not _explained(other, fact, story):
            yield _finding(other, fact)


def _clash(one: Fact, other: Fact) -> bool:
    if one.value == other.value or (
        one.attribute != other.attribute and "bald" not in (one.value, other.value)
    ):
        return False
    if frozenset({one.value, other.value}) in OPPOSITE:
        return True
    if one.attribute in ("height", "build", "skin", "glasses", "hands", "legs", "dimples", *_STILL):
        return False
    if one.attribute in ("scar", "tattoo", "birthmark") and "none" in f"{one.value} {other.value}":
        parts = {one.value.split()[0], other.value.split()[0]}
        return "none face" not in (one.value, other.value) or bool(parts & _FACE)
    if "some" in (one.value, other.value):
        return "bald" in (one.value, other.value)
    if one.attribute == "coat colour" and {one.value, other.value} == {"black", "white"}:
        return True
    if one.attribute.endswith("colour"):
        return not any({one.value, other.value} <= pair for pair in bodies.ALIKE)
    if one.attribute in ("scar", "tattoo", "birthmark"):
        return one.value.split()[0] != other.value.split()[0] or (
            len(one.value.split()) == len(other.value.split()) == 2
        )
    return (
        "medium" not in (one.value, other.value)
        or "bald" in (one.value, other.value)
        or {
            one.value,
            other.value,
        }
        == {"medium", "long"}
    )


def _explained(one: Fact, other: Fact, story: Story) -> bool:
    """Whether the story tells in between of what changes such a feature of that person."""
    feature = other.attribute.split()[0]
    if _GONE.get(feature) == other.value or (
        other.value != "none" and one.value == "none" and feature in ("scar", "tattoo")
    ):
        return not _EVER.search(other.place.quote)
    if feature in _STILL or _EVER.search(other.place.quote):
        return False
    if feature in ("scar", "handed") or feature not in _CHANGES:
        side = re.search(bodies.CHANGES["side"], other.place.quote, re.I)
        return bool(side) and feature not in ("eyes", "hands", "legs")
    if feature != "eyes" and years_between(one.place, other.place, story) >= _MANY_YEARS:
        return True
    changes, noun = _CHANGES[feature], _NOUNS.get(feature, _ANY)
    for line in story.lines:
        text, at = line.sentence.text, line.sentence.at
        if at > (other.place.order, other.place.stop):
            break
        if at < one.place.at or (
            one.place.order == at[0] and one.place.start <= at[1] < one.place.stop
        ):
            continue
        people = {mention.key for mention in story.cast.mentions(text)} | {line.subject}
        about = other.subject in people or people == {None}
        if about and changes.search(text) and noun.search(text):
            return True
        if feature == "hair" and _YEARS.search(text) and other.value in ("white", "grey", "bald"):
            return True
    return False


def _finding(one: Fact, other: Fact) -> Finding:
    return Finding(
        subtype="appearance",
        severity=Severity.HIGH,
        message=f"{other.subject}: {other.attribute} is {other.value}, and {one.value} elsewhere",
        established=one.place,
        contradicting=other.place,
        suggestion=f"keep {one.value}, or tell of the change",
    )
