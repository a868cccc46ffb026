"""What documents speak of: entities, the kinds of them, and where they are mentioned."""

from dataclasses import dataclass
from enum import StrEnum

from groundsmith.records import Span


class Kind(StrEnum):
    """What a node of the graph is."""

    DOCUMENT = "document"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    PERIOD = "period"
    STYLE = "style"
    TYPE = "type"
    DOMAIN = "domain"
    NAME = "name"
    """A name of which the text alone does not say what bears it."""


class Relation(StrEnum):
    """Why there is an edge; an edge list may bring words of its own."""

    MENTIONS = "mentions"
    HAS_TYPE = "has_type"
    BELONGS_TO_DOMAIN = "belongs_to_domain"
    FROM_PERIOD = "from_period"
    LOCATED_IN = "located_in"
    IN_STYLE = "in_style"
    SIMILAR_TO = "similar_to"
    SAME_CLUSTER = "same_cluster"
    SHARES_KEYWORDS = "shares_keywords"
    CITES = "cites"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A kind and a name; two mentions of both the same are one entity."""

    kind: Kind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a text mentions an entity."""

    entity: Entity
    span: Span
