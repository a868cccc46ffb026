"""The configuration written out: to start from, to look at, and to check an editor's input with.

What `init` writes comments out every key that equals its default, so that a later version's
better default reaches those who never chose otherwise.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping

from pydantic_core import to_jsonable_python

from groundsmith.phases import Settings
from groundsmith.records import Json
from groundsmith.settings.composed import settings_model
from groundsmith.settings.fields import Leaf, leaves, section_of
from groundsmith.settings.layers import Loaded
from groundsmith.settings.presets import PRESETS
from groundsmith.settings.schema import GroundsmithSettings
from groundsmith.settings.secrets import Secrets, secrets_of
from groundsmith.settings.yaml_lines import dumped

_HEAD = """\
# Settings of Groundsmith. A line that is commented out shows the default.
# Environment variables (GROUNDSMITH_SECTION__KEY) and options of a command win over this file;
# values may hold ${VARIABLE} or ${VARIABLE:default}. Check it: groundsmith config validate
"""
_WIDTH = 96


def commented_yaml(preset: str | None = None) -> str:
    """Every key with its help and default; the values of `preset` are set, all others comments."""
    values = PRESETS[preset] if preset else {}
    chosen = f"# Preset: {preset}.\n" if preset else ""

    def line(leaf: Leaf, indent: str) -> Iterator[str]:
        limits = f" [{leaf.bounds}]" if leaf.bounds else ""
        yield from textwrap.wrap(
            f"{leaf.about}{limits}",
            _WIDTH,
            initial_indent=f"{indent}# ",
            subsequent_indent=f"{indent}# ",
        )
        value = values.get(leaf.key, leaf.default)
        mark = "# " if value == leaf.default else ""
        yield f"{indent}{mark}{leaf.name}: {dumped(value)}"

    return _HEAD + chosen + "\n".join(_document(line)) + "\n"


def effective(loaded: Loaded, secrets: Secrets | None = None) -> str:
    """All values as YAML, secrets masked, each with its origin as a comment."""
    values = masked(loaded.settings, secrets)

    def line(leaf: Leaf, indent: str) -> Iterator[str]:
        yield f"{indent}{leaf.name}: {dumped(values[leaf.key])}  # {loaded.origins[leaf.key]}"

    return "\n".join(_document(line)).lstrip("\n") + "\n"


def masked(settings: GroundsmithSettings, secrets: Secrets | None = None) -> dict[str, Json]:
    """Dotted key → value as JSON, fit to be shown."""
    known = secrets or secrets_of()
    return {leaf.key: hidden(_at(settings, leaf.key), known) for leaf in leaves(settings_model())}


def json_schema() -> dict[str, Json]:
    """JSON Schema of the whole file, for editors; a section may be empty, all of it comments."""
    schema = settings_model().model_json_schema()
    for model in (schema, *schema["$defs"].values()):
        for declared in model.get("properties", {}).values():
            if section := declared.pop("$ref", None):
                declared["anyOf"] = [{"$ref": section}, {"type": "null"}]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _document(line: Callable[[Leaf, str], Iterator[str]]) -> Iterator[str]:
    by_key = {leaf.key: leaf for leaf in leaves(settings_model())}
    yield from _section(settings_model(), "", "", by_key, line)


def _section(
    model: type[Settings],
    prefix: str,
    indent: str,
    by_key: Mapping[str, Leaf],
    line: Callable[[Leaf, str], Iterator[str]],
) -> Iterator[str]:
    for name, info in model.model_fields.items():
        key = f"{prefix}{name}"
        if inner := section_of(info):
            if not indent:
                yield ""
            yield f"{indent}{name}:  # {info.description}"
            yield from _section(inner, f"{key}.", f"{indent}  ", by_key, line)
        else:
            yield from line(by_key[key], indent)


def _at(settings: Settings, key: str) -> Json:
    value: object = settings
    for name in key.split("."):
        value = getattr(value, name)
    return to_jsonable_python(value)


def hidden(value: Json, secrets: Secrets) -> Json:
    """A JSON value without the secrets in its texts."""
    if isinstance(value, str):
        return secrets.mask(value)
    if isinstance(value, list):
        return [hidden(inner, secrets) for inner in value]
    if isinstance(value, dict):
        return {key: hidden(inner, secrets) for key, inner in value.items()}
    return value
