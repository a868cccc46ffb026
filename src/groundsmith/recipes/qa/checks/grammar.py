"""What a question looks like in a language: the rules that the checks of form and question share.

Where there is no grammar for a language the checks say so and leave its rules out, because the
rules of one language find faults in every other.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from groundsmith.recipes.qa.checks.answer_type import AnswerType
from groundsmith.records import Span
from groundsmith.verify.tokens import classify

Wants = tuple[tuple[re.Pattern[str], AnswerType | None], ...]
"""Question words and the type of answer they ask for; `None` for those that leave it open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """One language's rules, as patterns over a question.

    Attributes:
        asks: Found in whatever has the form of a question or of a request.
        requests: Found where it is a request ("List the …"), which needs no question mark.
        asks_again: Found where a second question is joined to the first.
        main: Ends where the main question starts, behind a subordinate clause.
        points: Found where it points to a text that its reader does not have.
        vague: Found where it names one common thing and leaves open whose.
        dangling: The first pronoun without anything in the question that it could stand for.
        wants: The first found decides; of two at one place, the one that stands first here.
        frame: Stems that a question may bring along, whatever its source says.
    """

    asks: re.Pattern[str]
    requests: re.Pattern[str]
    asks_again: re.Pattern[str]
    main: re.Pattern[str]
    points: re.Pattern[str]
    vague: re.Pattern[str]
    dangling: Callable[[str], Span | None]
    wants: Wants
    frame: frozenset[str]

    def wanted(self, question: str) -> AnswerType | None:
        """The type of answer that the question word asks for; `None` where it leaves it open."""
        behind = self.main.search(question)
        asked = question[behind.end() :] if behind else question
        first: tuple[int, AnswerType | None] = (len(asked), None)
        for pattern, answer_type in self.wants:
            match = pattern.search(asked)
            if match and match.start() < first[0]:
                first = match.start(), answer_type
        return first[1]


def starting(words: str) -> re.Pattern[str]:
    """A pattern for question words, as whole words in any case."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def stems(words: str) -> frozenset[str]:
    """The keys under which the checks know these words."""
    return frozenset(classify(word)[1] for word in words.split())
