"""Names spelt two ways.

A rare name that is nearly a frequent one, in place and in letters, is a slip. The decision to
question: names that both stand often are two people, twins as likely as not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.words.english_verbs import BASE
from groundsmith.recipes.story.words.first_names import FEMALE_NAMES, MALE_NAMES
from groundsmith.recipes.story.words.roles import ROLES
from groundsmith.verify.words.listing import listed

_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*(?![\w]|-\w)")
_FULL = re.compile(
    r"(?<![\w’'-])[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+(?:-[A-Z][a-z]+)?){1,3}(?![\w]|-\w)"
)
_KIN_NEAR = re.compile(
    r"\b(?:mother|father|brothers?|sisters?|wife|husband|sons?|daughters?|uncle|aunt|cousins?|née"
    r"|nephew|niece|grand\w+|family|married|maiden|born|widow\w*|another|other|no relation"
    r"|ibu|ayah|kakak|adik|istri|suami|anak|paman|bibi|sepupu|keponakan|keluarga|menikah|marga"
    r"|named|called|bernama|cucu|kakek|nenek|almarhum\w*|mendiang)\b",
    re.I,
)
_MOST_RARE = 2
_LEAST_FREQUENT = 3
_OFTEN = 8
"""A name that nobody bears has to stand so often before another is held against it."""
_SHORTEST = 4
_DERIVES = listed("s es n an ian ean er ers ese ish ly al ally ic i ia ias ies man men ness ist")
_CHANGES = {
    "igh": "i", "que": "k", "ph": "f", "ck": "k", "dj": "j", "tj": "c", "gh": "g", "ee": "i",
    "ie": "i", "ai": "a", "oo": "u", "oe": "u", "y": "i", "c": "k", "q": "k", "j": "y", "z": "s",
}  # fmt: skip
"""Spellings that sound alike, the longer ones first."""
_OPENERS = ".!?…:;“\"„‘'«—–*#(["
_ENDING = re.compile(r"(?:e|h)$")


def check(story: Story) -> Iterator[Finding]:
    """Each place where a name stands in a spelling of its own, or with another first name."""
    seen = []
    for finding in _spellings(story):
        seen.append(finding.contradicting.at)
        yield finding
    for finding in _whole_names(story):
        at = finding.contradicting
        if not any(at.order == order and at.start <= start < at.stop for order, start in seen):
            yield finding


def _spellings(story: Story) -> Iterator[Finding]:
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
        count = lower[name.lower()]
        if not rare or (not inner[name] and count) or count > _MOST_RARE:
            continue
        near = [
            one
            for one in known
            if _alike(name, one, opens=not inner[name])
            and not _is_derived(name, one)
            and (one in noted or story.cast.key_of(one) or len(places[one]) >= _OFTEN)
        ]
        near = [one for one in near if one in noted or len(places[one]) > len(found)]
        if len(found) > 1:  # who is misspelt twice alike is as likely somebody else
            near = [one for one in near if _sound(one) == _sound(name)]
        if len(near) == 1 and not _told_apart(name, near[0], story):
            yield from (_finding(name, near[0], place, places) for place in found)


def _is_derived(name: str, other: str) -> bool:
    """Whether one is made of the other: Persian of Persia, the Burtons, Frenchmen of Frenchman."""
    short, long = sorted((name.lower(), other.lower()), key=len)
    stem = short.rstrip("aeiouy") if len(short) > _SHORTEST else short
    return (long.startswith(stem) and long[len(stem) :] in _DERIVES) or (
        long.removesuffix("men") == short.removesuffix("man") and long != short
    )


def _told_apart(name: str, other: str, story: Story) -> bool:
    """Whether a sentence has both names, or each has a surname of its own: two people.

    A name that stands beside a part of it, `A Liong` for Aliong, is the whole of the other.
    """
    rest = other.lower().removesuffix(name.lower()) if len(other) > len(name) else ""
    parted = re.compile(rf"\b{re.escape(rest)} {re.escape(name)}\b", re.I)
    for sentence in story.reading.sentences:
        if rest and rest != other.lower() and parted.search(sentence.text):
            return True
        if re.search(rf"\b{name}\b", sentence.text) and re.search(rf"\b{other}\b", sentence.text):
            return True
    rare = story.cast.characters.get(story.cast.key_of(name) or "")
    if rare is not None and rare.key == name:
        own = {part for full in rare.full_names for part in full.split()} - {name}
        if own and not any(other in full for full in rare.full_names):
            known = story.cast.characters.get(story.cast.key_of(other) or "")
            shared = known is not None and any(p in f for f in known.full_names for p in own)
            if not shared:
                return True
    surnames = [
        {parts[1] for full in one.full_names if len(parts := full.split()) == 2 and parts[0] == key}
        for key in (name, other)
        if (one := story.cast.characters.get(story.cast.key_of(key) or "")) is not None
    ]
    return len(surnames) == 2 and all(surnames) and not surnames[0] & surnames[1]


def _whole_names(story: Story) -> Iterator[Finding]:
    """A surname that once stands with another first name, and a first name with another surname.

    Only where one full name is sure (it stands twice, or in the notes), the other stands once, and
    nothing beside it says that it is a relative's or a married one.
    """
    sure: Counter[str] = Counter()
    places: dict[str, list[Place]] = defaultdict(list)
    words: Counter[str] = Counter()
    lower = _lower_words(story)
    beside: dict[str, str] = {}
    noted = {
        name: note.place_of(one)
        for note in map(_Note, story.manuscript.notes)
        for one in _FULL.finditer(note.text)
        if (name := _untitled(one.group(), story, lower))
    }
    last_names = {name.split()[-1] for name in noted}
    for sentence in story.reading.sentences:
        words.update(one.group() for one in _NAME.finditer(sentence.text))
        for one in _FULL.finditer(sentence.text):
            name = _untitled(one.group(), story, lower)
            parts = name.split()
            if name and _opens(sentence.text, one, parts[0], story):
                continue
            if name and (_is_person(parts, story) or parts[-1] in last_names):
                sure[name] += 1
                places[name].append(sentence.place(one.start(), one.end()))
                beside[name] = sentence.text
    known = {
        name
        for name, count in sure.items()
        if count > 1 or max(words[name.split()[0]], words[name.split()[-1]]) >= _LEAST_FREQUENT
    } | noted.keys()
    singles = {name: name in noted or _single(name, words) for name in known}
    for name, found in places.items():
        if name in noted or len(found) > 1 or _KIN_NEAR.search(beside[name]):
            continue
        others = [one for one in known if _shares(name, one, words, singles[one])]
        others = [one for one in others if one in noted or places[one][0].at < found[0].at]
        if len(others) == 1:
            meant = others[0]
            other = places[meant][0] if meant in places else noted[meant]
            yield Finding(
                subtype="name",
                severity=Severity.MEDIUM,
                message=f"{name} is {meant} elsewhere",
                established=other,
                contradicting=found[0],
                suggestion=f"write {meant}, or make clear that {name} is somebody else",
            )


@dataclass(frozen=True, slots=True)
class _Note:
    chapter: Chapter

    @property
    def text(self) -> str:
        return self.chapter.text

    def place_of(self, one: re.Match[str]) -> Place:
        return Place(
            chapter=self.chapter.name, order=self.chapter.order, start=one.start(),
            stop=one.end(), quote=one.group(),
        )  # fmt: skip


def _opens(text: str, one: re.Match[str], word: str, story: Story) -> bool:
    """Whether a sentence opens with a word that is nobody's name: `Semalaman Kartini`."""
    first = not any(map(str.isalnum, text[: one.start()]))
    strange = word.lower() in FEMALE_NAMES or word.lower() in MALE_NAMES
    return (
        first and one.group().startswith(word) and story.cast.key_of(word) is None and not strange
    )


def _untitled(name: str, story: Story, lower: Counter[str]) -> str:
    """A full name without the title before it; nothing where it is none."""
    parts = name.split()
    while parts and (
        parts[0].lower() in story.cast.words.titles or parts[0].lower() in ROLES[story.language]
    ):
        parts = parts[1:]
    common = any(
        lower[one.lower()] or one.lower() in story.cast.words.stop_names for one in parts
    ) or (bool(parts) and parts[0].lower() in BASE)
    titled = any(one.lower() in story.cast.words.titles for one in parts)
    return " ".join(parts) if len(parts) in (2, 3) and not common and not titled else ""


def _is_person(parts: list[str], story: Story) -> bool:
    known = any(story.cast.key_of(one) is not None for one in parts)
    named = parts[0].lower() in FEMALE_NAMES or parts[0].lower() in MALE_NAMES
    return known or named


def _single(name: str, words: Counter[str]) -> bool:
    """Whether somebody mostly goes by their surname, so that it is one person's."""
    return words[name.split()[-1]] > words[name.split()[0]]


def _shares(name: str, other: str, words: Counter[str], single: bool) -> bool:
    """Whether two full names have one part in common and the rarer one's rest is new."""
    one, two = name.split(), other.split()
    if len(one) != len(two) or one == two or name.removesuffix("s") == other:
        return False
    if {_first_gender(one[0]), _first_gender(two[0])} == {"f", "m"}:
        return False
    if one[0] == two[0]:
        return all(words[part] == 1 for part in one[1:] if part not in two)
    same_last = one[-1] == two[-1] and words[one[0]] == 1
    return same_last and single


def _first_gender(name: str) -> str:
    lower = name.lower()
    return "f" if lower in FEMALE_NAMES else "m" if lower in MALE_NAMES else ""


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
