"""A phrase of the lexicon: where it stands in a sentence, and whether it holds there.

The sentence is seen by one person, who stands there as `~` (`~'s` as an owner); others are `@`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from groundsmith.recipes.story.states.parts import MARKS, OWNER, PERSON, Words
from groundsmith.recipes.story.states.phrases import (
    NEGATIONS,
    UNREAL,
    PatternError,
    Vocabulary,
)

_RELATIVE = re.compile(r"(?<!\S)~ (who|yang) ")
"""`~ who` is `~ , who ~` in a sentence: the pronoun is followed by whom it means."""
_AND = frozenset({"and", "but", "dan", "tapi", "tetapi", "lalu"})
"""Behind these, what says `not` of somebody once more denies on its own."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words `[start, stop)` of a sentence, and which of them is captured, -1 where none."""

    start: int
    stop: int
    captured: int


class Pattern:
    """One phrase.

    Attributes:
        needs: What must stand in a sentence, the rarest first.
        captures: What the words that it captures one of are taken for; `None` where it captures
            nothing.
        negations: How many negations it spells out itself: none, one, or `neither` with `nor`.

    Raises:
        PatternError: For what is no pattern, or has no person or no word to be found by.
    """

    def __init__(self, written: str, vocabulary: Vocabulary) -> None:
        self._part = part = vocabulary.read(_RELATIVE.sub(r"~ ,? \1 ~? ", written))
        if part.told.isdisjoint((PERSON, OWNER)):
            raise PatternError(f"{written!r}: nobody is in it; write ~ or ~'s")
        if not any(need.weight for need in part.needs):
            raise PatternError(f"{written!r}: no word in it is rare enough to be found by")
        self.needs = sorted(part.needs, key=lambda need: -need.weight)
        self.captures = part.captured
        self.negations = bool(part.told & NEGATIONS) + (part.told >= {"neither", "nor"})
        self.is_unreal = bool(part.told & UNREAL)

    def matches(self, words: Words) -> Iterator[Match]:
        """Where it stands in a sentence and is neither denied nor only supposed."""
        if not all(need.is_met(words) for need in self.needs[1:]):
            return
        firsts = self._part.firsts
        for start, word in enumerate(words.bare):
            if firsts is not None and word not in firsts:
                continue
            for stop, captured in self._part.ends(words, start):
                if self._holds(words, start, stop):
                    yield Match(start, stop, captured)
                break

    def _holds(self, words: Words, start: int, stop: int) -> bool:
        """Whether nothing in the same part of the sentence denies or only supposes it."""
        before = words.bare[:start]
        if self.negations and before[-1:] and before[-1] in _AND and words.bare[start] == PERSON:
            before = []
        near = takewhile(lambda word: word not in MARKS, reversed(before))
        around = [*near, *words.bare[start:stop]]
        negated = sum(word in NEGATIONS for word in around)
        return negated <= self.negations and (self.is_unreal or UNREAL.isdisjoint(around))
