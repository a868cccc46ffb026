"""How many of them: a claim whose quantifier does not follow from its evidence's.

All of them are some of them, and most; some of them are not all. Where a negation on one side
turns the quantifier around ("few do", "most do not"), nothing is said.
"""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.cues import COUNTING, Cue
from groundsmith.verify.pairing import TOLD, Pairing, Place
from groundsmith.verify.reading import Reading
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words import UNITS

_REACH = 5
_ALL_OR_NONE = 0.75
"""All and none may both be true where the words behind them are turned, too."""
FOLLOWS = {
    "all": "all most many some any",
    "most": "most many some notall",
    "many": "many some most notall",
    "half": "half some many notall",
    "some": "some many notall few half",
    "few": "few some notall one only",
    "one": "one few some only notall",
    "none": "none only",
    "notall": "notall some most many half",
    "only": "only one",
    "least": "least",
    "atmost": "atmost",
    "any": "any all",
}
"""What may be said where the source says the word before the colon."""


def check(case: Case) -> list[Objection]:
    """An objection to each quantifier that says more, or other, than the source's."""
    pairing = case.pairing
    found: list[Objection] = []
    for cue in pairing.claim.cues:
        if not _counts(pairing.claim, cue) or _measures(case, cue):
            continue
        place = _place(pairing, cue)
        theirs = _theirs(pairing, cue, place) if place else None
        if theirs and place and {"none", "few"} & {cue.value, theirs.value}:
            theirs = theirs if pairing.told(cue.first, place) >= _ALL_OR_NONE else None
        if place and theirs and cue.value not in FOLLOWS[theirs.value].split():
            there = Place(place.shown, theirs.first)
            found.append(
                case.objection(
                    case.words_of(cue.first, cue.last),
                    "quantifier-differs",
                    source=case.words_at(place, theirs.first, theirs.last),
                    bearing=case.bearing(
                        cue.first,
                        there,
                        range(cue.first, cue.last + 1),
                        range(theirs.first, theirs.last + 1),
                    ),
                )
            )
    return found


def _counts(text: Reading, cue: Cue) -> bool:
    """Whether a cue is a quantifier that we know; a bound only with a number behind it."""
    if cue.kind not in COUNTING or cue.value not in FOLLOWS:
        return False
    behind = text.analysis.tokens[cue.last + 1 : cue.last + 2]
    bound = cue.value in ("least", "atmost")
    return not bound or (bool(behind) and behind[0].kind is TokenKind.NUMBER)


def _measures(case: Case, cue: Cue) -> bool:
    """Whether the cue is part of an amount ("half an hour")."""
    start, stop = case.words_of(cue.first, cue.last)
    return cue.value in ("half", "some") and any(
        one.start < stop and start < one.stop and one.unit != "%" for one in case.asked
    )


def _place(pairing: Pairing, cue: Cue) -> Place | None:
    """Where the source has the word that the quantifier is about."""
    claim = pairing.claim
    behind = [at for at in claim.content if cue.last < at <= cue.last + _REACH]
    ahead = [at for at in claim.content if cue.first - _REACH <= at < cue.first]
    for at in [*behind, *reversed(ahead)]:
        if claim.clauses[at] == claim.clauses[cue.first] and pairing.matches(at):
            place = pairing.best(at, pairing.matches(at)).place
            return place if place and pairing.told(at, place) >= TOLD else None
    return None


def _theirs(pairing: Pairing, cue: Cue, place: Place) -> Cue | None:
    """The source's quantifier about the same word, the nearest in its clause."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    near = [
        other
        for other in shown.cues
        if other.kind == cue.kind
        and _counts(shown, other)
        and abs(shown.clauses[other.first] - shown.clauses[place.at]) <= 1
        and not UNITS.keys() & set(shown.words[other.last + 1 : other.last + 2])
    ]
    if not near or _denied(claim, cue.first) != _denied(shown, place.at):
        return None
    if any(other.value == cue.value for other in near):
        return None
    here = shown.clauses[place.at]
    return min(
        near, key=lambda other: (shown.clauses[other.first] != here, abs(other.last - place.at))
    )


def _denied(text: Reading, at: int) -> bool:
    """Whether the clause of a word has a negation apart from its quantifiers."""
    taken = {n for cue in text.cues if cue.kind in COUNTING for n in range(cue.first, cue.last + 1)}
    return any(n not in taken and text.clauses[n] == text.clauses[at] for n in text.negators)
