"""Amounts, units and days that stand at one place of a near-copy and are not the same.

The decision to question: nothing is reckoned here. Where the words around a number are the
source's own, a sum of two other numbers is no reason for another one at its place.
"""

from collections.abc import Iterator

from groundsmith.verify.checks.case import Case
from groundsmith.verify.checks.turns import Turn
from groundsmith.verify.quantities import Quantity
from groundsmith.verify.repeats import Gap, Repeat
from groundsmith.verify.words.units import CONVERSIONS, UNITS


def figures(case: Case, repeat: Repeat) -> Iterator[Turn]:
    """What differs in amount, in unit, or in the day."""
    for gap in repeat.gaps:
        if not (gap.mine and gap.its):
            continue
        mine, its = _at(case, gap, repeat)
        if len(mine) == len(its) == 1:
            (at, one), (there, other) = mine[0], its[0]
            if _differ(case, one, other, repeat):
                code = "date-differs" if case.is_dated(one.start) else "number-differs"
                yield Turn(code, at, there)
        elif not (mine or its):
            yield from _units(case, gap, repeat)


def _at(
    case: Case, gap: Gap, repeat: Repeat
) -> tuple[list[tuple[int, Quantity]], list[tuple[int, Quantity]]]:
    """The amounts that begin at one of a gap's words, on either side."""
    claim, shown = case.pairing.claim, case.pairing.shown[repeat.shown]
    mine = {claim.analysis.tokens[n].start: n for n in gap.mine}
    its = {shown.analysis.tokens[n].start: n for n in gap.its}
    return (
        [(mine[one.start], one) for one in case.asked if one.start in mine],
        [(its[q.start], q) for n, q in case.given if n == repeat.shown and q.start in its],
    )


def _differ(case: Case, one: Quantity, other: Quantity, repeat: Repeat) -> bool:
    """Whether two amounts measure the same and none of the run gives the claim's."""
    if one.measure != other.measure or one.rate != other.rate or not (one.unit or one.spelled):
        return False
    tokens = case.pairing.shown[repeat.shown].analysis.tokens
    first, last = tokens[repeat.run[0]].start, tokens[repeat.run[-1]].stop
    return not any(
        one.given_by(its)
        for n, its in case.given
        if n == repeat.shown and first <= its.start < last
    )


def _units(case: Case, gap: Gap, repeat: Repeat) -> Iterator[Turn]:
    """Another unit of the same measure after the same number, or in the same rate."""
    claim, shown = case.pairing.claim, case.pairing.shown[repeat.shown]
    for at, there in zip(gap.mine, gap.its, strict=False):
        one, other = _unit(claim.words[at]), _unit(shown.words[there])
        if not (one and other and one != other and _measure(one) == _measure(other)):
            continue
        if not _is_given(case, claim.analysis.tokens[at].start):
            yield Turn("unit-differs", at, there)


def _is_given(case: Case, offset: int) -> bool:
    """Whether the amount that the claim's unit is of is given in the evidence's unit."""
    return any(
        one.given_by(its)
        for one in case.asked
        if one.start <= offset < one.stop
        for _, its in case.given
    )


def _unit(word: str) -> str:
    return UNITS.get(word) or UNITS.get(word.removeprefix("se"), "")


def _measure(unit: str) -> str:
    return CONVERSIONS[unit][0] if unit in CONVERSIONS else unit
