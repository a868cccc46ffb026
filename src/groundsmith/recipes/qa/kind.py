"""The question-answer recipe as it is registered; see `pyproject.toml`.

Every command imports this module for the settings in it, so what writes and judges is imported
when it is built.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.recipes.registry import RecipeKind
from groundsmith.seams import Recipe, Report
from groundsmith.verify.policy import PolicySettings

if TYPE_CHECKING:
    from groundsmith.recipes.qa.policy import PairPolicy


def _build(settings: QaSettings, rules: PolicySettings) -> Recipe:
    from groundsmith.recipes.qa.recipe import QaRecipe

    return QaRecipe(settings, policy=_policy(rules) if settings.policy else None)


@cache
def _policy(rules: PolicySettings) -> "PairPolicy":
    """Kept, because compiling the rules takes a tenth of a second."""
    from groundsmith.recipes.qa.policy import PairPolicy

    return PairPolicy(rules)


def _report(planned: Iterable[str]) -> Report:
    from groundsmith.recipes.qa.report import DatasetReport

    return DatasetReport(planned)


KIND = RecipeKind(
    name="qa",
    about="Make a cited question-answer dataset from documents.",
    settings=QaSettings,
    build=_build,
    report=_report,
    tasks=("question-answering", "text-generation"),
    noun="pairs",
)
