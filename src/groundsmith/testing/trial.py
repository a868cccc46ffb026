"""A recipe carried out on a few files, without a ledger, for the laws that it must keep.

Everything is done again each time it is asked for, so that what a recipe keeps between two calls
shows.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.kinds import TEXT, media_type
from groundsmith.corpus.read import documents
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import ItemError
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.phases import Settings
from groundsmith.recipes.registry import RecipeKind
from groundsmith.records import (
    Chunk,
    Claim,
    Document,
    Draft,
    Evidence,
    Item,
    Judged,
    JudgedClaim,
    Passage,
    Phase,
    Record,
    Source,
    Verdict,
    draft_id,
    fingerprint,
    sha256,
)
from groundsmith.seams import Judge, Kit, Model, Recipe
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.policy import PolicySettings

SOME_FILES: Mapping[str, str] = {
    "README.md": "# Harbour Museum\n\nThe Harbour Museum was founded in 1904 in Bergen. "
    "Admission costs 120 kroner. "
    "The museum keeps a register of every ship that called at the port since 1880. "
    "Volunteers read the register aloud every Sunday in the library.\n\n## Opening hours\n\n"
    "The Harbour Museum is open from 10:00 to 16:00.\n\n- Café: 11:00\n",
    "docs/rooms.md": "# Rooms\n\n| Room | Seats |\n| --- | --- |\n| Blue | 40 |\n| Red | 25 |\n",
    "docs/odd.txt": "…\n\n((((\n\n" + "a" * 5000 + "\n",
}
"""A README and two files beside it: what most recipes can be tried on."""
SETTINGS_SHA256 = "0" * 64


@dataclass(frozen=True)
class Trial:
    """A recipe, and what it is carried out on.

    Attributes:
        files: Path → text of each file that it reads.
        settings: Its own section of the configuration; `None` is the defaults.
        model: Makes the model that it asks, anew for each kit; `None` is none.
    """

    kind: RecipeKind[Any]
    files: Mapping[str, str] = field(default_factory=lambda: SOME_FILES)
    settings: Settings | None = None
    model: Callable[[], Model] | None = None

    @cached_property
    def recipe(self) -> Recipe:
        """The recipe as a run builds it."""
        return self.kind.build(self.own, PolicySettings())

    @property
    def own(self) -> Settings:
        """Its settings."""
        return self.settings or self.kind.settings()

    def documents(self) -> Iterator[Document]:
        """The files as their readers give them, in the order of their paths; the seam Corpus."""
        for path in sorted(self.files):
            data = self.files[path].encode()
            source = Source(
                path=path,
                uri=f"file:///{path}",
                size_bytes=len(data),
                media_type=media_type(path) or TEXT,
                sha256=sha256(data),
            )
            yield from documents(source, data, lambda _: None)

    def chunks(self) -> Iterator[Chunk]:
        """The documents cut as a run cuts them."""
        cutting = chunker(CorpusSettings())
        for document in self.documents():
            yield from cutting.cut(document)

    @cached_property
    def items(self) -> list[Item]:
        """The plan."""
        return list(self.recipe.plan(self))

    def fingerprints(self) -> dict[str, str]:
        """Name of each item → its fingerprint, before its needs are hashed in."""
        made_of = self.own.sha256(Phase.PLAN, Phase.WRITE)
        return {
            item.name: fingerprint(
                recipe=self.recipe.name,
                version=self.recipe.version,
                settings_sha256=made_of,
                inputs=item.inputs,
                template=item.template,
            )
            for item in self.recipe.plan(self)
        }

    def kit(self, judge: Judge | None = None) -> Kit:
        """What a run hands it."""
        index = LexicalRetriever((chunk.id, chunk.text) for chunk in self.chunks())
        return Kit(
            sentences=RuleSplitter(),
            judge=judge or EmbeddedJudge(),
            retriever=lambda: index,
            settings_sha256=SETTINGS_SHA256,
            model=self.model() if self.model else None,
        )

    def written(self, *, backwards: bool = False) -> dict[str, tuple[Draft, ...]]:
        """The drafts of every item by name, each after what it needs, in one order or the other.

        An item that fails has none, and neither has what needs it.
        """
        made: dict[str, tuple[Draft, ...]] = {}
        failed: set[str] = set()
        waiting = self.items[::-1] if backwards else list(self.items)
        while waiting:
            ready = [item for item in waiting if all(need in made for need in item.needs)]
            if not ready:
                raise AssertionError(f"{waiting[0].name} waits for {waiting[0].needs} in vain")
            for item in ready:
                if failed.intersection(item.needs):
                    failed.add(item.name)
                made[item.name] = () if item.name in failed else self._drafts(item, made, failed)
            waiting = [item for item in waiting if item.name not in made]
        return made

    def _drafts(
        self, item: Item, made: Mapping[str, tuple[Draft, ...]], failed: set[str]
    ) -> tuple[Draft, ...]:
        try:
            return tuple(asyncio.run(self.recipe.write(item, self.kit_for(item, made))))
        except ItemError:
            failed.add(item.name)
            return ()

    def kit_for(
        self, item: Item, made: Mapping[str, tuple[Draft, ...]], judge: Judge | None = None
    ) -> Kit:
        """The kit with the drafts of what an item needs."""
        return replace(self.kit(judge), needs={need: made[need] for need in item.needs})

    def judged(self, *, backwards: bool = False, judge: Judge | None = None) -> list[Judged]:
        """Every draft with its judgement, in plan order, whatever the order they were made in."""
        made = self.written(backwards=backwards)
        prints, stored = self.fingerprints(), {doc.id: doc for doc in self.documents()}
        found: dict[str, Judged] = {}
        for item in self.items[::-1] if backwards else self.items:
            for draft in made[item.name]:
                kit = self.kit_for(item, made, judge)
                name = draft_id(item.name, prints[item.name], draft.part)
                found[name] = Judged(
                    id=name,
                    item=item.name,
                    category=item.category,
                    inputs=tuple(_passage(chunk, stored) for chunk in item.inputs),
                    draft=draft,
                    judgement=asyncio.run(self.recipe.judge(item, draft, kit)),
                )
        in_order = [
            draft_id(item.name, prints[item.name], draft.part)
            for item in self.items
            for draft in made[item.name]
        ]
        return [found[name] for name in in_order]

    def records(self, drafts: Iterable[Judged]) -> list[Record]:
        """What curation makes of these drafts."""
        return list(self.recipe.curate(list(drafts), self.kit()))


def _passage(chunk: Chunk, stored: Mapping[str, Document]) -> Passage:
    document = stored[chunk.document]
    return Passage(
        chunk=chunk,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        reader=document.reader,
    )


class NobodyKnows:
    """A judge that cannot tell; the seam Judge."""

    name = "nobody@1"

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """UNCHECKED."""
        return JudgedClaim(
            text=claim.text,
            verdict=Verdict.UNCHECKED,
            score=None,
            judge=self.name,
            reason="nobody was asked",
            kind=claim.kind,
        )
