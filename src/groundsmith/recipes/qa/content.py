"""A question-answer pair and its kinds: what every part of this recipe hands to the next.

The answer is held as text and as a span, although either gives the other: a draft must be
checkable without its chunk, and a span without its text cannot be seen to be wrong.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a question asks for."""

    FACTUAL = "factual"
    DEFINITION = "definition"
    EXPLANATORY = "explanatory"
    COMPARATIVE = "comparative"
    PROCEDURAL = "procedural"
    LIST = "list"
    QUANTITATIVE = "quantitative"
    TEMPORAL = "temporal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question and its answer, as written and not yet checked.

    Attributes:
        language: Of the question and its answer, as an ISO 639-1 code (`en`, `id`).
        start: Offset of the answer in its chunk, so `chunk.text[start:stop] == answer`.
        stop: Offset one past the answer's last character.
        pattern: Name of the pattern that made it, for provenance and statistics.
    """

    question: str
    answer: str
    kind: Kind
    language: str
    start: int
    stop: int
    pattern: str
