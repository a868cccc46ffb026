"""What kinds of recipes there are, and the file formats of each: found, not listed.

A recipe is found by its entry point (`groundsmith.plugins`), and its kind is loaded when it is
asked for, so that a plug-in that is broken troubles nobody who does not use it. A format registers
itself where it is defined: in the module `formats` beside the kind's own.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from groundsmith.errors import RequestError
from groundsmith.phases import Settings
from groundsmith.plugins import origin, registered
from groundsmith.records import Json, Record
from groundsmith.seams import Format, Recipe, Report
from groundsmith.verify.policy import PolicySettings

S = TypeVar("S", bound=Settings)
F = TypeVar("F", bound=Format)

Reads = Literal["documents", "project"]
"""How an INPUT becomes documents: files as they are found, or a repository with its history."""

_FORMATS: defaultdict[str, dict[str, Format]] = defaultdict(dict)


def _accepted(record: Record) -> frozenset[str] | None:
    """What most recipes ask: what was accepted goes out."""
    return frozenset() if record.accepted else None


_LABELS = frozenset({"kind", "language"})


def _texts(content: Mapping[str, Json]) -> str:
    """What a person reads of most contents: their text, or all texts among their fields."""
    if isinstance(content.get("text"), str):
        return str(content["text"])
    found = (value for name, value in content.items() if name not in _LABELS)
    return "\n\n".join(value for value in found if isinstance(value, str) and value)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeKind(Generic[S]):
    """A recipe as the rooms above know it: all there is to it besides its four phases.

    Its module is imported by every command, for its settings; it leaves the recipe itself to be
    imported by `build`, and what gathers its figures by `report`.

    Attributes:
        name: Of its command, its section of the configuration, and its entry point.
        about: One line for `groundsmith --help`.
        settings: Its section of the configuration; every command-line option of it is made of this.
        build: The recipe under its own settings and those of the policy.
        report: What gathers its figures, from the names of the planned items in plan order.
        tasks: Task categories, as the Hugging Face hub names them.
        noun: What its records are called, in the plural (`12 pairs accepted`).
        reads: How an INPUT is read.
        beside: Names of files that are read as well where they lie beside an INPUT file.
        allowances: What `export --allow` must name for a record to go out; empty for one that is
            ready, and `None` for one that never goes out.
        site: Writes the recipe's own files below the output folder, each whole or not at all: from
            that folder, the run's records (accepted and rejected, in plan order, selected or not)
            and its settings. Called after every export, by one process at a time.
        reading: What a person reads of a record's content.
        versioned: Keep every version of every item, not of revised ones alone.
        part: What the last part of an item's name is called (`component` of `Aluminum/text`); its
            command then has an option of that name, to work on some of them.
        parts: What there is of them under some settings.
    """

    name: str
    about: str
    settings: type[S]
    build: Callable[[S, PolicySettings], Recipe]
    report: Callable[[Iterable[str]], Report]
    tasks: tuple[str, ...] = ()
    noun: str = "records"
    reads: Reads = "documents"
    beside: tuple[str, ...] = ()
    allowances: Callable[[Record], frozenset[str] | None] = _accepted
    site: Callable[[Path, Iterable[Record], S], None] | None = None
    reading: Callable[[Mapping[str, Json]], str] = _texts
    versioned: bool = False
    part: str = ""
    parts: Callable[[S], Collection[str]] | None = None


def kind(name: str) -> RecipeKind[Any]:
    """The kind of this name; raises RequestError where there is none, or none that can be used."""
    points = registered().get(name, ())
    if not points:
        raise RequestError(f"{name}: no such recipe; there is {', '.join(registered()) or 'none'}")
    if len(points) > 1:
        raise RequestError(
            f"{name}: {' and '.join(map(origin, points))} each bring a recipe of this name; "
            "uninstall all but one"
        )
    return _loaded(points[0])


@cache
def _loaded(point: EntryPoint) -> RecipeKind[Any]:
    if not is_name(point.name):
        raise _unusable(point, "its name is not one or more of a-z, 0-9 and _, or means something")
    try:
        made = point.load()
    except Exception as error:
        raise _unusable(point, f"{type(error).__name__}: {error}") from error
    if not isinstance(made, RecipeKind):
        raise _unusable(point, f"{point.value} is no RecipeKind")
    if made.name != point.name:
        raise _unusable(point, f"it calls itself {made.name!r}")
    return made


def _unusable(point: EntryPoint, why: str) -> RequestError:
    said = " ".join(why.split())[:300]
    return RequestError(
        f"{point.name}: the recipe of {origin(point)} cannot be used ({said}); mend or uninstall it"
    )


def is_name(name: str) -> bool:
    """Whether a recipe may be called so: a word that can stand as a key of the configuration."""
    plain = name.isascii() and name.isidentifier() and name == name.lower()
    return plain and not name.startswith("_") and not hasattr(Settings, name)


def recipe_format(recipe: str) -> Callable[[type[F]], type[F]]:
    """Registers a format of a recipe under its own name."""

    def register(kind: type[F]) -> type[F]:
        made = kind()
        _FORMATS[recipe][made.name] = made
        return kind

    return register


def formats(recipe: str) -> dict[str, Format]:
    """Name → format for everything that the recipe's records can be written in, besides jsonl."""
    for point in registered().get(recipe, ()):
        package = point.module.rpartition(".")[0]
        if package and find_spec(f"{package}.formats"):
            import_module(f"{package}.formats")
    return dict(_FORMATS[recipe])
