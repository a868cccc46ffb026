"""A claim that denies what its evidence says, or says what it denies.

Where a claim repeats a stretch of the evidence, the two must have the same number of negations.
Where it says it in other words, the word that a negation is about must be denied in both.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import cut, differs, point, word_at, words_of
from groundsmith.verify.lexicon import PREFIX
from groundsmith.verify.opposition import opposed
from groundsmith.verify.pairing import Pairing, Place, pair
from groundsmith.verify.reading import Reading
from groundsmith.verify.words.cues import LOCAL
from groundsmith.verify.words.listing import listed

_LEAST_SHARE = 0.2
_CLEARLY = 1.2
_TOLD = 0.7
_TURNING = listed("until baru")
_BESIDES = listed("but only apart other besides selain hanya")
_ADVICE = "keep what the source affirms or denies"


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for the first word that one of the two denies and the other affirms."""
    pairing = pair(claim, evidence)
    for one in opposed(pairing):
        if one.kind == PREFIX:
            source = word_at(pairing, one.place, evidence)
            span = words_of(pairing, one.at, one.at)
            said = differs(claim, span, source)
            return [point(claim, span, "negation", "negation-differs", said, _ADVICE, source)]
    for at in pairing.claim.content:
        place = _turned(pairing, at)
        if place:
            return [_finding(claim, pairing, at, place, evidence)]
    return []


def _turned(pairing: Pairing, at: int) -> Place | None:
    """The place of the claim's word in the evidence, where only one of the two is denied."""
    matches = pairing.matches(at)
    if not matches:
        return None
    denied = pairing.claim.is_denied(at)
    other = [place for place in matches if pairing.is_denied(place) != denied]
    if not other:
        return None
    place = pairing.best(at, other)
    if place.place is None or place.support < _LEAST_SHARE * pairing.most(at):
        return None
    if pairing.told(at, place.place) < _TOLD:
        return None
    own = pairing.best(at, [found for found in matches if found not in other])
    if place.support <= _CLEARLY * own.support or _excused(pairing, at, place.place):
        return None
    return place.place


def _excused(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether the difference means nothing: of a far word, or turned back by another denial."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    if not (_is_head(claim, at) or _is_head(shown, place.at)):
        return True
    mine, its = _denials(claim, at), _denials(shown, place.at)
    if not _TURNING.isdisjoint({*claim.words, *shown.words}) and len(mine) + len(its) == 1:
        return True
    if not LOCAL.isdisjoint(its) and not _BESIDES.isdisjoint(claim.words):
        return True
    if _bounded(claim) or _turned_besides(pairing, at, place):
        return True
    if any(len(denials) > 1 and not LOCAL.isdisjoint(denials) for denials in (mine, its)):
        return True
    return len(mine) % 2 == len(its) % 2


def _bounded(claim: Reading) -> bool:
    """Whether the claim tells a bound, which the source may tell by what is not allowed."""
    return any(cue.value in ("atmost", "least") for cue in claim.cues)


def _turned_besides(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether another word of the clause is opposed as well, so that the two cancel out."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    return any(
        found.shown == place.shown
        and shown.clauses[found.at] == shown.clauses[place.at]
        and not pairing.meaning(found).alike(claim.meanings[other])
        for other in claim.content
        if other != at and claim.clauses[other] == claim.clauses[at]
        for found in pairing.places(claim.meanings[other].opposed)
    )


def _is_head(text: Reading, at: int) -> bool:
    """Whether the word is the first that some negator reaches."""
    return any(text.heads(negator)[:1] == [at] for negator in text.denied.get(at, ()))


def _denials(text: Reading, at: int) -> list[str]:
    """The negators of the clauses around a word."""
    here = text.clauses[at]
    few = [cue.value for cue in text.cues if cue.value == "few" and text.clauses[cue.first] == here]
    return [
        *few,
        *(
            text.words[n]
            for n in text.negators
            if text.clauses[n] == here
            or (text.words[n] in LOCAL and abs(text.clauses[n] - here) == 1)
        ),
    ]


def _finding(
    claim: Claim, pairing: Pairing, at: int, place: Place, evidence: Sequence[Evidence]
) -> Finding:
    """The finding, at the claim's negator and word, or at the word alone."""
    by = pairing.claim.denied.get(at, ())
    first = min([*by, at])
    shown = pairing.shown[place.shown]
    tokens = shown.analysis.tokens
    start = tokens[min([*shown.denied.get(place.at, ()), place.at])].start
    source = cut(evidence[place.shown], start, tokens[place.at].stop)
    span = words_of(pairing, first, at)
    said = "the claim denies what the source says" if by else "the claim leaves out a negation"
    said = f"{said}: {source.text}"
    return point(claim, span, "negation", "negation-differs", said, _ADVICE, source)
