"""The file formats of the recipes, by recipe and name.

A format registers itself where it is defined; a recipe's formats lie in its package's module
`formats`, which is imported when they are first asked for and not before.
"""

from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from groundsmith.seams import Format

_FORMATS: defaultdict[str, dict[str, Format]] = defaultdict(dict)

F = TypeVar("F", bound=Format)


def recipe_format(recipe: str) -> Callable[[type[F]], type[F]]:
    """Registers a format of a recipe under its own name."""

    def register(kind: type[F]) -> type[F]:
        made = kind()
        _FORMATS[recipe][made.name] = made
        return kind

    return register


def formats(recipe: str) -> dict[str, Format]:
    """Name → format for everything that the recipe's records can be written in, besides jsonl."""
    module = f"{__package__}.{recipe}.formats"
    if find_spec(f"{__package__}.{recipe}") and find_spec(module):
        import_module(module)
    return dict(_FORMATS[recipe])
