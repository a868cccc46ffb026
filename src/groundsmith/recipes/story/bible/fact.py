"""A fact of a story: what is said of whom, and where.

Facts are read anew from the text each time; their id is a hash of what they say and where, so that
a decision on one survives as long as its sentence does.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.records import Json


class FactKind(StrEnum):
    """What a fact is about."""

    ALIAS = "alias"
    APPEARANCE = "appearance"
    AGE = "age"
    BORN = "born"
    DEATH = "death"
    SKILL = "skill"
    POSSESSION = "possession"
    RELATION = "relation"
    KNOWLEDGE = "knowledge"
    PLACE = "place"
    OBJECT = "object"
    TRAIT = "trait"
    QUANTITY = "quantity"
    DURATION = "duration"
    DIRECTION = "direction"
    DATE = "date"
    RULE = "rule"
    THREAD = "thread"
    EMOTION = "emotion"
    VIEWPOINT = "viewpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`attribute` of `subject` is `value`, says `place`.

    Attributes:
        subject: A character's key, a relative's (`mother:Maren`), a noun, or a name.
        mode: What the narrator vouches for there; notes are TOLD.
    """

    kind: FactKind
    subject: str
    attribute: str
    value: str
    place: Place
    mode: Mode = Mode.TOLD

    @property
    def id(self) -> str:
        """A short name that lasts as long as the sentence."""
        told = "\x1f".join(
            (
                self.kind,
                self.subject,
                self.attribute,
                self.value,
                self.place.chapter,
                self.place.quote,
            )
        )
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def as_json(self) -> dict[str, Json]:
        """What `story facts --json` prints of it."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "subject": self.subject,
            "attribute": self.attribute,
            "value": self.value,
            "mode": self.mode.value,
            "chapter": self.place.chapter,
            "start": self.place.start,
            "stop": self.place.stop,
            "quote": self.place.quote,
        }
