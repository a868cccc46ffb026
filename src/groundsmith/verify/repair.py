"""Rewrites what its sources do not support, and keeps a rewriting only if they support it.

Whole sentences are rewritten, because a clause that is taken out leaves a sentence nobody would
write. Each rewriting is checked like any other text. A sentence that cannot be saved is left out;
a text of which nothing would be left stays as it was, for whoever asked to reject.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.records import Claim, Correction, Evidence, JudgedClaim, Request, Span, Verdict
from groundsmith.seams import SentenceSplitter

_PROMPT = "repair.v1"
_SLOTS = frozenset({"passage", "reason", "sentence"})
_TOKENS_A_CHAR = 1
_LEAST_TOKENS = 128
_UNSUPPORTED = frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO})

Judged = Sequence[tuple[Claim, JudgedClaim]]
Check = Callable[[str], Awaitable[Judged]]
"""A text's claims with their verdicts."""


class Rewriting(BaseModel):
    """What a model answers: the sentence, or nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: str


Ask = Callable[[Request, type[Rewriting]], Awaitable[Rewriting]]
"""Asks for an answer of a type; raises ModelError where there is none that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A text with what was changed in it; as it was where nothing was."""

    text: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairer:
    """Rewrites sentences by asking a model.

    Attributes:
        most: How often one sentence is rewritten.
    """

    ask: Ask
    check: Check
    sentences: SentenceSplitter
    most: int

    async def repair(self, text: str, claims: Judged, evidence: Sequence[Evidence]) -> Repaired:
        """The text with its unsupported sentences rewritten or left out.

        Args:
            claims: The text's own, as `check` gave them.
            evidence: What a sentence is rewritten from.
        """
        kept, corrections = text, []
        for span in reversed(self.sentences.split(text)):
            if reason := _fault(span, claims):
                sentence = span.of(text)
                better = await self._rewritten(sentence, reason, evidence)
                corrections.append(Correction(original=sentence, rewritten=better, reason=reason))
                kept = _replaced(kept, span, better)
        if not any(map(str.isalnum, kept)):
            return Repaired(text=text, corrections=())
        return Repaired(text=kept, corrections=tuple(reversed(corrections)))

    async def _rewritten(self, sentence: str, reason: str, evidence: Sequence[Evidence]) -> str:
        """A rewriting that is supported throughout; empty where there is none."""
        tried = sentence
        for _ in range(self.most):
            try:
                answer = await self.ask(request_for(tried, reason, evidence), Rewriting)
            except (ModelError, AllStrategiesFailed):
                return ""
            tried = " ".join(answer.sentence.split())
            claims = await self.check(tried) if tried else ()
            wrong = [judged for _, judged in claims if judged.verdict in _UNSUPPORTED]
            if not wrong:
                supported = any(judged.verdict is Verdict.SUPPORTED for _, judged in claims)
                return tried if supported else ""
            reason = wrong[0].reason
        return ""


def request_for(sentence: str, reason: str, evidence: Sequence[Evidence]) -> Request:
    """What a model is asked about one sentence."""
    prompt = repairing_prompt()
    shown = "\n\n".join(fenced(passage.text).text for passage in evidence)
    asked = {
        "sentence": fenced(sentence).text,
        # A reason quotes the sentence and its source, so it is data too.
        "reason": fenced(reason).text,
        "passage": shown,
    }
    return Request(
        system=prompt.system,
        messages=(("user", prompt.filled(asked)),),
        max_output_tokens=max(_LEAST_TOKENS, len(sentence) * _TOKENS_A_CHAR),
        temperature=0.0,
    )


@cache
def repairing_prompt() -> Prompt:
    """The prompt that sentences are rewritten by; its hash belongs to the settings of judging."""
    text = (files("groundsmith.verify") / "prompts" / f"{_PROMPT}.md").read_text("utf-8")
    return parsed(_PROMPT, text, _SLOTS)


def _fault(span: Span, claims: Judged) -> str:
    """Why a sentence is not supported, if it is not."""
    within = (judged for claim, judged in claims if span.start <= claim.start < span.stop)
    return next(
        (
            judged.reason or f"not supported: {judged.text}"
            for judged in within
            if judged.verdict in _UNSUPPORTED
        ),
        "",
    )


def _replaced(text: str, span: Span, better: str) -> str:
    """The text with another sentence there; with none, without the space before it either."""
    before, after = text[: span.start], text[span.stop :]
    return before + better + after if better else before.rstrip(" ") + after
