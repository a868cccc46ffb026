"""Names spelt two ways.

A rare name that is nearly a frequent one, in place and in letters, is a slip. The decision to
question: names that both stand often are two people, twins as likely as not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place

_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*(?![\w]|-\w)")
_MOST_RARE = 2
_LEAST_FREQUENT = 3
_CHANGES = {
    "igh": "i", "que": "k", "ph": "f", "ck": "k", "dj": "j", "tj": "c", "gh": "g", "ee": "i",
    "ie": "i", "ai": "a", "oo": "u", "oe": "u", "y": "i", "c": "k", "q": "k", "j": "y", "z": "s",
}  # fmt: skip
"""Spellings that sound alike, the longer ones first."""
_OPENERS = ".!?…:;“\"„‘'«—–*#(["
_ENDING = re.compile(r"(?:e|h)$")


def check(story: Story) -> Iterator[Finding]:
    """Each place where a name stands in a spelling of its own."""
    places, inner = _places(story)
    lower = _lower_words(story)
    stop = story.cast.words.stop_names
    noted = _noted(story)
    known = [
        name
        for name, found in places.items()
        if name.lower() not in stop
        and (name in noted or (len(found) >= _LEAST_FREQUENT and inner[name] > 0))
        and (lower[name.lower()] < inner[name] or name in noted)
    ]
    for name, found in places.items():
        rare = len(found) <= _MOST_RARE and name not in known and name.lower() not in stop
        if not rare or (not inner[name] and lower[name.lower()]):
            continue
        near = [one for one in known if _alike(name, one, opens=not inner[name])]
        near = [one for one in near if one in noted or len(places[one]) > len(found)]
        if len(near) == 1:
            yield from (_finding(name, near[0], place, places) for place in found)


def _finding(name: str, meant: str, place: Place, places: dict[str, list[Place]]) -> Finding:
    return Finding(
        subtype="name",
        severity=Severity.MEDIUM,
        message=f"{name} is spelt {meant} elsewhere",
        established=places[meant][0],
        contradicting=place,
        suggestion=f"write {meant}, or make clear that {name} is somebody else",
    )


def _places(story: Story) -> tuple[dict[str, list[Place]], Counter[str]]:
    """Where each capitalised word stands, and how often one does where no sentence begins."""
    found: dict[str, list[Place]] = defaultdict(list)
    inner: Counter[str] = Counter()
    for sentence in story.reading.sentences:
        for one in _NAME.finditer(sentence.text):
            before = sentence.text[: one.start()].rstrip(" ")
            inner[one.group()] += bool(before) and before[-1] not in _OPENERS
            found[one.group()].append(sentence.place(one.start(), one.end()))
    return found, inner


def _lower_words(story: Story) -> Counter[str]:
    words: Counter[str] = Counter()
    for chapter in story.manuscript.chapters:
        words.update(re.findall(r"(?<!\w)[a-z]{3,}", chapter.text))
    return words


def _noted(story: Story) -> set[str]:
    """Names that are sure: those of the notes, and those of full names that stand twice."""
    full = {
        word
        for one in story.cast.characters.values()
        for name, count in one.full_names.items()
        if count > 1
        for word in name.split()
    }
    noted = {
        one.group()
        for note in story.manuscript.notes
        for one in _NAME.finditer(note.text)
        if note.text[: one.start()].rstrip(" ")[-1:] not in _OPENERS
        or note.text[: one.start()].endswith("## ")
    }
    return full | {word for word in noted if word.lower() not in story.cast.words.stop_names}


def _alike(name: str, other: str, *, opens: bool) -> bool:
    """Whether two names sound alike, or are one letter apart and not short.

    A word that only opens sentences may be no name at all, and must come nearer.
    """
    if {name + "s", name + "es"} & {other} or {other + "s", other + "es"} & {name}:
        return False
    if _sound(name) == _sound(other):
        return True
    if min(len(name), len(other)) < 4:
        return False
    if abs(len(name) - len(other)) > 2:
        return False
    distance = DamerauLevenshtein.distance(name.lower(), other.lower())
    shared = name[0].lower() == other[0].lower() or _sound(name)[0] == _sound(other)[0]
    if opens:
        return distance == 1 and (shared or len(name) > 6) and min(len(name), len(other)) >= 5
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
