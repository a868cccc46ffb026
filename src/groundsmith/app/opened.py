"""A run, opened: the rooms that working on it and looking at it share, built from its settings."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from groundsmith.app.corpus import Passages, StoredCorpus
from groundsmith.app.curation import Curation
from groundsmith.app.kit import build_kit
from groundsmith.app.models import ChosenModel, asking
from groundsmith.app.out import OutFolder
from groundsmith.app.recipes import Hashes, build_recipe, hashes
from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.events import Emit
from groundsmith.records import EVERYTHING, Item, Selection
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Kit, Model, Recipe
from groundsmith.settings import GroundsmithSettings
from groundsmith.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRun:
    """One run with everything that is built for it."""

    out: OutFolder
    database: Database
    settings: GroundsmithSettings
    recipe: Recipe
    hashes: Hashes
    corpus: StoredCorpus
    passages: Passages
    kit: Kit
    model: ChosenModel | None
    generation: int

    def curation(self, selection: Selection = EVERYTHING) -> Curation:
        """Its records, as they are made from what is stored."""
        return Curation(
            database=self.database,
            run=self.out.run,
            recipe=self.recipe,
            kit=self.kit,
            passages=self.passages,
            judge_sha256=self.hashes.judge,
            selection=selection,
        )

    def item(self, name: str, category: str, payload: bytes, kit: Kit) -> Item:
        """The item as planned, but for its priority, which only the order of work depends on."""
        return Item(
            name=name,
            inputs=self.passages.chunks(payload),
            needs=tuple(kit.needs),
            category=category,
            template=self.passages.template(payload),
        )

    def asking(
        self, now: Callable[[], ChosenModel], ledger: Ledger, emit: Emit
    ) -> AbstractAsyncContextManager[Model]:
        """A model, as the settings have it now, that is paid from the run's wallet."""
        return asking(
            now,
            self.database,
            self.out.run,
            ledger.owner,
            generation=self.generation,
            emit=emit,
            waiting=ledger.free_the_dead,
        )


def opened(
    out: OutFolder,
    database: Database,
    settings: GroundsmithSettings,
    *,
    model: ChosenModel | None,
    generation: int,
    emit: Emit,
) -> OpenedRun:
    """Builds the rooms of the run in `out`; its model, if any, is opened when it is asked."""
    recipe = build_recipe(out.recipe, settings)
    corpus = StoredCorpus(database, out.run, chunker(settings.corpus))
    made_of = hashes(
        recipe, settings, [each.settings for each in model.everyone] if model else [], generation
    )
    return OpenedRun(
        out=out,
        database=database,
        settings=settings,
        recipe=recipe,
        hashes=made_of,
        corpus=corpus,
        passages=Passages(database, out.run, corpus),
        kit=build_kit(settings, corpus, made_of.content, emit),
        model=model,
        generation=generation,
    )
