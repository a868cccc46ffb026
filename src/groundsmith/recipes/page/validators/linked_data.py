"""The validator of JSON-LD: types and properties as schema.org's vocabulary has them.

The whole vocabulary lies beside the components, pending terms included, with its source
(`benchmarks/vocabulary.py` makes it): a validator must not ask a network. Which properties a type
must have is said here, for schema.org requires none.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.rendering import label, measure
from groundsmith.recipes.page.validators.registry import validator
from groundsmith.records import Json

_ADVICE = "mend the template: https://schema.org says what a type has"
_CONTEXTS = tuple(
    f"{scheme}://schema.org{end}" for scheme in ("https", "http") for end in ("", "/")
)
_REQUIRED = {
    "TechArticle": ("headline", "description", "about", "url"),
    "Product": ("name", "category"),
    "Person": ("name",),
    "PropertyValue": ("name",),
}
_TIMES = {
    "Date": re.compile(r"\d{4}-\d\d-\d\d"),
    "DateTime": re.compile(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?"
    ),
    "Time": re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?"),
}


class Digits(str):
    """A number as it is written, told apart from a text."""

    __slots__ = ()


@validator("jsonld", type="TechArticle")
def jsonld(file: PageFile, *, type: str) -> Iterator[Fault]:  # noqa: A002  # the argument's name in YAML
    """Valid JSON-LD of this type, each property where and with what the vocabulary lets it be."""
    try:
        held = json.loads(file.text, object_pairs_hook=_once, parse_float=Digits, parse_int=Digits)
    except (ValueError, RecursionError) as error:
        yield _fault("not-json", f"no JSON: {error}")
        return
    if not isinstance(held, dict):
        yield _fault("not-json", "no JSON object")
        return
    if held.get("@context") not in _CONTEXTS:
        yield _fault("context-unknown", f"@context is {held.get('@context')!r}, not schema.org")
    if held.get("@type") != type:
        yield _fault("type-differs", f"@type is {held.get('@type')!r}, not {type}")
    yield from _of_node(held, "")
    if isinstance(front := file.needs.get("frontmatter"), dict):
        yield from _differing(held, front)


def _differing(held: Mapping[str, Json], front: Mapping[str, Json]) -> Iterator[Fault]:
    """A fault for each value that is not the front matter's."""
    about = held.get("about")
    about = about if isinstance(about, dict) else {}
    pairs = [
        ("headline", held.get("headline"), front.get("title")),
        ("description", held.get("description"), front.get("description")),
        ("about.name", about.get("name"), front.get("name")),
        ("about.category", about.get("category"), front.get("category")),
    ]
    said = about.get("additionalProperty")
    shown = {str(each.get("name")): each for each in said or [] if isinstance(each, dict)}
    properties = front.get("properties")
    for key, node in (properties if isinstance(properties, dict) else {}).items():
        if wanted := measure(node):
            one = shown.get(label(key), {})
            pairs.append((label(key), _measured(one), wanted))
    for name, mine, its in pairs:
        if mine != its:
            yield _fault("differs-from-frontmatter", f"{name} is {mine!r}, there {its!r}")


def _measured(property_value: Mapping[str, Json]) -> str:
    unit = property_value.get("unitText")
    return " ".join(str(part) for part in (property_value.get("value"), unit) if part is not None)


def _of_node(node: Mapping[str, Json], at: str) -> Iterator[Fault]:
    kind = node.get("@type")
    if not isinstance(kind, str) or kind not in vocabulary()["types"]:
        yield _fault("type-unknown", f"{at or 'the whole'}: {kind!r} is no type of the vocabulary")
        return
    for name in _REQUIRED.get(kind, ()):
        if node.get(name) in (None, "", [], {}):
            yield _fault("property-missing", f"{at or kind}: a {kind} has no {name}")
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = vocabulary()["properties"].get(name)
        place = f"{at}.{name}" if at else name
        if known is None or not any(_is_a(kind, domain) for domain in known["domains"]):
            yield _fault("property-unknown", f"{place}: a {kind} has no property {name}")
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _of_value(each, known["ranges"], place)


def _of_value(value: Json, ranges: list[str], at: str) -> Iterator[Fault]:
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return  # it points to a node that stands elsewhere
    if isinstance(value, dict):
        if not any(_is_a(str(value.get("@type")), wanted) for wanted in ranges):
            yield _fault("value-of-wrong-type", f"{at}: wants {' or '.join(ranges)}")
        yield from _of_node(value, at)
    elif not any(_fits(value, wanted) for wanted in ranges):
        yield _fault("value-of-wrong-type", f"{at}: {value!r} is no {' or '.join(ranges)}")


def _fits(value: Json, wanted: str) -> bool:
    """Whether a value that is no node is of a type."""
    if isinstance(value, bool):
        return wanted == "Boolean"
    if isinstance(value, Digits):
        return _is_a(wanted, "Number") and (wanted != "Integer" or value.lstrip("-").isdigit())
    if not isinstance(value, str) or not value.strip():
        return False
    if wanted in _TIMES:
        return bool(_TIMES[wanted].fullmatch(value))
    if wanted == "URL":
        return value.startswith(("https://", "http://"))
    if wanted in vocabulary()["members"]:
        member = value.removeprefix("https://schema.org/").removeprefix("http://schema.org/")
        return member in vocabulary()["members"][wanted]
    return _is_a(wanted, "Text") or _is_a(wanted, "Quantity")


@cache
def _is_a(kind: str, wanted: str) -> bool:
    """Whether a type is, or is a kind of, another."""
    above = vocabulary()["types"].get(kind, ())
    return kind == wanted or any(_is_a(each, wanted) for each in above)


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """The object; raises ValueError where a key stands there twice."""
    held = dict(pairs)
    if len(held) != len(pairs):
        raise ValueError("a key stands there twice")
    return held


@cache
def vocabulary() -> Any:
    """Types with those above them, members of enumerations, properties; and the source of it."""
    folder = files("groundsmith.recipes.page") / "vocabulary"
    return json.loads((folder / "schema_org.json").read_text("utf-8"))


def _fault(code: str, message: str) -> Fault:
    return Fault(code=code, message=message, advice=_ADVICE)
