"""Dates: the days and months of a text, in the spellings of English and Indonesian.

`12/05/2023` is the twelfth of May in most of the world and the fifth of December in some of it;
such a date has both readings and agrees with either. A lone year is an amount, not a date.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from groundsmith.verify.words import MONTHS

_MONTH = "(" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")(?![^\W\d_])\.?"
_DAY = r"(?<![\d.,/])(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20)\d\d"
_NAMED = re.compile(
    rf"{_DAY}[ \u00a0-](?:of )?{_MONTH}(?:,?[ \u00a0-]({_YEAR})(?!\d))?"
    rf"|(?<![^\W\d_]){_MONTH}[ \u00a0](\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
    rf"(?:,?[ \u00a0]({_YEAR})(?!\d))?"
    rf"|(?<![^\W\d_]){_MONTH},?[ \u00a0](?:of )?({_YEAR})(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(rf"(?<!\d)({_YEAR})-(\d\d)-(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")


class Day(NamedTuple):
    """Year, month and day; `None` where a part is not given."""

    year: int | None
    month: int
    day: int | None

    def within(self, other: "Day", years: frozenset[int]) -> bool:
        """Whether `other` says all that this says; a year may also stand elsewhere, in `years`."""
        same_year = self.year in (None, other.year) or (other.year is None and self.year in years)
        return same_year and self.month == other.month and self.day in (None, other.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date as written at `[start, stop)`, with each day that it may mean."""

    readings: tuple[Day, ...]
    start: int
    stop: int


@lru_cache(maxsize=256)
def dates(text: str) -> tuple[Date, ...]:
    """Dates in order; what has the form of a date and cannot be one is left out."""
    found = [_named(match) for match in _NAMED.finditer(text)]
    found += [_numeric(match) for match in _NUMERIC.finditer(text)]
    found += [
        _date(match, [(match.group(1), match.group(2), match.group(3))])
        for match in _ISO.finditer(text)
    ]
    readable = (date for date in found if date.readings)
    return tuple(sorted(readable, key=lambda date: date.start))


def _named(match: re.Match[str]) -> Date:
    """The date of a match whose month is a word: day first, month first, or month and year."""
    day, month, year, month_first, day_after, year_after, month_alone, its_year = match.groups()
    name = month or month_first or month_alone
    if name == "may" and not day:
        return Date(readings=(), start=match.start(), stop=match.end())
    number = str(MONTHS[name.casefold()])
    return _date(match, [(year or year_after or its_year, number, day or day_after)])


def _numeric(match: re.Match[str]) -> Date:
    """The date of three numbers, the day before or after the month."""
    first, _, second, year = match.groups()
    years = [year] if len(year) == 4 else ["20" + year, "19" + year]
    return _date(
        match,
        [(y, m, d) for y in years for d, m in dict.fromkeys([(first, second), (second, first)])],
    )


def _date(match: re.Match[str], candidates: list[tuple[str | None, str, str | None]]) -> Date:
    readings = [
        Day(int(year) if year else None, int(month), int(day) if day else None)
        for year, month, day in candidates
        if 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31)
    ]
    return Date(readings=tuple(readings), start=match.start(), stop=match.end())
