"""Makes records of an item's files, which are looked at together.

Acceptance has one rule: a file with a finding is rejected, but for facts that are missing, which
are left out and reported. What is made from a rejected file is rejected with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from groundsmith.recipes.page.catalogue import parts_of
from groundsmith.recipes.page.component_set import ComponentSet
from groundsmith.recipes.page.consistency import differing
from groundsmith.recipes.page.fact import facts_of
from groundsmith.recipes.page.judging import CLAIMS, MISSING
from groundsmith.recipes.page.writing import file_of
from groundsmith.records import (
    Assessment,
    Citation,
    Confidence,
    Finding,
    Judged,
    JudgedClaim,
    MadeBy,
    Record,
    Tier,
    rounded,
)
from groundsmith.seams import Kit

_PREMIUM, _STANDARD, _SURE = 0.90, 0.75, 0.90
_UNSEEN = 0.70
"""What a stage that did not run counts as: never more than the least that would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCurator:
    """How judged files become records."""

    recipe: str
    version: int
    components: ComponentSet
    kit: Kit

    def records(self, drafts: Iterable[Judged]) -> Iterator[Record]:
        """A record for each file, in their order; one entry's files are in memory at a time."""
        for _, files in groupby(drafts, key=lambda judged: parts_of(judged.item)[0]):
            yield from self._of_entry(list(files))

    def _of_entry(self, files: Sequence[Judged]) -> Iterator[Record]:
        disagreeing = self._disagreeing(files)
        rejected: set[str] = set()
        for judged in files:
            component = parts_of(judged.item)[1]
            findings = [*judged.judgement.findings, *self._below_promise(judged)]
            if judged.id in disagreeing:
                findings.append(disagreeing[judged.id])
            findings += self._of_needs(component, rejected)
            if refused := any(finding.code != MISSING for finding in findings):
                rejected.add(component)
            yield self._record(judged, findings, accepted=not refused)

    def _disagreeing(self, files: Sequence[Judged]) -> dict[str, Finding]:
        facts = {
            (fact.path, fact.value): fact
            for judged in files
            for fact in facts_of(passage.chunk for passage in judged.inputs)
        }
        texts = [
            (judged.id, str(judged.draft.content["component"]), str(judged.draft.content["text"]))
            for judged in files
        ]
        return differing(texts, facts.values())

    def _of_needs(self, component: str, rejected: set[str]) -> Iterator[Finding]:
        """A finding where what the file was made from was rejected."""
        declared = self.components.by_name.get(component)
        for need in declared.needs.components if declared else ():
            if need in rejected:
                yield Finding(
                    stage="needs",
                    code="need-rejected",
                    message=f"it is made from {need}, which was rejected",
                    advice=f"mend what the findings of {need} name",
                )

    def _below_promise(self, judged: Judged) -> Iterator[Finding]:
        """A finding where a claim is below what the run's calibration accepts, or unknown."""
        least = self.kit.least_score
        scores = [claim.score for claim in judged.judgement.claims if claim.kind.checkable]
        if least is not None and any(score is None or score < least for score in scores):
            yield Finding(
                stage=CLAIMS,
                code="below-calibrated-threshold",
                message=f"a claim is below {least:.2f}, from which the calibration accepts",
                advice="review more claims and calibrate again, or allow a greater alpha",
            )

    def _record(self, judged: Judged, findings: Sequence[Finding], *, accepted: bool) -> Record:
        return Record(
            id=judged.id,
            recipe=self.recipe,
            item=judged.item,
            content=file_of(judged.item, judged.category, judged.draft),
            citations=tuple(_citations(judged)),
            claims=judged.judgement.claims,
            assessment=_assessment(judged, findings, accepted=accepted),
            made_by=MadeBy(
                recipe_version=self.version,
                writer=judged.draft.writer,
                prompt_sha256=judged.draft.prompt_sha256,
                parameters=judged.draft.parameters,
                settings_sha256=self.kit.settings_sha256,
            ),
            corrections=judged.judgement.corrections,
        )


def _assessment(judged: Judged, findings: Sequence[Finding], *, accepted: bool) -> Assessment:
    stages = judged.judgement.stages
    ran = [stage.score for stage in stages.values() if stage.score is not None]
    counted = [_UNSEEN if stage.score is None else stage.score for stage in stages.values()]
    worth = rounded(sum(counted) / len(counted))
    unchecked = {name: stage.why for name, stage in stages.items() if stage.why}
    return Assessment(
        tier=_tier(worth) if accepted else Tier.REJECTED,
        confidence=_confidence(len(unchecked), len(findings), worth),
        overall=rounded(sum(ran) / len(ran)) if ran else None,
        stages={name: stage.score for name, stage in stages.items()},
        unchecked=unchecked,
        findings=tuple(findings),
    )


def _tier(worth: float) -> Tier:
    if worth >= _PREMIUM:
        return Tier.PREMIUM
    return Tier.STANDARD if worth >= _STANDARD else Tier.BASIC


def _confidence(unchecked_count: int, finding_count: int, worth: float) -> Confidence:
    if not unchecked_count and not finding_count and worth >= _SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if unchecked_count <= 1 else Confidence.LOW


def _citations(judged: Judged) -> Iterator[Citation]:
    """Where the evidence of each claim lies now; of a claim without, what the file shows."""
    for number, claim in enumerate(judged.judgement.claims):
        yield from _of_claim(judged, claim, number)
    if not any(claim.evidence for claim in judged.judgement.claims):
        for cited in judged.draft.citations:
            yield _citation(judged, cited.input, cited.start, cited.stop, 0)


def _of_claim(judged: Judged, claim: JudgedClaim, number: int) -> Iterator[Citation]:
    for shown in claim.evidence:
        yield _citation(judged, shown.input, shown.start, shown.stop, number)


def _citation(judged: Judged, number: int, start: int, stop: int, claim: int) -> Citation:
    passage = judged.inputs[number]
    chunk = passage.chunk
    return Citation(
        document=chunk.document,
        sha256=passage.sha256,
        text_sha256=passage.text_sha256,
        reader=passage.reader,
        start=chunk.start + start,
        stop=chunk.start + stop,
        quote=chunk.text[start:stop],
        claim=claim,
    )
