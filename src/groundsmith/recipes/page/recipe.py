"""The page recipe: an item for each entry of a catalogue and each component, one file an item.

An item's inputs are the lines that its component shows, and its component's definition is its
template: a changed fact or definition re-makes the files that depend on it and no others.
"""

from collections.abc import Iterable, Iterator, Sequence

from groundsmith.recipes.page.asking import Asking, request_for
from groundsmith.recipes.page.catalogue import items_of
from groundsmith.recipes.page.component_set import components_in
from groundsmith.recipes.page.curating import PageCurator
from groundsmith.recipes.page.fact import facts_of
from groundsmith.recipes.page.judging import PageJudge
from groundsmith.recipes.page.policy import FilePolicy
from groundsmith.recipes.page.revising import revised
from groundsmith.recipes.page.settings import PageSettings
from groundsmith.recipes.page.validators import VERSION
from groundsmith.recipes.page.writing import PageWriter
from groundsmith.recipes.revising import Turn
from groundsmith.records import Draft, Item, Judged, Judgement, Record, Request, digest
from groundsmith.seams import Corpus, Kit


class PageRecipe:
    """A catalogue's pages; the seam Recipe.

    Args:
        policy: The rules that files are held to; `None` holds them to none.
    """

    name = "page"
    version = 1

    def __init__(
        self, settings: PageSettings | None = None, *, policy: FilePolicy | None = None
    ) -> None:
        self.settings = settings or PageSettings()
        self._components = components_in(self.settings.components)
        judged_by = digest([each.judged_by for each in self._components.components])
        self.checks: tuple[str, ...] = (f"{VERSION}:{judged_by}",)
        if policy:
            self.checks += (policy.name,)
        self._writer = PageWriter(
            components=self._components, settings=self.settings, asking=Asking()
        )
        self._judge = PageJudge(writer=self._writer, policy=policy)

    def plan(self, corpus: Corpus) -> Iterator[Item]:
        """An item for each entry of the catalogue and component, under both names."""
        return items_of(corpus, self._components)

    def request_for(self, item: Item) -> Request | None:
        """The call that `write` makes for an item with a model; `None` where it makes none.

        The components of a group put the same one, which is asked once.
        """
        component = self._components.by_name[item.name.rpartition("/")[2]]
        if component.kind != "model":
            return None
        return request_for(self._components.group_of(component), facts_of(item.inputs))

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """The file of an item; raises an ItemError where it cannot be made."""
        return [await self._writer.draft(item, kit)]

    async def revise(
        self, item: Item, draft: Draft, instruction: str, history: Sequence[Turn], kit: Kit
    ) -> Draft:
        """The file as it is asked for; the seam Reviser. Raises ItemError where none came of it."""
        turns = (*history, Turn(draft=draft, instruction=instruction))
        return await revised(item, turns, self._writer, kit)

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """What is found in one file; depends on nothing but its arguments.

        With a model, a sentence that the facts do not support is rewritten or left out first.
        """
        return await self._judge.judgement(item, draft, kit)

    def curate(self, drafts: Iterable[Judged], kit: Kit) -> Iterator[Record]:
        """A record for each file, accepted or rejected."""
        curator = PageCurator(
            recipe=self.name, version=self.version, components=self._components, kit=kit
        )
        return curator.records(drafts)
