"""A pair as the checks see it: what was written, and everything it must rest on.

Built once a draft, so that a check is a plain function of it; claims are judged here, because
more than one check reads their verdicts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from groundsmith.recipes.qa.checks.closeness import Closeness, closeness
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.settings import LengthSettings
from groundsmith.records import (
    Chunk,
    Claim,
    Draft,
    DraftCitation,
    Evidence,
    Finding,
    Item,
    JudgedClaim,
    Span,
    StageScore,
)
from groundsmith.seams import Kit
from groundsmith.verify.claims import split_claims

Checked = tuple[StageScore, list[Finding]]
"""What a check gives: what it measured, and what is wrong, spans in the text it looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPair:
    """A question, its answer, and the passages it was written from.

    Attributes:
        verbatim: Whether its writer only copies, so that no difference is forgiven.
        claims: The answer's claims, each beside its verdict.
        closeness: `None` where the run has no embedder.
    """

    question: str
    answer: str
    kind: Kind
    language: str
    verbatim: bool
    passages: tuple[Chunk, ...]
    citations: tuple[DraftCitation, ...]
    claims: tuple[tuple[Claim, JudgedClaim], ...]
    lengths: LengthSettings
    closeness: Closeness | None

    def cited(self, citation: DraftCitation) -> str:
        """The text that a citation points to."""
        return self.passages[citation.input].text[citation.start : citation.stop]


async def pair_of(item: Item, draft: Draft, kit: Kit, lengths: LengthSettings) -> CheckedPair:
    """The pair that a draft holds, its claims judged against the item's passages."""
    question, answer = str(draft.content["question"]), str(draft.content["answer"])
    return CheckedPair(
        question=question,
        answer=answer,
        kind=Kind(draft.content["kind"]),
        language=str(draft.content["language"]),
        verbatim=draft.writer == "extractive",
        passages=item.inputs,
        citations=draft.citations,
        claims=await judged_claims(answer, item.inputs, kit),
        lengths=lengths,
        closeness=_closeness(question, answer, item, draft, kit),
    )


def _closeness(question: str, answer: str, item: Item, draft: Draft, kit: Kit) -> Closeness | None:
    if kit.embedder is None or not draft.citations:
        return None
    first = draft.citations[0]
    cited = Span(start=first.start, stop=first.stop)
    passage = item.inputs[first.input]
    return closeness(question, answer, passage, cited, kit.embedder, kit.sentences)


def evidence_of(passages: Sequence[Chunk]) -> list[Evidence]:
    """The passages, whole, as what claims are held against."""
    return [
        Evidence(input=number, start=0, stop=len(chunk.text), text=chunk.text)
        for number, chunk in enumerate(passages)
    ]


async def judged_claims(
    answer: str, passages: Sequence[Chunk], kit: Kit
) -> tuple[tuple[Claim, JudgedClaim], ...]:
    """The claims of a text, each with its verdict."""
    shown = evidence_of(passages)
    claims = split_claims(answer, kit.sentences)
    return tuple([(claim, await kit.judge.judge(claim, shown)) for claim in claims])
