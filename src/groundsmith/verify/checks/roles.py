"""Who did it to whom: a claim in which the two sides of its evidence's verb have changed places.

"A beat B" against "B beat A", "A is older than B" against "B is older than A". Only words after
which both sides are told by their order count, in the same form and voice.
"""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.pairing import Pairing, Place
from groundsmith.verify.reading import Reading
from groundsmith.verify.words.roles import AGENTS, ORDERED, THAN

_BEHIND = 8


def check(case: Case) -> list[Objection]:
    """An objection to the first word whose two sides are the other way round in the source."""
    pairing = case.pairing
    if THAN.isdisjoint(pairing.claim.words) and ORDERED.isdisjoint(pairing.claim.at):
        return []
    for at, word in enumerate(pairing.claim.words):
        if not (_orders(pairing.claim, at) or _compares(pairing.claim, at)):
            continue
        places = [
            place
            for place in pairing.places(pairing.claim.meanings[at].roots)
            if _same_form(pairing, at, place)
        ]
        place = pairing.best(at, places).place
        if place and not _turned(pairing, at, place) and _swapped(pairing, at, place):
            said = f"the two sides of “{word}” are the other way round in the source"
            return [
                case.objection(
                    case.words_of(at, at),
                    "roles-swapped",
                    source=case.word_at(place),
                    message=said,
                    bearing=case.bearing(at, place),
                )
            ]
    return []


def _turned(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether a word near it is opposed to one of the source's, as a converse would be."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    return any(
        abs(found.at - place.at) <= _BEHIND
        for other in range(max(0, at - _BEHIND), min(len(claim.words), at + _BEHIND))
        for found in pairing.places(claim.meanings[other].opposed)
        if found.shown == place.shown and shown.words[found.at] not in claim.words
    )


def _compares(text: Reading, at: int) -> bool:
    """Whether a word is what two sides with "than" between them are compared by."""
    return not THAN.isdisjoint(text.words[at + 1 : at + _BEHIND]) and at in text.content


def _orders(text: Reading, at: int) -> bool:
    """Whether a word is a verb whose two sides are told apart by their order."""
    return not ORDERED.isdisjoint(text.meanings[at].roots)


def _same_form(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether the source has the word in the same form, voice and construction."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    if _compares(claim, at) and not THAN.isdisjoint(claim.words):
        return _compares(shown, place.at)
    agents = [
        not AGENTS.isdisjoint(text.words[n + 1 : n + 3])
        for text, n in ((claim, at), (shown, place.at))
    ]
    return agents[0] == agents[1] and claim.words[at] == shown.words[place.at]


def _swapped(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether words of both sides have changed over and none behind the word has stayed."""
    claim, shown = pairing.claim, pairing.shown[place.shown]
    before = behind = stayed = 0
    for other in claim.content:
        sides = {
            found.at < place.at
            for found in pairing.matches(other)
            if found.shown == place.shown
            and found.at != place.at
            and abs(shown.clauses[found.at] - shown.clauses[place.at]) < 2
        }
        if other == at or len(sides) != 1 or abs(claim.clauses[other] - claim.clauses[at]) > 1:
            continue
        first = sides.pop()
        before += other < at and not first
        behind += other > at and first
        stayed += other > at and not first
    return before > 0 and behind > 0 and stayed <= behind - 1
