"""How a recipe's INPUTs become sources: files, tables, or a project with its history.

The kind of a recipe says which (`RecipeKind.reads`); everything else about reading is the same for
all. A project is opened where it lies; what is cloned is kept in the state folder.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from groundsmith.app.recipes import recipe_kind
from groundsmith.corpus.inputs import STDIN, Found, Given, find, load
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.phases import Settings
from groundsmith.records import Skipped, Source
from groundsmith.settings import GroundsmithSettings, recipe_settings, secret
from groundsmith.store.table import has_table, is_table, is_url, table_at

if TYPE_CHECKING:
    from groundsmith.corpus.project.forge import Forge

_TOKEN = "GITHUB_TOKEN"  # noqa: S105  # the name of a variable, not what it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Goes through the INPUTs of one recipe.

    Attributes:
        state: Where clean copies of repositories are kept.
    """

    recipe: str
    settings: GroundsmithSettings
    state: Path

    def sources(
        self, location: str, label: str | None, *, exclude: Collection[Path] = ()
    ) -> Iterator[Found | Given | Skipped]:
        """The sources of an INPUT, and what is left out and why; raises InputError for none."""
        if not reads_projects(self.recipe):
            if is_url(location):
                yield from _tables(self.recipe, location, label, self.settings.corpus)
                return
            for place in (location, *_beside(self.recipe, location)):
                yield from find(place, label, self.settings.corpus, exclude=exclude)
            return
        # Imported here: most recipes read files and need no git.
        from groundsmith.corpus.project.finding import find_project

        own = recipe_settings(self.settings, self.recipe)
        yield from find_project(
            location,
            label,
            self.settings.corpus,
            cache=self.state / "projects",
            forge=_forge(own),
        )


def reads_projects(recipe: str) -> bool:
    """Whether an INPUT of this recipe is a project."""
    return recipe_kind(recipe).reads == "project"


def _beside(recipe: str, location: str) -> Iterator[str]:
    """The files that a recipe reads as well, where an INPUT is a file and they lie beside it."""
    place = Path(location)
    if location == STDIN or not place.is_file():
        return
    for name in recipe_kind(recipe).beside:
        if name != place.name and (other := place.with_name(name)).is_file():
            yield str(other)


def _tables(
    recipe: str, location: str, label: str | None, settings: CorpusSettings
) -> Iterator[Given | Skipped]:
    """A table, and those of its database that the recipe reads as well."""
    # Imported here: few commands read a database.
    from groundsmith.corpus.table import find_table

    asked = table_at(location)
    names = dict.fromkeys(Path(name).stem for name in recipe_kind(recipe).beside)
    others = [asked.beside(name) for name in names if name != asked.table]
    for address in (asked, *filter(has_table, others)):
        yield from find_table(address, label, settings)


def look(
    recipe: str, location: str, settings: CorpusSettings, *, exclude: Collection[Path]
) -> Iterator[Skipped | None]:
    """`None` for whatever can be read at an INPUT, and what is skipped, as they come.

    A project is not opened for that, only looked for. Raises InputError where nothing lies.
    """
    if reads_projects(recipe):
        from groundsmith.corpus.project.location import located

        located(location)
        yield None
        return
    if is_url(location):
        from groundsmith.corpus.table import check_table

        check_table(table_at(location))
        yield None
        return
    for found in find(location, None, settings, exclude=exclude):
        yield found if isinstance(found, Skipped) else None


def canonical(recipe: str, location: str) -> str:
    """The INPUT as it is found again from any folder; raises InputError for what is none."""
    if not reads_projects(recipe):
        if is_url(location):
            return table_at(location).written
        return location if location == STDIN else str(Path(location).absolute())
    from groundsmith.corpus.project.location import canonical as of_project

    return of_project(location)


def told(location: str) -> str:
    """An INPUT as people may see it: what is a table's, without its login."""
    if is_table(location):
        return table_at(location).where
    return "standard input" if location == STDIN else location


def name_of(location: str) -> str:
    """A short name for an INPUT: the table's, or the last part of the path."""
    return table_at(location).table if is_table(location) else Path(location).name


def content(found: Found | Given) -> tuple[Source, bytes]:
    """A source and its bytes; raises SourceError where it cannot be read (any more)."""
    return load(found) if isinstance(found, Found) else (found.source, found.data)


def _forge(own: Settings) -> "Forge | None":
    """Who is asked for issues: somebody, where a token is there or the recipe's settings say so."""
    token = secret(_TOKEN)
    if not token and not getattr(own, "forge", False):
        return None
    from groundsmith.corpus.project.forge import Forge

    return Forge(token=token.get_secret_value() if token else None)
