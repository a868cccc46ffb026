"""Templates filled with an item's facts.

Jinja in its sandbox: a template is configuration, and configuration should not be able to run a
program. A template sees the facts that its component needs and nothing else, so what it shows is
what its fingerprint holds. What is missing is empty, to be left out by an `if`.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml
from jinja2 import ChainableUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from groundsmith.recipes.page.fact import Node
from groundsmith.recipes.page.slug import slug
from groundsmith.records import Json

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_LITERALS = frozenset({"true", "false"})
_UNWRITABLE = re.compile("[\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")
_LABELS = {
    "youngs_modulus": "Young's modulus",
    "vickers_hardness": "Vickers hardness",
    "mohs_hardness": "Mohs hardness",
}
_FEW = 2


class TemplateFailed(Exception):
    """A template could not be filled; the message says why."""


def rendered(template: str, context: Mapping[str, Any]) -> str:
    """The template with the facts in it, ending in one line break; raises TemplateFailed."""
    try:
        made = _compiled(template).render(context)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise TemplateFailed(f"{type(error).__name__}: {error}") from error
    return _UNWRITABLE.sub("\ufffd", made).strip() + "\n"


def template_fault(template: str) -> str | None:
    """What is wrong with a template, with its line; `None` where it can be filled."""
    try:
        _compiled(template)
    except TemplateError as error:
        return f"line {getattr(error, 'lineno', None) or 1}: {error}"
    return None


def label(key: str) -> str:
    """A fact's name for people: `melting_point` is melting point."""
    return _LABELS.get(key, key.replace("_", " "))


def measure(node: Node | None) -> str:
    """A value with its unit: `2.699 g/cm3`, `20–100 W`; empty where there is none."""
    if not isinstance(node, dict):
        return listed(node)
    unit = node.get("unit")
    value = node.get("value")
    if value is None and "minimum" in node and "maximum" in node:
        value = f"{node['minimum']}–{node['maximum']}"
    if value is None:
        value = node.get("minimum") or node.get("maximum")
    if not isinstance(value, str):
        return ""
    return f"{value} {unit}" if isinstance(unit, str) else value


def listed(node: Node | None, most_chars: int | None = None) -> str:
    """Several values as people write them: `a, b and c`; the last ones left out where too long."""
    values = each(node)
    while len(values) > 1 and most_chars is not None and len(_joined(values)) > most_chars:
        values = values[:-1]
    return _joined(values)


def each(node: Node | None) -> list[str]:
    """The values of a fact, however many it has; a row of a table has them between commas."""
    if isinstance(node, list):
        return node
    return [part.strip() for part in node.split(", ")] if isinstance(node, str) and node else []


def fitted(parts: Sequence[object], most_chars: int) -> str:
    """As many of the parts as fit beside each other, those before preferred."""
    kept = ""
    for part in parts:
        longer = f"{kept} {part}".strip()
        if isinstance(part, str) and part and len(longer) <= most_chars:
            kept = longer
    return kept


def upper_first(text: str) -> str:
    """The text with a capital in front, and the rest as it is."""
    return text[:1].upper() + text[1:]


def as_json(value: Json) -> str:
    """A value as JSON, which YAML is as well; what is written as a number stays that number."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {as_json(at)}" for key, at in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(as_json, value)) + "]"
    if isinstance(value, str):
        plain = value in _LITERALS or _NUMBER.fullmatch(value)
        return value if plain else quoted(value)
    return json.dumps(value, ensure_ascii=False)


def quoted(value: Json) -> str:
    """A value as a JSON string."""
    return _UNWRITABLE.sub("\ufffd", json.dumps(str(value), ensure_ascii=False))


def cell(value: Json) -> str:
    """A value within a Markdown table."""
    return " ".join(str(value).replace("\\", "\\\\").replace("|", "\\|").split())


def markdown(value: Json) -> str:
    """A value within a Markdown text, its marks without effect."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(str(value).split()))


def parsed(text: str, kind: str) -> Json:
    """A file as what needs it sees it: YAML and JSON as values, everything else as text."""
    try:
        if kind == "json":
            return json.loads(text, parse_float=str, parse_int=str)
        if kind == "yaml":
            return yaml.load(text, Loader=_TextLoader)  # noqa: S506  # a SafeLoader without numbers
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        said = " ".join(str(error).split())
        raise TemplateFailed(f"what it needs is no {kind}: {said}") from error
    return text


class _TextLoader(yaml.CSafeLoader):
    """Values as they are written, so that no digit of a number is lost on its way."""


_TextLoader.yaml_implicit_resolvers = {}


@lru_cache(maxsize=256)
def _compiled(template: str) -> Any:
    return _ENVIRONMENT.from_string(template)


def _joined(values: Sequence[str]) -> str:
    if len(values) < _FEW:
        return "".join(values)
    return f"{', '.join(values[:-1])} and {values[-1]}"


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, undefined=ChainableUndefined, autoescape=False
    )
    texts = (cell, escape, label, markdown, quoted, slug, upper_first)
    made.filters.update({function.__name__: _given(function, "") for function in texts})
    nodes = (each, listed, measure)
    made.filters.update({function.__name__: _given(function, None) for function in nodes})
    made.filters["json"] = _given(as_json, None)
    made.filters["fitted"] = fitted
    return made


def _given(function: Callable[..., Any], nothing: str | None) -> Callable[..., Any]:
    """The function as a filter, handed `nothing` where a template names what is missing."""

    def filled(value: Any, *rest: Any) -> Any:
        return function(nothing if isinstance(value, ChainableUndefined) else value, *rest)

    return filled


_ENVIRONMENT = _environment()
