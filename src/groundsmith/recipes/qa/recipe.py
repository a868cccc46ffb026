"""The question-answer recipe: one item a chunk, up to `questions_per_chunk` pairs an item.

An item sees its own chunk and nothing else, so a changed line re-makes only what it touched; what
depends on the whole corpus is left to curation.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from groundsmith.recipes.qa.asking.correct import corrected
from groundsmith.recipes.qa.asking.prompt_set import prompts_in
from groundsmith.recipes.qa.asking.reviser import revised
from groundsmith.recipes.qa.asking.substitute import with_substitute
from groundsmith.recipes.qa.asking.writer import AskingWriter
from groundsmith.recipes.qa.checks import CHECKS, judgement
from groundsmith.recipes.qa.checks.pair import CheckedPair, pair_of
from groundsmith.recipes.qa.content import Pair
from groundsmith.recipes.qa.curate import Curator
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.recipes.qa.policy import PairPolicy
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.recipes.revising import Turn
from groundsmith.records import (
    Correction,
    Draft,
    DraftCitation,
    Item,
    Judged,
    Judgement,
    Record,
    Request,
)
from groundsmith.seams import Corpus, Kit


class QaRecipe:
    """Question-answer pairs, each traceable to a span of its source; the seam Recipe.

    Args:
        policy: The rules that pairs are held to; `None` holds them to none.
    """

    name = "qa"
    version = 1

    def __init__(
        self, settings: QaSettings | None = None, *, policy: PairPolicy | None = None
    ) -> None:
        self.settings = settings or QaSettings()
        self.checks: tuple[str, ...] = (*CHECKS, policy.name) if policy else CHECKS
        self._policy = policy
        self._asking = AskingWriter(self.settings, prompts_in(self.settings.prompts))

    def plan(self, corpus: Corpus) -> Iterator[Item]:
        """One item for each chunk, under the chunk's own name."""
        for chunk in corpus.chunks():
            yield Item(name=chunk.id, inputs=(chunk,))

    def request_for(self, item: Item) -> Request | None:
        """The call that `write` makes for an item with a model; `None` where it makes none.

        An answer that does not fit is asked for once more, so an item can take two such calls.
        """
        return self._asking.request_for(item)

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """The pairs that the run's model writes, or, without one, those that can be extracted.

        Raises PairsUnwritten where the model could not, and `fallback` names nobody else.
        """
        model = kit.model
        if model is None:
            return self._extracted(item, kit)
        if self.settings.fallback == "none":
            return await self._asking.write(item, model)
        return await with_substitute(
            partial(self._asking.write, item, model), partial(self._extracted, item, kit)
        )

    async def revise(
        self, item: Item, draft: Draft, instruction: str, history: Sequence[Turn], kit: Kit
    ) -> Draft:
        """The pair as it is asked for; the seam Reviser. Raises ItemError where none came of it."""
        assert kit.model is not None  # noqa: S101  # whoever revises has a model
        turns = (*history, Turn(draft=draft, instruction=instruction))
        return await revised(item, turns, kit.model, self.settings.temperature)

    def _extracted(self, item: Item, kit: Kit) -> list[Draft]:
        """The pairs that the extractive writer finds, in the settings' language."""
        pairs = extract(item.inputs[0], kit.sentences, self.settings)
        only = self.settings.language
        wanted = [pair for pair in pairs if only in ("document", pair.language)]
        return [_draft(part, pair) for part, pair in enumerate(wanted)]

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """What the six stages say of one pair; depends on nothing but its arguments.

        With a model, an answer that is not supported is rewritten first, and judged as it is then.
        """
        pair = await pair_of(item, draft, kit, self.settings.lengths)
        repaired = await self._repaired(item, draft, pair, kit)
        if repaired is None:
            return self._judgement(pair)
        better, corrections = repaired
        pair = await pair_of(item, better, kit, self.settings.lengths)
        return replace(self._judgement(pair), repaired=better, corrections=corrections)

    def _judgement(self, pair: CheckedPair) -> Judgement:
        """What the stages found, and the policy, if there is one."""
        made = judgement(pair)
        if self._policy is None:
            return made
        return replace(made, findings=(*made.findings, *self._policy.findings(pair)))

    async def _repaired(
        self, item: Item, draft: Draft, pair: CheckedPair, kit: Kit
    ) -> tuple[Draft, tuple[Correction, ...]] | None:
        """The draft with its answer corrected; `None` where it need not or cannot be."""
        if kit.model is None or not self.settings.max_corrections:
            return None
        return await corrected(item, draft, pair, kit, self.settings.max_corrections)

    def curate(self, drafts: Iterable[Judged], kit: Kit) -> Iterator[Record]:
        """A record for each draft, accepted or rejected."""
        curator = Curator(recipe=self.name, version=self.version, settings=self.settings, kit=kit)
        return curator.records(drafts)


def _draft(part: int, pair: Pair) -> Draft:
    return Draft(
        part=part,
        content={
            "question": pair.question,
            "answer": pair.answer,
            "kind": pair.kind.value,
            "language": pair.language,
        },
        citations=(DraftCitation(input=0, start=pair.start, stop=pair.stop),),
        writer="extractive",
        parameters={"pattern": pair.pattern},
    )
