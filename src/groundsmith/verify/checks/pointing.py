"""Findings of the hard checks: each points at the claim's words and at the source's."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.pairing import Pairing, Place


def point(
    claim: Claim,
    span: tuple[int, int],
    stage: str,
    code: str,
    message: str,
    advice: str,
    source: Evidence | None = None,
) -> Finding:
    """A finding at `[start, stop)` of the claim's own text."""
    return Finding(
        stage=stage,
        code=code,
        message=message,
        advice=advice,
        span=Span(start=claim.start + span[0], stop=claim.start + span[1]),
        source=source,
    )


def cut(shown: Evidence, start: int, stop: int) -> Evidence:
    """The part `[start, stop)` of an evidence's text, as evidence of the same input."""
    return Evidence(
        input=shown.input,
        start=shown.start + start,
        stop=shown.start + stop,
        text=shown.text[start:stop],
    )


def word_at(pairing: Pairing, place: Place, evidence: Sequence[Evidence]) -> Evidence:
    """The source's word at a place."""
    token = pairing.token(place)
    return cut(evidence[place.shown], token.start, token.stop)


def words_of(pairing: Pairing, first: int, last: int) -> tuple[int, int]:
    """`[start, stop)` of the claim's words `first` to `last`."""
    tokens = pairing.claim.analysis.tokens
    return tokens[first].start, tokens[last].stop


def differs(claim: Claim, span: tuple[int, int], source: Evidence) -> str:
    """What is said where the source says something else at the claim's place."""
    return f"the source says {source.text} where the claim says {claim.text[slice(*span)]}"
