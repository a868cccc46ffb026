"""A sentence of a passage, with what its surroundings say of it."""

from dataclasses import dataclass
from functools import cached_property

from groundsmith.recipes.qa.extractive.antecedent import Mentions
from groundsmith.recipes.qa.extractive.clause import Clause
from groundsmith.recipes.qa.extractive.clauses import clauses
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.subject import Naming, naming, spoken
from groundsmith.recipes.qa.extractive.topic import Topic
from groundsmith.recipes.qa.extractive.words import tokens

MAX_EARLIER = 8
"""Sentences of a paragraph over which a name is carried."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An English clause that could be read.

    Attributes:
        subject: The clause's subject as it stands inside a question.
        naming: How far the subject names what it means; never DANGLING.
        resolved: Whether the source has a pronoun or "the city" where `subject` is a name.
    """

    clause: Clause
    subject: str
    naming: Naming
    resolved: bool = False


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        start: Where it starts in the text of its line.
        topic: The headings it stands under.
        names: Words that the passage writes with a capital inside a sentence.
        plain: Words that the passage writes without one.
        before: The sentence before it in the same paragraph.
    """

    line: Line
    start: int
    text: str
    topic: Topic
    names: frozenset[str]
    plain: frozenset[str]
    before: "Sentence | None"

    @property
    def earlier(self) -> list[str]:
        """The sentences before it in the same paragraph, the nearest first."""
        found: list[str] = []
        before = self.before
        while before and len(found) < MAX_EARLIER:
            found.append(before.text)
            before = before.before
        return found

    @cached_property
    def mentions(self) -> Mentions:
        """What the sentences before it in the same paragraph were about."""
        return self.before.left_behind if self.before else Mentions()

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What it states of subjects that can be named; none where it cannot be read."""
        found = (self._statement(told) for told in clauses(self.text, tokens(self.text)))
        return tuple(statement for statement in found if statement)

    def _statement(self, told: Clause) -> Statement | None:
        written = told.subject_text.strip()
        if name := self.mentions.meant_by(told):
            return Statement(told, name, Naming.NAMED, resolved=True)
        named = naming(written, self.names)
        if named is Naming.DANGLING:
            return None
        return Statement(told, spoken(written, self.names, self.plain), named)

    @cached_property
    def left_behind(self) -> Mentions:
        """What the next sentence of the paragraph can refer to."""
        first = self.statements[0] if self.statements else None
        if first and first.naming is Naming.NAMED and _opens(first.clause):
            return self.mentions.after(first.clause, first.subject)
        return self.mentions.after(None, "")

    def raw(self, start: int, stop: int) -> tuple[int, int] | None:
        """The passage's span of `text[start:stop]`, blanks at its ends left out."""
        while start < stop and self.text[start].isspace():
            start += 1
        while start < stop and self.text[stop - 1].isspace():
            stop -= 1
        return self.line.raw(self.start + start, self.start + stop)


def _opens(told: Clause) -> bool:
    """Whether a clause is the sentence's main one."""
    return told.subject[0] == 0 or told.lead[1] > 0
