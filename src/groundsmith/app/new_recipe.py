"""A recipe to start from, as a package of its own: what `groundsmith init --recipe` writes.

The template lies in `recipe_template/` as text, with NAME where the recipe's name goes. It is a
recipe that works, and not a skeleton: what is there is easier to change than what is missing.
"""

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from groundsmith.errors import OutputError, RequestError
from groundsmith.plugins import registered
from groundsmith.recipes.registry import is_name
from groundsmith.settings import GroundsmithSettings

_NAME = "NAME"
_SUFFIX = ".txt"


def write_recipe(name: str, folder: Path) -> list[Path]:
    """The files of a new recipe below `folder`, written.

    Raises:
        RequestError: The name cannot be a recipe's, or is taken.
        OutputError: The folder is not empty, or cannot be written.
    """
    if not is_name(name) or name in GroundsmithSettings.model_fields:
        raise RequestError(f"{name}: no name for a recipe; take a word of a-z, 0-9 and _")
    if name in registered():
        raise RequestError(f"{name}: there is a recipe of this name; take another")
    template = files(__package__) / "recipe_template"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OutputError(f"{folder}: is not empty; name a new folder")
        return [_write(at, name, folder / at_name) for at, at_name in _files(template, name)]
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror}); name a folder that can"
        ) from error


def _files(template: Traversable, name: str) -> list[tuple[Traversable, str]]:
    """Each file of the template, and where it goes."""
    found: list[tuple[Traversable, str]] = []
    places = {"": "", "package": name, "tests": "tests"}
    for inner, outer in places.items():
        for entry in sorted((template / inner if inner else template).iterdir(), key=str):
            if entry.name.endswith(_SUFFIX):
                own = entry.name.removesuffix(_SUFFIX).replace("test_recipe", f"test_{name}")
                found.append((entry, os.path.join(outer, own)))  # noqa: PTH118  # a relative name
    return found


def _write(source: Traversable, name: str, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(source.read_text("utf-8").replace(_NAME, name), "utf-8")
    return target
