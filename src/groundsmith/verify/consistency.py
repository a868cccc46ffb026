"""Whether statements about the same thing can be true together, across a whole set of them.

Two answers to one question, a figure on two pages of one item, a draft and the one before it: who
says what is about the same thing gives both the same key. The decision to question is how little
counts as a contradiction: only a number or a date that differs where each statement has one of its
measure. Other words may be another side of the same thing, so they are a difference, and no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from groundsmith.verify.dates import Date, dates
from groundsmith.verify.quantities import Quantity, quantities
from groundsmith.verify.tokens import TokenKind, analysed

_LEAST_SHARED = 0.2
_BOUNDS = frozenset({"over", "under", "least", "most"})
_NO_YEARS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where two statements differ.

    Attributes:
        one: What the first says there, in its words; `other` what the second says.
        certain: Whether they cannot both be true; else they only may not be.
    """

    one: str
    other: str
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A text, what it is about (`key`), and how its source is called (`name`)."""

    key: str
    text: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two statements under one key that disagree, the earlier first."""

    earlier: Statement
    later: Statement
    disagreement: Disagreement


def conflicts(statements: Iterable[Statement], *, wording: bool = False) -> Iterator[Conflict]:
    """Each statement that disagrees with the first one under its key, in their order.

    Keeps one statement a key in memory.

    Args:
        wording: Whether statements that hardly share a word disagree, too.
    """
    first: dict[str, Statement] = {}
    for one in statements:
        earlier = first.setdefault(one.key, one)
        if earlier is not one and (found := disagreement(earlier.text, one.text, wording=wording)):
            yield Conflict(earlier=earlier, later=one, disagreement=found)


def disagreement(one: str, other: str, *, wording: bool = False) -> Disagreement | None:
    """Where two statements about the same thing differ; `None` where they may say the same.

    Which of them comes first changes nothing but the order in which they are named.
    """
    found = _of_dates(one, other) or _of_quantities(one, other)
    if found or not wording or _has_figures(one) or _has_figures(other):
        return found
    mine, its = _words(one), _words(other)
    if not mine or not its or len(mine & its) >= _LEAST_SHARED * min(len(mine), len(its)):
        return None
    return Disagreement(one=one, other=other, certain=False)


def _of_dates(one: str, other: str) -> Disagreement | None:
    mine, its = dates(one), dates(other)
    if not mine or not its or any(_same_day(a, b) for a, b in product(mine, its)):
        return None
    certain = len(mine) == len(its) == 1
    return _between(one, mine[0], other, its[0], certain=certain)


def _same_day(one: Date, other: Date) -> bool:
    return any(
        a.within(b, _NO_YEARS) or b.within(a, _NO_YEARS)
        for a, b in product(one.readings, other.readings)
    )


def _of_quantities(one: str, other: str) -> Disagreement | None:
    mine, its = _undated(one), _undated(other)
    alone = [a for a in mine if not any(_agree(a, b) for b in its)]
    apart = [b for b in its if not any(_agree(a, b) for a in mine)]
    for a, b in product(alone, apart):
        if a.measure == b.measure:
            count = sum(each.measure == a.measure for each in (*mine, *its))
            return _between(one, a, other, b, certain=count == 2)
    return None


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether both may be true of one thing; a number without its unit may have any."""
    if not one.unit or not other.unit:
        return not set(one.values).isdisjoint(other.values)
    bounded = one.measure == other.measure and {one.relation, other.relation} & _BOUNDS
    return bool(bounded) or one.given_by(other) or other.given_by(one)


def _undated(text: str) -> list[Quantity]:
    """The quantities that are no part of a date."""
    dated = [(date.start, date.stop) for date in dates(text)]
    return [
        one
        for one in quantities(text)
        if not any(start <= one.start < stop for start, stop in dated)
    ]


def _has_figures(text: str) -> bool:
    return bool(dates(text) or quantities(text))


def _words(text: str) -> set[str]:
    return {token.key for token in analysed(text).tokens if token.kind is not TokenKind.STOP}


def _between(
    one: str, mine: Date | Quantity, other: str, its: Date | Quantity, *, certain: bool
) -> Disagreement:
    return Disagreement(
        one=one[mine.start : mine.stop], other=other[its.start : its.stop], certain=certain
    )
