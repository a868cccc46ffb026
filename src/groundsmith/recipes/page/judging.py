"""What is said of a file: its validators, its numbers, its claims, and the policy.

A file made from the facts alone claims the lines that it shows, and each is looked for in it. What
a model said is split into claims and held against the item's lines by the run's judge; a sentence
that they do not support is rewritten, or left out, before anything else is looked at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from groundsmith.llm.structured import ask
from groundsmith.recipes.page.catalogue import slug_of
from groundsmith.recipes.page.numbers import invented_numbers, number_count, unmarked_examples
from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.policy import FilePolicy
from groundsmith.recipes.page.shown import shown_facts
from groundsmith.recipes.page.validators import VALIDATORS
from groundsmith.recipes.page.writing import FACTS, PageWriter, Subject
from groundsmith.records import (
    Chunk,
    Claim,
    Correction,
    Draft,
    Evidence,
    Finding,
    Item,
    JudgedClaim,
    Judgement,
    Request,
    StageScore,
    Verdict,
    rounded,
)
from groundsmith.seams import Kit, Model
from groundsmith.verify.claims import split_claims
from groundsmith.verify.repair import Repairer, Rewriting

VALIDATION = "validators"
NUMBERS = "numbers"
CLAIMS = "claims"
MISSING = "missing-fact"
_JUDGE = "facts@1"
_UNSUPPORTED = frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO})

JudgedClaims = tuple[tuple[Claim, JudgedClaim], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJudge:
    """Judges files that a writer wrote; `policy` is `None` where none is asked for."""

    writer: PageWriter
    policy: FilePolicy | None

    async def judgement(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """What is found in a draft; corrected first where a model wrote it."""
        subject = self.writer.subject(item, kit)
        if draft.writer == FACTS or subject.component.answer == "tags":
            claims = tuple(_claimed(draft, subject, item.inputs))
            return self._judgement(subject, draft, claims, kit)
        words = draft.content["words"]
        judged = [await _judged(text, item.inputs, kit) for text in words]
        if not any(map(_is_unsupported, judged)) or not self._most or kit.model is None:
            return self._judgement(subject, draft, _flat(judged), kit)
        repairer = Repairer(
            ask=partial(_rewriting, kit.model),
            check=lambda text: _judged(text, item.inputs, kit),
            sentences=kit.sentences,
            most=self._most,
        )
        words, corrections = await _repaired(repairer, words, judged, _evidence(item.inputs))
        made = self.writer.file(subject, words, draft.writer)
        better = replace(draft, content=made.content, citations=made.citations)
        judged = [await _judged(text, item.inputs, kit) for text in words]
        found = self._judgement(subject, better, _flat(judged), kit)
        return replace(found, repaired=better, corrections=corrections)

    @property
    def _most(self) -> int:
        return self.writer.settings.max_corrections

    def _judgement(
        self, subject: Subject, draft: Draft, claims: tuple[JudgedClaim, ...], kit: Kit
    ) -> Judgement:
        file = _file_of(subject, draft, self.writer.settings.url, kit)
        validated, faults = _validated(subject, file)
        invented = list(invented_numbers(file))
        numbers = number_count(file)
        stages = {
            VALIDATION: validated,
            NUMBERS: StageScore(score=rounded(1 - len(invented) / max(numbers, len(invented), 1))),
            CLAIMS: _support(claims),
        }
        findings = [
            *_findings(VALIDATION, faults),
            *_findings(NUMBERS, invented),
            *_unsupported(claims),
            *(self.policy.findings(file.text) if self.policy else ()),
            *_missing(subject),
        ]
        return Judgement(claims=claims, stages=stages, findings=tuple(findings))


def _file_of(subject: Subject, draft: Draft, url: str, kit: Kit) -> PageFile:
    text = str(draft.content["text"])
    return PageFile(
        component=subject.component.name,
        format=subject.component.format,
        text=text,
        facts=subject.facts,
        allowed=(url, slug_of(subject.item)),
        needs=subject.needs,
        sentence_spans=tuple(kit.sentences.split(text)),
    )


def _validated(subject: Subject, file: PageFile) -> tuple[StageScore, list[Fault]]:
    """The share of the declared validators that found nothing, and what the others found."""
    found = [
        VALIDATORS[name].faults(file, arguments)
        for name, arguments in subject.component.validators.items()
    ]
    found.append(list(unmarked_examples(file)))
    passed = sum(not faults for faults in found)
    return StageScore(score=rounded(passed / len(found))), [one for each in found for one in each]


def _claimed(draft: Draft, subject: Subject, passages: Sequence[Chunk]) -> Iterator[JudgedClaim]:
    """The lines of the catalogue that a file shows, each found in it."""
    for fact in shown_facts(str(draft.content["text"]), subject.facts):
        line = passages[fact.input].text[fact.start : fact.stop]
        yield JudgedClaim(
            text=line,
            verdict=Verdict.SUPPORTED,
            score=1.0,
            judge=_JUDGE,
            evidence=(Evidence(input=fact.input, start=fact.start, stop=fact.stop, text=line),),
            reason="the file shows what this line says",
        )


async def _judged(text: str, passages: Sequence[Chunk], kit: Kit) -> JudgedClaims:
    """The claims of a text, each with its verdict."""
    shown = _evidence(passages)
    claims = split_claims(text, kit.sentences)
    return tuple([(claim, await kit.judge.judge(claim, shown)) for claim in claims])


async def _repaired(
    repairer: Repairer,
    words: Sequence[str],
    judged: Sequence[JudgedClaims],
    evidence: Sequence[Evidence],
) -> tuple[list[str], tuple[Correction, ...]]:
    """The texts without what is not supported; of several, one that cannot be saved is left out."""
    kept: list[str] = []
    corrections: list[Correction] = []
    for text, claims in zip(words, judged, strict=True):
        repaired = await repairer.repair(text, claims, evidence)
        corrections += repaired.corrections
        if repaired.corrections or not _is_unsupported(claims) or len(words) == 1:
            kept.append(repaired.text)
        else:
            corrections.append(Correction(original=text, rewritten="", reason=_reason(claims)))
    return kept, tuple(corrections)


async def _rewriting(model: Model, request: Request, kind: type[Rewriting]) -> Rewriting:
    return (await ask(model, request, kind)).value


def _evidence(passages: Sequence[Chunk]) -> list[Evidence]:
    return [
        Evidence(input=number, start=0, stop=len(chunk.text), text=chunk.text)
        for number, chunk in enumerate(passages)
    ]


def _support(claims: Iterable[JudgedClaim]) -> StageScore:
    """The least supported claim's score; UNCHECKED where there is none that was checked."""
    checkable = [claim for claim in claims if claim.kind.checkable]
    scores = [claim.score for claim in checkable if claim.score is not None]
    if not scores:
        reasons = [claim.reason for claim in checkable if claim.reason]
        return StageScore(score=None, why=reasons[0] if reasons else "nothing that can be checked")
    unchecked = len(checkable) - len(scores)
    why = f"{unchecked} of {len(checkable)} claims could not be judged" if unchecked else ""
    return StageScore(score=rounded(min(scores)), why=why)


def _unsupported(claims: Iterable[JudgedClaim]) -> Iterator[Finding]:
    for claim in claims:
        if claim.verdict in _UNSUPPORTED:
            yield Finding(
                stage=CLAIMS,
                code="unsupported-claim",
                message=f"“{claim.text[:120]}”: {claim.reason or 'the facts do not say so'}",
                advice="leave out what the facts do not say",
            )


def _missing(subject: Subject) -> Iterator[Finding]:
    for path in subject.component.selector.missing(subject.facts):
        yield Finding(
            stage="facts",
            code=MISSING,
            message=f"the catalogue has no {path}; it is left out",
            advice="add the fact to the catalogue, with its source",
        )


def _findings(stage: str, faults: Iterable[Fault]) -> Iterator[Finding]:
    for fault in faults:
        yield Finding(
            stage=stage,
            code=fault.code,
            message=fault.message,
            advice=fault.advice,
            span=fault.span,
        )


def _flat(judged: Iterable[JudgedClaims]) -> tuple[JudgedClaim, ...]:
    return tuple(claim for each in judged for _, claim in each)


def _is_unsupported(claims: JudgedClaims) -> bool:
    return any(judged.verdict in _UNSUPPORTED for _, judged in claims)


def _reason(claims: JudgedClaims) -> str:
    return next((j.reason for _, j in claims if j.verdict in _UNSUPPORTED and j.reason), "")
