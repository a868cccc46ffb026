"""A claim with its evidence, as all hard checks read them: paired and aligned once.

The decision to question: whether a check may speak is measured, not listed. A place bears on a
claim where its sentence tells the rest of the claim, its clause tells little else, and the words
beside it are the claim's, too; the nearer to one, the more surely a difference is a contradiction.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from groundsmith.records import Claim, Evidence, Finding, Span
from groundsmith.verify.checks.codes import ADVICE
from groundsmith.verify.comparison import Comparison, compare
from groundsmith.verify.dates import Date, dates
from groundsmith.verify.pairing import Pairing, Place, pair
from groundsmith.verify.quantities import Quantity, quantities
from groundsmith.verify.tokens import Token

_TOLD, _TELLING, _BESIDE = 0.5, 0.3, 0.2
_NEIGHBOUR = 4
_HELD = {0: 1.0, 1: 1.0, 2: 0.5, 3: 0.5}
"""What a word counts as told by the number of clauses between; a sentence counts as two."""
_DIGIT = re.compile(r"\d")


class Objection(NamedTuple):
    """A finding, and how far the evidence bears on the claim there: 1.0 is a copy but for it."""

    finding: Finding
    bearing: float


class Case:
    """One claim and its evidence; everything is read when a check first asks for it."""

    def __init__(self, claim: Claim, evidence: Sequence[Evidence]) -> None:
        self.claim = claim
        self.evidence = evidence

    @cached_property
    def pairing(self) -> Pairing:
        """The two read with the word lists."""
        return pair(self.claim, self.evidence)

    @cached_property
    def compared(self) -> Comparison:
        """The claim aligned with the closest stretch."""
        return compare(self.claim, self.evidence)

    @cached_property
    def asked(self) -> tuple[Quantity, ...]:
        """The claim's amounts."""
        return quantities(self.claim.text)

    @cached_property
    def given(self) -> list[tuple[int, Quantity]]:
        """The evidence's amounts, each with the number of its evidence."""
        return [(n, one) for n, shown in enumerate(self.evidence) for one in quantities(shown.text)]

    @cached_property
    def dated(self) -> tuple[Date, ...]:
        """The claim's dates; no date is without a digit."""
        return dates(self.claim.text) if _DIGIT.search(self.claim.text) else ()

    def is_dated(self, start: int) -> bool:
        """Whether an offset of the claim's own text is within a date."""
        return any(date.start <= start < date.stop for date in self.dated)

    def objection(
        self,
        span: tuple[int, int],
        code: str,
        *,
        source: Evidence | None = None,
        message: str = "",
        bearing: float = 1.0,
    ) -> Objection:
        """An objection at `[start, stop)` of the claim's own text."""
        written = self.claim.text[slice(*span)]
        differs = f"the source says {source.text} where the claim says {written}" if source else ""
        stage, advice = ADVICE[code]
        finding = Finding(
            stage=stage,
            code=code,
            message=message or differs or f"{written} is not in the source",
            advice=advice,
            span=Span(start=self.claim.start + span[0], stop=self.claim.start + span[1]),
            source=source,
        )
        return Objection(finding, bearing)

    def cut(self, number: int, start: int, stop: int) -> Evidence:
        """The part `[start, stop)` of one evidence's text, as evidence of the same input."""
        shown = self.evidence[number]
        return Evidence(
            input=shown.input,
            start=shown.start + start,
            stop=shown.start + stop,
            text=shown.text[start:stop],
        )

    def words_at(self, place: Place, first: int, last: int) -> Evidence:
        """The words `first` to `last` of the evidence that a place is in."""
        tokens = self.pairing.shown[place.shown].analysis.tokens
        return self.cut(place.shown, tokens[first].start, tokens[last].stop)

    def word_at(self, place: Place) -> Evidence:
        """The source's word at a place."""
        return self.words_at(place, place.at, place.at)

    def words_of(self, first: int, last: int) -> tuple[int, int]:
        """`[start, stop)` of the claim's words `first` to `last`."""
        tokens = self.pairing.claim.analysis.tokens
        return tokens[first].start, tokens[last].stop

    def bearing(
        self, at: int, place: Place, mine: range = range(0), its: range = range(0)
    ) -> float:
        """How far a place bears on the claim's word number `at`, in [0, 1].

        Args:
            mine: The claim's words that are in question, and `its`: the source's. Without them,
                the word and the one at the place.
        """
        pairing = self.pairing
        claim, shown = pairing.claim, pairing.shown[place.shown]
        clauses, here = shown.clauses, shown.clauses[place.at]
        mine, its = mine or range(at, at + 1), its or range(place.at, place.at + 1)
        rest = [n for n in claim.content if n not in mine]
        found = {
            n: [there for there in pairing.within(n, place.shown) if there not in its] for n in rest
        }
        held = {
            n: max((_HELD.get(abs(clauses[there] - here), 0.0) for there in found[n]), default=0.0)
            for n in rest
        }
        covered = {there for places in found.values() for there in places}
        clause = [n for n in shown.content if clauses[n] == here and n not in its]
        told = _share(claim.analysis.tokens, held)
        telling = _share(shown.analysis.tokens, {n: float(n in covered) for n in clause})
        beside = max((_beside(n - at, found[n], place.at) for n in _next(rest, at)), default=0.0)
        return _TOLD * told + _TELLING * telling + _BESIDE * beside


def _share(tokens: Sequence[Token], held: Mapping[int, float]) -> float:
    """How much of some tokens is held, by weight; all where there are none."""
    total = sum(tokens[n].weight for n in held)
    return sum(tokens[n].weight * share for n, share in held.items()) / total if total else 1.0


def _next(words: Sequence[int], at: int) -> list[int]:
    """The nearest of the words before a word, and the nearest behind it."""
    return [*[n for n in words if n < at][-1:], *[n for n in words if n > at][:1]]


def _beside(apart: int, places: Sequence[int], at: int) -> float:
    """How nearly a neighbour stands as far from the place, on the same side, as in the claim."""
    return max(
        (
            1 / (1 + abs(abs(there - at) - abs(apart)))
            for there in places
            if abs(there - at) <= _NEIGHBOUR and (there < at) == (apart < 0)
        ),
        default=0.0,
    )
