"""What a model is asked to give back: pairs, each with the words of the passage it rests on.

The model is asked for words and never for offsets, which models cannot count; where they stand is
ours to find. The schema it is shown has no word of these docstrings: what is asked is hashed, and
a better docstring must not make anybody pay for an answer again.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema

from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Json


def _plain(kind: Json) -> Json:
    """A kind without the capitals and spaces that would cost another call."""
    return kind.strip().lower() if isinstance(kind, str) else kind


def _bare(schema: dict[str, Json]) -> None:
    """Takes out of a schema what only people read."""
    for part in (schema, *schema["properties"].values()):
        part.pop("title", None)
        part.pop("description", None)


_CONFIG = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_bare)


class AnsweredPair(BaseModel):
    """One question with its answer, its kind, and a quote from the passage."""

    model_config = _CONFIG

    question: str
    answer: str
    kind: Annotated[
        Kind, BeforeValidator(_plain), WithJsonSchema({"type": "string", "enum": list(Kind)})
    ]
    quote: str


class AnsweredPairs(BaseModel):
    """All pairs of one passage; none where nothing in it is worth asking."""

    model_config = _CONFIG

    pairs: list[AnsweredPair]
