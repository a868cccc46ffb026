"""A sentence as each of its people sees it: themselves as `~`, everybody else as `@`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.tokens import tokens
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.states.parts import OTHER, OTHERS, OWNER, PERSON, Words
from groundsmith.recipes.story.states.placing import placed
from groundsmith.recipes.story.states.words import FIRST, NYA, OWN_FIRST, Word, spelt
from groundsmith.verify.words.listing import listed

_PRONOUNS = {*FIRST, *OWN_FIRST, *listed("he she his him her their the a an ia dia beliau")}


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as one person sees it.

    Attributes:
        seen: Its words.
        words: Behind each of them the word of the sentence, with its offsets.
    """

    key: str
    seen: Words
    words: tuple[Word, ...]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Offsets in the sentence of some of its words."""
        inside = self.words[start:stop]
        return min(one.start for one in inside), max(one.stop for one in inside)

    def is_named(self, start: int, stop: int, told: str) -> bool:
        """Whether their name, or whose kin they are, and no pronoun stands there for the person."""
        own = (told[one.start : one.stop] for one in self.words[start:stop] if one.key == self.key)
        words = [word for one in own if not NYA.search(one) for word in one.split()]
        plain = [word for word in words if word.lower() not in _PRONOUNS]
        return any(":" in self.key or word[0].isupper() for word in plain)

    def other(self, start: int, stop: int) -> str | None:
        """The first other person there."""
        keys = (one.key or one.whose for one in self.words[start:stop])
        return next((key for key in keys if key not in (None, self.key)), None)


def views(line: Line, story: Story) -> list[View]:
    """What is told in a line, once for each of its people."""
    words = placed(line, story)
    return [_view(key, words, story.language) for key in _keys(words)]


def spoken_view(line: Line, speaker: str, story: Story) -> View | None:
    """What somebody says in a line, where they speak of themselves."""
    text, told = line.sentence.text, line.sentence.told
    said = "".join(char if told[at].isspace() else " " for at, char in enumerate(text))
    named = [(one.start, one.stop) for one in story.cast.mentions(said)]
    found: list[Word] = []
    for token in tokens(said, named, story.language):
        if token.kind == "gap":
            continue
        for word in spelt(token, story.language):
            own = word.is_owner or word.text in OWN_FIRST
            first = own or word.text in FIRST
            key = speaker if first else "(other)" if token.kind in ("name", "owner") else None
            found.append(replace(word, key=key, is_owner=own or token.kind == "owner"))
    is_own = any(one.key == speaker for one in found)
    return _view(speaker, found, story.language) if is_own else None


def _keys(words: Sequence[Word]) -> list[str]:
    found = (key for word in words for key in (word.key, word.whose))
    return list(dict.fromkeys(key for key in found if key is not None))


def _view(key: str, words: Sequence[Word], language: str) -> View:
    seen: list[str] = []
    behind: list[Word] = []
    for word in words:
        parts = _seen(word, key, language).split()
        seen += parts
        behind += [word] * len(parts)
    return View(key, Words(seen), tuple(behind))


def _seen(word: Word, key: str, language: str) -> str:
    if word.key is None and word.whose is None:
        return word.text
    if word.key == key:
        return OWNER if word.is_owner else PERSON
    if word.key is None or word.whose == key:
        whose = OWNER if word.whose == key else OTHERS
        if language == "id":
            return f"{word.text} {whose}"
        ending = "" if not word.is_owner else "'" if word.text.endswith("s") else "'s"
        return f"{whose} {word.text}{ending}"
    return OTHERS if word.is_owner else OTHER
