"""Holds a text against its sources: split, find evidence, judge, and say where it stands.

Claims are judged one after the other unless a judge waits for somebody: the embedded judge only
computes, so nothing would be gained, and a caller may run this without an event loop.
"""

import asyncio
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from groundsmith.records import (
    Claim,
    Evidence,
    Finding,
    JudgedClaim,
    Verdict,
    sha256,
)
from groundsmith.seams import Judge, SentenceSplitter
from groundsmith.verify.claims import split_claims
from groundsmith.verify.language import language_of
from groundsmith.verify.policy import Policy
from groundsmith.verify.report import (
    CheckedClaim,
    ClaimFinding,
    Place,
    Report,
    SourceShown,
    SourceText,
    outcome,
)
from groundsmith.verify.sources import Sources
from groundsmith.verify.violations import violations

_AROUND_CHARS = 160
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class Verifier:
    """Checks texts against one set of sources, which is prepared once.

    Args:
        judge: Decides each claim by the evidence nearest to it.
        policy: Rules that texts are held to besides; without, their reports have no policy.
        together: How many claims are judged at the same time; above 1 it needs an event loop.
    """

    def __init__(
        self,
        judge: Judge,
        sentences: SentenceSplitter,
        sources: Sequence[SourceText],
        *,
        policy: Policy | None = None,
        together: int = 1,
    ) -> None:
        self._judge = judge
        self._policy = policy
        self._together = together
        self._sentences = sentences
        held = [SourceText(name=one.name, text=_readable(one.text)) for one in sources]
        self._sources = tuple(map(_Lined, held))
        self._near = Sources([one.text for one in held])
        self._says_something = any(one.text.strip() for one in held)

    async def verify(self, text: str) -> Report:
        """The report on `text`; its spans count code points of the text as it was given."""
        readable = _readable(text)
        claims = await self._all_checked(split_claims(readable, self._sentences))
        verdict, score, reason = outcome(claims)
        return Report(
            text=readable,
            verdict=verdict,
            score=score,
            reason=reason,
            language=language_of(readable),
            sources=tuple(source.shown for source in self._sources),
            claims=tuple(claims),
            policy=None if self._policy is None else violations(readable, claims, self._policy),
        )

    async def _all_checked(self, claims: Sequence[Claim]) -> list[CheckedClaim]:
        if self._together == 1:
            return [await self._checked(claim) for claim in claims]
        room = asyncio.Semaphore(self._together)

        async def checked(claim: Claim) -> CheckedClaim:
            async with room:
                return await self._checked(claim)

        # All are waited for: what one asked and paid for is kept, whatever stopped another.
        ended = await asyncio.gather(*map(checked, claims), return_exceptions=True)
        return [_whole(one) for one in ended]

    async def _checked(self, claim: Claim) -> CheckedClaim:
        judged = await self._judged(claim)
        return CheckedClaim(
            text=claim.text,
            start=claim.start,
            stop=claim.stop,
            kind=claim.kind,
            checkable=_set_apart(claim) is None,
            verdict=judged.verdict,
            score=judged.score,
            reason=judged.reason,
            judge=judged.judge,
            evidence=tuple(map(self._place, judged.evidence)),
            findings=tuple(map(self._finding, judged.findings)),
        )

    async def _judged(self, claim: Claim) -> JudgedClaim:
        """The judge's verdict; what nobody needs to judge, or can, is UNCHECKED."""
        if reason := _set_apart(claim):
            return _unchecked(claim, f"set apart: {reason}")
        if not self._says_something:
            return _unchecked(claim, "no source says anything")
        return await self._judge.judge(claim, self._near.near(claim))

    def _place(self, shown: Evidence) -> Place:
        return self._sources[shown.input].place(shown)

    def _finding(self, finding: Finding) -> ClaimFinding:
        return ClaimFinding(
            stage=finding.stage,
            code=finding.code,
            message=finding.message,
            advice=finding.advice,
            span=finding.span,
            source=self._place(finding.source) if finding.source else None,
        )


def _whole(ended: CheckedClaim | BaseException) -> CheckedClaim:
    if isinstance(ended, BaseException):
        raise ended
    return ended


def _set_apart(claim: Claim) -> str | None:
    """Why there is nothing to check in a claim; `None` where there is."""
    if not claim.kind.checkable:
        return claim.kind.value.replace("_", " ")
    return None if any(char.isalnum() for char in claim.text) else "no word and no number"


def _unchecked(claim: Claim, reason: str) -> JudgedClaim:
    return JudgedClaim(
        text=claim.text,
        kind=claim.kind,
        verdict=Verdict.UNCHECKED,
        score=None,
        judge="",
        reason=reason,
    )


class _Lined:
    """A source whose lines are counted when the first place in it is shown."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self.shown = SourceShown(
            name=source.name,
            text_sha256=sha256(source.text),
            char_count=len(source.text),
        )

    @cached_property
    def _newlines(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self._source.text)]

    def place(self, shown: Evidence) -> Place:
        text = self._source.text
        return Place(
            document=self._source.name,
            start=shown.start,
            stop=shown.stop,
            line=bisect_right(self._newlines, shown.start - 1) + 1,
            text=shown.text,
            before=_tail(text[max(0, shown.start - _AROUND_CHARS) : shown.start]),
            after=_head(text[shown.stop : shown.stop + _AROUND_CHARS]),
        )


def _tail(text: str) -> str:
    """The end of a paragraph, from a word's start."""
    held = text.rpartition("\n\n")[2]
    return held if len(held) < _AROUND_CHARS else held.partition(" ")[2]


def _head(text: str) -> str:
    """The start of a paragraph, to a word's end."""
    held = text.partition("\n\n")[0]
    return held if len(held) < _AROUND_CHARS else held.rpartition(" ")[0]


def _readable(text: str) -> str:
    """The text with line ends as LF and without what no file can hold; offsets stay as they are."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text if text.isascii() and "\0" not in text else _UNWRITABLE.sub("\ufffd", text)
