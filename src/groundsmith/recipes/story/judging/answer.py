"""What a model is asked to give back: contradictions, opinions, threads, and the words for them.

The model is asked for words and never for offsets; where they stand is ours to find. What it says
of a kind or a verdict is read as plain text and looked at afterwards, because one stray word must
not cost the other findings of the same answer.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from groundsmith.records import Json


def _plain(word: Json) -> Json:
    """A word without the capitals and spaces that would cost another call."""
    return word.strip().lower().replace(" ", "_") if isinstance(word, str) else word


def _bare(schema: dict[str, Json]) -> None:
    """Takes out of a schema what only people read: a better docstring must not be paid for."""
    for part in (schema, *schema["properties"].values()):
        part.pop("title", None)
        part.pop("description", None)


_CONFIG = ConfigDict(frozen=True, extra="ignore", json_schema_extra=_bare)
_Word = Annotated[str, BeforeValidator(_plain)]


class Contradiction(BaseModel):
    """Two stretches of the story that do not agree, as a model says."""

    model_config = _CONFIG

    kind: _Word
    established: str
    contradicting: str
    reason: str
    suggestion: str


class Contradictions(BaseModel):
    """All that a model finds in one passage, and the words by which it opens a thread."""

    model_config = _CONFIG

    contradictions: list[Contradiction]
    threads: list[str] = []


class Weighed(BaseModel):
    """What a model makes of a finding, by its number."""

    model_config = _CONFIG

    number: int
    verdict: _Word
    reason: str


class Opinions(BaseModel):
    """What a model makes of several findings."""

    model_config = _CONFIG

    opinions: list[Weighed]


class Outcome(BaseModel):
    """What became of a thread, by its number, and the words that pass it over."""

    model_config = _CONFIG

    number: int
    verdict: _Word
    quote: str
    reason: str


class Outcomes(BaseModel):
    """What became of several threads."""

    model_config = _CONFIG

    threads: list[Outcome]
