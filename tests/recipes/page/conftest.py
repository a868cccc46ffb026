"""A small catalogue, and the records that the recipe makes of it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from groundsmith.corpus.read import documents
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.errors import ItemError
from groundsmith.recipes.page.policy import FilePolicy
from groundsmith.recipes.page.recipe import PageRecipe
from groundsmith.recipes.page.settings import PageSettings
from groundsmith.records import (
    Chunk,
    Document,
    Draft,
    Item,
    Judged,
    Passage,
    Record,
    Source,
    sha256,
)
from groundsmith.seams import Kit, Model, Retriever
from groundsmith.verify.judges.embedded import EmbeddedJudge

CATALOGUE = """\
- name: Aluminum
  category: metal
  author_id: 1
  complexity: low
  difficulty_score: 2
  formula: Al
  symbol: Al
  applications: [aircraft panels, engine housings]
  surface_treatments: [oxide removal, paint stripping]
  industry_tags: [aerospace, automotive]
  challenges: [high reflectivity, a thin native oxide]
  success_signs: [an even metallic sheen, no melted edges]
  laser_parameters:
    illustrative: true
    laser_type: pulsed fiber laser
    wavelength: {value: 1064, unit: nm}
    power_range: {minimum: 100, maximum: 300, unit: W}
  properties:
    density: {value: 2.699, unit: g/cm³, source: "a table, element Al"}
    melting_point: {value: 933.47, unit: K, source: "a table, element Al"}
- name: Oak
  category: wood
  author_id: 1
  complexity: medium
  difficulty_score: 3
  applications: [beams, furniture, barrels]
  surface_treatments: [old varnish removal, soot removal]
  industry_tags: [furniture, restoration]
  challenges: [charring at edges, tannin stains]
  success_signs: [clean pores, an even tone]
  laser_parameters:
    illustrative: true
    laser_type: pulsed fiber laser
    wavelength: {value: 532, unit: nm}
"""
AUTHORS = """\
- id: 1
  name: Mara Example
  role: sample author
  expertise: metals
  country: Sweden
"""


class Shelf:
    """Documents as a corpus hands them out."""

    def __init__(self, held: Sequence[Document]) -> None:
        self._held = held

    def documents(self) -> Iterator[Document]:
        return iter(self._held)

    def chunks(self) -> Iterator[Chunk]:
        return iter(())


def shelf(catalogue: str = CATALOGUE, authors: str = AUTHORS) -> Shelf:
    files = {"catalogue.yaml": catalogue, "authors.yaml": authors}
    return Shelf([each for path, text in files.items() for each in read(path, text)])


def read(path: str, text: str) -> list[Document]:
    data = text.encode("utf-8", "surrogatepass")
    if not data:
        return []
    source = Source(
        path=path,
        uri="",
        size_bytes=len(data),
        media_type="text/csv" if path.endswith(".csv") else "application/yaml",
        sha256=sha256(data),
    )
    return list(documents(source, data, lambda skipped: None))


def kit(model: Model | None = None) -> Kit:
    return Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(),
        retriever=_no_retriever,
        settings_sha256="settings",
        model=model,
    )


def _no_retriever() -> Retriever:
    raise AssertionError("a page retrieves nothing")


Records = dict[str, Record]
MakeRecords = Callable[..., Records]


@pytest.fixture(scope="session")
def policy() -> FilePolicy:
    return FilePolicy()


@pytest.fixture
def records(policy: FilePolicy) -> MakeRecords:
    """Item → record of everything that is made of a catalogue."""

    def make(
        catalogue: str = CATALOGUE,
        *,
        authors: str = AUTHORS,
        model: Model | None = None,
        settings: PageSettings | None = None,
        spoil: Callable[[Draft], Draft] = lambda draft: draft,
    ) -> Records:
        recipe = PageRecipe(settings, policy=policy)
        judged = asyncio.run(_judged(recipe, shelf(catalogue, authors), kit(model), spoil))
        return {record.item: record for record in recipe.curate(judged, kit(model))}

    return make


async def _judged(
    recipe: PageRecipe, corpus: Shelf, handed: Kit, spoil: Callable[[Draft], Draft]
) -> list[Judged]:
    done: dict[str, Draft] = {}
    judged: list[Judged] = []
    for item in recipe.plan(corpus):
        if not done.keys() >= set(item.needs):
            continue
        own = replace(handed, needs={name: (done[name],) for name in item.needs})
        try:
            (written,) = await recipe.write(item, own)
        except ItemError:
            continue
        done[item.name] = draft = spoil(written)
        judged.append(
            Judged(
                id=item.name,
                item=item.name,
                category=item.category,
                inputs=tuple(map(_passage, item.inputs)),
                draft=draft,
                judgement=(made := await recipe.judge(item, draft, own)),
            )
        )
        if made.repaired is not None:
            judged[-1] = replace(judged[-1], draft=made.repaired)
    return judged


def _passage(chunk: Chunk) -> Passage:
    return Passage(chunk=chunk, sha256="", text_sha256="", reader="yaml@1")


@pytest.fixture
def catalogue() -> str:
    """A metal with properties, and a wood without."""
    return CATALOGUE


@pytest.fixture
def texts() -> dict[str, str]:
    """Document → text of the catalogue and its authors."""
    return {document.id: document.text for document in shelf().documents()}


@pytest.fixture
def planned() -> Callable[..., dict[str, Item]]:
    """Name → item of a catalogue's plan."""

    def make(catalogue: str = CATALOGUE, settings: PageSettings | None = None) -> dict[str, Item]:
        return {item.name: item for item in PageRecipe(settings).plan(shelf(catalogue))}

    return make
