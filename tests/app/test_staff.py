"""A recipe's work in other hands: what becomes of a task whose worker dies."""

import asyncio
from collections.abc import Mapping

import pytest

from groundsmith.app.staff import Staff
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.errors import WorkerDied
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.records import Chunk, ChunkKind, Draft, Item, Json
from groundsmith.seams import Kit
from groundsmith.store.codec import dump
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.settings import VerifySettings

TEXT = "The visa costs 80 dollars."
CHUNK = Chunk(
    id="a#/1",
    document="a",
    start=0,
    stop=len(TEXT),
    overlap_chars=0,
    text=TEXT,
    headings=(),
    kind=ChunkKind.PROSE,
)
ITEM = Item(name="a#/1", inputs=(CHUNK,))
DRAFT = Draft(part=0, content={"question": "?"}, citations=(), writer="extractive")


class Mortal:
    """A pool whose workers die over the first so many tasks; the seam Pool."""

    def __init__(self, deaths: int) -> None:
        self.deaths = deaths

    async def run(self, function: str, settings: Mapping[str, Json], payload: Json) -> Json:
        """One draft, or WorkerDied."""
        if self.deaths:
            self.deaths -= 1
            raise WorkerDied(function, "SIGKILL")
        return dump([DRAFT]).decode()


@pytest.fixture
def kit() -> Kit:
    return Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(VerifySettings()),
        retriever=lambda: LexicalRetriever([]),
        settings_sha256="",
    )


def test_a_task_whose_worker_was_killed_is_done_by_another(kit: Kit) -> None:
    staff = Staff(recipe=QaRecipe(), pool=Mortal(1), settings={}, asks_to_judge=False)

    assert list(asyncio.run(staff.write(ITEM, kit))) == [DRAFT]


def test_a_task_that_kills_every_worker_is_not_tried_for_ever(kit: Kit) -> None:
    staff = Staff(recipe=QaRecipe(), pool=Mortal(2), settings={}, asks_to_judge=False)

    with pytest.raises(WorkerDied, match="SIGKILL"):
        asyncio.run(staff.write(ITEM, kit))
