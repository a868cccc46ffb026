"""The validator of JSON-LD: types and properties as schema.org's vocabulary has them.

An excerpt of the vocabulary lies beside the components, with its version: a validator must not ask
a network. What the excerpt does not hold is refused by name, so that a component that uses more
says what has to be added.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.rendering import label, measure
from groundsmith.recipes.page.validators.registry import validator
from groundsmith.records import Json

_ADVICE = "mend the template, or add to the vocabulary what it is to know"


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
    if held.get("@context") not in vocabulary()["context"]:
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
    for name in vocabulary()["required"].get(kind, ()):
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
    if isinstance(value, dict):
        if not any(_is_a(str(value.get("@type")), wanted) for wanted in ranges):
            yield _fault("value-of-wrong-type", f"{at}: wants {' or '.join(ranges)}")
        yield from _of_node(value, at)
    elif not _fits(value, ranges):
        yield _fault("value-of-wrong-type", f"{at}: {value!r} is no {' or '.join(ranges)}")


def _fits(value: Json, ranges: list[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, Digits):
        return "Number" in ranges
    if not isinstance(value, str) or not value.strip():
        return False
    if "Text" in ranges:
        return True
    return "URL" in ranges and value.startswith(("https://", "http://"))


def _is_a(kind: str, wanted: str) -> bool:
    """Whether a type is, or is a kind of, another."""
    at: str | None = kind
    while at is not None:
        if at == wanted:
            return True
        at = vocabulary()["types"].get(at)
    return False


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """The object; raises ValueError where a key stands there twice."""
    held = dict(pairs)
    if len(held) != len(pairs):
        raise ValueError("a key stands there twice")
    return held


@cache
def vocabulary() -> Any:
    """The excerpt of schema.org's vocabulary, with its version and source."""
    folder = files("groundsmith.recipes.page") / "vocabulary"
    return json.loads((folder / "schema_org.json").read_text("utf-8"))


def _fault(code: str, message: str) -> Fault:
    return Fault(code=code, message=message, advice=_ADVICE)
