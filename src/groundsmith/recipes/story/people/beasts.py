"""The animals of a story that are told apart by their kind alone: the mule, her old dog.

The decision to question: a kind that the story has several of ("the horses", "another dog") is
nobody, since rules cannot tell which of them is meant.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.line import Act
from groundsmith.recipes.story.reading import Reading
from groundsmith.recipes.story.words.dying import BEASTS
from groundsmith.recipes.story.words.language import is_verb, words_of

_ONE = {
    "en": re.compile(
        rf"\b(?:the|his|her|their|my|our|its|[A-Z]\w+['’]s) (?:[a-z]+ ){{0,2}}?"
        rf"(?P<kind>{BEASTS['en']})\b(?!['’]s?|-| (?:{BEASTS['en']}))",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:si |sang )?(?P<kind>{BEASTS['id']})(?:nya|ku)?(?: (?:tua|kecil|besar|muda|hitam"
        rf"|putih|kuning|belang|kesayangan\w*|peliharaan\w*))?(?: itu)?\b(?!-)",
        re.I,
    ),
}
_MANY = {
    "en": re.compile(
        rf"\b(?:(?P<many>{BEASTS['en']})s|(?:another|other|every|each|any|no|two|three|second|new)"
        rf" (?:\w+ )?(?P<other>{BEASTS['en']}))\b",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:(?P<many>{BEASTS['id']})-\w+|(?:dua|tiga|empat|lima|beberapa|para|semua|setiap"
        rf"|banyak)(?: ekor)? (?P<other>{BEASTS['id']})|(?P<again>{BEASTS['id']}) (?:lain|baru))\b",
        re.I,
    ),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REACH = 60


class Beasts:
    """Which kinds a story has one of, and what they do in a sentence."""

    def __init__(self, reading: Reading, language: str) -> None:
        self._language = language
        self._many: set[str] = set()
        for sentence in reading.sentences:
            for one in _MANY[language].finditer(sentence.text):
                self._many.update(value.lower() for value in one.groupdict().values() if value)

    def mentions(self, told: str) -> list[Mention]:
        """Animals of a sentence, as `beast:mule`."""
        return [
            Mention(f"beast:{one.group('kind').lower()}", one.start(), one.end(), one.group())
            for one in _ONE[self._language].finditer(told)
            if one.group("kind").lower() not in self._many
        ]

    def acts(self, told: str) -> Iterator[Act]:
        """What they do in it."""
        words = words_of(self._language)
        for mention in self.mentions(told):
            before = _WORD.findall(told[max(0, mention.start - 24) : mention.start])
            if before and before[-1].lower() in words.prepositions:
                continue
            for word in _WORD.finditer(told, mention.stop, mention.stop + _REACH):
                lower = word.group().lower()
                if "," in told[mention.stop : word.start()]:
                    break
                if is_verb(lower, self._language):
                    yield Act(mention.key, lower, mention.start, word.end())
                    break
                if lower not in words.between and not lower.endswith("ly"):
                    break
