"""Where the words of a claim stand in its evidence, and which of several places fits best.

A source tells of many things in the same words. Which of two opposed words, numbers or names is
the claim's is told by the company it keeps: the other words of the claim count for a place by
what they weigh and by how near they stand to it, in the source and in the claim.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from groundsmith.records import Claim, Evidence
from groundsmith.verify.lexicon import Meaning
from groundsmith.verify.reading import MOST_TOKENS, Reading, is_indonesian, reading
from groundsmith.verify.tokens import Token, TokenKind

_REMEMBERED_PAIRINGS = 8
_MOST_PLACES = 16
_MOST_CLAIMED = 120
_MOST_SUPPORTS = 800
"""What is longer, or has more to choose from, was made to be slow."""
_DECAY = 0.25
_STEPS = (1.0, 0.5, 0.3, 0.15)
_FAR = len(_STEPS) - 1
"""What is left of nearness with each clause between; a sentence counts as two."""


_NEARNESS = [1.0, *(1.0 / (1.0 + _DECAY * apart) for apart in range(MOST_TOKENS))]
"""What is left of nearness with that many words between, and one."""

TOLD = 0.6
"""A claim is only held against a sentence that tells this share of its other words."""


class Place(NamedTuple):
    """Token number `at` of evidence number `shown`."""

    shown: int
    at: int


class Fit(NamedTuple):
    """How well a place fits, and which it is."""

    support: float
    place: Place | None


NO_FIT = Fit(0.0, None)


class Pairing:
    """A claim and its evidence as the checks read them."""

    def __init__(self, claim: Reading, shown: Sequence[Reading]) -> None:
        self.claim = claim
        self.shown = shown
        self._at = [one.at for one in shown]
        self._matches: dict[int, list[Place]] = {}
        self._held: dict[tuple[int, int], list[int]] = {}
        self._weights: dict[int, list[tuple[int, float]]] = {}
        self._supports: dict[tuple[int, Place, range], float] = {}

    def places(self, keys: Iterable[str]) -> list[Place]:
        """Where the evidence has a word with one of the keys, not too many of them."""
        found = [
            Place(number, there)
            for number, at in enumerate(self._at)
            for key in keys
            if key in at
            for there in at[key]
        ]
        return list(dict.fromkeys(found))[:_MOST_PLACES] if found else found

    def matches(self, at: int) -> list[Place]:
        """Where the evidence has the claim's word number `at`, or one that may stand for it."""
        if at not in self._matches:
            self._matches[at] = self.places(self.claim.meanings[at].keys)
        return self._matches[at]

    def within(self, at: int, number: int) -> list[int]:
        """Which tokens of one evidence match the claim's word number `at`."""
        key = (at, number)
        if key not in self._held:
            self._held[key] = [place.at for place in self.matches(at) if place.shown == number]
        return self._held[key]

    def support(self, at: int, place: Place, apart_from: range = range(0)) -> float:
        """How well the rest of the claim fits around a place for its word number `at`.

        Args:
            apart_from: Words of the claim that belong to the one asked about.
        """
        key = (at, place, apart_from)
        if key not in self._supports:
            if len(self._supports) >= _MOST_SUPPORTS:
                return 0.0
            self._supports[key] = self._support(at, place, apart_from)
        return self._supports[key]

    def _support(self, at: int, place: Place, apart_from: range) -> float:
        clauses = self.shown[place.shown].clauses
        there, clause = place.at, clauses[place.at]
        total = 0.0
        for other, weight in self._around(at):
            if other in apart_from:
                continue
            best = 0.0
            for found in self.within(other, place.shown):
                if found != there:
                    apart = abs(clauses[found] - clause)
                    near = _NEARNESS[abs(found - there)] * _STEPS[min(apart, _FAR)]
                    if near > best:
                        best = near
            total += weight * best
        return total

    def _around(self, at: int) -> list[tuple[int, float]]:
        """The claim's other words, with what each weighs for the word number `at`."""
        if at not in self._weights:
            tokens = self.claim.analysis.tokens
            self._weights[at] = [
                (other, tokens[other].weight * self._company(at, other))
                for other in self.claim.content
                if other != at
            ]
        return self._weights[at]

    def _company(self, at: int, other: int) -> float:
        """How much one of the claim's words has to do with another."""
        clauses = self.claim.clauses
        apart = abs(clauses[at] - clauses[other])
        return _near(at, other) * _STEPS[min(apart, _FAR)]

    def most(self, at: int) -> float:
        """The support of a place that has all the rest of the claim as the claim has it."""
        return sum(weight * self._company(at, other) for other, weight in self._around(at))

    def best(self, at: int, places: Iterable[Place], apart_from: range = range(0)) -> Fit:
        """The best of the places for the claim's word number `at`."""
        return max(
            (Fit(self.support(at, place, apart_from), place) for place in places),
            key=lambda fit: fit.support,
            default=NO_FIT,
        )

    def told(self, at: int, place: Place, apart_from: range = range(0)) -> float:
        """The share of what stands around the claim's word that stands around the place as well."""
        clauses = self.shown[place.shown].clauses
        held = total = 0.0
        for other, weight in self._around(at):
            if other in apart_from:
                continue
            total += weight
            if any(
                found != place.at and abs(clauses[found] - clauses[place.at]) <= _FAR
                for found in self.within(other, place.shown)
            ):
                held += weight
        return held / total if total else 0.0

    def misplaced(
        self,
        at: int,
        own: Iterable[Place],
        rivals: Iterable[Place],
        *,
        clearly: float,
        apart_from: range = range(0),
        least_share: float = 0.3,
    ) -> Place | None:
        """The rival that fits the claim's word clearly better than its own places, if one does."""
        rival = self.best(at, rivals, apart_from)
        if rival.place is None or rival.support < least_share * self.most(at):
            return None
        if self.told(at, rival.place, apart_from) < TOLD:
            return None
        mine = self.best(at, own, apart_from)
        return rival.place if rival.support > clearly * mine.support else None

    def crossed(self, at: int, place: Place, *, than: int = 0) -> float:
        """Above zero where what stands before the word in the claim stands behind it at the place.

        Each word near the claim's counts for its side by its weight and nearness; what stands
        between the place and the evidence's token `than` belongs to neither side.
        """
        clauses = self.shown[place.shown].clauses
        total = 0.0
        for other, weight in self._around(at):
            there = [
                found
                for found in self.within(other, place.shown)
                if not place.at <= found < max(than, place.at + 1)
                and abs(clauses[found] - clauses[place.at]) < _FAR
            ]
            if there:
                nearest = min(there, key=lambda found: abs(found - place.at))
                weighed = weight * _near(nearest, place.at)
                total += weighed if (other < at) != (nearest < place.at) else -weighed
        return total

    def meaning(self, place: Place) -> Meaning:
        """What the word at a place means."""
        return self.shown[place.shown].meanings[place.at]

    def is_denied(self, place: Place) -> bool:
        """Whether the word at a place is denied."""
        return self.shown[place.shown].is_denied(place.at)

    def tokens_within(self, number: int, start: int, stop: int) -> list[Place]:
        """The evidence's tokens that begin within `[start, stop)` of its text."""
        return [Place(number, at) for at in self.shown[number].within(start, stop)]

    def token(self, place: Place) -> Token:
        """The evidence's token at a place."""
        return self.shown[place.shown].analysis.tokens[place.at]

    def is_name(self, place: Place) -> bool:
        """Whether the token at a place is written as a name."""
        return self.token(place).kind is TokenKind.NAME


def _near(one: int, other: int) -> float:
    return _NEARNESS[abs(one - other)]


def pair(claim: Claim, evidence: Sequence[Evidence]) -> Pairing:
    """The claim beside its evidence; the last few are remembered, because each check asks."""
    return _pair(claim.text, tuple(shown.text for shown in evidence))


@lru_cache(maxsize=_REMEMBERED_PAIRINGS)
def _pair(text: str, shown: tuple[str, ...]) -> Pairing:
    indonesian = is_indonesian(shown[0]) if shown else is_indonesian(text)
    return Pairing(
        reading(text, indonesian=indonesian, most_tokens=_MOST_CLAIMED),
        [reading(passage, indonesian=indonesian) for passage in shown],
    )
