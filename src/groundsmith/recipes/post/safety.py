"""Makes a post safe: what is not supported is rewritten from evidence or left out, and reported.

A sentence is rewritten at most twice, each time by the model from the passages and held again like
any other; what cannot be saved is left out. Sentences are mended at the same time, since none
depends on another.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from groundsmith.llm.structured import ask
from groundsmith.recipes.post.content import Hook, Origin, Part, Post, Sentence
from groundsmith.recipes.post.holding import Holder, JudgedClaims, fault, findings_of
from groundsmith.recipes.post.layout import tidied
from groundsmith.records import (
    Correction,
    Evidence,
    Finding,
    JudgedClaim,
    Request,
    Span,
    Verdict,
    rounded,
)
from groundsmith.seams import Model
from groundsmith.verify.repair import Repairer, Rewriting


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A sentence as it stays: the sentence, if any, its claims, and what was corrected."""

    sentence: Sentence | None
    claims: JudgedClaims
    written: JudgedClaims
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Safety:
    """What became of a post.

    Attributes:
        claims: Of the sections and the caption, as they stay, in their order.
        written: The verdicts on the post as it was written.
    """

    post: Post
    claims: list[JudgedClaim] = field(default_factory=list)
    written: list[JudgedClaim] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, mended: Iterable[Mended], *, published: bool) -> tuple[Sentence, ...]:
        """The sentences that stay; what became of all is noted."""
        kept: list[Sentence] = []
        for one in mended:
            self.corrections += one.corrections
            self.findings += one.findings
            if published:
                self.written += [judged for _, judged in one.written]
                self.claims += [judged for _, judged in one.claims]
            if one.sentence is not None:
                kept.append(one.sentence)
        return tuple(kept)


@dataclass(frozen=True)
class Guard:
    """Mends posts of one project."""

    holder: Holder
    most: int

    async def safe(self, post: Post) -> Safety:
        """The post with nothing unsupported in it."""
        groups = [post.sections.get(part, ()) for part in Part]
        groups += [post.caption, tuple(hook.sentence for hook in post.hooks)]
        everything = [sentence for group in groups for sentence in group]
        mended = iter(await asyncio.gather(*map(self._mended, everything)))
        made = [[next(mended) for _ in group] for group in groups]
        safety = Safety(post)
        sections = {
            part: tidied(safety.take(made[at], published=True)) for at, part in enumerate(Part)
        }
        caption = safety.take(made[-2], published=True)
        hooks = [
            Hook(kind=hook.kind, sentence=kept)
            for hook, one in zip(post.hooks, made[-1], strict=True)
            for kept in safety.take([one], published=False)
        ]
        safety.post = replace(post, sections=sections, caption=caption, hooks=tuple(hooks))
        return safety

    async def _mended(self, sentence: Sentence) -> Mended:
        true, claims = await self.holder.held(sentence)
        reason = fault(claims)
        if not reason:
            return Mended(sentence=true, claims=claims, written=claims)
        better = await self._rewritten(true, claims)
        correction = Correction(original=true.text, rewritten=better, reason=reason)
        kept = Sentence(text=better, origin=Origin.MODEL) if better else None
        return Mended(
            sentence=kept,
            claims=await self.holder.judged(better) if better else (),
            written=claims,
            corrections=(correction,),
            findings=tuple(findings_of(claims)),
        )

    async def _rewritten(self, sentence: Sentence, claims: JudgedClaims) -> str:
        """What the model makes of it that is supported; empty where that is nothing."""
        if self.holder.kit.model is None or not self.most:
            return ""
        repairer = Repairer(
            ask=partial(_asked, self.holder.kit.model),
            check=self.holder.judged,
            sentences=_Whole(),
            most=self.most,
        )
        repaired = await repairer.repair(sentence.text, claims, _resting(claims))
        text = repaired.text if repaired.corrections else ""
        return "" if text == sentence.text else text


class _Whole:
    """A splitter that leaves a sentence whole; the seam SentenceSplitter."""

    def split(self, text: str) -> list[Span]:
        """One span."""
        return [Span(start=0, stop=len(text))]


def confidence_of(claims: Sequence[JudgedClaim]) -> float | None:
    """Supported over judged; `None` where nothing could be judged."""
    judged = [claim for claim in claims if claim.verdict is not Verdict.UNCHECKED]
    supported = sum(claim.verdict is Verdict.SUPPORTED for claim in judged)
    return rounded(supported / len(judged)) if judged else None


def _resting(claims: JudgedClaims) -> list[Evidence]:
    """What the claims were held against, each passage once."""
    shown = (evidence for _, judged in claims for evidence in judged.evidence)
    return list(dict.fromkeys(shown))


async def _asked(model: Model, request: Request, kind: type[Rewriting]) -> Rewriting:
    return (await ask(model, request, kind)).value
