"""Weekdays that do not fit their dates, seasons that do not fit their months, clocks their day.

Weekdays are held to each other and not to a real calendar: a story may have its own, and only a
weekday that disagrees with the others is a slip. The decision to question: with two dates and two
calendars, the later one is blamed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from groundsmith.recipes.story.bible.days import Written
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import BACK, VOUCHED, Sentence

_NORTH = {
    "summer": (5, 6, 7, 8, 9), "winter": (11, 12, 1, 2, 3), "spring": (2, 3, 4, 5, 6),
    "autumn": (8, 9, 10, 11, 12), "fall": (8, 9, 10, 11, 12), "hujan": (10, 11, 12, 1, 2, 3, 4),
    "kemarau": (4, 5, 6, 7, 8, 9, 10, 11),
}  # fmt: skip
_SEASON = re.compile(
    r"\b(?P<summer>mid-?summer|(?:high|height of|full|hot|late|early) summer|summer (?:heat"
    r"|sun\w*"
    r"|morning|afternoon|evening|day|night)|it was summer|hayfields|haymaking|dog days)\b"
    r"|\b(?P<winter>mid-?winter|(?:deep|depth of|dead of|full|bitter) winter|winter (?:cold|sun"
    r"|snow\w*"
    r"|morning|afternoon|evening|day|night)|it was winter)\b"
    r"|\b(?P<spring>it was spring|(?:high|full|late|early) spring|spring (?:sun\w*|rain|morning"
    r"|afternoon|evening|day|night|flowers)|in (?:full )?blossom|in bloom|cuckoo|daffodils"
    r"|bluebells"
    r"|lambs|cherry trees? \w+ (?:in )?(?:flower|blossom))\b"
    r"|\b(?P<autumn>it was (?:autumn|fall)|(?:late|early|deep) autumn|autumn (?:leaves|morning"
    r"|afternoon"
    r"|evening|day|night))\b"
    r"|\b(?P<hujan>(?:puncak |tengah |pertengahan )?musim (?:hujan|penghujan))\b"
    r"|\b(?P<kemarau>(?:puncak |tengah |pertengahan )?(?:musim )?kemarau)\b",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:last|next|until|since|before|after|ago|all (?:through )?the|in the summer|like|every"
    r"|used to"
    r"|would|belum|sebelum|sesudah|setelah|sejak|sampai|hingga|kalau|seperti|akhir|awal"
    r"|menjelang|lalu"
    r"|berganti|setiap|habis|selesai|berlalu|depan|bukan|salah|datang|tiba|through|promise\w*)\b",
    re.I,
)
_NUMBERS = (
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    [
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "belas",
    ],
)
_HOURS = {
    **{word: at for at, word in enumerate(_NUMBERS[0], start=1)},
    **{word: at for at, word in enumerate(_NUMBERS[1][:11], start=1)},
    "dua belas": 12,
}
_HOUR = "|".join(sorted(_HOURS, key=len, reverse=True)) + r"|\d{1,2}"
_CLOCK = re.compile(
    rf"\b(?P<en>{_HOUR})(?: o'clock| o’clock)? (?P<part>in the (?:morning|afternoon|evening)"
    rf"|at night)"
    rf"|\bpukul (?P<id>{_HOUR})(?: lewat \w+(?: \w+)?| kurang \w+)? (?P<bagian>pagi|siang|sore"
    rf"|malam"
    rf"|dini hari|petang)\b",
    re.I,
)
_PARTS = re.compile(
    r"\b(?P<dawn>dawn|daybreak|sunrise|sun-?up|fajar|subuh|matahari terbit)\b"
    r"|\b(?P<dusk>dusk|sunset|nightfall|sundown|towards evening|magrib|petang|matahari terbenam"
    r"|senja)\b"
    r"|\b(?P<noon>noon|midday|tengah hari|siang bolong)\b"
    r"|\b(?P<midnight>midnight|tengah malam)\b",
    re.I,
)
_HOURS_OF = {
    "dawn": range(3, 9), "dusk": range(16, 22), "noon": range(10, 16),
    "midnight": (21, 22, 23, 0, 1, 2, 3),
}  # fmt: skip
_STATED = re.compile(
    r"(?:\b(?:it was|saat itu|waktu itu|ketika itu|clock struck|struck|pukul)\b)", re.I
)


def check(story: Story) -> Iterator[Finding]:
    """Weekdays, seasons and hours that cannot be."""
    yield from _weekdays(story)
    yield from _ordered(story)
    yield from _seasons(story)
    yield from _clocks(story)


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


def _seasons(story: Story) -> Iterator[Finding]:
    last: Written | None = None
    dates = iter(story.days.written)
    following = next(dates, None)
    for sentence in story.reading.sentences:
        while following is not None and following.sentence.at <= sentence.at:
            last, following = following, next(dates, None)
        found = _SEASON.search(sentence.told)
        if found is None or sentence.mode not in VOUCHED:
            continue
        _, month = story.days.at(sentence.at)
        if sentence.mode in BACK:
            near = last is not None and last.sentence.paragraph == sentence.paragraph
            month = last.month if near and last is not None else None
        season = str(found.lastgroup)
        if month is None or last is None or _OTHER_TIME.search(sentence.told):
            continue
        if month not in _NORTH[season] and last.month == month:
            yield Finding(
                subtype="time",
                severity=Severity.MEDIUM,
                message=f"{found.group()} does not fit the month ({month})",
                established=last.sentence.place(last.start, last.stop),
                contradicting=sentence.place(),
                suggestion="change the season or the date",
            )


def _clocks(story: Story) -> Iterator[Finding]:
    before: tuple[Sentence, str, re.Match[str]] | None = None
    for sentence in story.reading.sentences:
        if sentence.mode not in VOUCHED:
            continue
        parts = list(_PARTS.finditer(sentence.told))
        clock = _CLOCK.search(sentence.told)
        if clock is not None:
            hour = _hour(clock)
            near = before if before and before[0].scene == sentence.scene else None
            here = next(iter(parts), None)
            shown = (sentence, str(here.lastgroup), here) if here else near
            stated = here is not None or _STATED.search(sentence.told)
            close = shown is not None and abs(shown[0].start - sentence.start) < 500
            if shown and stated and close and hour not in _HOURS_OF[shown[1]]:
                yield Finding(
                    subtype="time",
                    severity=Severity.MEDIUM,
                    message=f"{clock.group()} is not {shown[2].group()}",
                    established=shown[0].place(shown[2].start(), shown[2].end()),
                    contradicting=sentence.place(clock.start(), clock.end()),
                    suggestion="change the hour or the time of day",
                )
        if parts:
            before = (sentence, str(parts[-1].lastgroup), parts[-1])
        elif (
            before and before[0].scene == sentence.scene and sentence.start - before[0].start > 500
        ):
            before = None


def _hour(clock: re.Match[str]) -> int:
    """The hour on a clock of 24."""
    written = (clock.group("en") or clock.group("id")).lower()
    hour = _HOURS.get(written) or (int(written) if written.isdigit() else 0)
    part = (clock.group("part") or clock.group("bagian")).lower()
    if part.endswith(("afternoon", "evening", "sore", "petang")) and hour < 12:
        return hour + 12
    if part.endswith(("night", "malam")):
        return (hour + 12) % 24 if hour >= 6 else hour
    return hour + 12 if part == "siang" and hour < 6 else hour


def _finding(message: str, shown: Written, one: Written) -> Finding:
    return Finding(
        subtype="time",
        severity=Severity.HIGH,
        message=message,
        established=shown.sentence.place(shown.start, shown.stop),
        contradicting=one.sentence.place(one.start, one.stop),
        suggestion="change the weekday or the date",
    )
