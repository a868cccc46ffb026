"""A sentence of a passage, with what its surroundings say of it."""

from dataclasses import dataclass
from functools import cached_property

from groundsmith.recipes.qa.extractive.clause import Clause, clause
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.topic import Topic
from groundsmith.recipes.qa.extractive.words import Token, tokens


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        start: Where it starts in the text of its line.
        topic: The headings it stands under.
        names: Words that the passage writes with a capital inside a sentence.
        plain: Words that the passage writes without one.
    """

    line: Line
    start: int
    text: str
    topic: Topic
    names: frozenset[str]
    plain: frozenset[str]

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks."""
        return tokens(self.text)

    @cached_property
    def clause(self) -> Clause | None:
        """Its main clause, where it can be read with certainty."""
        return clause(self.text, self.tokens)

    def raw(self, start: int, stop: int) -> tuple[int, int] | None:
        """The passage's span of `text[start:stop]`, blanks at its ends left out."""
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        return self.line.raw(self.start + start, self.start + stop)
