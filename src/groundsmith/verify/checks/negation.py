"""A claim that denies what its evidence says, or says what it denies, in otherwise equal words."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.comparison import compare
from groundsmith.verify.tokens import Token, TokenKind, fold
from groundsmith.verify.words import NOT_ONLY

_FEWEST_TOKENS = 4


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """One finding where the claim repeats a stretch of the evidence but for a negation.

    Two negations cancel out. "Not only" and "No. 5" deny nothing. A negation right before the
    stretch counts, unless the claim is too short to be more than a phrase of it.
    """
    compared = compare(claim, evidence)
    if not compared.close:
        return []
    stretch = compared.stretch
    if compared.before and len(compared.claim.tokens) >= _FEWEST_TOKENS:
        stretch = (compared.before, *stretch)
    denied = _negations(compared.claim.text, compared.claim.tokens)
    source = _negations(compared.closest.text, stretch)
    if len(denied) % 2 == len(source) % 2:
        return []
    mine = denied[0] if denied else None
    return [
        Finding(
            stage="negation",
            code="negation-differs",
            message="the claim denies what the source says"
            if len(denied) > len(source)
            else "the claim leaves out the source's negation",
            advice="keep what the source affirms or denies",
            span=Span(start=claim.start + mine.start, stop=claim.start + mine.stop)
            if mine
            else None,
        )
    ]


def _negations(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens that deny something."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.NEGATION:
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if not (after and _denies_nothing(text, token, after)):
            found.append(token)
    return found


def _denies_nothing(text: str, token: Token, after: Token) -> bool:
    """Whether a negation is the first half of "not only", or an abbreviated "number"."""
    if fold(text[after.start : after.stop]) in NOT_ONLY:
        return True
    numbered = after.kind is TokenKind.NUMBER and fold(text[token.start : token.stop]) == "no"
    return numbered and text[token.stop : after.start].startswith(".")
