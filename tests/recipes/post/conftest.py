"""A small project with a README, a manifest and sheets, and everything that is made of it."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.post.policy import PostPolicy
from groundsmith.recipes.post.recipe import PostRecipe
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.records import (
    Chunk,
    Document,
    Draft,
    Item,
    Judged,
    Judgement,
    Passage,
    Record,
    sha256,
)
from groundsmith.seams import Kit, Model
from groundsmith.verify.judges.embedded import EmbeddedJudge

POSTS = Path(__file__).parents[3] / "benchmarks" / "posts"
COMMIT = "tideline@0123456789ab"


class Project:
    """The documents of one project; the seam Corpus."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def documents(self) -> Iterator[Document]:
        for name, text in self.texts.items():
            yield Document(
                id=name,
                source=name,
                sha256=sha256(text),
                text_sha256=sha256(text),
                reader="text@1",
                text=text,
            )

    def chunks(self) -> Iterator[Chunk]:
        cutter = chunker(CorpusSettings())
        for document in self.documents():
            yield from cutter.cut(document)

    def with_text(self, name: str, text: str) -> "Project":
        return Project({**self.texts, f"{COMMIT}{name}": text})


class Desk:
    """Plans, writes, judges and curates one project as a run does."""

    def __init__(self, project: Project, settings: PostSettings, model: Model | None) -> None:
        self.project = project
        self.recipe = PostRecipe(settings, policy=POLICY)
        self.kit = Kit(
            sentences=RuleSplitter(),
            judge=EmbeddedJudge(),
            retriever=lambda: LexicalRetriever(()),
            settings_sha256="5" * 64,
            model=model,
        )

    def items(self) -> list[Item]:
        return list(self.recipe.plan(self.project))

    def drafts(self, item: Item) -> Sequence[Draft]:
        return asyncio.run(self._write(item))

    async def _write(self, item: Item) -> Sequence[Draft]:
        return await self.recipe.write(item, self.kit)

    def judgement(self, item: Item, draft: Draft) -> Judgement:
        return asyncio.run(self._judge(item, draft))

    async def _judge(self, item: Item, draft: Draft) -> Judgement:
        return await self.recipe.judge(item, draft, self.kit)

    def records(self) -> list[Record]:
        judged = [
            self.judged(item, draft, self.judgement(item, draft))
            for item in self.items()
            for draft in self.drafts(item)
        ]
        return list(self.recipe.curate(judged, self.kit))

    def judged(self, item: Item, draft: Draft, made: Judgement) -> Judged:
        passages = tuple(
            Passage(
                chunk=chunk,
                sha256=sha256(self.project.texts[chunk.document]),
                text_sha256=sha256(self.project.texts[chunk.document]),
                reader="text@1",
            )
            for chunk in item.inputs
        )
        return Judged(
            id=sha256(item.name)[:32],
            item=item.name,
            category=item.category,
            inputs=passages,
            draft=made.repaired or draft,
            judgement=made,
        )


POLICY = PostPolicy()
MakeDesk = Callable[..., Desk]


def tideline(language: str = "en") -> Project:
    return Project(
        {
            f"{COMMIT}:README.md": (POSTS / f"tideline_{language}.md").read_text("utf-8"),
            f"{COMMIT}:pyproject.toml": (POSTS / "manifest.toml").read_text("utf-8"),
            f"{COMMIT}#tags": "2 tags in all, newest version first: v0.4.0, v0.3.0\n",
            f"{COMMIT}#commits": "2026-03-01: forecast: fit the difference by hour\n",
            f"{COMMIT}#sources": (
                "readme: used (README.md)\nmetadata: not read (not asked)\n"
                "structure: used (20 files)\ndependencies: used (pyproject.toml)\n"
                "commits: used (1 latest)\nissues: not read (not asked)\n"
            ),
        }
    )


@pytest.fixture
def desk() -> MakeDesk:
    """A desk over Tideline, or over another project, with settings and a model if there is one."""

    def make(
        project: Project | None = None, *, model: Model | None = None, **settings: object
    ) -> Desk:
        chosen = PostSettings.model_validate(settings)
        return Desk(project or tideline(), chosen, model)

    return make


@pytest.fixture(scope="session")
def project_of() -> Callable[[str], Project]:
    """Tideline in a language."""
    return tideline


@pytest.fixture(scope="session")
def planted() -> Mapping[str, Mapping[str, list[str]]]:
    """Language → what is planted → sentences."""
    held: dict[str, dict[str, list[str]]] = yaml.safe_load((POSTS / "planted.yaml").read_text())
    return held
