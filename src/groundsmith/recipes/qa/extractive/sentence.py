"""A sentence of a passage, with what its surroundings say of it."""

from dataclasses import dataclass
from functools import cached_property

from groundsmith.recipes.qa.extractive.clause import Clause, clause
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.subject import Naming, naming, spoken
from groundsmith.recipes.qa.extractive.topic import Topic
from groundsmith.recipes.qa.extractive.words import tokens


@dataclass(frozen=True, slots=True)
class Statement:
    """An English sentence that could be read.

    Attributes:
        subject: The clause's subject as it stands inside a question.
        naming: How far the subject names what it means; never DANGLING.
    """

    clause: Clause
    subject: str
    naming: Naming


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
    def statement(self) -> Statement | None:
        """What it states of a subject that can be named; None where it cannot be read."""
        told = clause(self.text, tokens(self.text))
        if told is None:
            return None
        written = told.subject_text.strip()
        named = naming(written, self.names)
        if named is Naming.DANGLING:
            return None
        return Statement(told, spoken(written, self.names, self.plain), named)

    def raw(self, start: int, stop: int) -> tuple[int, int] | None:
        """The passage's span of `text[start:stop]`, blanks at its ends left out."""
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        return self.line.raw(self.start + start, self.start + stop)
