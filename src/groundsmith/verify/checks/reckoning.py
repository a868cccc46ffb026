"""Amounts that follow from a source's by one step: a sum, a difference, a product, a share.

The decision to question: what may be reckoned is not held against a claim, so an error that
happens to be the sum of two of the source's numbers goes unseen. In a copy nothing is reckoned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from groundsmith.verify.quantities import Quantity
from groundsmith.verify.words.units import CONVERSIONS

_MOST_RECKONED = 8
_SLACK_RATIO = 0.005
_SMALL = 10
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_MINUTE, _YEAR = 60.0, 31557600.0


def follows(one: Quantity, given: Sequence[Quantity]) -> bool:
    """Whether the quantity is reckoned from the source's by one step."""
    few = [
        replace(its, values=(value,)) for its in given[:_MOST_RECKONED] for value in its.values[:2]
    ]
    return any(value >= 2 and _makes(replace(one, values=(value,)), few) for value in one.values)


def _makes(one: Quantity, few: Sequence[Quantity]) -> bool:
    if one.unit == "%" and any(
        its.unit == "%" and abs(100 - its.values[0] - one.values[0]) < 0.5 for its in few
    ):
        return True
    alike = [its.values[0] for its in few if its.unit == one.unit]
    if len(alike) > 2 and any(_is(one, sum(alike) - left) for left in (0.0, *alike)):
        return True
    return any(
        _is(one, made) for its, other in permutations(few, 2) for made in _made(one, its, other)
    )


def _is(one: Quantity, made: float) -> bool:
    return abs(made - one.values[0]) <= _SLACK_RATIO * abs(one.values[0])


def is_year(one: Quantity) -> bool:
    """Whether a quantity may be a year."""
    return (
        not one.unit
        and not one.spelled
        and any(_FIRST_YEAR <= value <= _LAST_YEAR and value == int(value) for value in one.values)
    )


def _as(its: Quantity, one: Quantity) -> float | None:
    """What an amount is in the unit of another; `None` where they measure different things."""
    if its.unit == one.unit:
        return its.values[0]
    if its.measure != one.measure or its.unit not in CONVERSIONS or one.unit not in CONVERSIONS:
        return None
    return its.values[0] * CONVERSIONS[its.unit][1] / CONVERSIONS[one.unit][1]


def _made(one: Quantity, its: Quantity, other: Quantity) -> Iterator[float]:
    """What two amounts make that the claim's may be."""
    yield from _apart(one, its, other)
    a, b = its.values[0], other.values[0]
    mine, second = _as(its, one), _as(other, one)
    if b <= 0:
        return
    if mine is not None and max(mine, b, one.values[0]) > _SMALL and _divides(one, its, other):
        share = b / 100 if other.unit == "%" else b
        yield mine * share
        yield mine / share
    if one.unit == "%" and a > 0 and its.unit == other.unit != "%":
        yield 100 * min(a / b, b / a)
        yield 100 * abs(a - b) / a
    if one.measure == "area" and its.unit == other.unit and f"{its.unit}2" == one.unit:
        yield a * b
    if its.rate in CONVERSIONS and mine is not None and other.measure == "time":
        yield mine * b * CONVERSIONS[other.unit][1] / CONVERSIONS[its.rate][1]
    if mine is not None and second is not None and one.unit and max(mine, second) > _SMALL:
        yield mine + second


def _divides(one: Quantity, its: Quantity, other: Quantity) -> bool:
    """Whether an amount may be multiplied or divided by another: a bare number, or its rate."""
    return other.unit in ("", "%") or other.unit in (its.rate.split("/")[0], one.rate)


def _apart(one: Quantity, its: Quantity, other: Quantity) -> Iterator[float]:
    """Differences: of two amounts, of two years or times of the day, and a time after a year."""
    a, b = its.values[0], other.values[0]
    if is_year(its) and is_year(other) and one.unit in ("", "year"):
        yield abs(a - b)
    if its.unit == other.unit == "clock" and one.measure == "time":
        yield abs(a - b) * _MINUTE / CONVERSIONS[one.unit][1]
    if not its.unit and not one.unit and (other.measure == "time" or is_year(its)):
        years = b * CONVERSIONS.get(other.unit, ("", _YEAR))[1] / _YEAR
        yield a + years
        yield a - years
    mine, second = _as(its, one), _as(other, one) or (b if not other.unit else None)
    if its.unit and mine is not None and second is not None:
        yield abs(mine - second)
