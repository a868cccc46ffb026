"""The language of phrase patterns: `~ {be} .. bald` as a regular expression over words.

`word*` is a beginning, `(a|b c)` are alternatives, `x?` may be missing, `..` stands for up to four
words, `...` for up to nine with punctuation, `{name}` for a macro, `<name>` captures a word of a
list, `<Name>` a name that is nobody's, `<Person>` a character. A macro is read once and its
expression put wherever it is named, because most patterns name one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from groundsmith.verify.words.listing import listed

MARKS = frozenset(",;:.—")
PERSON, OWNER, OTHER, OTHERS = "~", "~'s", "@", "@'s"
NAME_SIGN = "^"
"""Stands before a word with a capital that is no person and opens no sentence."""
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
    konon semoga apakah agar supaya
    """
)
_TOKEN = re.compile(r"\.{2,3}|\(|\)\??|\||\{\w+\}\??|<\w+>\??|[^\s()|]+")
_FILLER = rf"(?:(?![{''.join(MARKS)}] )[^ ]+ ){{0,4}}?"
_WIDE = r"(?:[^ ]+ ){0,9}?"
_NO_NAME = "no_name"
"""The list of words with a capital that `<Name>` does not mean: months, countries."""
_PEOPLE = frozenset({PERSON, OWNER, OTHER, OTHERS})
_LEAST_ANCHOR = 3
_TOLD = _PEOPLE | NEGATIONS | UNREAL
"""Words that a pattern is asked about as a whole."""


class PatternError(ValueError):
    """A pattern that cannot be read, with the reason."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern.

    Attributes:
        expression: What is searched for in ` word word word `.
        anchors: Words, or beginnings with `*`, of which one must stand there; none where any may.
        weight: How rare its anchors may be thought to be: the fewest letters of any.
        told: Which people, negations and words of supposing it spells out.
        captured: The list that it captures a word of.
    """

    expression: str
    anchors: frozenset[str] = frozenset()
    weight: int = 0
    told: frozenset[str] = frozenset()
    captured: str = ""


class Vocabulary:
    """Macros and lists of a language, and what patterns written with them mean."""

    def __init__(self, macros: Mapping[str, str], lists: Mapping[str, Mapping[str, str]]) -> None:
        self._macros = macros
        self.lists = lists
        self._parts: dict[str, Part] = {}

    def read(self, spelt: str) -> Part:
        """A pattern as one part; raises PatternError for what is none."""
        reader = _Reader(spelt, self)
        part = reader.alternatives()
        if reader.at < len(reader.tokens):
            raise PatternError(f"{spelt!r}: a bracket too many")
        return part

    def macro(self, name: str) -> Part:
        """What `{name}` stands for."""
        if name not in self._macros:
            raise PatternError(f"no macro {{{name}}}")
        if name not in self._parts:
            part = self.read(self._macros[name])
            self._parts[name] = _with(part, f"(?:{part.expression})")
        return self._parts[name]

    def capture(self, name: str) -> Part:
        """What `<name>` captures."""
        if name == "Name":
            others = "|".join(map(re.escape, self.lists.get(_NO_NAME, {})))
            expression = rf"\{NAME_SIGN}(?!(?:{others}) )(?P<captured>[^ ]+) "
            return Part(expression, captured=name)
        if name == "Person":
            return Part(f"(?P<captured>{OTHER}) ", told=frozenset({OTHER}), captured=name)
        if name not in self.lists:
            raise PatternError(f"no list <{name}>")
        if name not in self._parts:
            words = sorted(self.lists[name], key=len, reverse=True)
            spelt = "|".join(map(re.escape, words))
            self._parts[name] = Part(
                rf"\{NAME_SIGN}?(?P<captured>{spelt}) ",
                frozenset(words), min(map(len, words)), captured=name,
            )  # fmt: skip
        return self._parts[name]


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, spelt: str, vocabulary: Vocabulary) -> None:
        self.spelt, self.vocabulary = spelt, vocabulary
        self.tokens = _TOKEN.findall(spelt)
        self.at = 0

    def alternatives(self) -> Part:
        """What stands up to the next closing bracket."""
        branches = [self._sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        every = all(one.anchors for one in branches)
        return Part(
            f"(?:{'|'.join([one.expression for one in branches])})",
            frozenset().union(*[one.anchors for one in branches]) if every else frozenset(),
            min(one.weight for one in branches),
            _told(branches),
            _captured(branches, self.spelt),
        )

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", ")", ")?"):
            parts.append(self._element())
        if len(parts) == 1:
            return parts[0]
        best = max(parts, key=lambda one: one.weight, default=Part(""))
        return Part(
            "".join([one.expression for one in parts]),
            best.anchors, best.weight, _told(parts), _captured(parts, self.spelt),
        )  # fmt: skip

    def _element(self) -> Part:
        spelt = self.tokens[self.at]
        self.at += 1
        if spelt == "..":
            return Part(_FILLER)
        if spelt == "...":
            return Part(_WIDE)
        if spelt == "(":
            part = self.alternatives()
            if self.at >= len(self.tokens):
                raise PatternError(f"{self.spelt!r}: a bracket is not closed")
            self.at += 1
            inside = _with(part, f"(?:{part.expression})")
            return _optional(inside) if self.tokens[self.at - 1] == ")?" else inside
        bare = spelt.removesuffix("?")
        if bare[0] == "<":
            part = self.vocabulary.capture(bare[1:-1])
        else:
            part = self.vocabulary.macro(bare[1:-1]) if bare[0] == "{" else _literal(bare)
        return _optional(part) if bare != spelt else part


def _with(part: Part, expression: str) -> Part:
    return Part(expression, part.anchors, part.weight, part.told, part.captured)


def _optional(part: Part) -> Part:
    return Part(f"(?:{part.expression})?", told=part.told, captured=part.captured)


def _told(parts: Sequence[Part]) -> frozenset[str]:
    told = [one.told for one in parts if one.told]
    return frozenset().union(*told) if told else frozenset()


def _captured(parts: Sequence[Part], spelt: str) -> str:
    names = [one.captured for one in parts if one.captured]
    if len(names) > 1:
        raise PatternError(f"{spelt!r}: captures more than once")
    return names[0] if names else ""


@cache
def _literal(word: str) -> Part:
    told = frozenset({word}) & _TOLD
    if word in _PEOPLE:
        return Part(f"{word} ", told=told)
    stem = word.removesuffix("*")
    expression = rf"\{NAME_SIGN}?{re.escape(stem)}{'[^ ]* ' if stem != word else ' '}"
    if len(stem) < _LEAST_ANCHOR or stem in _TOO_COMMON:
        return Part(expression, told=told)
    return Part(expression, frozenset({word}), len(stem), told)
