"""Dates and times of a claim that its evidence does not give, or gives differently."""

from collections.abc import Sequence

from groundsmith.records import Evidence
from groundsmith.verify.amounts import by_value
from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.comparison import Comparison
from groundsmith.verify.dates import Date, dates
from groundsmith.verify.pairing import Pairing, Place
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
_FILLING = frozenset((*FILLERS, *(f"{word}s" for word in FILLERS), *MONTHS))


def check(case: Case) -> list[Objection]:
    """An objection to each date that no date of the evidence includes, or in another's place.

    A claim may say less than the source (May for 12 May), never more; a year may stand apart.
    """
    asked, claim = case.dated, case.pairing.claim
    found = _full_dates(case, asked) if asked else []
    if _FILLING.isdisjoint(claim.words):
        return found
    for at, word in enumerate(claim.words):
        if word not in _FILLING or case.is_dated(claim.analysis.tokens[at].start):
            continue
        filler = _filler(claim, at)
        if filler and (objection := _misfilled(case, at, filler)):
            found.append(objection)
    return found


def _full_dates(case: Case, asked: Sequence[Date]) -> list[Objection]:
    """Objections to dates of a day or a month and a year."""
    evidence = case.evidence
    given = [day for s in evidence for date in dates(s.text) for day in date.readings]
    years = frozenset(
        int(value)
        for value in by_value(source.text for source in evidence)
        if isinstance(value, float) and _FIRST_YEAR <= value <= _LAST_YEAR
    )
    found: list[Objection] = []
    for date in asked:
        span = (date.start, date.stop)
        rival = _rival(date, case.compared) or _elsewhere(case, date)
        if rival:
            found.append(_objection(case, span, rival))
        elif not any(
            mine.within(day, years) for mine in date.readings for day in given
        ) and not _is_reckoned(date, evidence):
            found.append(case.objection(span, "date-not-in-source"))
    return found


def _objection(case: Case, span: tuple[int, int], rival: tuple[int, Date]) -> Objection:
    """An objection where the source has another date."""
    number, its = rival
    pairing = case.pairing
    mine = pairing.claim.within(*span)
    there = pairing.shown[number].within(its.start, its.stop)
    bears = case.bearing(mine[0], Place(number, there[0]), mine, there) if mine and there else 0.0
    source = case.cut(number, its.start, its.stop)
    return case.objection(span, "date-differs", source=source, bearing=bears)


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
            return compared.number, given
    return None


def _elsewhere(case: Case, date: Date) -> tuple[int, Date] | None:
    """The source's date that fits the claim clearly better than the claim's own does."""
    pairing, evidence = case.pairing, case.evidence
    apart = pairing.claim.within(date.start, date.stop)
    if not apart:
        return None
    at = apart[0]
    asked = case.dated
    own: list[Place] = []
    others: dict[Place, tuple[int, Date]] = {}
    for number, shown in enumerate(evidence):
        for given in dates(shown.text):
            places = pairing.tokens_within(number, given.start, given.stop)[:1]
            if _agree(date, given):
                own += places
            elif not any(_agree(mine, given) for mine in asked):
                others |= dict.fromkeys(places, (number, given))
    place = pairing.misplaced(at, own, others, clearly=_CLEARLY, apart_from=apart)
    return others[place] if place and own else None


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


def _filler(text: Reading, at: int) -> tuple[str, int] | None:
    """The class and number of a word of which a time has one and no other."""
    word = text.words[at]
    if word in MONTHS:
        raw = text.analysis.text[text.analysis.tokens[at].start]
        return (
            ("month", MONTHS[word]) if raw.isupper() and not (word == "may" and at == 0) else None
        )
    return FILLERS.get(word) or FILLERS.get(word.removesuffix("s"))


def _misfilled(case: Case, at: int, filler: tuple[str, int]) -> Objection | None:
    """The objection to a weekday, month, season or ordinal that the source has another for."""
    pairing = case.pairing
    own: list[Place] = []
    others: list[Place] = []
    mine = {_filler(pairing.claim, n) for n in range(len(pairing.claim.words))}
    for number, shown in enumerate(pairing.shown):
        for there, word in enumerate(shown.words):
            its = _filler(shown, there) if word in _FILLING else None
            if its == filler:
                own.append(Place(number, there))
            elif its and its[0] == filler[0] and its not in mine:
                others.append(Place(number, there))
    if filler[0] == "ordinal" and not own:
        others = [place for place in others if _same_behind(pairing, at, place)]
    least = 0.3 if own else 0.1
    place = pairing.misplaced(at, own, others, clearly=_CLEARLY, least_share=least)
    span = case.words_of(at, at)
    if place:
        bears = case.bearing(at, place)
        return case.objection(span, "date-differs", source=case.word_at(place), bearing=bears)
    if not own and filler[0] == "weekday":
        return case.objection(span, "date-not-in-source")
    return None


def _same_behind(pairing: Pairing, at: int, place: Place) -> bool:
    """Whether the same word follows in the claim and at a place ("the first Thursday")."""
    mine = pairing.claim.words[at + 1 : at + 2]
    return bool(mine) and mine == pairing.shown[place.shown].words[place.at + 1 : place.at + 2]
