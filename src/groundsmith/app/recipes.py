"""Recipes by name, and the hashes that decide what is done again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groundsmith.app.judges import judge_identity
from groundsmith.errors import RequestError
from groundsmith.export.jsonl import Jsonl
from groundsmith.llm.personal import personal_rules
from groundsmith.llm.settings import ModelSettings
from groundsmith.recipes.registry import RecipeKind, formats, kind
from groundsmith.records import Json, Phase, digest
from groundsmith.seams import Format, Recipe
from groundsmith.settings import GroundsmithSettings, recipe_settings, unusable_recipes

_CONTENT = (Phase.PLAN, Phase.WRITE, Phase.JUDGE, Phase.CURATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """What the settings of a run amount to, by what they decide.

    Attributes:
        write: Of phases PLAN and WRITE, and the generation of answers: enters the fingerprints.
        judge: Of phase JUDGE, with the versions of checks and judge: files the judgements.
        content: Of all that shapes a record: stands in `made_by`.
        made_of: What `write` is the hash of, and the recipe's version, by name: for people.
    """

    write: str
    judge: str
    content: str
    made_of: Mapping[str, Json]


def recipe_kind(name: str) -> RecipeKind[Any]:
    """The kind of this name; raises RequestError where there is none, or none that can be used."""
    if fault := unusable_recipes().get(name):
        raise RequestError(fault)
    return kind(name)


def build_recipe(name: str, settings: GroundsmithSettings) -> Recipe:
    """The recipe of this name, with its settings; raises RequestError where there is none."""
    return recipe_kind(name).build(recipe_settings(settings, name), settings.verify.policy)


def formats_of(name: str) -> dict[str, Format]:
    """Every format that a recipe's records can be written in, by name."""
    generic = Jsonl()
    return {generic.name: generic} | formats(name)


def hashes(
    recipe: Recipe, settings: GroundsmithSettings, models: Sequence[ModelSettings], generation: int
) -> Hashes:
    """The hashes of a run of `recipe` under these settings, written by `models` if by any.

    Args:
        models: In the order in which they are asked, which decides who writes what.
    """
    own = recipe_settings(settings, recipe.name)
    judging: list[Json] = [
        list(recipe.checks),
        own.of_phases([Phase.JUDGE]),
        judge_identity(settings),
    ]
    asked = [model.of_phases(_CONTENT) for model in models] or [{}]
    if models and settings.run.redact:
        asked.append({"redact": personal_rules().name})
    if models:  # they may be asked to correct what is judged
        judging.append(asked)
    writing = [own.of_phases([Phase.PLAN, Phase.WRITE]), *asked]
    rooms = (own, settings.corpus, settings.verify, settings.checks)
    content = [*(room.of_phases(_CONTENT) for room in rooms), *asked]
    return Hashes(
        write=digest([writing, generation]),
        judge=digest(judging),
        content=digest(content),
        made_of={
            recipe.name: own.of_phases([Phase.PLAN, Phase.WRITE]),
            "models": asked,
            "generation": generation,
            "version": recipe.version,
        },
    )
