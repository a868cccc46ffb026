"""The page recipe as it is registered; see `pyproject.toml`.

Every command imports this module for the settings in it, so what writes and judges is imported
when it is built.
"""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from groundsmith.recipes.page.settings import PageSettings
from groundsmith.recipes.registry import RecipeKind
from groundsmith.records import Record
from groundsmith.seams import Recipe, Report
from groundsmith.verify.policy import PolicySettings

if TYPE_CHECKING:
    from groundsmith.recipes.page.policy import FilePolicy


def _build(settings: PageSettings, rules: PolicySettings) -> Recipe:
    from groundsmith.recipes.page.recipe import PageRecipe

    return PageRecipe(settings, policy=_policy(rules) if settings.policy else None)


@cache
def _policy(rules: PolicySettings) -> "FilePolicy":
    """Kept, because compiling the rules takes a tenth of a second."""
    from groundsmith.recipes.page.policy import FilePolicy

    return FilePolicy(rules)


def _report(planned: Iterable[str]) -> Report:
    from groundsmith.recipes.page.report import PageReport

    return PageReport(planned)


def _components(settings: PageSettings) -> Collection[str]:
    from groundsmith.recipes.page.component_set import components_in

    return components_in(settings.components).by_name


def _site(out: Path, records: Iterable[Record], settings: PageSettings) -> None:
    from groundsmith.recipes.page.site import write_site

    write_site(out, records, preview=settings.preview)


KIND = RecipeKind(
    name="page",
    about="Make a site's content files from a catalogue: items × components.",
    settings=PageSettings,
    build=_build,
    report=_report,
    tasks=("text-generation",),
    noun="files",
    beside=("authors.yaml", "authors.csv", "authors.jsonl"),
    site=_site,
    versioned=True,
    part="component",
    parts=_components,
)
