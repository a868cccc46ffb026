"""What a catalogue says of a document, told from its metadata by the names that fields have.

A table and no settings: catalogues call these things by few names, and what goes by another is
still metadata to filter by. docs/recommend.md lists the names.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from groundsmith.index.graph.readings import Described
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.records import Json

TYPES = ("type", "types", "kind", "genre")
DOMAINS = ("domain", "domains", "subject", "subjects", "category", "categories", "topic", "topics")
PERIODS = ("period", "periods", "era", "dynasty", "century")
PLACES = ("place", "places", "location", "locations", "region", "regions", "country", "city")
STYLES = ("style", "styles")
KEYWORDS = ("keyword", "keywords", "tag", "tags")
CLUSTERS = ("cluster",)
CITES = ("cites", "cite", "references", "links")
YEARS_FROM = ("year_from", "start_year", "year", "date_from")
YEARS_TO = ("year_to", "end_year", "year", "date_to")

_MOST_VALUES = 100
_LONGEST_CHARS = 200


def described(document: IndexedDocument) -> Described:
    """A document with what its metadata says of it, as the graph takes it."""
    fields = document.metadata
    return Described(
        id=document.id,
        text=document.text,
        types=values(fields, TYPES),
        domains=values(fields, DOMAINS),
        periods=values(fields, PERIODS),
        places=values(fields, PLACES),
        keywords=values(fields, KEYWORDS),
        cluster=next(iter(values(fields, CLUSTERS)), None),
        cites=values(fields, CITES),
        styles=values(fields, STYLES),
    )


def values(fields: Mapping[str, Json], names: tuple[str, ...]) -> list[str]:
    """The distinct values of the fields of these names, in order; what is no text is left out."""
    found = chain.from_iterable(_written(fields[name]) for name in names if name in fields)
    return list(dict.fromkeys(found))[:_MOST_VALUES]


def year(fields: Mapping[str, Json], names: tuple[str, ...]) -> float | None:
    """The number in the first field of these names that holds one."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None


def _written(value: Json) -> Iterator[str]:
    """Texts of a value; one text with semicolons holds several."""
    for each in value if isinstance(value, list) else [value]:
        parts = each.split(";") if isinstance(each, str) else [each]
        for part in parts:
            if isinstance(part, str | int) and not isinstance(part, bool):
                written = str(part).strip()[:_LONGEST_CHARS]
                if written:
                    yield written
