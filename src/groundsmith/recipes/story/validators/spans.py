"""How long, against dates: nine days of walking that began three days ago.

A span is held against the day or the year in which it began, where the text has told it of the same
person or journey. The decision to question: a span without a beginning is held against nothing.
"""

import re
from collections.abc import Iterator
from datetime import date

from groundsmith.recipes.story.bible.measures import Measure
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.years import Dated, dated
from groundsmith.recipes.story.calendar.days import Written
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode

_BEGINS = {
    "absence": "left", "marriage": "married", "living": "arrived", "mourning": "died",
    "closing": "closed",
}  # fmt: skip
"""With which event a span of another begins."""
_SETS_OUT = re.compile(
    r"\b(?:set (?:out|off|sail)|left|departed|sailed|started out|began (?:the|their|her|his)"
    r" (?:journey|walk|march|voyage)|berangkat|bertolak|memulai perjalanan)\b",
    re.I,
)
_TRAVELS = frozenset({"journey", "voyage"})
_YEAR_DAYS, _MOST_DAYS = 365.0, 90.0
_SLACK_YEARS, _SLACK_DAYS = 1.5, 1.5


def check(story: Story) -> Iterator[Finding]:
    """Spans that do not fit the day or the year in which they began."""
    found = [one for one in story.measures if one.kind == "time" and one.place.order >= 0]
    begun = list(dated(story))
    departures = list(_departures(story))
    for one in found:
        if one.mode in (Mode.SAID, Mode.DREAMT):
            continue
        if one.unit >= _YEAR_DAYS:
            yield from _by_year(one, begun, story)
        elif one.unit >= 1.0 and one.value <= _MOST_DAYS and one.events & _TRAVELS:
            yield from _by_day(one, departures, story)


def _by_year(one: Measure, begun: list[Dated], story: Story) -> Iterator[Finding]:
    year, _ = story.days.at(one.place.at)
    if year is None or not (one.is_growing or "absence" in one.events):
        return
    years = one.value / _YEAR_DAYS
    for event in one.events:
        start = [
            other
            for other in begun
            if other.event == _BEGINS.get(event) and one.owner and one.owner in other.around
        ]
        if len({other.year for other in start}) != 1:
            continue
        told = year - start[0].year
        if told >= 0 and abs(told - years) > max(_SLACK_YEARS, 0.15 * told):
            message = f"{years:g} years here, {told} by the dates"
            yield _finding(message, start[0].place, one.place)


def _departures(story: Story) -> Iterator[Written]:
    for one in story.days.written:
        if one.sentence.mode is Mode.TOLD and _SETS_OUT.search(one.sentence.told):
            yield one


def _by_day(one: Measure, departures: list[Written], story: Story) -> Iterator[Finding]:
    before = [other for other in departures if other.sentence.at < one.place.at]
    told = [other for other in story.days.written if other.sentence.at <= one.place.at]
    if not before or not told or not one.is_growing:
        return
    start, now = before[-1], told[-1]
    same_chapter = start.sentence.chapter.order == now.sentence.chapter.order == one.place.order
    begin, end = _ordinal(start), _ordinal(now)
    if not same_chapter or begin is None or end is None or end <= begin:
        return
    if abs(end - begin - one.value) > max(_SLACK_DAYS, 0.25 * (end - begin)):
        place = start.sentence.place(start.start, start.stop)
        yield _finding(f"{one.value:g} days here, {end - begin} by the dates", place, one.place)


def _ordinal(one: Written) -> int | None:
    try:
        return date(one.year or 2_004, one.month, one.day).toordinal()
    except ValueError:
        return None


def _finding(message: str, established: Place, contradicting: Place) -> Finding:
    return Finding(
        subtype="duration",
        severity=Severity.MEDIUM,
        message=message,
        established=established,
        contradicting=contradicting,
        suggestion="make the span fit its beginning",
    )
