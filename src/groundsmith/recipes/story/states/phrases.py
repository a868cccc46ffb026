"""The language of phrase patterns: `~ {be} .. bald`, read from the lexicon.

`word*` is a beginning, `(a|b c)` are alternatives, `x?` may be missing, `..` stands for up to four
words, `...` for up to nine with punctuation, `{name}` for a macro, `<name>` captures a word of a
list, `<Name>` a name that is nobody's, `<Person>` a character.
"""

import re
from collections.abc import Mapping
from functools import cache

from groundsmith.recipes.story.states.parts import (
    OTHER,
    OTHERS,
    OWNER,
    PERSON,
    AnyName,
    Beginning,
    Either,
    Exactly,
    Gap,
    Listed,
    Maybe,
    Part,
    Row,
    Somebody,
)
from groundsmith.verify.words.listing import listed

_TOO_COMMON = listed(
    """
    the a an and or of in on at to for with by from as was is were be had has have his her
    him she he it that this not never did do does could can would will there all any one no yang
    dan di ke dari itu ini tidak tak bukan belum ada pada untuk dengan sudah akan bisa dapat
    """
)
NEGATIONS = listed(
    """
    not never no nor neither nobody none nothing nowhere hardly scarcely barely without cannot
    tidak tak bukan belum jangan tanpa enggak nggak tiada gak ndak kagak
    """
)
UNREAL = listed(
    """
    if would might almost nearly wish wished pretend pretended pretending perhaps maybe whether
    unless supposed imagined dreamed dreamt seemed kalau jika seandainya andai andaikan hampir
    seolah seolah-olah seakan seakan-akan mungkin barangkali pura-pura berpura-pura bermimpi
    konon semoga apakah agar supaya thought feared mengira menyangka dikira disangka
    """
)
_TOKEN = re.compile(r"\.{2,3}|\(|\)\??|\||\{\w+\}\??|<\w+>\??|[^\s()|]+")
_NO_NAME = "no_name"
"""The list of words with a capital that `<Name>` does not mean: months, countries."""
_PEOPLE = frozenset({PERSON, OWNER, OTHER, OTHERS})
_TOLD = NEGATIONS | UNREAL
_LEAST_ANCHOR = 3
_NEAR, _FAR = 4, 9


class PatternError(ValueError):
    """A pattern that cannot be read, with the reason."""


class Vocabulary:
    """Macros and lists of a language, and what patterns written with them mean."""

    def __init__(self, macros: Mapping[str, str], lists: Mapping[str, Mapping[str, str]]) -> None:
        self._macros = macros
        self._lists = lists
        self._parts: dict[str, Part] = {}

    def read(self, spelt: str) -> Part:
        """A pattern as one part; raises PatternError for what is none."""
        reader = _Reader(spelt, self)
        part = reader.alternatives()
        if reader.at < len(reader.tokens):
            raise PatternError(f"{spelt!r}: a bracket too many")
        return part

    def macro(self, name: str) -> Part:
        """What `{name}` stands for; it is read once."""
        if name not in self._macros:
            raise PatternError(f"no macro {{{name}}}")
        if name not in self._parts:
            self._parts[name] = self.read(self._macros[name])
        return self._parts[name]

    def capture(self, name: str) -> Part:
        """What `<name>` captures."""
        if name == "Name":
            return AnyName(frozenset(self._lists.get(_NO_NAME, {})))
        if name == "Person":
            return Somebody(OTHER, is_captured=True)
        if name not in self._lists:
            raise PatternError(f"no list <{name}>")
        return self._parts.setdefault(f"<{name}>", Listed(self._lists[name]))


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, spelt: str, vocabulary: Vocabulary) -> None:
        self.spelt, self.vocabulary = spelt, vocabulary
        self.tokens = _TOKEN.findall(spelt)
        self.at = 0

    def alternatives(self) -> Part:
        """What stands up to the next closing bracket."""
        branches = [self._row()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            branches.append(self._row())
        return branches[0] if len(branches) == 1 else Either(branches)

    def _row(self) -> Part:
        parts: list[Part] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", ")", ")?"):
            parts.append(self._element())
        return parts[0] if len(parts) == 1 else Row(parts)

    def _element(self) -> Part:
        spelt = self.tokens[self.at]
        self.at += 1
        if spelt in ("..", "..."):
            return Gap(_NEAR if spelt == ".." else _FAR, over_marks=spelt == "...")
        if spelt == "(":
            part = self.alternatives()
            if self.at >= len(self.tokens):
                raise PatternError(f"{self.spelt!r}: a bracket is not closed")
            self.at += 1
            return Maybe(part) if self.tokens[self.at - 1] == ")?" else part
        bare = spelt.removesuffix("?")
        if bare[0] == "<":
            part = self.vocabulary.capture(bare[1:-1])
        else:
            part = self.vocabulary.macro(bare[1:-1]) if bare[0] == "{" else _word(bare)
        return Maybe(part) if bare != spelt else part


@cache
def _word(spelt: str) -> Part:
    """A word, or a beginning of words; whether it is rare enough for an anchor."""
    if spelt in _PEOPLE:
        return Somebody(spelt)
    stem = spelt.removesuffix("*")
    rare = len(stem) >= _LEAST_ANCHOR and stem not in _TOO_COMMON
    told = frozenset({spelt}) & _TOLD
    return Beginning(stem, rare, told) if stem != spelt else Exactly(stem, rare, told)
