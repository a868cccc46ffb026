"""What a run would read, do and cost, before it does anything.

Counts are exact: the inputs are read and cut. The time is measured on a sample of items, spread
over the corpus by a hash of their names, and scaled; nothing is stored.
"""

import heapq
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from groundsmith.app.asked import Asked, asked_for
from groundsmith.app.finding import Finder, content, name_of
from groundsmith.app.intake import nothing_readable
from groundsmith.app.kit import build_kit
from groundsmith.app.loop import run_async
from groundsmith.app.models import chosen_model
from groundsmith.app.recipes import build_recipe
from groundsmith.corpus.chunkers.chosen import AnyChunker, chunker
from groundsmith.corpus.inputs import Found
from groundsmith.corpus.read import documents
from groundsmith.errors import InputError, SourceError
from groundsmith.events import silent
from groundsmith.records import EVERYTHING, Chunk, Document, Item, Json, Selection, Skipped, sha256
from groundsmith.seams import Kit, Recipe
from groundsmith.settings import GroundsmithSettings, state_folder

_SAMPLE_MAX = 24


@dataclass(slots=True)
class Estimate:
    """What a run would do.

    Attributes:
        model: Who would be asked; empty where the extractive writer works alone.
        asked: Calls, tokens and cost, low to high; see `Asked`.
        seconds: For writing and judging on this machine; measured on `sample_count` items. `None`
            with a model, whose pace nobody knows before it is asked.
    """

    recipe: str
    document_count: int = 0
    char_count: int = 0
    chunk_count: int = 0
    unmerged_count: int = 0
    item_count: int = 0
    model: str = ""
    asked: Asked = field(default_factory=Asked)
    sample_count: int = 0
    seconds: float | None = None
    skipped: list[Skipped] = field(default_factory=list)

    def as_json(self) -> dict[str, Json]:
        """For `--json`; without a model all that concerns calls is a true zero."""
        return {
            "recipe": self.recipe,
            "writer": f"model:{self.model}" if self.model else "extractive",
            "documents": self.document_count,
            "characters": self.char_count,
            "unmerged_chunks": self.unmerged_count,
            "chunks": self.chunk_count,
            "items": self.item_count,
            **self.asked.as_json(),
            "seconds": self.seconds,
            "seconds_measured_on_items": self.sample_count,
            "skipped": [asdict(skip) for skip in self.skipped],
        }


class FileCorpus:
    """The documents of some inputs, read anew each time and kept nowhere.

    Args:
        inputs: `(label, location)`; standard input can be read once only.
    """

    def __init__(self, inputs: Sequence[tuple[str, str]], finder: Finder) -> None:
        self._inputs = inputs
        self._finder = finder
        self._chunker = chunker(finder.settings.corpus)
        self.skipped: list[Skipped] = []

    def documents(self) -> Iterator[Document]:
        """Every document that can be read; what cannot is in `skipped`."""
        self.skipped.clear()
        for label, location in self._inputs:
            for found in self._finder.sources(location, label or None):
                if isinstance(found, Skipped):
                    self.skipped.append(found)
                    continue
                try:
                    source, data = content(found)
                    yield from documents(source, data, self.skipped.append)
                except SourceError as error:
                    path = found.path if isinstance(found, Found) else found.source.path
                    self.skipped.append(Skipped(path=path, reason=error.reason, failed=True))

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk of every document."""
        for document in self.documents():
            yield from self._chunker.cut(document)


def estimate(
    recipe_name: str,
    inputs: Sequence[str],
    settings: GroundsmithSettings,
    selection: Selection = EVERYTHING,
) -> Estimate:
    """What running the recipe over these inputs would do; raises InputError for no documents."""
    recipe, model = build_recipe(recipe_name, settings), chosen_model(settings)
    found = Estimate(recipe=recipe_name, model=model.name if model else "")
    labels = [
        "",
        *(f"{place}-{Path(name_of(at)).stem}" for place, at in enumerate(inputs[1:], start=2)),
    ]
    state = state_folder(None, Path.cwd(), None)
    finder = Finder(recipe=recipe_name, settings=settings, state=state)
    corpus = FileCorpus(list(zip(labels, inputs, strict=True)), finder)
    planned = recipe.plan(_Counted(corpus, found, chunker(settings.corpus)))
    items = _counted(planned, found, selection)
    if model is not None:
        found.asked = asked_for(recipe, items, model)
        return _readable(found, corpus, inputs)
    # What needs another's drafts cannot be written here, where nothing is stored.
    ready = (item for item in items if not item.needs)
    sample = heapq.nsmallest(_SAMPLE_MAX, ready, key=lambda item: sha256(item.name))
    _readable(found, corpus, inputs)
    kit = build_kit(settings, corpus, "", silent)
    found.sample_count = len(sample)
    found.seconds = run_async(_timed(recipe, kit, sample, found.item_count))
    return found


def _readable(found: Estimate, corpus: FileCorpus, inputs: Sequence[str]) -> Estimate:
    """The estimate with what was skipped; raises InputError where nothing was read."""
    found.skipped = list(corpus.skipped)
    if not found.document_count:
        raise InputError(nothing_readable(tuple(inputs), found.skipped))
    return found


def _counted(planned: Iterator[Item], into: Estimate, selection: Selection) -> Iterator[Item]:
    """The items that match; what they need besides is not counted, for it may be written."""
    for item in planned:
        full = selection.limit is not None and into.item_count >= selection.limit
        if not full and selection.matches(item):
            into.item_count += 1
            yield item


class _Counted:
    """A corpus that counts into an estimate while it is read."""

    def __init__(self, corpus: FileCorpus, into: Estimate, chunker: AnyChunker) -> None:
        self._corpus = corpus
        self._into = into
        self._chunker = chunker

    def documents(self) -> Iterator[Document]:
        """Every document, counted."""
        for document in self._corpus.documents():
            self._into.document_count += 1
            self._into.char_count += len(document.text)
            yield document

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk of every document, both counted."""
        for document in self.documents():
            unmerged, chunks = self._chunker.savings(document)
            self._into.unmerged_count += unmerged
            self._into.chunk_count += chunks
            yield from self._chunker.cut(document)


async def _timed(recipe: Recipe, kit: Kit, sample: Sequence[Item], total: int) -> float | None:
    """Seconds that all items would take, at the pace of the sample."""
    if not sample:
        return None
    started = time.perf_counter()
    for item in sample:
        for draft in await recipe.write(item, kit):
            await recipe.judge(item, draft, kit)
    return round((time.perf_counter() - started) / len(sample) * total, 2)
