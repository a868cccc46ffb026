"""Dates and times of a claim that its evidence does not give, or gives differently."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.amounts import by_value
from groundsmith.verify.checks.pointing import cut, differs, point, word_at
from groundsmith.verify.comparison import Comparison, compare
from groundsmith.verify.dates import Date, dates
from groundsmith.verify.pairing import Pairing, Place, pair
from groundsmith.verify.reading import Reading
from groundsmith.verify.words import MONTHS
from groundsmith.verify.words.calendar import FILLERS
from groundsmith.verify.words.listing import listed

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CLEARLY = 1.7
_RELATIVE = listed(
    """
    before after later earlier eve christmas easter next following sebelum sesudah setelah
    kemudian keesokan natal lebaran berikutnya besoknya
    """
)
"""Where the source has one of these, a date of the claim may be reckoned from it."""
_ADVICE = "take the date from the source"


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each date that no date of the evidence includes, or whose place is another's.

    A claim may say less than the source (May for 12 May), never more; a year may stand apart.
    """
    asked = dates(claim.text)
    found = _full_dates(claim, asked, evidence) if asked else []
    pairing = pair(claim, evidence)
    dated = [(date.start, date.stop) for date in asked]
    for at, word in enumerate(pairing.claim.words):
        filler = _filler(pairing.claim, at, word)
        start = pairing.claim.analysis.tokens[at].start
        if not filler or any(a <= start < b for a, b in dated):
            continue
        if finding := _misfilled(claim, pairing, at, filler, evidence):
            found.append(finding)
    return found


def _full_dates(claim: Claim, asked: Sequence[Date], evidence: Sequence[Evidence]) -> list[Finding]:
    """Findings for dates of a day or a month and a year."""
    compared = compare(claim, evidence)
    given = [day for s in compared.evidence for date in dates(s.text) for day in date.readings]
    years = frozenset(
        int(value)
        for value in by_value(source.text for source in compared.evidence)
        if isinstance(value, float) and _FIRST_YEAR <= value <= _LAST_YEAR
    )
    found: list[Finding] = []
    for date in asked:
        rival = _rival(date, compared) or _elsewhere(claim, date, evidence)
        if rival:
            number, its = rival
            source = cut(evidence[number], its.start, its.stop)
            found.append(_finding(claim, date.start, date.stop, source))
        elif not any(
            mine.within(day, years) for mine in date.readings for day in given
        ) and not _is_reckoned(date, evidence):
            found.append(_finding(claim, date.start, date.stop, None))
    return found


def _is_reckoned(date: Date, evidence: Sequence[Evidence]) -> bool:
    """Whether a day may follow from what the source says of another, or of a feast."""
    days = [day for shown in evidence for given in dates(shown.text) for day in given.readings]
    if sum(day.day is not None for day in days) > 1:
        return False
    return date.readings[0].day is not None and any(
        not _RELATIVE.isdisjoint(shown.text.casefold().replace(",", " ").split())
        for shown in evidence
    )


def _rival(date: Date, compared: Comparison) -> tuple[int, Date] | None:
    """The source's date at the place of a claim's, where the two disagree."""
    there = {
        token.start
        for gap in compared.gaps
        if any(date.start <= token.start < date.stop for token in gap.claim)
        for token in gap.evidence
    }
    for given in dates(compared.closest.text) if there else ():
        touched = any(given.start <= start < given.stop for start in there)
        if touched and not _agree(date, given):
            return compared.evidence.index(compared.closest), given
    return None


def _elsewhere(claim: Claim, date: Date, evidence: Sequence[Evidence]) -> tuple[int, Date] | None:
    """The source's date that fits the claim clearly better than the claim's own does."""
    pairing = pair(claim, evidence)
    at = pairing.claim.number_at(date.start)
    if at is None:
        return None
    asked = dates(claim.text)
    own: list[Place] = []
    others: dict[Place, tuple[int, Date]] = {}
    for number, shown in enumerate(evidence):
        for given in dates(shown.text):
            places = pairing.tokens_within(number, given.start, given.stop)[:1]
            if _agree(date, given):
                own += places
            elif not any(_agree(mine, given) for mine in asked):
                others |= dict.fromkeys(places, (number, given))
    reach = range(at, at + len(pairing.claim.words))
    inside = [n for n in reach if _begins_before(pairing.claim, n, date.stop)]
    apart = range(at, at + len(inside))
    place = pairing.misplaced(at, own, others, clearly=_CLEARLY, apart_from=apart)
    return others[place] if place and own else None


def _begins_before(text: Reading, at: int, stop: int) -> bool:
    return at < len(text.words) and text.analysis.tokens[at].start < stop


def _agree(date: Date, given: Date) -> bool:
    """Whether two dates may be the same day, as far as both are told."""
    return any(
        all(
            one is None or other is None or one == other
            for one, other in zip(mine, its, strict=True)
        )
        for mine in date.readings
        for its in given.readings
    )


def _filler(text: Reading, at: int, word: str) -> tuple[str, int] | None:
    """The class and number of a word of which a time has one and no other."""
    if word in MONTHS:
        raw = text.analysis.text[text.analysis.tokens[at].start]
        return (
            ("month", MONTHS[word]) if raw.isupper() and not (word == "may" and at == 0) else None
        )
    return FILLERS.get(word) or FILLERS.get(word.removesuffix("s"))


def _misfilled(
    claim: Claim,
    pairing: Pairing,
    at: int,
    filler: tuple[str, int],
    evidence: Sequence[Evidence],
) -> Finding | None:
    """The finding for a weekday, month, season or ordinal that the source has another for."""
    own: list[Place] = []
    others: list[Place] = []
    mine = {_filler(pairing.claim, n, word) for n, word in enumerate(pairing.claim.words)}
    for number, shown in enumerate(pairing.shown):
        for there, word in enumerate(shown.words):
            its = _filler(shown, there, word)
            if its == filler:
                own.append(Place(number, there))
            elif its and its[0] == filler[0] and its not in mine:
                others.append(Place(number, there))
    if filler[0] == "ordinal" and not own:
        others = [place for place in others if _same_behind(pairing, at, place)]
    least = 0.3 if own else 0.1
    place = pairing.misplaced(at, own, others, clearly=_CLEARLY, least_share=least)
    token = pairing.claim.analysis.tokens[at]
    if place:
        source = word_at(pairing, place, evidence)
        return _finding(claim, token.start, token.stop, source)
    if not own and filler[0] in ("weekday",):
        return _finding(claim, token.start, token.stop, None)
    return None


def _same_behind(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether the same word follows in the claim and at a place ("the first Thursday")."""
    mine = pairing.claim.words[at + 1 : at + 2]
    return bool(mine) and mine == pairing.shown[place.shown].words[place.at + 1 : place.at + 2]


def _finding(claim: Claim, start: int, stop: int, source: Evidence | None) -> Finding:
    written = claim.text[start:stop]
    said = differs(claim, (start, stop), source) if source else f"{written} is not in the source"
    code = "date-differs" if source else "date-not-in-source"
    return point(claim, (start, stop), "dates", code, said, _ADVICE, source)
