"""Which fields the records hold, and of what type: seen on the way, for metadata that describes.

A recipe owns its content, and this room must not know recipes; so the fields are read off the
records themselves. A hostile content cannot make the list long: it ends at `_MOST`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from groundsmith.records import Json

_MOST = 100
_DEEPEST = 3

FIXED = {
    "id": ("string", "Id of the record."),
    "recipe": ("string", "Recipe that made it."),
    "item": ("string", "Item of the run it was made for."),
    "assessment.tier": ("string", "What it earned: premium, standard or basic."),
    "assessment.confidence": ("string", "How much the checks saw: high, medium or low."),
    "assessment.overall": ("number", "Weighted mean of the stages that ran, in [0, 1]."),
    "made_by.writer": ("string", "Who wrote it: model:NAME, extractive or facts."),
    "made_by.settings_sha256": ("string", "Hash of the settings that determined it."),
}
"""Fields every record has, whatever the recipe: path → (type, description)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A field of a record by its path, and the JSON type of its values; `any` where they differ."""

    path: str
    type: str
    description: str


class Columns:
    """Collects the fields of record contents; its size does not grow with their number."""

    def __init__(self) -> None:
        self._types: dict[str, str] = {}

    def add(self, content: Mapping[str, Json]) -> None:
        """Takes the fields of one content into account."""
        for path, kind in _fields(content, "content", 1):
            known = self._types.get(path)
            if known is None and len(self._types) >= _MOST:
                continue
            self._types[path] = kind if known is None else _merged(known, kind)

    def __iter__(self) -> Iterator[Column]:
        """All fields, those every record has first."""
        for path, (kind, about) in FIXED.items():
            yield Column(path=path, type=kind, description=about)
        for path, kind in self._types.items():
            about = f"Field `{path.removeprefix('content.')}` of the recipe's content."
            yield Column(path=path, type=kind, description=about)


def _fields(value: Mapping[str, Json], path: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, inner in value.items():
        here = f"{path}.{name}"
        if isinstance(inner, Mapping) and inner and depth < _DEEPEST:
            yield from _fields(inner, here, depth + 1)
        else:
            yield here, _type(inner)


def _type(value: Json) -> str:
    """JSON's name for the type of `value`."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case Mapping():
            return "object"
    return "array"


def _merged(known: str, new: str) -> str:
    if new in (known, "null"):
        return known
    if known == "null":
        return new
    return "number" if {known, new} == {"integer", "number"} else "any"
