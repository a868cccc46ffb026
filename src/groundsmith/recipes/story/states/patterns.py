"""Phrase patterns: `~ {be} .. bald` as a regular expression over the words of a sentence.

A pattern is matched against words apart by one space, seen by one person, who stands there as `~`
(`~'s` as an owner) and others as `@`. `word*` is a beginning, `(a|b c)` are alternatives, `x?` may
be missing, `..` stands for up to four words, `...` for up to nine with punctuation, `{name}` for a
macro, `<name>` captures a word of a list, `<Name>` a name that is nobody's, `<Person>` a character.
Every pattern has an anchor, words of which one must stand in the sentence: only where one does is
it compiled and tried.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from groundsmith.verify.words.listing import listed

MARKS = frozenset(",;:.—")
PERSON, OWNER, OTHER, OTHERS = "~", "~'s", "@", "@'s"
NAME_SIGN = "^"
"""Stands before a word with a capital that is no person and opens no sentence."""

_TOKEN = re.compile(r"\.{2,3}|\(|\)\??|\||\{\w+\}\??|<\w+>\??|[^\s()|]+")
_RELATIVE = re.compile(r"(?<!\S)~ (who|yang) ")
"""`~ who` is `~ , who ~` in a sentence: the pronoun is followed by whom it means."""
_FILLER = rf"(?:(?![{''.join(MARKS)}] )[^ ]+ ){{0,4}}?"
_WIDE = r"(?:[^ ]+ ){0,9}?"
_NO_NAME = "no_name"
"""The list of words with a capital that `<Name>` does not mean: months, countries."""
_PEOPLE = frozenset({PERSON, OWNER, OTHER, OTHERS})
_TOO_COMMON = listed(
    """
    the a an and or of in on at to for with by from as was is were be been had has have his her
    him she he it that this not never did do does could can would will there all any one no yang
    dan di ke dari itu ini tidak tak bukan belum ada pada untuk dengan sudah akan bisa dapat
    """
)
_NEGATIONS = listed(
    """
    not never no nor neither nobody none nothing nowhere hardly scarcely barely without cannot
    tidak tak bukan belum jangan tanpa enggak nggak tiada gak ndak kagak
    """
)
_UNREAL = listed(
    """
    if would might almost nearly wish wished pretend pretended pretending perhaps maybe whether
    unless supposed imagined dreamed dreamt seemed kalau jika seandainya andai andaikan hampir
    seolah seolah-olah seakan seakan-akan mungkin barangkali pura-pura berpura-pura bermimpi
    konon semoga apakah agar supaya
    """
)


class PatternError(ValueError):
    """A pattern that cannot be read, with the reason."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its expression, and the words of which one must stand there."""

    expression: str
    anchors: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How rare its rarest anchors may be thought to be: the fewest letters of any."""
        return min((len(one.rstrip("*")) for one in self.anchors), default=0)


class Pattern:
    """One phrase.

    Attributes:
        anchors: Words, or beginnings with `*`, of which one must stand in the sentence.
        negations: How many negations it spells out itself: none, one, or `neither` with `nor`.

    Raises:
        PatternError: For what is no pattern, or has no person or no anchor.
    """

    def __init__(
        self,
        written: str,
        macros: Mapping[str, str],
        lists: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.written = written
        spelt = _RELATIVE.sub(r"~ ,? \1 ~? ", _expanded(written, macros))
        reader = _Reader(spelt, lists)
        part = reader.whole()
        people = {token for token in _TOKEN.findall(spelt) if token.rstrip("?") in _PEOPLE}
        if not any(token.rstrip("?") in (PERSON, OWNER) for token in people):
            raise PatternError(f"{written!r}: nobody is in it; write ~ or ~'s")
        if not part.anchors:
            raise PatternError(f"{written!r}: no word in it is rare enough to be found by")
        self._expression = part.expression
        self.anchors = part.anchors
        self.captures = reader.captures
        words = set(re.findall(r"[^\s()|?]+", spelt))
        self.negations = bool(words & _NEGATIONS) + (words >= {"neither", "nor"})
        self.unreal = bool(words & _UNREAL)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What is searched for in ` word word word `."""
        return re.compile(rf"(?<= ){self._expression}")

    def holds(self, before: str, matched: str) -> bool:
        """Whether nothing in the same part of the sentence denies or only supposes it."""
        near = list(takewhile(lambda word: word not in MARKS, reversed(before.split())))
        words = [*near, *matched.split()]
        negated = sum(word in _NEGATIONS for word in words)
        supposed = any(word in _UNREAL for word in words)
        return negated <= self.negations and (self.unreal or not supposed)


def _expanded(written: str, macros: Mapping[str, str], depth: int = 4) -> str:
    """A pattern with what its macros stand for."""

    def spelt(one: re.Match[str]) -> str:
        name = one.group("name")
        if name not in macros:
            raise PatternError(f"{written!r}: no macro {{{name}}}")
        return f"({macros[name]})"

    found = re.sub(r"\{(?P<name>\w+)\}", spelt, written)
    return _expanded(found, macros, depth - 1) if "{" in found and depth else found


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, spelt: str, lists: Mapping[str, Mapping[str, str]]) -> None:
        self.spelt, self.lists = spelt, lists
        self.tokens = _TOKEN.findall(spelt)
        self.at = 0
        self.captures: Mapping[str, str] | None = None

    def whole(self) -> _Part:
        """The whole pattern."""
        part = self._alternatives()
        if self.at < len(self.tokens):
            raise PatternError(f"{self.spelt!r}: a bracket too many")
        return part

    def _alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        every = all(one.anchors for one in branches)
        anchors = frozenset().union(*(one.anchors for one in branches)) if every else frozenset()
        return _Part(f"(?:{'|'.join(one.expression for one in branches)})", anchors)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", ")", ")?"):
            parts.append(self._element())
        best = max(parts, key=lambda one: one.weight, default=_Part(""))
        return _Part("".join(one.expression for one in parts), best.anchors)

    def _element(self) -> _Part:
        spelt = self.tokens[self.at]
        self.at += 1
        if spelt == "..":
            return _Part(_FILLER)
        if spelt == "...":
            return _Part(_WIDE)
        if spelt == "(":
            return self._group()
        bare = spelt.removesuffix("?")
        part = self._captured(bare[1:-1]) if bare[0] == "<" else _literal(bare)
        return _Part(f"(?:{part.expression})?") if bare != spelt else part

    def _group(self) -> _Part:
        part = self._alternatives()
        if self.at >= len(self.tokens):
            raise PatternError(f"{self.spelt!r}: a bracket is not closed")
        closing = self.tokens[self.at]
        self.at += 1
        inside = f"(?:{part.expression})"
        return _Part(inside + "?") if closing == ")?" else _Part(inside, part.anchors)

    def _captured(self, name: str) -> _Part:
        if self.captures is not None:
            raise PatternError(f"{self.spelt!r}: captures more than once")
        if name == "Name":
            self.captures = {}
            others = "|".join(map(re.escape, self.lists.get(_NO_NAME, {})))
            return _Part(rf"\{NAME_SIGN}(?!(?:{others}) )(?P<captured>[^ ]+) ")
        if name == "Person":
            self.captures = {}
            return _Part(f"(?P<captured>{OTHER}) ")
        if name not in self.lists:
            raise PatternError(f"{self.spelt!r}: no list <{name}>")
        self.captures = words = self.lists[name]
        spelt = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return _Part(rf"\{NAME_SIGN}?(?P<captured>{spelt}) ", frozenset(words))


def _literal(word: str) -> _Part:
    if word in _PEOPLE:
        return _Part(f"{word} ")
    stem = word.removesuffix("*")
    ends = "[^ ]* " if stem != word else " "
    rare = len(stem) >= 3 and stem not in _TOO_COMMON
    return _Part(
        rf"\{NAME_SIGN}?{re.escape(stem)}{ends}", frozenset({word}) if rare else frozenset()
    )
