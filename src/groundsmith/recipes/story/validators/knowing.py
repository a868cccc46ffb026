"""People who know what they cannot know: a secret kept from them, somebody they never met.

To know by now is no slip, since people are told things; to have known long before, or from the
first, is one where the text says that they did not. Where nothing says "already", "all along" or
the like, two rare words must be shared.
"""

from collections.abc import Iterator

from groundsmith.recipes.story.bible.knowing import Claim, Doubt, Ignorance, claims, doubts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable

_RARE = 12
_SOME = 0.5
_LEAST = 1.0
_TOLD = 1.5
_SHARED = 2.0
_HALF = 0.5


def check(story: Story) -> Iterator[Finding]:
    """Claims to know what one cannot."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    known = list(claims(story))
    if not known:
        return
    unknown = list(doubts(story))
    for claim in known:
        best = max(
            (one for one in unknown if _concerns(one, claim)),
            key=lambda one: _shared(one, claim, story),
            default=None,
        )
        if best is not None and _contradicts(best, claim, story):
            yield _finding(best, claim)


def _concerns(doubt: Doubt, claim: Claim) -> bool:
    """Whether a doubt is of the same person, or of everybody, and stands elsewhere."""
    if doubt.line.sentence.at == claim.line.sentence.at:
        return False
    if doubt.kind is Ignorance.KEPT or claim.tells:
        return doubt.kind is Ignorance.KEPT and claim.tells and bool(claim.who & doubt.who)
    if doubt.kind is Ignorance.STRANGER:
        return bool(claim.who & doubt.who) and doubt.line.sentence.at > claim.line.sentence.at
    if claim.is_familiar and not claim.is_old and doubt.kind is not Ignorance.UNMET:
        return False
    if doubt.kind is Ignorance.FOUND:
        return claim.is_old and doubt.line.sentence.at > claim.line.sentence.at
    if doubt.kind is Ignorance.UNMET:
        return (claim.is_familiar or claim.is_old) and bool(claim.who & doubt.who)
    return bool(claim.who & doubt.who) or (
        doubt.kind is Ignorance.TOLD and not doubt.who and not claim.who & doubt.save
    )


def _shared(doubt: Doubt, claim: Claim, story: Story) -> float:
    """How much two sentences speak of one thing: rare words count, what is known counts double."""
    names = {story.stem(name) for one in story.cast.characters.values() for name in one.names}
    both = (doubt.about & claim.known) | (doubt.about & claim.around)
    return sum(
        (1.0 if one in claim.known else 0.5) * (0.5 if one in names else 1.0)
        for one in both
        if story.frequency[one] <= _RARE
    )


def _contradicts(doubt: Doubt, claim: Claim, story: Story) -> bool:
    shared = _shared(doubt, claim, story)
    before = doubt.line.sentence.at < claim.line.sentence.at
    if doubt.kind is Ignorance.UNMET:
        return before and shared >= _LEAST
    if doubt.kind is Ignorance.STRANGER:
        return shared >= _SHARED or _HALF * len(claim.known) <= shared >= _LEAST
    if doubt.kind is Ignorance.KEPT:
        return shared >= _TOLD
    if not claim.is_direct and not (claim.is_familiar and not claim.is_old):
        return shared >= _SHARED and doubt.kind in (Ignorance.TOLD, Ignorance.UNMET)
    if claim.is_old:
        return shared >= _SOME
    return before and doubt.kind is Ignorance.TOLD and shared >= _SHARED


def _finding(doubt: Doubt, claim: Claim) -> Finding:
    return Finding(
        subtype="knowledge",
        severity=Severity.MEDIUM,
        message=f"{min(claim.who & doubt.who or claim.who)} knows what they did not know",
        established=doubt.line.sentence.place(),
        contradicting=claim.line.sentence.place(),
        suggestion="tell how they came to know it, or let them not know",
    )
