"""Defaults < preset < file < environment < command line, merged leaf by leaf.

Every leaf remembers which layer it came from, so that a fault can name its place and
`config show` its origin. All faults are collected before anything is raised: a person should
edit a file once. A wrong value that a higher layer replaces is no fault, because nothing reads it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from groundsmith.errors import RequestError, SettingsError
from groundsmith.records import Json
from groundsmith.settings.composed import settings_model
from groundsmith.settings.environment import environment, from_environment
from groundsmith.settings.faults import Entry, Fault, misfit, shown
from groundsmith.settings.file import FileLayer
from groundsmith.settings.keys import keys
from groundsmith.settings.presets import PRESETS
from groundsmith.settings.schema import GroundsmithSettings
from groundsmith.settings.secrets import Secrets, secrets_of
from groundsmith.settings.yaml_lines import BrokenYaml, compose, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Settings that hold together, and where each of them came from.

    Attributes:
        origins: Dotted key → `default`, `preset staging`, `groundsmith.yaml:12`,
            `environment GROUNDSMITH_…` or `command line`.
        file: The file that was read, if there was one.
        again: Loads the same layers anew, the file as it is by then.
    """

    settings: GroundsmithSettings
    origins: Mapping[str, str]
    file: Path | None
    again: Callable[[], "Loaded"] = field(repr=False, compare=False)

    @classmethod
    def made(cls, settings: GroundsmithSettings) -> "Loaded":
        """Settings that a program made itself, from no file and no environment."""
        return cls(settings=settings, origins={}, file=None, again=lambda: cls.made(settings))


def load(
    file: Path | None = None,
    preset: str | None = None,
    overrides: Mapping[str, Json] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Loaded:
    """Settings of all layers merged; raises SettingsError with every fault at once.

    Args:
        file: YAML to read; `settings_file` says which one that is.
        overrides: What the command line says, by dotted key; text is read as in the environment.
    """
    variables = environment(environ)
    faults: list[Fault] = []
    chosen: dict[str, Entry] = {}
    for entry in _entries(file, preset, overrides or {}, variables, faults):
        chosen[entry.key] = entry
    settings = _validated(chosen, faults, secrets_of(variables))
    if settings is None or faults:
        raise SettingsError(tuple(map(str, sorted(faults, key=lambda fault: fault.order))))
    origins = {key: chosen[key].place if key in chosen else "default" for key in keys().leaves}
    again = partial(load, file, preset, overrides, environ)
    return Loaded(settings=settings, origins=origins, file=file, again=again)


def _entries(
    file: Path | None,
    preset: str | None,
    overrides: Mapping[str, Json],
    variables: Mapping[str, str],
    faults: list[Fault],
) -> Iterator[Entry]:
    """What every layer gives, the lowest layer first."""
    yield from _preset(preset)
    if file is not None:
        layer = FileLayer(file=file, variables=variables)
        yield from layer.entries()
        faults.extend(layer.faults)
    for name, key, text in from_environment(variables):
        yield from _given(key, text, f"environment {name}", faults)
    for key, value in overrides.items():
        yield from _given(key, value, "command line", faults)


def _preset(name: str | None) -> Iterator[Entry]:
    if name is None:
        return
    if name not in PRESETS:
        raise RequestError(f"preset {shown(name)}: there is none; choose {', '.join(PRESETS)}")
    for key, value in PRESETS[name].items():
        yield Entry(key=key, value=value, place=f"preset {name}")


def _given(key: str, value: Json, place: str, faults: list[Fault]) -> Iterator[Entry]:
    """A value from outside a file, where text has no type of its own."""
    if key not in keys().leaves:
        faults.append(Fault(place=place, key=key, what=keys().fault(key)))
        return
    try:
        yield Entry(key=key, value=_meant(value), place=place)
    except BrokenYaml as exc:
        faults.append(Fault(place=place, key=key, what=str(exc)))


def _meant(value: Json) -> Json:
    """Text as its setting's own type will read it; null, lists and mappings as in YAML."""
    if not isinstance(value, str):
        return value
    if value in ("", "~", "null"):
        return None
    if value[0] not in "[{":
        return value
    root = compose(value.encode("utf-8", "surrogatepass"))
    return None if root is None else plain(root, str)


def _validated(
    chosen: Mapping[str, Entry], faults: list[Fault], secrets: Secrets
) -> GroundsmithSettings | None:
    """The settings, or `None` after adding what does not fit to `faults`."""
    tree = settings_model()().model_dump()
    for entry in chosen.values():
        _put(tree, entry)
    try:
        return settings_model().model_validate(tree)
    except ValidationError as exc:
        faults.extend(
            _fault(error["loc"], error["msg"], chosen, secrets)
            for error in exc.errors(include_url=False, include_context=False)
        )
        return None


def _put(tree: dict[str, Any], entry: Entry) -> None:
    *sections, name = entry.key.split(".")
    for section in sections:
        tree = tree[section]
    number = keys().leaves[entry.key].metavar in ("INTEGER", "FLOAT")
    tree[name] = str(entry.value) if number and isinstance(entry.value, bool) else entry.value


def _fault(
    loc: tuple[int | str, ...], message: str, chosen: Mapping[str, Entry], secrets: Secrets
) -> Fault:
    """A fault at the entry that a validator's location points into.

    A location can lie deeper than a leaf (an element of a list) or above one (a rule that holds
    between the keys of a section); the latter is put down to the section's last given key.
    """
    path = [str(part) for part in loc]
    for depth in range(len(path), 0, -1):
        if entry := chosen.get(key := ".".join(path[:depth])):
            what = misfit(message, entry.value, secrets)
            return Fault(place=entry.place, key=key, what=what, line=entry.line)
    section = ".".join(path)
    inside = [entry for key, entry in chosen.items() if key.startswith(f"{section}.")]
    last = max(inside, key=lambda entry: entry.line)
    what = message.removeprefix("Value error, ")
    return Fault(place=last.place, key=section, what=what, line=last.line)
