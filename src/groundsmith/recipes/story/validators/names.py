"""Names spelt two ways.

A rare name that is nearly a frequent one, in place and in letters, is a slip. The decision to
question: names that both stand often are two people, twins as likely as not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
import re

from rapidfuzz.distance import DamerauLevenshtein

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place

_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*(?![\w]|-\w)")
_MOST_RARE = 2
_LEAST_FREQUENT = 3
_CHANGES = {"y": "i", "ph": "f", "que": "k", "ck": "k", "c": "k", "q": "k", "j": "y", "z": "s", "ee": "i", "ie": "i", "ai": "a", "oo": "u", "oe": "u", "dj": "j", "tj": "c", "igh": "i", "gh": "g"}  # fmt: skip
_ENDING = re.compile(r"(?:e|h)$")


def check(story: Story) -> Iterator[Finding]:
    """Each place where a name stands in a spelling of its own."""
    places = _places(story)
    lower = _lower_words(story)
    frequent = [name for name, found in places.items() if len(found) >= _LEAST_FREQUENT]
    frequent += [name for name in _noted(story) if name not in frequent and name in places]
    for name, found in places.items():
        if len(found) > _MOST_RARE or name.lower() in lower or name in frequent:
            continue
        meant = _meant(name, frequent, places, story)
        if meant is None:
            continue
        for place in found:
            yield Finding(
                subtype="name",
                severity=Severity.MEDIUM,
                message=f"{name} is spelt {meant} elsewhere",
                established=next(iter(places[meant])),
                contradicting=place,
                suggestion=f"write {meant}, or make clear that {name} is somebody else",
            )


def _places(story: Story) -> dict[str, list[Place]]:
    """Where each capitalised word stands."""
    found: dict[str, list[Place]] = defaultdict(list)
    for sentence in story.reading.sentences:
        for one in _NAME.finditer(sentence.text):
            found[one.group()].append(sentence.place(one.start(), one.end()))
    return found


def _lower_words(story: Story) -> Counter[str]:
    words: Counter[str] = Counter()
    for chapter in story.manuscript.chapters:
        words.update(re.findall(r"(?<!\w)[a-z]{3,}", chapter.text))
    return words


def _noted(story: Story) -> set[str]:
    return {
        word
        for one in story.cast.characters.values()
        for full in one.full_names
        for word in full.split()
    }


def _meant(
    name: str, frequent: list[str], places: dict[str, list[Place]], story: Story
) -> str | None:
    """The frequent name that this one is a misspelling of, if there is just one."""
    near = [other for other in frequent if other != name and _alike(name, other)]
    near = [one for one in near if len(places[one]) > len(places[name])]
    return near[0] if len(near) == 1 else None


def _alike(name: str, other: str) -> bool:
    """Whether two names sound alike, or are one letter apart and not short."""
    if {name + "s", name + "es"} & {other} or {other + "s", other + "es"} & {name}:
        return False
    if _sound(name) == _sound(other):
        return True
    if min(len(name), len(other)) < 4:
        return False
    distance = DamerauLevenshtein.distance(name.lower(), other.lower())
    shared = name[0].lower() == other[0].lower() or _sound(name)[0] == _sound(other)[0]
    return (distance == 1 and min(len(name), len(other)) >= 5) or (
        shared and (distance == 1 or (distance == 2 and min(len(name), len(other)) >= 6))
    )


def _sound(name: str) -> str:
    """A name's letters without the differences that spelling makes: doubled, silent, alike."""
    word = name.lower()
    for written, heard in _CHANGES.items():
        word = word.replace(written, heard)
    word = _ENDING.sub("", word)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub(r"h", "", word[1:])
