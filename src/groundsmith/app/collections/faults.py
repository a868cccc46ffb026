"""What is wrong with a question to a collection, in one line that helps."""

from collections.abc import Sequence

from groundsmith.errors import RequestError
from groundsmith.index.collection import Collection

MOST_QUERY_CHARS = 1_000
_NEAR_IDS = 3


def checked_query(query: str) -> None:
    """Raises RequestError for a query that is empty or too long."""
    if not query.strip():
        raise RequestError("the query is empty; give 1 to 1,000 characters")
    if len(query) > MOST_QUERY_CHARS:
        raise RequestError(f"the query has {len(query):,} characters; at most 1,000 are answered")


def unknown_document(identity: str, collection: Collection) -> str:
    """The line for an id that there is not, with the ids that are nearest to it."""
    from rapidfuzz import fuzz, process  # only a wrong id pays for the import

    ids = (each.id for each in collection.documents.documents())
    near = process.extract(identity[:200], ids, scorer=fuzz.WRatio, limit=_NEAR_IDS)
    named = ", ".join(str(found[0]) for found in near)
    return f"no document {identity[:200]!r} in this index; the nearest ids are {named}"


def unknown_field(name: str, fields: Sequence[str]) -> str:
    """The line for a field that no document has."""
    there = ", ".join(fields[:20]) or "none"
    return f"no document has a field {name[:100]!r} to filter by; there are {there}"
