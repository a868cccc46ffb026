"""Units that stand at one place of a near-copy and are not the same.

The decision to question: other numbers are left to the check of numbers, which reckons. Held
against each other by their place alone they were as often right as wrong.
"""

from collections.abc import Iterator

from groundsmith.verify.checks.case import Case
from groundsmith.verify.checks.laid import Turn
from groundsmith.verify.repeats import Repeat
from groundsmith.verify.words.units import CONVERSIONS, UNITS


def units(case: Case, repeat: Repeat) -> Iterator[Turn]:
    """Another unit of the same measure after the same number, or in the same rate."""
    claim, shown = case.pairing.claim, case.pairing.shown[repeat.shown]
    for gap in repeat.gaps:
        for at, there in zip(gap.mine, gap.its, strict=False):
            one, other = _unit(claim.words[at]), _unit(shown.words[there])
            if not (one and other and one != other and _measure(one) == _measure(other)):
                continue
            told = shown.words[there] in claim.words
            if not told and not _is_given(case, claim.analysis.tokens[at].start):
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
