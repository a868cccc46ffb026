"""Holds sentences against the sources: where each stands, what it adds, what it is worth.

What a sentence says of its own origin is not believed. A copy is compared with its place again, a
fact is made again, connecting text is looked up; whatever does not agree is held like a model's. In
a post a heading is held like a claim, since readers take it for one, and an opinion is none that a
source could share. Only questions and invitations that say nothing are set apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from groundsmith.recipes.post.additions import Addition, additions, states
from groundsmith.recipes.post.brief import Brief
from groundsmith.recipes.post.content import Origin, Place, Sentence
from groundsmith.recipes.post.facts import facts
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.sentences import plain
from groundsmith.records import Claim, ClaimKind, Evidence, Finding, JudgedClaim, Span, Verdict
from groundsmith.seams import Kit, SentenceSplitter
from groundsmith.verify.claims import split_claims
from groundsmith.verify.sources import Sources

COPY, FACTS = "copy@1", "facts@1"
UNSUPPORTED = frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO})
_APART = frozenset({ClaimKind.QUESTION, ClaimKind.CALL_TO_ACTION})
_OPINION = "an opinion, which no source can share"

JudgedClaims = tuple[tuple[Claim, JudgedClaim], ...]


@dataclass(frozen=True)
class Holder:
    """Holds sentences of one post; built once a judgement."""

    project: Project
    brief: Brief
    kit: Kit
    language: str

    async def held(self, sentence: Sentence) -> tuple[Sentence, JudgedClaims]:
        """The sentence with its true origin, and its claims with their verdicts."""
        true = self._true(sentence)
        claims = claims_of(true, self.kit.sentences)
        if true.origin in (Origin.SOURCE, Origin.FACT):
            return true, tuple((claim, self._copied(claim, true)) for claim in claims)
        if true.origin is Origin.NEUTRAL:
            return true, ()
        return true, await self.judged(true.text)

    async def judged(self, text: str) -> JudgedClaims:
        """The claims of a text that anybody may have written."""
        made: list[tuple[Claim, JudgedClaim]] = []
        claims = split_claims(text, self.kit.sentences)
        taken_as = [self._as_claim(claim) for claim in claims]
        asks = all(taken.kind in _APART for taken in taken_as)
        added = additions(text, self.project, asks=asks)
        for claim, taken in zip(claims, taken_as, strict=True):
            judged = await self.kit.judge.judge(taken, self._sources.near(taken))
            within = [one for one in added if one.words in claim.text or len(claims) == 1]
            made.append((claim, _less(judged, claim, within)))
        return tuple(made)

    def _as_claim(self, claim: Claim) -> Claim:
        """The claim as a judge is to take it: what only looks as if it said nothing says it."""
        kind = claim.kind
        held = kind in (ClaimKind.OPINION, ClaimKind.HEADING) or (
            kind in _APART and states(claim.text, self.project)
        )
        return replace(claim, kind=ClaimKind.QUALITATIVE) if held else claim

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.project.evidence)

    @cached_property
    def _made_again(self) -> frozenset[Sentence]:
        made = facts(self.project, self.language)
        return frozenset(one for group in made.values() for one in group)

    def _true(self, sentence: Sentence) -> Sentence:
        """The sentence, as a model's where its origin is not what it says."""
        match sentence.origin:
            case Origin.SOURCE:
                believed = self._is_copy(sentence)
            case Origin.FACT:
                believed = sentence in self._made_again
            case Origin.NEUTRAL:
                believed = self._is_lead(sentence)
            case Origin.MODEL:
                believed = True
        return sentence if believed else Sentence(text=sentence.text, origin=Origin.MODEL)

    def _is_copy(self, sentence: Sentence) -> bool:
        shown = [self._shown(place) for place in sentence.places]
        return len(shown) == 1 and plain(shown[0].text) == sentence.text

    def _is_lead(self, sentence: Sentence) -> bool:
        leads = self.brief.leads(self.language)
        return sentence.text in (leads.story, leads.impact, leads.call_to_action)

    def _copied(self, claim: Claim, sentence: Sentence) -> JudgedClaim:
        return JudgedClaim(
            text=claim.text,
            verdict=Verdict.SUPPORTED,
            score=1.0,
            judge=COPY if sentence.origin is Origin.SOURCE else FACTS,
            evidence=tuple(map(self._shown, sentence.places)),
            kind=claim.kind,
        )

    def _shown(self, place: Place) -> Evidence:
        inputs = self.project.inputs
        chunk = inputs[place.input] if place.input < len(inputs) else None
        text = chunk.text[place.start : place.stop] if chunk else ""
        return Evidence(input=place.input, start=place.start, stop=place.stop, text=text)


def claims_of(sentence: Sentence, splitter: SentenceSplitter) -> Sequence[Claim]:
    """The claims of a sentence; a fact is one, and connecting text has none."""
    if sentence.origin is Origin.NEUTRAL:
        return ()
    if sentence.origin is Origin.FACT:
        return (Claim(text=sentence.text, start=0, stop=len(sentence.text)),)
    return split_claims(sentence.text, splitter)


def fault(claims: JudgedClaims) -> str:
    """Why a sentence is not supported; empty where it is, or states nothing."""
    wrong = [judged for _, judged in claims if judged.verdict in UNSUPPORTED]
    return (wrong[0].reason or f"not supported: {wrong[0].text}") if wrong else ""


def findings_of(claims: JudgedClaims) -> Iterator[Finding]:
    """A finding for each claim that is not supported, spans in the sentence."""
    for claim, judged in claims:
        if judged.verdict in UNSUPPORTED:
            code = "claim-refuted" if judged.verdict is Verdict.REFUTED else "claim-not-supported"
            own = [one for one in judged.findings if one.stage == STAGE]
            yield from own or [
                _finding(code, judged.reason or f"the sources do not say: {claim.text}", claim)
            ]


STAGE = "grounding"


def _finding(code: str, message: str, claim: Claim) -> Finding:
    return Finding(
        stage=STAGE,
        code=code,
        message=message,
        advice="say only what the sources say",
        span=Span(start=claim.start, stop=claim.stop),
    )


def _less(judged: JudgedClaim, claim: Claim, added: Sequence[Addition]) -> JudgedClaim:
    """The verdict, lowered to NOT_ENOUGH_INFO by what the claim adds, or for an opinion."""
    opinion = claim.kind is ClaimKind.OPINION and judged.score != 1.0
    if not (added or opinion) or judged.verdict is Verdict.REFUTED:
        return judged
    return replace(
        judged,
        verdict=Verdict.NOT_ENOUGH_INFO,
        score=0.0,
        reason=added[0].message if added else _OPINION,
        findings=(
            *(_finding(one.code, one.message, claim) for one in added),
            *judged.findings,
        ),
    )
