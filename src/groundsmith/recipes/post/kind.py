"""The post recipe as it is registered; see `pyproject.toml`.

Every command imports this module for the settings in it, so what writes and judges is imported
when it is built.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from groundsmith.recipes.post.settings import PostSettings
from groundsmith.recipes.registry import RecipeKind
from groundsmith.records import Json, Record
from groundsmith.seams import Recipe, Report
from groundsmith.verify.policy import PolicySettings

if TYPE_CHECKING:
    from groundsmith.recipes.post.policy import PostPolicy


def _build(settings: PostSettings, rules: PolicySettings) -> Recipe:
    from groundsmith.recipes.post.recipe import PostRecipe

    return PostRecipe(settings, policy=_policy(rules) if settings.policy else None)


@cache
def _policy(rules: PolicySettings) -> "PostPolicy":
    """Kept, because compiling the rules takes a tenth of a second."""
    from groundsmith.recipes.post.policy import PostPolicy

    return PostPolicy(rules)


def _report(planned: Iterable[str]) -> Report:
    from groundsmith.recipes.post.report import PostReport

    return PostReport(planned)


def _allowances(record: Record) -> frozenset[str] | None:
    from groundsmith.recipes.post.states import allowances

    return allowances(record)


def _reading(content: Mapping[str, Json]) -> str:
    """The post as it goes out, and its caption."""
    return "\n\n".join(filter(None, (content["text"], content["caption"])))


KIND = RecipeKind(
    name="post",
    about="Write posts about a project that only say what its sources say.",
    settings=PostSettings,
    build=_build,
    report=_report,
    tasks=("text-generation",),
    noun="posts",
    reads="project",
    allowances=_allowances,
    reading=_reading,
    versioned=True,
)
