"""Whom a role means: "the doctor", "sang nakhoda", "the old woman"; and who is known by one only.

A role belongs to whom the text or the notes give it: `Dr Hale`, `Tom, the ferryman`, `Sari seorang
bidan`. One that nobody bears is a person of its own, `(ferryman)`, as readers take it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from groundsmith.recipes.story.people.cast import Cast, Mention
from groundsmith.recipes.story.reading import Sentence
from groundsmith.recipes.story.words import roles

_TITLES = {
    "dr": "doctor", "doctor": "doctor", "dokter": "dokter", "prof": "professor",
    "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "rev": "reverend",
}  # fmt: skip
_BEHIND = re.compile(
    r"(?:,| was| is| were|,? yang| adalah| ialah)? ?(?:(?:the|an?|our|their|his|her|my|seorang"
    r"|sang|si|menjadi|bekerja sebagai|became|an? \w+) )+(?:[\w-]+ ){0,2}?(?P<role>[\w-]+)\b",
    re.I,
)
_BEHIND_ID = re.compile(r",? (?:(?:adalah|ialah|seorang|sang|si) )?(?P<role>[a-z]+)\b")
_BEFORE = re.compile(r"(?:\b(?:the|our|sang|si|their) )?(?P<role>[A-Za-z-]+),? $")
_NAMED = re.compile(
    r"\b(?:the|an?|our|seorang|sang) (?P<role>[\w-]+)(?:,| who was| yang)? ?"
    r"(?:an? |seorang )?[^,.;]{0,30}?"
    r"\b(?:named|called|bernama|dipanggil) $",
    re.I,
)
_WORD = re.compile(r"[a-z]{4,}")


class Roles:
    """Which characters bear which role."""

    def __init__(self, cast: Cast, told: Iterable[tuple[Sentence, tuple[Mention, ...]]]) -> None:
        self.language = cast.words.code
        self.nouns = roles.ROLES[self.language]
        self.persons = roles.PERSONS[self.language]
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, str] = {}
        for one in cast.characters.values():
            for phrase in one.descriptions:
                self._phrases[re.sub(r"^(?:the|si|sang) ", "", phrase)] = one.key
            told_role = one.sheet.value("role|peran|occupation|pekerjaan") if one.sheet else ""
            for noun in _WORD.findall(re.split(r";| of ", told_role)[0].lower())[:5]:
                if noun in self.nouns or noun not in self.persons:
                    self._bearers[noun].add(one.key)
        for sentence, mentions in told:
            for mention in mentions:
                self._learn(sentence.told, mention)

    def _learn(self, told: str, mention: Mention) -> None:
        title = mention.spelling.split()[0].lower().rstrip(".")
        title = _TITLES.get(title, title)
        if title in self.nouns:
            self._bearers[title].add(mention.key)
        before = _BEFORE.search(told, max(0, mention.start - 26), mention.start)
        behind = (_BEHIND_ID if self.language == "id" else _BEHIND).match(told, mention.stop)
        named = _NAMED.search(told, max(0, mention.start - 70), mention.start)
        for one in (before, behind, named):
            if one is not None and one.group("role").lower() in self.nouns:
                self._bearers[one.group("role").lower()].add(mention.key)

    def bearers(self, noun: str, phrase: str = "") -> set[str]:
        """Who is called by a noun, or by the phrase that it ends."""
        if phrase in self._phrases:
            return {self._phrases[phrase]}
        if noun in self._phrases:
            return {self._phrases[noun]}
        return self._bearers.get(noun, set())

    def is_role(self, noun: str) -> bool:
        """Whether a noun says what somebody is."""
        return noun in self.nouns or noun in self.persons

    def gender(self, noun: str) -> str:
        """Whether a noun says "f" or "m"; nothing where it does not."""
        if noun in roles.FEMALE_ROLES:
            return "f"
        if noun in roles.MALE_ROLES:
            return "m"
        return self.persons.get(noun, "")
