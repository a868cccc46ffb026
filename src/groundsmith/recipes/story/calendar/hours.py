"""The hour that a sentence tells: by the clock, by the sun, by the stars.

An hour is one or more ranges on a clock of 24, a night running on past it; "half past five" without
more is both. The decision to question: only what is told of the scene's own moment counts, so a
morning that somebody looks back on ("that morning") tells no hour.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.recipes.story.words.hours import DAYTIME, DAYTIMES
from groundsmith.verify.words.numbers import NUMBER_WORDS

HOURS = {
    **{word: value for word, value in NUMBER_WORDS.items() if 0 < value < 13},
    "dua belas": 12,
}
_FIXED = {"noon": 12.0, "midnight": 24.0, "tengah hari": 12.0, "tengah malam": 24.0}
_HOUR_WORDS = frozenset(word for word in HOURS if " " not in word)
_WORD = re.compile(r"[^\W\d_]+")
_HOUR = "|".join(sorted(HOURS, key=len, reverse=True)) + r"|[01]?\d|2[0-4]"
_MINUTES = (
    r"(?:\d{1,2}|five|ten|twenty|twenty-five|quarter|half|a quarter|lima|sepuluh|dua puluh"
    r"|seperempat)"
)
_CLOCK = re.compile(
    rf"\b(?:(?P<shift>(?P<minutes>{_MINUTES})(?: minutes?)? (?P<side>past|to|after|before)) )?"
    rf"(?<!\d)(?P<en>{_HOUR})(?:[:.](?P<digits>[0-5]\d))?(?![\w:.]*\d)"
    rf"(?P<sure> ?o['’]clock)?(?: ?(?P<part>in the (?:morning|afternoon|evening)|at night"
    rf"|[ap]\.?m\b\.?|that (?:morning|afternoon|evening|night)))?"
    rf"|\b(?:pukul|jam) (?P<half>setengah )?(?P<id>{_HOUR})(?:[:.](?P<menit>[0-5]\d))?"
    rf"(?: (?P<lewat>lewat|kurang|lebih) {_MINUTES}(?: menit)?)?"
    rf"(?: (?P<bagian>pagi|siang|sore|malam|dini hari|petang))?\b",
    re.I,
)
_AT = re.compile(
    r"\b(?:at|by|about|around|nearly|almost|past|hardly|barely|only|just|was|is|struck|strikes"
    r"|strike"
    r"|chimed|said|after|before|towards|still)\W+$",
    re.I,
)
_NOT_HOUR = re.compile(
    r"\W*(?:hours?|minutes?|days?|years?|of|more|times|men|women|people|miles?|pounds?|and|or|years"
    r"|feet|-|%|hundred|thousand|percent|weeks?|months?|[a-z]+s\b)",
    re.I,
)
_ELSEWHEN = re.compile(
    r"\b(?:next|tomorrow|yesterday|until|till|every|each|by|since|would|will|last|before|usually"
    r"|always|often|all (?:day|night|morning)|as if|like|as though|if|should|could|supposed|due"
    r"|bound|timetable|besok|kemarin|sampai|hingga|setiap|sejak|sebelum|biasanya|selalu|kalau"
    r"|seperti|seolah\w*|seakan\w*|akan|menjelang|had|semalam|tadi|not|no longer|bukan|belum)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Hour:
    """The hours that a sentence may mean, each from `low` to `high`, and where it says so."""

    ranges: tuple[tuple[float, float], ...]
    start: int
    stop: int
    is_other_day: bool = False

    def is_before(self, other: "Hour", least: float = 0.0) -> bool:
        """Whether all that this may mean is over before any of the other begins."""
        return max(high for _, high in self.ranges) + least < min(low for low, _ in other.ranges)

    def within(self, day: "Hour") -> "Hour":
        """The readings of this that another hour leaves; all where it leaves none."""
        kept = tuple(
            (low, high) for low, high in self.ranges if any(a <= low <= b for a, b in day.ranges)
        )
        return Hour(kept or self.ranges, self.start, self.stop, self.is_other_day)

    def is_apart(self, other: "Hour", least: float) -> bool:
        """Whether no two of their ranges come closer than so many hours, around the clock."""
        return all(
            min(abs(one - its) for one in (low, high, low + 24, high + 24) for its in (a, b))
            > least
            and not (
                low <= a <= high or a <= low <= b or low <= a - 24 <= high or a <= low - 24 <= b
            )
            for low, high in self.ranges
            for a, b in other.ranges
        )


def hours_of(sentence: Sentence) -> Iterator[Hour]:
    """The hours that a sentence tells of its own moment, in order."""
    told = sentence.told
    if sentence.mode is not Mode.TOLD:
        return
    found = [
        Hour(
            (DAYTIMES[str(one.lastgroup).rstrip("2")],),
            one.start(),
            one.end(),
            str(one.lastgroup).endswith("2"),
        )
        for one in DAYTIME.finditer(told)
    ]
    found.extend(clocks(told))
    day: Hour | None = None
    done = 0
    for hour in sorted(found, key=lambda one: one.start):
        hour = hour.within(day) if day is not None else hour
        day = hour
        if hour.start < done or _ELSEWHEN.search(told[max(0, hour.start - 45) : hour.start]):
            continue
        done = hour.stop
        yield hour


def clocks(told: str) -> Iterator[Hour]:
    """The hours that a text tells by the clock."""
    may_be_clock = any(char.isdigit() for char in told) or not _HOUR_WORDS.isdisjoint(
        _WORD.findall(told.lower())
    )
    for one in _CLOCK.finditer(told) if may_be_clock else ():
        hour = _clock(told, one)
        if hour is not None:
            yield hour


def clock(text: str) -> Hour | None:
    """The hour that a few words are, whatever they stand in: `06:15`, `half past nine`, `noon`."""
    lower = text.lower()
    if lower in _FIXED:
        return Hour(((_FIXED[lower], _FIXED[lower]),), 0, len(text))
    one = _CLOCK.match(text)
    if one is None:
        return None
    if one.group() != text or lower.isalpha():
        return (
            Hour(tuple((at, at) for at in _readings(HOURS[lower], "", is_long=False)), 0, len(text))
            if lower in HOURS
            else None
        )
    found = _clock(text, one)
    early = found is not None and re.match(r"0\d[:.]", text)
    return Hour(found.ranges[:1], 0, len(text)) if found is not None and early else found


def _clock(told: str, one: re.Match[str]) -> Hour | None:
    parts = one.groupdict()
    written = (parts["en"] or parts["id"]).lower()
    hour = HOURS.get(written) or (int(written) if written.isdigit() else 0)
    part = (parts["part"] or parts["bagian"] or "").lower()
    sure = parts["sure"] or parts["shift"] or parts["id"] or part or parts["digits"]
    if not sure:
        bare = _AT.search(told[max(0, one.start() - 12) : one.start()])
        if not bare or not written.isalpha() or _NOT_HOUR.match(told, one.end()) or hour in (1, 0):
            return None
        if not re.match(
            r"[.,;:!?]|\W*$|\W+(?:when|and|on|sharp|he|she|they|the)\b", told[one.end() :]
        ):
            return None
    at = _minutes(hour, parts)
    if hour > 24:
        return None
    readings = _readings(at, part, is_long=hour > 12)
    return Hour(tuple((value, value) for value in readings), one.start(), one.end())


def _minutes(hour: int, parts: dict[str, str | None]) -> float:
    """The hour with its half."""
    if parts["half"]:
        return hour - 0.5
    minutes = (parts["minutes"] or "").lower()
    digits = parts["digits"] or parts["menit"]
    if digits:
        return hour + int(digits) / 60
    share = 0.5 if minutes == "half" else 0.25 if minutes else 0.0
    before = (parts["side"] or "").lower() in ("to", "before") or parts["lewat"] == "kurang"
    return hour - share if before else hour + share


def _readings(at: float, part: str, *, is_long: bool) -> list[float]:
    """What a clock may mean: one hour where a part of the day is told, else both."""
    at %= 24
    if is_long or part in ("dini hari",) or part.startswith("a"):
        return [at] if is_long or part == "dini hari" else [at % 12]
    at %= 12
    if part.endswith("morning") or part == "pagi":
        return [at]
    if (
        part.endswith(("afternoon", "evening"))
        or part in ("sore", "petang")
        or part.startswith("p")
    ):
        return [at + 12]
    if part == "siang":
        return [at + 12] if at < 6 else [at]
    if part.endswith("night") or part == "malam":
        return [at + 12] if at >= 5 else [at + 24]
    return [at, at + 12]
