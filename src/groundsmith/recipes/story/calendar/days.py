"""Dates of a story: which are written, with which weekday, and which day a sentence is told of.

Days are carried forward from the last date that was told; memories and speech move nothing. The
decision to question: a year that is never written is not guessed, so most rules about time are
silent until the text names one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.reading import BACK, VOUCHED, Mode, Reading, Sentence
from groundsmith.verify.words import MONTHS

_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ORDINALS = {
    **{word: at for at, word in enumerate([*_ONES, *_TEENS], start=1)},
    "twentieth": 20,
    "thirtieth": 30,
    **{f"twenty-{word}": 20 + at for at, word in enumerate(_ONES, start=1)},
    **{f"twenty {word}": 20 + at for at, word in enumerate(_ONES, start=1)},
    "thirty-first": 31,
}
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4,
    "sabtu": 5, "minggu": 6, "ahad": 6,
}  # fmt: skip
MONTH = "|".join(
    sorted(
        (name for name in MONTHS if len(name) > 3 or name in ("may", "mei")), key=len, reverse=True
    )
)
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
WEEKDAY = "|".join(WEEKDAYS)
_YEAR = r"(?:1[0-9]|20|21|22)\d\d"
_DATE = re.compile(
    rf"\b(?:(?:(?P<weekday>{WEEKDAY})(?: (?:pagi|petang|malam|sore|siang|morning|evening|night"
    rf"|afternoon))?,? (?:on )?(?:the |tanggal )?)?(?P<day>{DAY})(?: of|,)? (?P<month>{MONTH})"
    rf"(?:,? (?P<year>{_YEAR}))?"
    rf"|(?:(?P<weekday2>{WEEKDAY}),? )?(?P<month2>{MONTH}) (?:the )?(?P<day2>{DAY})"
    rf"(?:,? (?P<year2>{_YEAR}))?)\b",
    re.I,
)
_LONE_YEAR = re.compile(rf"\b(?:in|since|of|year|tahun|sejak|pada|by) ({_YEAR})\b", re.I)
_LONE_MONTH = re.compile(rf"\b(?:in|bulan|by|of|early|late) ({MONTH})\b", re.I)
_BEHIND = re.compile(
    rf"\b(?:it was|that was|hari itu(?: hari)?|it is) (?:(?:a|the \w+) )?({WEEKDAY})\b", re.I
)
_LONE_DAY = re.compile(
    rf"\b(?:on )?the ({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b(?! of)", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date as written: `weekday` from 0 for Monday, `None` where a part is missing."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    sentence: Sentence
    start: int
    stop: int


class Days:
    """The dates of a story in order, and what day it is at any sentence."""

    def __init__(self, reading: Reading) -> None:
        self.written: list[Written] = []
        self._marks: list[tuple[tuple[int, int], int | None, int | None]] = []
        year: int | None = None
        month: int | None = None
        scene, scene_year = -1, None
        for sentence in reading.sentences:
            if sentence.scene != scene:
                scene, scene_year = sentence.scene, None
            found = list(dates_in(sentence, scene_year or year))
            self.written.extend(found)
            for one in found:
                if sentence.mode in BACK and one.year and year and one.year < year:
                    scene_year = one.year
                elif sentence.mode in VOUCHED:
                    year, month = one.year or year, one.month
            if not found and sentence.mode is Mode.TOLD:
                alone = _LONE_MONTH.search(sentence.told)
                month = MONTHS[alone.group(1).lower()] if alone else month
            self._marks.append((sentence.at, scene_year or year, month))
        self.weekdays = [*self._behind(reading)]

    @property
    def base_year(self) -> int | None:
        """The first year that is told as the story's own."""
        return next((year for _, year, _ in self._marks if year is not None), None)

    def at(self, place: tuple[int, int]) -> tuple[int | None, int | None]:
        """Year and month of a place, as far as the text has said."""
        index = bisect_right(self._marks, (place, 9_999, 99), key=_key) - 1
        return self._marks[index][1:] if index >= 0 else (None, None)

    def _behind(self, reading: Reading) -> Iterator[Written]:
        """Weekdays that a sentence of their own gives to the date before ("It was a Monday")."""
        last: Written | None = None
        waiting = 0
        dated = iter(self.written)
        following = next(dated, None)
        month: int | None = None
        year: int | None = None
        for sentence in reading.sentences:
            while following is not None and following.sentence.at <= sentence.at:
                last, month, year, waiting = following, following.month, following.year, 3
                following = next(dated, None)
            lone = _LONE_DAY.search(sentence.told)
            if lone and month and last is not None and last.sentence.at != sentence.at:
                last = Written(
                    year=year, month=month, day=ORDINALS[lone.group(1).lower()], weekday=None,
                    sentence=sentence, start=lone.start(), stop=lone.end(),
                )  # fmt: skip
                waiting = 3
            named = _BEHIND.search(sentence.told)
            if named and last is not None and waiting > 0 and last.year:
                yield Written(
                    year=last.year, month=last.month, day=last.day,
                    weekday=WEEKDAYS[named.group(1).lower()],
                    sentence=sentence, start=named.start(), stop=named.end(),
                )  # fmt: skip
            waiting -= 1


def _key(mark: tuple[tuple[int, int], int | None, int | None]) -> tuple[tuple[int, int], int, int]:
    return (mark[0], mark[1] or 0, mark[2] or 0)


def day_number(written: str) -> int:
    """The day of a month as a number: 3 for "3rd" and "third"."""
    day = written.lower()
    return ORDINALS.get(day) or int(re.sub(r"\D", "", day))


def dates_in(sentence: Sentence, year: int | None) -> Iterator[Written]:
    """The dates of one sentence; a year that is not written is the one that is known."""
    for one in _DATE.finditer(sentence.text):
        parts = one.groupdict()
        number = day_number(parts["day"] or parts["day2"])
        weekday = parts["weekday"] or parts["weekday2"]
        own = parts["year"] or parts["year2"]
        if 1 <= number <= 31:
            yield Written(
                year=int(own) if own else year,
                month=MONTHS[(parts["month"] or parts["month2"]).lower()],
                day=number,
                weekday=WEEKDAYS[weekday.lower()] if weekday else None,
                sentence=sentence,
                start=one.start(),
                stop=one.end(),
            )


def years_in(text: str) -> list[int]:
    """Years that a text names as such."""
    return [int(one) for one in _LONE_YEAR.findall(text)] + [
        int(one.group("year") or one.group("year2"))
        for one in _DATE.finditer(text)
        if one.group("year") or one.group("year2")
    ]
