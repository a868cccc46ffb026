"""The story recipe as it is registered; see `pyproject.toml`.

Every command imports this module for the settings in it, so what writes and judges is imported
when it is built.
"""

from collections.abc import Iterable

from groundsmith.recipes.registry import RecipeKind
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.records import Record
from groundsmith.seams import Recipe, Report
from groundsmith.verify.policy import PolicySettings


def _build(settings: StorySettings, _: PolicySettings) -> Recipe:
    from groundsmith.recipes.story.writing.recipe import StoryRecipe

    return StoryRecipe(settings)


def _report(planned: Iterable[str]) -> Report:
    from groundsmith.recipes.story.writing.report import StoryReport

    return StoryReport(planned)


def _allowances(record: Record) -> frozenset[str] | None:
    from groundsmith.recipes.story.writing.states import allowances

    return allowances(record)


KIND = RecipeKind(
    name="story",
    about="Continue a manuscript without contradicting it.",
    settings=StorySettings,
    build=_build,
    report=_report,
    tasks=("text-generation",),
    noun="passages",
    allowances=_allowances,
    versioned=True,
)
"""The story recipe: one passage an item."""
