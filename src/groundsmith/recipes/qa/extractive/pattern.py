"""The register of patterns, and what they yield.

A pattern is a small function over one sentence or one passage that yields what could be asked.
It judges its own precision by a score in [0, 1]; whether the question is fit to be seen is
decided for all patterns in one place, `screen.py`, and which are taken in `selection.py`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.passage import Passage
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pattern proposes.

    Attributes:
        start: Offset of the answer in the passage.
        score: How sure the pattern is that a strict reader keeps the pair; ranks, never exported.
        kind: Where it differs from the pattern's own.
    """

    question: str
    start: int
    stop: int
    score: float
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What was asked, by which pattern."""

    asked: Asked
    pattern: str
    kind: Kind
    language: str


T = TypeVar("T")
Ask = Callable[[T], Iterator[Asked]]


@dataclass(frozen=True, slots=True)
class Pattern(Generic[T]):
    """A registered pattern: its name, the kind and language of its questions, and `ask`."""

    name: str
    kind: Kind
    language: str
    ask: Ask[T]

    def candidates(self, over: T) -> Iterator[Candidate]:
        """What this pattern makes of a sentence or passage."""
        for asked in self.ask(over):
            yield Candidate(asked, self.name, asked.kind or self.kind, self.language)


STATEMENT_PATTERNS: dict[str, Pattern[tuple[Sentence, Statement]]] = {}
SENTENCE_PATTERNS: dict[str, Pattern[Sentence]] = {}
PASSAGE_PATTERNS: dict[str, Pattern[Passage]] = {}


AskStatement = Callable[[Sentence, Statement], Iterator[Asked]]


def statement_pattern(name: str, kind: Kind) -> Callable[[AskStatement], AskStatement]:
    """Registers a pattern that reads one English sentence whose clause is known."""

    def register(ask: AskStatement) -> AskStatement:
        STATEMENT_PATTERNS[name] = Pattern(name, kind, "en", lambda over: ask(*over))
        return ask

    return register


def sentence_pattern(
    name: str, kind: Kind, language: str = "en"
) -> Callable[[Ask[Sentence]], Ask[Sentence]]:
    """Registers a pattern that reads one sentence."""

    def register(ask: Ask[Sentence]) -> Ask[Sentence]:
        SENTENCE_PATTERNS[name] = Pattern(name, kind, language, ask)
        return ask

    return register


def passage_pattern(
    name: str, kind: Kind, language: str = "en"
) -> Callable[[Ask[Passage]], Ask[Passage]]:
    """Registers a pattern that reads the blocks of a passage."""

    def register(ask: Ask[Passage]) -> Ask[Passage]:
        PASSAGE_PATTERNS[name] = Pattern(name, kind, language, ask)
        return ask

    return register
