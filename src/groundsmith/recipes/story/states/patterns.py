"""A phrase of the lexicon: what is searched for in a sentence, and whether it holds there.

A pattern is matched against words apart by one space, seen by one person, who stands there as `~`
(`~'s` as an owner) and others as `@`. Every pattern has an anchor, words of which one must stand in
the sentence: only where one does is it compiled and tried.
"""

import re
from functools import cached_property
from itertools import takewhile

from groundsmith.recipes.story.states.phrases import (
    MARKS,
    NEGATIONS,
    OWNER,
    PERSON,
    UNREAL,
    PatternError,
    Vocabulary,
)

_RELATIVE = re.compile(r"(?<!\S)~ (who|yang) ")
"""`~ who` is `~ , who ~` in a sentence: the pronoun is followed by whom it means."""


class Pattern:
    """One phrase.

    Attributes:
        anchors: Words, or beginnings with `*`, of which one must stand in the sentence.
        captures: The words that it captures one of, with what they are taken for; `None` where it
            captures nothing.
        negations: How many negations it spells out itself: none, one, or `neither` with `nor`.

    Raises:
        PatternError: For what is no pattern, or has no person or no anchor.
    """

    def __init__(self, written: str, vocabulary: Vocabulary) -> None:
        part = vocabulary.read(_RELATIVE.sub(r"~ ,? \1 ~? ", written))
        if part.told.isdisjoint((PERSON, OWNER)):
            raise PatternError(f"{written!r}: nobody is in it; write ~ or ~'s")
        if not part.anchors:
            raise PatternError(f"{written!r}: no word in it is rare enough to be found by")
        self._expression = part.expression
        self.written = written
        self.anchors = part.anchors
        self.captures = vocabulary.lists.get(part.captured, {}) if part.captured else None
        self.negations = bool(part.told & NEGATIONS) + (part.told >= {"neither", "nor"})
        self.unreal = bool(part.told & UNREAL)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What is searched for in ` word word word `."""
        return re.compile(rf"(?<= ){self._expression}")

    def holds(self, before: str, matched: str) -> bool:
        """Whether nothing in the same part of the sentence denies or only supposes it."""
        near = list(takewhile(lambda word: word not in MARKS, reversed(before.split())))
        words = [*near, *matched.split()]
        negated = sum(word in NEGATIONS for word in words)
        supposed = any(word in UNREAL for word in words)
        return negated <= self.negations and (self.unreal or not supposed)
