"""When something is told to have been: weekday, day, month, year, hour, moon and sky, as ranges.

Every kind is a few ranges on a line or a circle, so that one comparison serves all of them. The
decision to question: a word such as "night" or "snow" tells little, and is read wherever it stands;
it is held only against another telling of the same event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.calendar.days import (
    DAY,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    day_number,
    years_in,
)
from groundsmith.recipes.story.calendar.hours import clocks
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.recipes.story.words.whens import HOURS, MOONS, SEASONAL, SKIES
from groundsmith.verify.words import MONTHS

Ranges = tuple[tuple[float, float], ...]
_CIRCLE = {"hour": 24.0, "weekday": 7.0, "month": 12.0}
_SLACK = {"hour": 2.0}
_WIDTH = 31


def _one_of(words: dict[str, object]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_PHRASE = re.compile(
    rf"\b(?:(?P<hour>{_one_of(dict(HOURS))})|(?P<month>{_one_of(dict(SEASONAL))})"
    rf"|(?P<moon>{_one_of(dict(MOONS))})|(?P<sky>{_one_of(dict(SKIES))}))\b",
    re.I,
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<sure>hari|on|an?|the|that|was|this|salat|pada) )?(?P<day>{WEEKDAY})\b", re.I
)
_AMBIGUOUS = frozenset({"minggu"})
"""Weeks as well as a weekday: only behind a word that makes it a day."""
_DATE = re.compile(
    rf"\b(?P<day>{DAY})(?: of|,)? (?P<month>{MONTH}|may|mei)\b"
    rf"|\b(?P<month2>{MONTH}|May) (?:the )?(?P<day2>{DAY})\b(?! \w+s\b)"
    rf"|\btanggal (?P<number>{NUMBER}) (?P<month3>{MONTH}|mei)\b",
    re.I,
)
_ORDER = re.compile(
    r"\b(?:(?P<before>before|sebelum)|(?P<after>after|sesudah|setelah)|during|selama"
    r"|in the (?:first|last|second|third|middle) (?:\w+ )?of)"
    r" (?:the |an? |his |her |their |my |our |\w+['’]s ){0,2}(?P<anchor>[^\W\d_]{3,})",
    re.I,
)
_MONTH = re.compile(
    rf"\b(?:in|of|early|late|that|a|bulan|pada|since|it was|mid-?|such a) ?(?P<month>{MONTH})\b"
    rf"|\b(?P<mei>(?-i:May|Mei))(?= \d{{4}}|[.,;])",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?P<side>before|after|sebelum|sesudah|setelah)? ?(?P<else>until|till|since|by|next"
    r"|last|every|each|following|other|like|as|whole|all|through|for|toward|towards|not|never|no"
    r"|longer|good|than|sampai|hingga|sejak|setiap|tiap|seperti|sepanjang|besok|lusa|menjelang"
    r"|bukan|semua|selamat|suatu|one|some|tomorrow|yesterday|kemarin)?(?: the| a| hari| that)?\W*$",
    re.I,
)
_BEHIND = re.compile(
    r"\W*(?:before|after|later|earlier|berikut\w*|sebelum\w*|sesudah\w*|setelah\w*|depan|lusa"
    r"|prayer\w*|gown|dress|school|clothes)\b(?!,)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class When:
    """`kind` of time, the ranges that it may be in, and where a text says so."""

    kind: str
    ranges: Ranges
    start: int
    stop: int

    def meets(self, other: "When") -> bool:
        """Whether both can be one moment."""
        circle, slack = _CIRCLE.get(self.kind), _SLACK.get(self.kind, 0.0)
        turns = (-circle, 0.0, circle) if circle else (0.0,)
        return any(
            low - slack <= b + turn and a + turn <= high + slack
            for low, high in self.ranges
            for a, b in other.ranges
            for turn in turns
        )


def whens(told: str) -> Iterator[When]:
    """All that a text tells of when, in no order."""
    for phrase in _PHRASE.finditer(told):
        kind = str(phrase.lastgroup)
        made = _of_phrase(kind, phrase.group().lower())
        side = _side(told, phrase.start(), phrase.end(), is_moment=kind in ("hour", "month"))
        if side is not None:
            yield When(kind, _shifted(made, side, kind), phrase.start(), phrase.end())
    for one in _WEEKDAY.finditer(told):
        day = one.group("day").lower()
        is_day = bool(one.group("sure")) or day not in _AMBIGUOUS
        if is_day and _side(told, one.start("day"), one.end()) == "":
            at = float(WEEKDAYS[day])
            yield When("weekday", ((at, at),), one.start("day"), one.end())
    yield from _dates(told)
    for hour in clocks(told):
        if _side(told, hour.start, hour.stop) == "":
            yield When("hour", hour.ranges, hour.start, hour.stop)
    for one in _ORDER.finditer(told):
        at = -1.0 if one.group("before") else 1.0 if one.group("after") else 0.0
        yield When(f"order {one.group('anchor').lower()}", ((at, at),), one.start(), one.end())
    for year in years_in(told)[:1]:
        at = told.index(str(year))
        yield When("year", ((float(year), float(year)),), at, at + 4)


def _dates(told: str) -> Iterator[When]:
    for one in _DATE.finditer(told):
        parts = one.groupdict()
        name = parts["month"] or parts["month2"] or parts["month3"]
        month = float(MONTHS[name.lower()])
        number = number_of(parts["number"]) if parts["number"] else None
        day = month * _WIDTH + (number or day_number(parts["day"] or parts["day2"] or "1"))
        yield When("month", ((month, month),), one.start(), one.end())
        yield When("day", ((day, day),), one.start(), one.end())
    for one in _MONTH.finditer(told):
        month = float(MONTHS[(one.group("month") or one.group("mei")).lower()])
        if _side(told, one.start(), one.end()) == "":
            yield When("month", ((month, month),), one.start(), one.end())


def _of_phrase(kind: str, phrase: str) -> Ranges:
    if kind == "hour":
        return (HOURS[phrase],)
    if kind == "month":
        return tuple((float(one), float(one)) for one in SEASONAL[phrase])
    name = MOONS[phrase] if kind == "moon" else SKIES[phrase]
    at = float(name in ("full", "wet"))
    return ((at, at),)


def _side(told: str, start: int, stop: int, *, is_moment: bool = True) -> str | None:
    """Before or after what stands there, or then (""); `None` where another time is meant."""
    if _BEHIND.match(told, stop):
        return None
    before = _BEFORE.search(told[max(0, start - 24) : start])
    if before is None or not is_moment:
        return ""
    if before.group("else"):
        return None
    side = (before.group("side") or "").lower()
    return "before" if side in ("before", "sebelum") else "after" if side else ""


def _shifted(ranges: Ranges, side: str, kind: str) -> Ranges:
    """The hours before or after what is named."""
    if not side or kind != "hour":
        return ranges
    ((low, high),) = ranges
    return ((low - 1, high),) if side == "before" else ((low, high + 1),)
