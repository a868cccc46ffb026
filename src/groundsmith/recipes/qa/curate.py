"""Makes records of judged pairs: round trip, duplicates, acceptance, tier.

One pass in plan order with nothing kept but the indexes of what was accepted, so the outcome
depends on the order of the plan alone and never on who finished first. Every draft becomes a
record; a rejected one says in its findings why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from groundsmith.recipes.qa.assessment import (
    REJECTING,
    assessment,
    below_promise,
    reasons_against,
)
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.duplicates import Duplicates
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import (
    Citation,
    DraftCitation,
    Finding,
    Judged,
    MadeBy,
    Passage,
    Record,
    StageScore,
    rounded,
)
from groundsmith.seams import Kit, Retriever

ROUND_TRIP = "round_trip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curator:
    """How judged pairs become records of one recipe, version and settings."""

    recipe: str
    version: int
    settings: QaSettings
    kit: Kit

    def records(self, drafts: Iterable[Judged]) -> Iterator[Record]:
        """A record for each draft, in their order."""
        retriever = self.kit.retriever()
        accepted = Duplicates(self.settings)
        for judged in drafts:
            yield self._record(judged, retriever, accepted)

    def _record(self, judged: Judged, retriever: Retriever, accepted: Duplicates) -> Record:
        content = judged.draft.content
        question, answer, kind = content["question"], content["answer"], Kind(content["kind"])
        returned, found = self._round_trip(question, judged.inputs, retriever)
        stages = {**judged.judgement.stages, ROUND_TRIP: returned}
        against = reasons_against(stages, judged.judgement.claims, kind, self.settings) + found
        against += below_promise(judged.judgement.claims, self.kit.least_score)
        refused = any(each.code in REJECTING for each in judged.judgement.findings)
        if not against and not refused and (repeat := accepted.find(question, answer)):
            against = [repeat]
        accept = not against and not refused
        if accept:
            accepted.add(question, answer, judged.id)
        return Record(
            id=judged.id,
            recipe=self.recipe,
            item=judged.item,
            content={**content, "context": _context(judged)},
            citations=tuple(_citation(c, judged.inputs) for c in judged.draft.citations),
            claims=judged.judgement.claims,
            assessment=assessment(
                stages,
                [*judged.judgement.findings, *against],
                accepted=accept,
                kind=kind,
                settings=self.settings,
            ),
            made_by=self._made_by(judged),
            corrections=judged.judgement.corrections,
        )

    def _round_trip(
        self, question: str, inputs: Sequence[Passage], retriever: Retriever
    ) -> tuple[StageScore, list[Finding]]:
        """One over the rank at which the question brings its own passage back; 0 is not at all."""
        top_k = self.settings.round_trip_top_k
        own = {passage.chunk.id for passage in inputs}
        hits = retriever.retrieve(question, top_k)
        rank = min((hit.rank for hit in hits if hit.chunk in own), default=None)
        if rank is not None and rank <= top_k:
            return StageScore(score=rounded(1 / rank)), []
        finding = Finding(
            stage=ROUND_TRIP,
            code="not-found-again",
            message=f"put to the index, the question does not bring its passage among {top_k}",
            advice="name in the question what the passage is about",
        )
        return StageScore(score=0.0), [finding]

    def _made_by(self, judged: Judged) -> MadeBy:
        return MadeBy(
            recipe_version=self.version,
            writer=judged.draft.writer,
            prompt_sha256=judged.draft.prompt_sha256,
            parameters=judged.draft.parameters,
            settings_sha256=self.kit.settings_sha256,
        )


def _context(judged: Judged) -> dict[str, int]:
    """The span, in the first citation's document, of the passage that it was written from."""
    cited = judged.draft.citations[0].input if judged.draft.citations else 0
    chunk = judged.inputs[cited].chunk
    return {"start": chunk.start, "stop": chunk.stop}


def _citation(citation: DraftCitation, inputs: Sequence[Passage]) -> Citation:
    """The citation as it stands in the present document."""
    passage = inputs[citation.input]
    chunk = passage.chunk
    return Citation(
        document=chunk.document,
        sha256=passage.sha256,
        text_sha256=passage.text_sha256,
        reader=passage.reader,
        start=chunk.start + citation.start,
        stop=chunk.start + citation.stop,
        quote=chunk.text[citation.start : citation.stop],
        claim=citation.claim,
    )
