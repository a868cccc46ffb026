"""The whole schema: the rooms' settings, and a section for each recipe there is.

Composed when it is first asked for, from whatever recipes are installed, so that the YAML, `--set`,
the JSON Schema and the options of a plug-in are those of any other setting. A recipe that cannot
be loaded has no section; who names one is told why.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import create_model

from groundsmith.errors import RequestError
from groundsmith.phases import Settings
from groundsmith.plugins import origin, registered
from groundsmith.recipes.registry import RecipeKind, kind
from groundsmith.settings.schema import GroundsmithSettings, section


class _Composed(NamedTuple):
    model: type[GroundsmithSettings]
    unusable: Mapping[str, str]


def settings_model() -> type[GroundsmithSettings]:
    """The model of every key there is."""
    return _composed().model


def unusable_recipes() -> Mapping[str, str]:
    """Name of each recipe that is registered and cannot be used → a line that says why."""
    return _composed().unusable


def recipe_settings(settings: GroundsmithSettings, recipe: str) -> Settings:
    """The section of one recipe."""
    found: Settings = getattr(settings, recipe)
    return found


@cache
def _composed() -> _Composed:
    sections: dict[str, Any] = {}
    unusable: dict[str, str] = {}
    for name in registered():
        try:
            sections[name] = _section(kind(name))
        except RequestError as fault:
            unusable[name] = str(fault)
    model = create_model(
        GroundsmithSettings.__name__,
        __base__=GroundsmithSettings,
        __doc__=GroundsmithSettings.__doc__,
        __module__=__name__,
        **sections,
    )
    return _Composed(model, unusable)


def _section(found: RecipeKind[Any]) -> tuple[type[Settings], Any]:
    """A recipe's settings as a field; raises RequestError where they cannot be one."""
    name = found.name
    where = " and ".join(map(origin, registered()[name]))
    if name in GroundsmithSettings.model_fields:
        raise RequestError(
            f"{name}: the recipe of {where} has the name of a section of the configuration; "
            "rename it"
        )
    try:
        return found.settings, section(found.settings, found.about)
    except Exception as error:
        raise RequestError(
            f"{name}: the settings of {where} have no defaults that hold ({error}); mend it"
        ) from error
