"""Which day follows which: weekdays, dates and moons, as far as the text counts the days between.

"The next day", "two days later", "keesokan harinya" carry a weekday, a date and a moon forward. The
decision to question: a scene that opens without such words may be any day later, and then nothing
is known until the text names a day again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundsmith.recipes.story.calendar.days import DAY, MONTH, WEEKDAY, WEEKDAYS, day_number
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode, Reading, Sentence
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.verify.words import MONTHS

_NEXT = re.compile(
    r"\b(?:(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night|dawn|noon)"
    r"|the (?:day|morning|night) after(?: that)?(?= (?:was|it|they|he|she|the)\b|[,.])"
    r"|keesokan\w*|esok(?:nya| hari\w*| pagi\w*| malam\w*| sore\w*)|besok(?:nya| pagi\w*)"
    r"|(?:hari|pagi|malam|sore) berikut(?:nya)?)\b",
    re.I,
)
_LATER = re.compile(
    rf"\b(?P<number>{NUMBER}|a|an|se)(?: |(?<=se))(?P<unit>days?|nights?|weeks?|fortnight|hari"
    rf"|malam"
    rf"|minggu|pekan) (?:later|afterwards|after that|kemudian|sesudah(?:nya| itu)|setelah(?:nya"
    rf"| itu)"
    rf"|berselang|berlalu)\b",
    re.I,
)
_LUSA = re.compile(r"\blusa(?:nya)?\b", re.I)
_SAME = re.compile(
    r"\b(?:that (?:same )?(?:day|morning|noon|afternoon|evening|night)|the same (?:day|evening"
    r"|night)"
    r"|(?:hari|pagi|siang|sore|malam|petang) itu)\b",
    re.I,
)
_UNKNOWN = re.compile(
    r"\b(?:one (?:day|morning|evening|night|afternoon)|(?:some|several|a few|many|few|a couple of)"
    r" (?:days|weeks|nights|months|years)|(?:days|weeks|months|years|winter|summer)"
    r" (?:later|passed|went by|had passed)|months?|years?|the (?:week|month|year) after"
    r"|that week|week"
    r"|(?:suatu|pada suatu) (?:hari|pagi|malam|sore)|beberapa (?:hari|minggu|bulan|tahun|malam)"
    r"|berhari-hari|berminggu-minggu|berbulan-bulan|bertahun-tahun|bulan|tahun|minggu ini)\b",
    re.I,
)
_MORNING_AFTER = re.compile(
    r"\b(?:in the morning|at dawn|woke|awoke|at daybreak|slept|paginya|pagi harinya|terbangun"
    r"|tertidur|subuh)\b",
    re.I,
)
_IS = re.compile(
    rf"\b(?:it (?:was|is)|(?:that|today|this) (?:was|is)|today,?|was|hari ini|hari itu|itu)"
    rf"(?: (?:hari|only|still|now|already|a|the|just|adalah|tanggal))* (?P<weekday>{WEEKDAY})\b"
    rf"(?! (?:market|school|best|mass|service|clothes|coat|dress|lalu|depan))"
    rf"|\b(?:for|to|salat|sembahyang|misa|kebaktian) (?:the )?(?P<feast>{WEEKDAY})\b(?= (?:mass"
    rf"|service|prayers|school)\b|(?<=jumat)|(?<=minggu))",
    re.I,
)
_ON = re.compile(
    rf"(?:\b(?:on|pada(?: hari)?|hari)(?: a| the)? (?P<weekday>{WEEKDAY})\b(?!s| (?:lalu|depan))"
    rf"|^\W*(?P<first>{WEEKDAY})(?: (?:morning|evening|night|afternoon|pagi|sore|malam|petang"
    rf"|siang))?"
    rf"(?=,| (?:was|came|dawned|brought|passed|it|they|he|she|the)\b)"
    rf"|, (?:a )?(?P<apart>{WEEKDAY}),)",
    re.I,
)
_OTHER_WEEKDAY = re.compile(
    rf"\b(?:every|each|last|next|until|till|by|since|before|after|for|from|of|like|setiap|tiap"
    rf"|sampai"
    rf"|sejak|sebelum|sesudah|setelah|hingga|dari|seperti|bukan|not)(?: a| the"
    rf"| hari)* (?:{WEEKDAY})\b",
    re.I,
)
_DATE_IS = re.compile(
    rf"\b(?:(?:the )?(?P<day>{DAY})(?: of|,)? (?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH}) (?:the )?(?P<day2>{DAY}))\b",
    re.I,
)
_MAY_DATE = re.compile(rf"{MONTH}|christmas|natal|boxing|new year|tahun baru", re.I)
_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas morning": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    "new year's day": (1, 1), "new year’s day": (1, 1), "malam natal": (12, 24),
    "hari natal": (12, 25), "malam tahun baru": (12, 31), "hari tahun baru": (1, 1),
}  # fmt: skip
_HOLIDAY = re.compile(r"\b(?:" + "|".join(_HOLIDAYS) + r")\b", re.I)
_MOON = re.compile(
    r"\b(?:(?P<full>full moon|moon (?:was|is|rose|hung|stood) (?:\w+ )?full|(?:bulan )?purnama"
    r"|bulan (?:\w+ )?bulat)"
    r"|(?P<new>new moon|moonless|no moon|bulan mati|tanpa bulan|bulan baru)"
    r"|(?P<half>half[- ]moon|moon was half|bulan separuh|bulan setengah)"
    r"|(?P<thin>crescent|(?:thin|slim|narrow) (?:\w+ ){0,2}moon|sickle (?:of|moon)"
    r"|sliver of (?:a )?moon"
    r"|bulan sabit))\b",
    re.I,
)
_AGES = {"full": (15,), "new": (0,), "half": (7, 22), "thin": (3, 26)}
_MOON_DAYS, _MOON_SLACK = 29.5, 5.0
_LEAP = 2_004
_LATER_WORDS = ("later", "after", "kemudian", "sesudah", "setelah", "berselang", "berlalu")
_WEEKDAY_WORDS = ("day", *(name for name in WEEKDAYS if not name.endswith("day")))
_MOON_WORDS = ("moon", "bulan", "purnama", "crescent", "sickle")
_UNITS = {"day": 1, "night": 1, "hari": 1, "malam": 1, "week": 7, "minggu": 7, "pekan": 7,
          "fortnight": 14}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A day that does not follow: what the text says, and what it should be by the place before."""

    told: str
    known: Place
    place: Place


@dataclass(slots=True)
class _Known:
    """What is known of the current day, and where it was said."""

    weekday: int | None = None
    weekday_at: Place | None = None
    date: int | None = None
    date_at: Place | None = None
    ages: tuple[float, ...] = ()
    moon_at: Place | None = None

    def move(self, days: int) -> None:
        self.weekday = None if self.weekday is None else (self.weekday + days) % 7
        self.date = None if self.date is None else self.date + days
        self.ages = tuple((age + days) % _MOON_DAYS for age in self.ages)

    def forget(self) -> None:
        self.weekday = self.date = None
        self.ages = ()


def clashes(reading: Reading) -> Iterator[Clash]:
    """The days of a story that do not follow each other."""
    known = _Known()
    scene, since = -1, 99
    for sentence in reading.sentences:
        if sentence.scene != scene:
            scene, since = sentence.scene, 0
        if sentence.mode is not Mode.TOLD:
            continue
        days = shift_of(sentence.told)
        if since == 1 and days is None:
            known.forget()
        since += 1
        if days is not None and days >= 0:
            known.move(days)
        elif _UNKNOWN.search(sentence.told) or (
            days is None and _MORNING_AFTER.search(sentence.told)
        ):
            known.forget()
        sure = days is not None or since > 1
        yield from _weekday(sentence, known, is_shift=days is not None, is_sure=sure)
        yield from _date(sentence, known, is_shift=days is not None)
        yield from _moon(sentence, known)


def shift_of(told: str) -> int | None:
    """How many days later a sentence is than the one before; `None` where it does not say."""
    lower = told.lower()
    may_be_later = any(word in lower for word in _LATER_WORDS)
    if (
        may_be_later
        and (later := _LATER.search(told))
        and not _UNKNOWN.search(told[: later.start()])
    ):
        written = later.group("number").lower()
        number = 1 if written in ("a", "an", "se") else number_of(written)
        unit = later.group("unit").lower().removesuffix("s")
        return None if number is None else number * _UNITS[unit]
    if _NEXT.search(told):
        return 1
    if _LUSA.search(told):
        return 2
    return 0 if _SAME.search(told) else None


def _weekday(
    sentence: Sentence, known: _Known, *, is_shift: bool, is_sure: bool
) -> Iterator[Clash]:
    told = sentence.told
    lower = told.lower()
    if not any(word in lower for word in _WEEKDAY_WORDS) or _OTHER_WEEKDAY.search(told):
        return
    is_ = _IS.search(told)
    found = is_ or _ON.search(told)
    if found is None:
        return
    written = next(name for name in (*found.groupdict().values(),) if name)
    weekday = WEEKDAYS[written.lower()]
    place = sentence.place(found.start(), found.end())
    stated = is_shift or (is_ is not None and is_sure)
    if known.weekday is not None and known.weekday_at and stated and weekday != known.weekday:
        yield Clash(told=found.group().strip(" ,"), known=known.weekday_at, place=place)
    if known.weekday != weekday and not is_shift:
        known.date, known.ages = None, ()
    known.weekday, known.weekday_at = weekday, place


def _date(sentence: Sentence, known: _Known, *, is_shift: bool) -> Iterator[Clash]:
    told = sentence.told
    if not _MAY_DATE.search(told):
        return
    found = _DATE_IS.search(told)
    feast = _HOLIDAY.search(told)
    if found is None and feast is None:
        return
    if found is not None:
        parts = found.groupdict()
        day = day_number(parts["day"] or parts["day2"])
        month = MONTHS[(parts["month"] or parts["month2"]).lower()]
        span = found.span()
    else:
        month, day = _HOLIDAYS[feast.group().lower()] if feast else (1, 1)
        span = feast.span() if feast else (0, 0)
    try:
        number = date(_LEAP, month, day).toordinal()
    except ValueError:
        return
    place = sentence.place(*span)
    year = 365
    if (
        known.date is not None
        and known.date_at
        and is_shift
        and (number - known.date) % year not in (0, 1, year - 1)
    ):
        yield Clash(told=told[span[0] : span[1]], known=known.date_at, place=place)
    known.date, known.date_at = number, place


def _moon(sentence: Sentence, known: _Known) -> Iterator[Clash]:
    lower = sentence.told.lower()
    found = any(word in lower for word in _MOON_WORDS) and _MOON.search(sentence.told)
    if not found:
        return
    ages = tuple(float(age) for age in _AGES[str(found.lastgroup)])
    place = sentence.place(found.start(), found.end())
    if (
        known.ages
        and known.moon_at
        and not any(_apart(one, other) <= _MOON_SLACK for one in known.ages for other in ages)
    ):
        yield Clash(told=found.group(), known=known.moon_at, place=place)
    known.ages, known.moon_at = ages, place


def _apart(one: float, other: float) -> float:
    """Days between two ages of the moon, the nearer way round."""
    apart = abs(one - other) % _MOON_DAYS
    return min(apart, _MOON_DAYS - apart)
