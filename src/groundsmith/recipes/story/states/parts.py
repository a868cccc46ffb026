"""The parts of a phrase pattern, each of which finds where it may end in a sentence.

Words are compared one by one and nothing is compiled: of thousands of patterns a sentence meets a
few only, and compiling a regular expression takes longer than trying it on a book. What a part
`needs` is asked of the words of a sentence before it is tried.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

MARKS = frozenset(",;:.—")
PERSON, OWNER, OTHER, OTHERS = "~", "~'s", "@", "@'s"
NAME_SIGN = "^"
"""Stands before a word with a capital that is no person and opens no sentence."""


class Words:
    """The words of a sentence as one of its people sees it.

    Attributes:
        bare: Each without the sign of a name.
        all: Those, and their beginnings of three letters and more.
    """

    def __init__(self, seen: Sequence[str]) -> None:
        self.seen = seen
        self.bare = [one.removeprefix(NAME_SIGN) for one in seen]
        self.all = frozenset(self.bare)
        self.beginnings = frozenset(
            one[:length] for one in self.all for length in range(3, len(one) + 1)
        )


@dataclass(frozen=True, slots=True)
class Need:
    """Words, or beginnings of words, of which one must stand in the sentence.

    Attributes:
        weight: How rare they may be thought to be: the fewest letters of any.
    """

    words: frozenset[str]
    beginnings: frozenset[str]
    weight: int

    def is_met(self, words: Words) -> bool:
        """Whether one of them stands there."""
        return not (
            self.words.isdisjoint(words.all) and self.beginnings.isdisjoint(words.beginnings)
        )


Ends = Iterator[tuple[int, int]]
"""Where a part may end that begins at a word; and which word it captured, -1 where none."""


class Part(ABC):
    """Part of a pattern.

    Attributes:
        needs: Of each of these one must be met.
        firsts: The words that it may begin with; `None` where that cannot be told.
        told: Which people, negations and words of supposing it spells out.
        captured: What captured words are taken for; `None` where it captures nothing.
    """

    needs: tuple[Need, ...] = ()
    firsts: frozenset[str] | None = None
    told: frozenset[str] = frozenset()
    captured: Mapping[str, str] | None = None

    @abstractmethod
    def ends(self, words: Words, at: int) -> Ends:
        """Where it may end, the likeliest first."""


class Exactly(Part):
    """One word."""

    def __init__(self, word: str, is_rare: bool, told: frozenset[str]) -> None:
        self.word, self.told = word, told
        self.firsts = frozenset({word})
        self.needs = (Need(frozenset({word}), frozenset(), len(word)),) if is_rare else ()

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the word."""
        if at < len(words.bare) and words.bare[at] == self.word:
            yield at + 1, -1


class Beginning(Part):
    """Any word that begins so."""

    def __init__(self, stem: str, is_rare: bool, told: frozenset[str]) -> None:
        self.stem, self.told = stem, told
        self.needs = (Need(frozenset(), frozenset({stem}), len(stem)),) if is_rare else ()

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the word."""
        if at < len(words.bare) and words.bare[at].startswith(self.stem):
            yield at + 1, -1


class Somebody(Part):
    """The person whose view it is, or another, as themselves or as an owner."""

    def __init__(self, sign: str, *, is_captured: bool = False) -> None:
        self.sign, self.is_captured = sign, is_captured
        self.told = self.firsts = frozenset({sign})
        self.needs = (Need(self.told, frozenset(), 0),)
        self.captured = {} if is_captured else None

    def ends(self, words: Words, at: int) -> Ends:
        """Behind them."""
        if at < len(words.seen) and words.seen[at] == self.sign:
            yield at + 1, at if self.is_captured else -1


class Listed(Part):
    """A word of a list, captured."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.captured = known
        self.firsts = frozenset(known)
        self.needs = (Need(frozenset(known), frozenset(), min(map(len, known))),)

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the word."""
        if at < len(words.bare) and words.bare[at] in self._known:
            yield at + 1, at

    @property
    def _known(self) -> Mapping[str, str]:
        return self.captured or {}


class AnyName(Part):
    """A word with a capital that is no person and none of some others, captured."""

    def __init__(self, others: frozenset[str]) -> None:
        self.others = others
        self.captured = {}

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the word."""
        if (
            at < len(words.seen)
            and words.seen[at][0] == NAME_SIGN
            and words.bare[at] not in self.others
        ):
            yield at + 1, at


class Gap(Part):
    """So many words at most, the fewer the better."""

    def __init__(self, most: int, *, over_marks: bool) -> None:
        self.most, self.over_marks = most, over_marks

    def ends(self, words: Words, at: int) -> Ends:
        """Behind none of them, one, two."""
        yield at, -1
        for stop in range(at + 1, min(at + self.most, len(words.seen)) + 1):
            if not self.over_marks and words.seen[stop - 1] in MARKS:
                return
            yield stop, -1


class Maybe(Part):
    """A part, or nothing."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.told, self.captured = part.told, part.captured

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the part; else where it would begin."""
        yield from self.part.ends(words, at)
        yield at, -1


class Either(Part):
    """One of several parts."""

    def __init__(self, branches: Sequence[Part]) -> None:
        self.told = _told(branches)
        self.captured = next((one.captured for one in branches if one.captured is not None), None)
        best = [max(one.needs, key=_weight) for one in branches if one.needs]
        self.needs = (_either(best),) if len(best) == len(branches) else ()
        firsts = [one.firsts for one in branches if one.firsts is not None]
        if len(firsts) == len(branches):
            self.firsts = frozenset().union(*firsts)
        self.branches = branches

    @cached_property
    def _by_first(self) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = defaultdict(list)
        for one in self.branches:
            for word in one.firsts or ():
                found[word].append(one)
        return found

    @cached_property
    def _others(self) -> list[Part]:
        return [one for one in self.branches if one.firsts is None]

    def ends(self, words: Words, at: int) -> Ends:
        """Behind each of them that stands there."""
        if at < len(words.bare):
            for one in self._by_first.get(words.bare[at], ()):
                yield from one.ends(words, at)
        for one in self._others:
            yield from one.ends(words, at)


class Row(Part):
    """Parts one behind the other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.needs = tuple(need for one in parts for need in one.needs)
        self.firsts = parts[0].firsts if parts else None
        self.told = _told(parts)
        self.captured = next((one.captured for one in parts if one.captured is not None), None)

    def ends(self, words: Words, at: int) -> Ends:
        """Behind the last of them."""
        yield from self._ends(words, at, 0)

    def _ends(self, words: Words, at: int, number: int) -> Ends:
        if number == len(self.parts):
            yield at, -1
            return
        for stop, captured in self.parts[number].ends(words, at):
            for end, later in self._ends(words, stop, number + 1):
                yield end, max(captured, later)


def _told(parts: Sequence[Part]) -> frozenset[str]:
    told = [one.told for one in parts if one.told]
    return frozenset().union(*told) if told else frozenset()


def _weight(need: Need) -> int:
    return need.weight


def _either(needs: Sequence[Need]) -> Need:
    """What is met where one of several is."""
    return Need(
        frozenset().union(*[one.words for one in needs]),
        frozenset().union(*[one.beginnings for one in needs]),
        min(map(_weight, needs)),
    )
