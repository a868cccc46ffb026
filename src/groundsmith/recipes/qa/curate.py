"""Makes records of judged pairs: round trip, duplicates, acceptance, tier.

Two passes in plan order with nothing kept but indexes of what was accepted, so the outcome depends
on the order of the plan alone and never on who finished first. The first pass is there for one
thing: a record must name those after it that answer its question differently. Every draft becomes a
record; a rejected one says in its findings why.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.qa.assessment import (
    REJECTING,
    assessment,
    below_promise,
    reasons_against,
    settled,
)
from groundsmith.recipes.qa.consistency import dispute
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
        """A record for each draft, in their order; the drafts are gone through twice."""
        disputed = self._disputed(drafts)
        retriever = self.kit.retriever()
        accepted = Duplicates(self.settings)
        for judged in drafts:
            yield self._record(judged, retriever, accepted, disputed.get(judged.id))

    def _disputed(self, drafts: Iterable[Judged]) -> dict[str, Finding]:
        """For each record whose answer a later one disputes, the first that does.

        Whether a question brings its passage back is not looked at here: it costs more than all
        the rest, and a dispute is worth knowing of even so.
        """
        asked = Duplicates(self.settings)
        found: dict[str, Finding] = {}
        for judged in drafts:
            question, answer, kind = _pair(judged)
            if self._reasons(judged, self._stages(judged)) or _refused(judged):
                continue
            if asked.like(question) is None:
                asked.add(question, answer, judged.id)
            elif disputing := dispute(asked, question, answer, kind):
                found.setdefault(disputing.earlier, disputing.of_earlier(judged.id))
        return found

    def _stages(self, judged: Judged) -> dict[str, StageScore]:
        """What its stages measured, as far as it counts."""
        kind = Kind(judged.draft.content["kind"])
        return settled(judged.judgement.stages, kind, self.settings)

    def _reasons(self, judged: Judged, stages: Mapping[str, StageScore]) -> list[Finding]:
        """What speaks against a pair by itself."""
        kind, claims = Kind(judged.draft.content["kind"]), judged.judgement.claims
        against = reasons_against(stages, claims, kind, self.settings)
        return against + below_promise(claims, self.kit.least_score)

    def _repeated(self, judged: Judged, accepted: Duplicates) -> list[Finding]:
        """What speaks against a pair beside those that were accepted."""
        question, answer, kind = _pair(judged)
        repeat = accepted.find(question, answer)
        if repeat is None:
            return []
        disputing = dispute(accepted, question, answer, kind)
        if disputing is None:
            return [repeat]
        return [disputing.of_later()] if disputing.settled else [repeat, disputing.of_later()]

    def _record(
        self,
        judged: Judged,
        retriever: Retriever,
        accepted: Duplicates,
        disputed: Finding | None,
    ) -> Record:
        content = judged.draft.content
        question, answer, kind = _pair(judged)
        returned, found = self._round_trip(question, judged.inputs, retriever)
        stages = {**self._stages(judged), ROUND_TRIP: returned}
        refused = _refused(judged)
        against = self._reasons(judged, stages) + found
        if not against and not refused:
            against = self._repeated(judged, accepted)
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
                [*judged.judgement.findings, *against, *([disputed] if disputed else [])],
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


def _pair(judged: Judged) -> tuple[str, str, Kind]:
    content = judged.draft.content
    return content["question"], content["answer"], Kind(content["kind"])


def _refused(judged: Judged) -> bool:
    """Whether a finding of its judgement rejects it, whatever its scores."""
    return any(found.code in REJECTING for found in judged.judgement.findings)


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
