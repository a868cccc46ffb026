"""A claim that denies what its evidence says, or says what it denies.

Where a claim repeats a stretch of the evidence, the two must have the same number of negations.
Where it says it in other words, the word that a negation is about must be denied in both.
"""

from collections import Counter

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.pairing import Pairing, Place
from groundsmith.verify.reading import Reading
from groundsmith.verify.words import NUMBER_WORDS
from groundsmith.verify.words.cues import LOCAL, TURNING
from groundsmith.verify.words.listing import listed

_LEAST_SHARE = 0.2
_CLEARLY = 1.2
_TOLD = 0.7
_NOT = "not"
_BOTH = Counter([_NOT])
_AROUND = 1
_TURNING_CUES = listed("few notall only one atmost least mustnot neednot doubt")


def check(case: Case) -> list[Objection]:
    """An objection to the first word that one of the two denies and the other affirms."""
    pairing = case.pairing
    if not pairing.claim.negators and not any(shown.negators for shown in pairing.shown):
        return []
    for at in pairing.claim.content:
        if place := _turned(pairing, at):
            return [_objection(case, at, place)]
    return []


def _turned(pairing: Pairing, at: int) -> Place | None:
    """The place of the claim's word in the evidence, where only one of the two is denied."""
    matches = pairing.matches(at)
    if not matches:
        return None
    denied = pairing.claim.is_denied(at)
    other = [place for place in matches if pairing.is_denied(place) != denied]
    if not _is_head(pairing.claim, at):
        other = [p for p in other if _is_head(pairing.shown[p.shown], p.at)]
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
    """Whether the difference means nothing: of a far word, or told by what is no negation.

    "Contains neither", "fails to", "forbids", "only those who": where the side without a negation
    has any word that turns a sentence around, or the other has two, nothing is said.
    """
    claim, shown = pairing.claim, pairing.shown[place.shown]
    if claim.words[at] in NUMBER_WORDS:
        return True
    mine, its = _turns(claim, at), _turns(shown, place.at)
    one_sided = {(mine - its).total(), (its - mine).total()} == {0, 1} and not mine & its & _BOTH
    return not one_sided or _turned_besides(pairing, at, place)


def _turns(text: Reading, at: int) -> Counter[str]:
    """The words around a word that deny, bound or except something; negations are all alike."""
    here = text.clauses[at]
    turns = Counter(
        cue.value
        for cue in text.cues
        if cue.value in _TURNING_CUES
        and abs(text.clauses[cue.first] - here) <= _AROUND
        and not any(cue.first <= n <= cue.last for n in text.negators)
    )
    turns.update(
        _NOT if n in text.negators else word
        for n, word in enumerate(text.words)
        if abs(text.clauses[n] - here) <= (0 if word in LOCAL else _AROUND)
        and (n in text.negators or word in TURNING or word.endswith("less"))
    )
    return turns


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


def _objection(case: Case, at: int, place: Place) -> Objection:
    """The objection, at the claim's negator and word, or at the word alone."""
    claim, shown = case.pairing.claim, case.pairing.shown[place.shown]
    by = claim.denied.get(at, ())
    source = case.words_at(place, min([*shown.denied.get(place.at, ()), place.at]), place.at)
    said = "the claim denies what the source says" if by else "the claim leaves out a negation"
    return case.objection(
        case.words_of(min([*by, at]), at),
        "negation-differs",
        source=source,
        message=f"{said}: {source.text}",
        bearing=case.bearing(at, place),
    )
