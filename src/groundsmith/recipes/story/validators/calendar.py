"""Weekdays that do not fit their dates, and days that no month has.

Weekdays are held to each other and not to a real calendar: a story may have its own, and only a
weekday that disagrees with the others is a slip. The decision to question: with two dates and two
calendars, the later one is blamed.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.days import Written
from groundsmith.recipes.story.findings import Finding, Severity


def check(story: Story) -> Iterator[Finding]:
    """Weekdays and days of a month that cannot be."""
    yield from _weekdays(story)
    yield from _ordered(story)


def _weekdays(story: Story) -> Iterator[Finding]:
    dated = [one for one in (*story.days.written, *story.days.weekdays) if one.weekday is not None]
    sure = [(one, offset) for one in dated if (offset := _offset(one)) is not None]
    votes = Counter(offset for _, offset in sure)
    if not votes:
        return
    real = votes.most_common()
    habit = real[0][0]
    if len(real) > 1 and real[0][1] == real[1][1] and 0 in votes:
        habit = 0
    shown = next(one for one, offset in sure if offset == habit)
    if len(sure) == 1 and habit != 0:
        return
    for one, offset in sure:
        if offset != habit:
            yield _finding("the weekday does not fit the date", shown, one)


def _offset(one: Written) -> int | None:
    """Days between the weekday written and that of the calendar we use; 0 where they agree."""
    if one.year is None or one.weekday is None:
        return None
    try:
        return (one.weekday - date(one.year, one.month, one.day).weekday()) % 7
    except ValueError:
        return None


def _ordered(story: Story) -> Iterator[Finding]:
    """Days that no month has."""
    for one in story.days.written:
        last = 29 if one.month == 2 else 30 if one.month in (4, 6, 9, 11) else 31
        if one.day > last:
            yield _finding("there is no such day in that month", one, one)


def _finding(message: str, shown: Written, one: Written) -> Finding:
    return Finding(
        subtype="time",
        severity=Severity.HIGH,
        message=message,
        established=shown.sentence.place(shown.start, shown.stop),
        contradicting=one.sentence.place(one.start, one.stop),
        suggestion="change the weekday or the date",
    )
