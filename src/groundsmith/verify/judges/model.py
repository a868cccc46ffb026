"""A judge that asks a model, and believes it no further than its quotes go.

What a model says of a claim is itself a claim: the words it rests its verdict on must stand in the
passages, character by character but for white space, or its verdict counts for nothing. A model
gives no probability that was ever measured, so none is asked for: the score is the share of its
answers that called the claim supported.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.records import Claim, Evidence, JudgedClaim, Request, Verdict, rounded
from groundsmith.verify.judges.unjudged import unjudged

_PROMPT = "judge.v1"
_SLOTS = frozenset({"claim", "passage"})
_MOST_CHARS = 24_000
ANSWER_TOKENS = 512
"""The most that an answer about one claim may take."""
_REASON_CHARS = 300


class Quote(BaseModel):
    """Words of a passage, and its number from 1."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    passage: int
    text: str


class Opinion(BaseModel):
    """What a model answers about one claim."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    verdict: Literal["SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO"]
    quotes: list[Quote] = []
    reason: str = ""


Ask = Callable[[Request, type[Opinion]], Awaitable[Opinion]]
"""Asks for an answer of a type; raises ModelError where there is none that fits."""


class ModelJudge:
    """What a model makes of a claim, its quotes checked; the seam Judge.

    Args:
        model: Its name, as it stands in records.
        samples: How often it is asked about one claim; the majority decides, a tie decides nothing.
        temperature: Only several samples profit from more than 0.
    """

    def __init__(self, ask: Ask, *, model: str, samples: int = 1, temperature: float = 0.0) -> None:
        self.name = name_of(model)
        self._ask = ask
        self._samples = samples
        self._temperature = temperature

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """The model's verdict; UNCHECKED where it gave none that its quotes bear.

        What stops a run (a budget, a signal) is raised as it is.
        """
        if why := not_asked(claim, evidence):
            return unjudged(claim, self.name, why)
        try:
            opinions = [await self._opinion(claim, evidence, at) for at in range(self._samples)]
        except (ModelError, AllStrategiesFailed) as error:
            return unjudged(claim, self.name, f"the model could not be asked: {error}")
        verdict = _majority([opinion.verdict for opinion in opinions])
        chosen = next(each for each in opinions if each.verdict == verdict or verdict is None)
        quoted = [_place(quote, evidence) for quote in chosen.quotes]
        if verdict in (Verdict.SUPPORTED, Verdict.REFUTED) and (not quoted or None in quoted):
            return unjudged(claim, self.name, _unquoted(chosen, quoted))
        supporting = sum(opinion.verdict == Verdict.SUPPORTED for opinion in opinions)
        return JudgedClaim(
            text=claim.text,
            kind=claim.kind,
            verdict=verdict or Verdict.NOT_ENOUGH_INFO,
            score=rounded(supporting / len(opinions)),
            judge=self.name,
            evidence=tuple(place for place in quoted if place) or tuple(evidence),
            reason=" ".join(chosen.reason.split())[:_REASON_CHARS],
        )

    async def _opinion(self, claim: Claim, evidence: Sequence[Evidence], sample: int) -> Opinion:
        request = request_for(claim, evidence, temperature=self._temperature, sample=sample)
        return await self._ask(request, Opinion)


def request_for(
    claim: Claim, evidence: Sequence[Evidence], *, temperature: float = 0.0, sample: int = 0
) -> Request:
    """What a model is asked about one claim."""
    prompt = judging_prompt()
    shown = "\n\n".join(
        f"Passage {number}\n{fenced(passage.text).text}"
        for number, passage in enumerate(evidence, start=1)
    )
    return Request(
        system=prompt.system,
        messages=(("user", prompt.filled({"claim": fenced(claim.text).text, "passage": shown})),),
        max_output_tokens=ANSWER_TOKENS,
        temperature=temperature,
        sample=sample,
    )


def name_of(model: str) -> str:
    """The judge's name and version, as it stands in records."""
    return f"model:{model}@1"


@cache
def judging_prompt() -> Prompt:
    """The prompt that a model judges by; its hash belongs to the settings of judging."""
    text = (files("groundsmith.verify") / "prompts" / f"{_PROMPT}.md").read_text("utf-8")
    return parsed(_PROMPT, text, _SLOTS)


def not_asked(claim: Claim, evidence: Sequence[Evidence]) -> str:
    """Why a model is not asked, if it is not."""
    if not any(char.isalnum() for char in claim.text):
        return "nothing in it to check"
    if not evidence:
        return "there is nothing to hold it against"
    length = len(claim.text) + sum(len(passage.text) for passage in evidence)
    return f"too long to ask a model about: {length} characters" if length > _MOST_CHARS else ""


def _majority(verdicts: Sequence[str]) -> Verdict | None:
    """What more than half of the answers say."""
    for verdict in set(verdicts):
        if 2 * verdicts.count(verdict) > len(verdicts):
            return Verdict(verdict)
    return None


def _place(quote: Quote, evidence: Sequence[Evidence]) -> Evidence | None:
    """Where the quoted words stand in their passage; `None` where they do not."""
    words = quote.text.split()
    if not words or not 1 <= quote.passage <= len(evidence):
        return None
    passage = evidence[quote.passage - 1]
    found = re.search(r"\s+".join(map(re.escape, words)), passage.text)
    if found is None:
        return None
    return Evidence(
        input=passage.input,
        start=passage.start + found.start(),
        stop=passage.start + found.end(),
        text=found.group(),
    )


def _unquoted(opinion: Opinion, places: Sequence[Evidence | None]) -> str:
    """Why a verdict counts for nothing."""
    if not places:
        return f"the model said {opinion.verdict} and quoted nothing"
    lost = opinion.quotes[list(places).index(None)]
    words = " ".join(lost.text.split())[:80]
    return f"the model said {opinion.verdict} and quoted what passage {lost.passage} lacks: {words}"
