"""Numbers of a claim that its evidence does not have, or has differently.

What follows from the source's numbers by one step (a conversion, a rounding, a part of a whole,
a sum or a difference) counts as given.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import cut, differs, point
from groundsmith.verify.comparison import Comparison, compare
from groundsmith.verify.dates import dates
from groundsmith.verify.pairing import Pairing, Place, pair
from groundsmith.verify.quantities import Quantity, quantities
from groundsmith.verify.tokens import TokenKind, fold
from groundsmith.verify.words import UNITS
from groundsmith.verify.words.units import CONVERSIONS

_LIST_MARKER = re.compile(r"\s*\(?(?:step |langkah )?\d{1,3}[.):]\s", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:steps?|passages?|sources?|figure|fig|table|langkah|bagian|gambar|tabel)"
    r"\W{0,2}(?:\d+\W{1,2}(?:and |dan )?)*$",
    re.IGNORECASE,
)

_LABEL_CHARS = 24
_NOON = re.compile(r"\s(?:noon|midnight)\b")
_DECADE = re.compile(r"\d(?:s|-an)\b")
_MARK = re.compile(r"[%₹€£¥৳$]|[^\W\d_]{1,16}(?![^\W\d_])")
_ADVICE = "take the number from the source, with its unit"
_MOST_RECKONED = 8
_MOST_ASKED = 20
_CLEARLY, _CLEARLY_YEAR = 1.5, 1.3
_LEAST_PRODUCT = 20
_RANGE = 3
_FIRST_YEAR, _LAST_YEAR = 1000, 2100

Given = list[tuple[int, Quantity]]
"""The evidence's quantities, each with the number of its evidence."""


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each amount: another one at its place, none like it, or another unit.

    Numbers within dates, and the marker before a list's item, are left to others. A number in
    words is only held against a number at its place: "two ways" may be counted, not written.
    """
    asked = quantities(claim.text)
    if not asked:
        return []
    marker = _LIST_MARKER.match(claim.text)
    body = marker.end() if marker else 0
    dated = [(date.start, date.stop) for date in dates(claim.text)]
    given = [(n, one) for n, shown in enumerate(evidence) for one in quantities(shown.text)]
    found: list[Finding] = []
    for one in asked[:_MOST_ASKED]:
        if one.start < body or _LABEL.search(
            claim.text[max(0, one.start - _LABEL_CHARS) : one.start]
        ):
            continue
        if any(start <= one.start < stop for start, stop in dated):
            continue
        if finding := _fault(claim, one, given, evidence):
            found.append(finding)
    return found


def _fault(
    claim: Claim, one: Quantity, given: Given, evidence: Sequence[Evidence]
) -> Finding | None:
    """What is wrong with one quantity of the claim, if anything is."""
    equal = [(n, its) for n, its in given if not set(one.values).isdisjoint(its.values)]
    same = [(n, its) for n, its in given if one.given_by(its)] + [
        (n, its) for n, its in equal if _may_share_unit(one, its, claim)
    ]
    if not same and (_follows(one, given) or _is_vague(claim, one, given)):
        return None
    if any(its.unit and its.unit != one.unit for _, its in equal):
        same = [(n, its) for n, its in same if its.unit or not one.unit]
    if rival := _rival(claim, one, same, given, evidence):
        return _differs(claim, one, rival, evidence)
    if same:
        other_rate = [(n, its) for n, its in same if its.rate and one.rate and its.rate != one.rate]
        if len(other_rate) == len(same) and len(equal) >= len(same):
            return _differs(claim, one, other_rate[0], evidence)
        return None
    if equal:
        return _differs(claim, one, equal[0], evidence)
    if one.spelled:
        return None
    written = claim.text[one.start : one.stop]
    message = f"{written} is not in the source"
    return point(claim, (one.start, one.stop), "numbers", "number-not-in-source", message, _ADVICE)


def _is_vague(claim: Claim, one: Quantity, given: Given) -> bool:
    """Whether it is a decade that the source has a year of, or a time of the day in words."""
    values = [value for _, its in given for value in its.values]
    if _NOON.match(claim.text, one.stop):
        return True
    if _DECADE.search(claim.text[one.start : one.stop + 3]) and one.values[0] % 10 == 0:
        return any(one.values[0] <= value < one.values[0] + 10 for value in values) or (
            one.values[0] < _FIRST_YEAR
        )
    hours = {value % 720 / 60 or 12 for value in one.values}
    return one.unit == "clock" and not hours.isdisjoint(values)


def _may_share_unit(one: Quantity, other: Quantity, claim: Claim) -> bool:
    """Whether the units agree; the source may carry its unit elsewhere, as a table's header does.

    A claim may leave a unit out, except the per cent sign: 50 and 50 % are different facts.
    """
    if one.unit == other.unit:
        return True
    if not one.unit:
        return other.unit != "%" or "%" in _marks(claim.text)
    return not other.unit


def _marks(text: str) -> set[str]:
    """Every unit that is named in the text."""
    return {UNITS[mark] for mark in map(fold, _MARK.findall(text)) if mark in UNITS}


def _rival(
    claim: Claim, one: Quantity, same: Given, given: Given, evidence: Sequence[Evidence]
) -> tuple[int, Quantity] | None:
    """The source's quantity at the place of the claim's, where the two disagree."""
    compared = compare(claim, evidence)
    if rival := _in_gap(one, same, given, compared):
        return rival
    pairing = pair(claim, evidence)
    at = pairing.claim.number_at(one.start)
    if at is None or _denied(pairing, at):
        return None
    asked = quantities(claim.text)
    others = [
        (n, its)
        for n, its in given
        if its.measure == one.measure
        and _is_year(its) == _is_year(one)
        and not any(mine.given_by(its) for mine in asked)
        and (not one.spelled or its.spelled or one.values[0] > 2)
    ]
    if not one.unit:
        others = [(n, its) for n, its in others if _counts_alike(pairing, one, n, its)]
    own = [p for n, its in same for p in pairing.tokens_within(n, its.start, its.stop)[:1]]
    places = {
        p: (n, its) for n, its in others for p in pairing.tokens_within(n, its.start, its.stop)[:1]
    }
    clearly = _CLEARLY_YEAR if _is_year(one) else _CLEARLY
    place = pairing.misplaced(at, own, places, clearly=clearly)
    if place is None or any(_beside(pairing, place, mine) for mine in own):
        return None
    return places[place]


def _denied(pairing: Pairing, at: int) -> bool:
    """Whether the claim denies something of the number, so that another one may be meant."""
    claim = pairing.claim
    return any(claim.clauses[n] == claim.clauses[at] for n in claim.negators) and not any(
        shown.negators for shown in pairing.shown
    )


def _beside(pairing: Pairing, place: Place, own: Place) -> bool:
    """Whether a rival stands right beside the claim's own number, as the other end of a range."""
    return place.shown == own.shown and abs(place.at - own.at) <= _RANGE


def _is_year(one: Quantity) -> bool:
    """Whether a quantity may be a year."""
    return (
        not one.unit
        and not one.spelled
        and any(_FIRST_YEAR <= value <= _LAST_YEAR and value == int(value) for value in one.values)
    )


def _counts_alike(pairing: Pairing, one: Quantity, number: int, other: Quantity) -> bool:
    """Whether the word behind both amounts is the same: "five rivers" and "four rivers"."""
    claim, shown = pairing.claim, pairing.shown[number]
    at, there = claim.number_at(one.start), shown.number_at(other.start)
    if at is None or there is None:
        return False
    mine = [n for n in claim.content if claim.analysis.tokens[n].start >= one.stop][:2]
    its = {
        n for n in shown.content if shown.analysis.tokens[n].start >= other.stop and n <= there + 5
    }
    return any(
        place.shown == number and place.at in its for n in mine for place in pairing.matches(n)
    )


def _in_gap(
    one: Quantity, same: Given, given: Given, compared: Comparison
) -> tuple[int, Quantity] | None:
    """The source's quantity between the same words as the claim's.

    A number that stands elsewhere in the source counts as misplaced only where nothing but
    numbers differs; elsewhere the gap may just be another order of words.
    """
    if not compared.gaps:
        return None
    number = compared.evidence.index(compared.closest)
    for gap in compared.gaps:
        if not any(one.start <= token.start < one.stop for token in gap.claim):
            continue
        starts = [token.start for token in gap.evidence]
        there = [
            its
            for n, its in given
            if n == number
            and any(its.start <= start < its.stop for start in starts)
            and (
                its.measure == one.measure
                or not (one.spelled or its.spelled or one.unit == "clock")
            )
        ]
        if not there or any(one.given_by(its) or _agree(one, its) for its in there):
            continue
        if same and any(token.kind is not TokenKind.NUMBER for token in gap.claim):
            continue
        return number, there[0]
    return None


def _agree(one: Quantity, other: Quantity) -> bool:
    return not set(one.values).isdisjoint(other.values)


def _follows(one: Quantity, given: Given) -> bool:
    """Whether the quantity is reckoned from two of the source's by one step."""
    if one.spelled and any(
        its.unit == one.unit == "%" and its.unit == "%" and abs(100 - value - one.values[0]) < 0.5
        for _, its in given
        for value in its.values[:1]
    ):
        return True
    values = [(its, value) for _, its in given[:_MOST_RECKONED] for value in its.values[:1]]
    if not one.values or one.values[0] < 2:
        return False
    return any(
        abs(result - one.values[0]) <= 0.005 * abs(one.values[0])
        for (its, a), (other, b) in permutations(values, 2)
        for result in _reckoned(one, its, a, other, b)
    )


def _reckoned(one: Quantity, its: Quantity, a: float, other: Quantity, b: float) -> Iterator[float]:
    """What two amounts make that may be the claim's: a difference, a product, a share."""
    years = one.measure == "time" and _is_year(its) and _is_year(other)
    if a > b and (years or (its.unit and its.unit == other.unit == one.unit)):
        yield a - b
    if one.measure == its.measure and not other.unit and b > 1:
        if its.unit in CONVERSIONS and one.unit in CONVERSIONS:
            yield a * b * CONVERSIONS[its.unit][1] / CONVERSIONS[one.unit][1]
        elif not one.unit and a * b > _LEAST_PRODUCT:
            yield a * b
    if one.unit == "%" and b > a > 0 and not its.unit and not other.unit:
        yield 100 * a / b


def _differs(
    claim: Claim, one: Quantity, rival: tuple[int, Quantity], evidence: Sequence[Evidence]
) -> Finding:
    number, other = rival
    source = cut(evidence[number], other.start, other.stop)
    span = (one.start, one.stop)
    code = "unit-differs" if _agree(one, other) else "number-differs"
    return point(claim, span, "numbers", code, differs(claim, span, source), _ADVICE, source)
