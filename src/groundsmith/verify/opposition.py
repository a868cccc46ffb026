"""A claim's words whose opposite stands in the evidence where the word itself should stand.

Converses agree when their sides are changed over: A is older than B, and B is younger than A.
"""

from functools import lru_cache
from typing import NamedTuple

from groundsmith.verify.lexicon import ANTONYM, CONVERSE, DIRECTION, PREFIX
from groundsmith.verify.pairing import Pairing, Place
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.roles import THAN

_CLEARLY = 1.25
_LEAST_SHARE = 0.14
_TOLD = 0.7
_UNTIL = listed("until till sampai hingga")
_THEN = listed("ago before until formerly dulu dahulu sebelum lalu")
_ORDER = listed("before after sebelum sesudah setelah")
_LESS = listed("less kurang")
_SAME_ORDER = -0.3
_BEHIND = 8
_FACTORS = listed("half halve twice doubl tripl trebl ganda separuh setengah dua_kali")


class Opposed(NamedTuple):
    """The claim's word number `at`, its opposite's place, and the kind of the opposition."""

    at: int
    place: Place
    kind: str


@lru_cache(maxsize=8)
def opposed(pairing: Pairing) -> list[Opposed]:
    """One for each word whose opposite fits clearly better than itself; both as denied as written.

    Where a negation turns one of the two around, they agree.
    """
    found: list[Opposed] = []
    for at, meant in enumerate(pairing.claim.meanings):
        if not meant.opposed or at in pairing.claim.in_phrase:
            continue
        rivals = [
            place
            for place in pairing.places(meant.opposed)
            if not pairing.meaning(place).alike(meant)
            and place.at not in pairing.shown[place.shown].in_phrase
        ]
        if rivals and (place := _better(pairing, at, rivals)):
            kind = _kind(pairing, at, place)
            if not _agree_after_all(pairing, at, place, kind):
                found.append(Opposed(at, place, kind))
    return found


def _better(pairing: Pairing, at: int, rivals: list[Place]) -> Place | None:
    """The opposite's place, if it fits the claim clearly better than any place of the word."""
    denied = pairing.claim.is_denied(at)
    against = [place for place in rivals if pairing.is_denied(place) == denied]
    turned = [place for place in rivals if pairing.is_denied(place) != denied]
    rival = pairing.best(at, against)
    if rival.place is None or rival.support < _LEAST_SHARE * pairing.most(at):
        return None
    if pairing.told(at, rival.place) < _TOLD:
        return None
    own = pairing.best(at, [*pairing.matches(at), *turned])
    return rival.place if rival.support > _CLEARLY * own.support else None


def _agree_after_all(pairing: Pairing, at: int, place: Place, kind: str) -> bool:
    """Whether the two opposites say the same: of changed sides, up to a time, or of another word.

    "Open until noon" is "closes at noon"; half of what was is half, and what was is twice.
    """
    claim, shown = pairing.claim, pairing.shown[place.shown]
    if claim.denials(at) % 2 != shown.denials(place.at) % 2 and kind in (ANTONYM, CONVERSE):
        return claim.is_denied(at) == shown.is_denied(place.at)
    if shown.words[place.at + 1 : place.at + 2] == ("itu",) and claim.words[at] in _ORDER:
        return True
    if _told_by_another(pairing, at, place) or _changed_sides(pairing, at, place):
        return True
    if _LESS.isdisjoint(claim.words) != _LESS.isdisjoint(shown.words):
        return True
    mine, its = claim.words[at + 1 : at + 3], shown.words[place.at + 1 : place.at + 3]
    if _UNTIL.isdisjoint(mine) != _UNTIL.isdisjoint(its):
        return True
    if kind in (PREFIX, ANTONYM):
        return False
    words = {*claim.words, *pairing.shown[place.shown].words}
    if not _FACTORS.isdisjoint(claim.meanings[at].roots) and not _THEN.isdisjoint(words):
        return True
    crossed = pairing.crossed(at, place, than=_than(pairing, place))
    if claim.words[at] in _ORDER or not _FACTORS.isdisjoint(claim.meanings[at].roots):
        return crossed > _SAME_ORDER * pairing.most(at)
    return crossed > 0


def _than(pairing: Pairing, place: Place) -> int:
    """The number of the "than" behind a place, or of the place itself."""
    words = pairing.shown[place.shown].words[place.at : place.at + _BEHIND]
    return place.at + next((n for n, word in enumerate(words) if word in THAN), 0)


def _told_by_another(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether the claim has the opposite as well, and that is what stands at the place."""
    here = pairing.support(at, place)
    meant = pairing.meaning(place)
    return any(
        pairing.support(other, place) >= here
        for root in meant.keys
        for other in pairing.claim.at.get(root, ())
        if other != at
    )


def _changed_sides(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether what stands right before the word stands only behind its opposite in the source."""
    clauses = pairing.shown[place.shown].clauses
    before = [n for n in pairing.claim.content if n < at][-1:]
    there = [
        found
        for n in before
        for found in pairing.within(n, place.shown)
        if abs(clauses[found] - clauses[place.at]) <= 1
    ]
    return bool(there) and min(there) > place.at


def _kind(pairing: Pairing, at: int, place: Place) -> str:
    """The first letter of the key by which the two are opposed; a comparison before the rest."""
    its = set(pairing.meaning(place).keys)
    by = {
        key[0] if key[-1] in "+-" else PREFIX
        for key in pairing.claim.meanings[at].opposed
        if key in its
    }
    return next((kind for kind in (DIRECTION, CONVERSE, ANTONYM) if kind in by), PREFIX)
