"""What a model is asked to give back: pairs, each with the words of the passage it rests on.

The model is asked for words and never for offsets, which models cannot count; where they stand is
ours to find.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Json


def _plain(kind: Json) -> Json:
    """A kind without the capitals and spaces that would cost another call."""
    return kind.strip().lower() if isinstance(kind, str) else kind


class AnsweredPair(BaseModel):
    """One question with its answer, its kind, and a quote from the passage."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    answer: str
    kind: Annotated[Kind, BeforeValidator(_plain)]
    quote: str


class AnsweredPairs(BaseModel):
    """All pairs of one passage; none where nothing in it is worth asking."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pairs: list[AnsweredPair]
