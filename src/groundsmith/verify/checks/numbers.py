"""Numbers of a claim that its evidence does not have, or has differently.

What follows from the source's numbers by one step (a conversion, a rounding, a part of a whole,
a sum or a difference) counts as given.
"""

import re

from groundsmith.records import Claim
from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.codes import doubts
from groundsmith.verify.checks.reckoning import follows, is_year
from groundsmith.verify.comparison import Comparison
from groundsmith.verify.pairing import Pairing, Place
from groundsmith.verify.quantities import Quantity
from groundsmith.verify.tokens import TokenKind, fold
from groundsmith.verify.words import UNITS

_LIST_MARKER = re.compile(r"\s*\(?(?:step |langkah )?\d{1,3}[.):]\s", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:steps?|passages?|sources?|figure|fig|table|langkah|bagian|gambar|tabel)"
    r"\W{0,2}(?:\d+\W{1,2}(?:and |dan )?)*$",
    re.IGNORECASE,
)

_LABEL_CHARS = 24
_PART_OF_A_NAME = re.compile(r"[A-Z][-‐]$")
_NOON = re.compile(r"\s(?:noon|midnight)\b")
_DECADE = re.compile(r"\d(?:s|-an)\b")
_MARK = re.compile(r"[%₹€£¥৳$]|[^\W\d_]{1,16}(?![^\W\d_])")
_MOST_ASKED = 20
_CLEARLY, _CLEARLY_YEAR = 1.5, 1.3
_RANGE = 3
_LESS = 0.2
_FIRST_YEAR = 1000

Given = list[tuple[int, Quantity]]
"""The evidence's quantities, each with the number of its evidence."""


def check(case: Case) -> list[Objection]:
    """An objection to each amount: another one at its place, none like it, or another unit.

    Numbers within dates, labels, and the marker before a list's item, are left to others. A
    number in words is only held against one at its place: "two ways" may be counted, not written.
    """
    if not case.asked:
        return []
    text = case.claim.text
    marker = _LIST_MARKER.match(text)
    body = marker.end() if marker else 0
    found: list[Objection] = []
    for one in case.asked[:_MOST_ASKED]:
        before = text[max(0, one.start - _LABEL_CHARS) : one.start]
        if one.start < body or _LABEL.search(before) or _PART_OF_A_NAME.search(before):
            continue
        if case.is_dated(one.start):
            continue
        if objection := _fault(case, one):
            found.append(objection)
    return found


def _fault(case: Case, one: Quantity) -> Objection | None:
    """What is wrong with one quantity of the claim, if anything is."""
    claim, given = case.claim, case.given
    equal = [(n, its) for n, its in given if not set(one.values).isdisjoint(its.values)]
    same = [(n, its) for n, its in given if one.given_by(its)] + [
        (n, its) for n, its in equal if _may_share_unit(one, its, claim)
    ]
    if not same and _is_vague(claim, one, given):
        return None
    replaced = case.compared.close and _in_gap(one, same, given, case.compared)
    if not same and not replaced and follows(one, [its for _, its in given]):
        return None
    if any(its.unit and its.unit != one.unit for _, its in equal):
        same = [(n, its) for n, its in same if its.unit or not one.unit]
    rival = _rival(case, one, same)
    if rival and not _told_as_well(case, one, rival, same):
        objection = _differs(case, one, rival)
        if same or equal or one.spelled or doubts(objection.finding.code, objection.bearing):
            return objection
    if same:
        other_rate = [(n, its) for n, its in same if its.rate and one.rate and its.rate != one.rate]
        if len(other_rate) == len(same) and len(equal) >= len(same):
            return _differs(case, one, other_rate[0])
        return None
    if equal:
        return _differs(case, one, equal[0])
    return None if one.spelled else case.objection((one.start, one.stop), "number-not-in-source")


def _told_as_well(case: Case, one: Quantity, rival: tuple[int, Quantity], same: Given) -> bool:
    """Whether the source tells the claim's own amount hardly less to the point than its rival."""
    bears = _bearing(case, one, *rival)
    return any(_bearing(case, one, n, its) > bears - _LESS for n, its in same)


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


def _rival(case: Case, one: Quantity, same: Given) -> tuple[int, Quantity] | None:
    """The source's quantity at the place of the claim's, where the two disagree."""
    given, asked, pairing = case.given, case.asked, case.pairing
    if rival := _in_gap(one, same, given, case.compared):
        return rival
    at = pairing.claim.number_at(one.start)
    if at is None or _denied(pairing, at):
        return None
    others = [
        (n, its)
        for n, its in given
        if its.measure == one.measure
        and is_year(its) == is_year(one)
        and not any(mine.given_by(its) for mine in asked)
        and (not one.spelled or its.spelled or one.values[0] > 2)
    ]
    if not one.unit:
        others = [(n, its) for n, its in others if _counts_alike(pairing, one, n, its)]
    own = [p for n, its in same for p in pairing.tokens_within(n, its.start, its.stop)[:1]]
    places = {
        p: (n, its) for n, its in others for p in pairing.tokens_within(n, its.start, its.stop)[:1]
    }
    clearly = _CLEARLY_YEAR if is_year(one) else _CLEARLY
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
    for gap in compared.gaps:
        if not any(one.start <= token.start < one.stop for token in gap.claim):
            continue
        starts = [token.start for token in gap.evidence]
        there = [
            its
            for n, its in given
            if n == compared.number
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
        return compared.number, there[0]
    return None


def _agree(one: Quantity, other: Quantity) -> bool:
    return not set(one.values).isdisjoint(other.values)


def _differs(case: Case, one: Quantity, rival: tuple[int, Quantity]) -> Objection:
    """An objection where the source has another amount, or the same in another unit."""
    number, other = rival
    return case.objection(
        (one.start, one.stop),
        "unit-differs" if _agree(one, other) else "number-differs",
        source=case.cut(number, other.start, other.stop),
        bearing=_bearing(case, one, number, other),
    )


def _bearing(case: Case, one: Quantity, number: int, other: Quantity) -> float:
    """How far one of the source's amounts bears on the claim's; not at all beyond what is read."""
    mine = case.pairing.claim.within(one.start, one.stop)
    its = case.pairing.shown[number].within(other.start, other.stop)
    return case.bearing(mine[0], Place(number, its[0]), mine, its) if mine and its else 0.0
