"""The recipe as a run uses it: plan, write, judge, curate over a small real corpus."""

import asyncio
import random
from collections.abc import Callable, Iterator, Sequence

import pytest

from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import (
    Chunk,
    Document,
    Draft,
    Item,
    Judged,
    Judgement,
    Passage,
    draft_id,
    sha256,
)
from groundsmith.seams import Kit

MakeChunk = Callable[..., Chunk]
MakeKit = Callable[[Sequence[Chunk]], Kit]

TEXTS = {
    "en.txt": (
        "The National Library of Bhutan was founded in 1967 in Thimphu. "
        "The library fee is 300 ngultrum. FRRO stands for Foreigners Regional Registration Office."
    ),
    "id.txt": (
        "Perpustakaan Nasional Bhutan didirikan pada tahun 1967. "
        "Ibu kota Bhutan adalah Thimphu. Fotosintesis adalah proses tumbuhan membuat makanan."
    ),
    "und.txt": "図書館は一九六七年に設立されました。",
}


class SmallCorpus:
    """The chunks of a few texts; the seam Corpus."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks

    def documents(self) -> Iterator[Document]:
        return iter(())

    def chunks(self) -> Iterator[Chunk]:
        return iter(self._chunks)


@pytest.fixture
def chunks(chunk: MakeChunk) -> list[Chunk]:
    return [
        chunk(text, name=f"{name}#/1", headings=("National Library of Bhutan",))
        for name, text in TEXTS.items()
    ]


async def written(recipe: QaRecipe, chunks: Sequence[Chunk], kit: Kit) -> list[tuple[Item, Draft]]:
    items = list(recipe.plan(SmallCorpus(chunks)))
    return [(item, draft) for item in items for draft in await recipe.write(item, kit)]


def test_an_item_is_a_chunk_under_its_own_name(chunks: list[Chunk]) -> None:
    items = list(QaRecipe().plan(SmallCorpus(chunks)))

    assert [(item.name, item.inputs) for item in items] == [(c.id, (c,)) for c in chunks]


def test_every_draft_cites_its_answer_and_names_its_pattern(
    chunks: list[Chunk], kit: MakeKit
) -> None:
    drafts = asyncio.run(written(QaRecipe(), chunks, kit(chunks)))

    assert drafts
    for item, draft in drafts:
        (cited,) = draft.citations
        assert item.inputs[0].text[cited.start : cited.stop] == draft.content["answer"]
        assert draft.writer == "extractive"
        assert draft.parameters["pattern"]
        assert draft.content.keys() == {"question", "answer", "kind", "language"}


def test_parts_are_numbered_from_zero_within_an_item(chunks: list[Chunk], kit: MakeKit) -> None:
    recipe = QaRecipe()

    for item in recipe.plan(SmallCorpus(chunks)):
        drafts = asyncio.run(recipe.write(item, kit(chunks)))
        assert [draft.part for draft in drafts] == list(range(len(drafts)))


def test_a_chosen_language_leaves_the_others_out(chunks: list[Chunk], kit: MakeKit) -> None:
    both = asyncio.run(written(QaRecipe(), chunks, kit(chunks)))
    only = asyncio.run(written(QaRecipe(QaSettings(language="en")), chunks, kit(chunks)))

    assert {draft.content["language"] for _, draft in both} == {"en", "id"}
    assert {draft.content["language"] for _, draft in only} == {"en"}


def test_records_do_not_depend_on_who_was_judged_first(chunks: list[Chunk], kit: MakeKit) -> None:
    recipe, tools = QaRecipe(), kit(chunks)
    drafts = asyncio.run(written(recipe, chunks, tools))
    shuffled = list(drafts)
    random.Random(7).shuffle(shuffled)

    in_order = {id(draft): asyncio.run(recipe.judge(i, draft, tools)) for i, draft in drafts}
    anyhow = {id(draft): asyncio.run(recipe.judge(i, draft, tools)) for i, draft in shuffled}

    curated = [
        list(recipe.curate([judged(i, d, judgements[id(d)]) for i, d in drafts], tools))
        for judgements in (in_order, anyhow)
    ]
    assert curated[0] == curated[1]
    assert any(record.accepted for record in curated[0])


def judged(item: Item, draft: Draft, judgement: Judgement) -> Judged:
    return Judged(
        id=draft_id(item.name, "f", draft.part),
        item=item.name,
        category="",
        inputs=tuple(
            Passage(chunk=c, sha256="a" * 64, text_sha256=sha256(c.text), reader="text@1")
            for c in item.inputs
        ),
        draft=draft,
        judgement=judgement,
    )
