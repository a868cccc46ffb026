"""What every recipe owes the run that carries it out."""

import asyncio
from collections.abc import Iterator, Sequence

import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.records import (
    Chunk,
    ChunkKind,
    Document,
    Draft,
    Item,
    Judged,
    Passage,
    Tier,
    draft_id,
    sha256,
)
from groundsmith.seams import Kit, Recipe
from groundsmith.verify.judges.embedded import EmbeddedJudge

RECIPES: list[Recipe] = [QaRecipe()]
TEXTS = (
    "The Harbour Museum was founded in 1904 in Bergen. Admission costs 120 kroner.",
    "# Opening hours\n\nThe Harbour Museum is open from 10:00 to 16:00.\n\n- Café: 11:00\n",
    "| Room | Seats |\n| --- | --- |\n| Blue | 40 |\n| Red | 25 |\n",
    "…\n\n\x07 \ud800 ((((",
)


def chunks() -> list[Chunk]:
    return [
        Chunk(
            id=f"museum{number}.txt#/1",
            document=f"museum{number}.txt",
            start=7,
            stop=7 + len(text),
            overlap_chars=0,
            text=text,
            headings=("Harbour Museum",),
            kind=ChunkKind.PROSE,
        )
        for number, text in enumerate(TEXTS)
    ]


class SmallCorpus:
    """Four passages, made anew each time; the seam Corpus."""

    def documents(self) -> Iterator[Document]:
        return iter(())

    def chunks(self) -> Iterator[Chunk]:
        return iter(chunks())


def kit() -> Kit:
    index = LexicalRetriever((chunk.id, chunk.text) for chunk in chunks())
    return Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(),
        retriever=lambda: index,
        settings_sha256="0" * 64,
    )


def drafts_of(recipe: Recipe) -> list[tuple[Item, Draft]]:
    items = list(recipe.plan(SmallCorpus()))
    return [(item, draft) for item in items for draft in asyncio.run(recipe.write(item, kit()))]


def judged_by(recipe: Recipe, drafts: Sequence[tuple[Item, Draft]]) -> list[Judged]:
    return [
        Judged(
            id=draft_id(item.name, "f", draft.part),
            item=item.name,
            category=item.category,
            inputs=tuple(
                Passage(chunk=c, sha256="a" * 64, text_sha256=sha256(c.text), reader="text@1")
                for c in item.inputs
            ),
            draft=draft,
            judgement=asyncio.run(recipe.judge(item, draft, kit())),
        )
        for item, draft in drafts
    ]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: str(recipe.name))
class TestRecipe:
    def test_the_same_corpus_is_planned_the_same_with_names_of_its_own(
        self, recipe: Recipe
    ) -> None:
        first, second = (list(recipe.plan(SmallCorpus())) for _ in range(2))

        assert first == second
        assert len({item.name for item in first}) == len(first)

    def test_the_plan_is_lazy(self, recipe: Recipe) -> None:
        assert iter(recipe.plan(SmallCorpus())) is not iter(recipe.plan(SmallCorpus()))
        assert next(iter(recipe.plan(SmallCorpus()))).inputs

    def test_drafts_are_numbered_and_cite_within_their_inputs(self, recipe: Recipe) -> None:
        drafts = drafts_of(recipe)

        assert drafts
        assert len({(item.name, draft.part) for item, draft in drafts}) == len(drafts)
        for item, draft in drafts:
            for cited in draft.citations:
                assert 0 <= cited.start < cited.stop <= len(item.inputs[cited.input].text)

    def test_writing_and_judging_again_changes_nothing(self, recipe: Recipe) -> None:
        first, second = (judged_by(recipe, drafts_of(recipe)) for _ in range(2))

        assert first == second

    def test_a_stage_is_measured_or_says_why_not(self, recipe: Recipe) -> None:
        for judged in judged_by(recipe, drafts_of(recipe)):
            for stage in judged.judgement.stages.values():
                assert stage.why if stage.score is None else 0 <= stage.score <= 1

    def test_every_draft_becomes_a_record_in_its_place(self, recipe: Recipe) -> None:
        judged = judged_by(recipe, drafts_of(recipe))

        records = list(recipe.curate(judged, kit()))

        assert [record.id for record in records] == [draft.id for draft in judged]
        for record in records:
            assert record.recipe == recipe.name
            assert record.made_by.settings_sha256 == "0" * 64
            assert record.accepted is (record.assessment.tier is not Tier.REJECTED)

    def test_every_quote_is_what_stands_there(self, recipe: Recipe) -> None:
        texts = {chunk.document: "·" * chunk.start + chunk.text for chunk in chunks()}

        for record in recipe.curate(judged_by(recipe, drafts_of(recipe)), kit()):
            for cited in record.citations:
                assert texts[cited.document][cited.start : cited.stop] == cited.quote
