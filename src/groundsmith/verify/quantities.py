"""Quantities: amounts with what they measure, so that one can be held against another.

"An hour and a half" is 90 minutes, "two fifths" are 40 %, "30 square kilometres" are no
kilometres, and "about 500" agrees with 487. A claim may round: what it says counts as given
where the source's amount, rounded as the claim is written, is the claim's.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from groundsmith.verify.amounts import Amount, amounts
from groundsmith.verify.tokens import fold
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.numbers import ABOUT, NUMBER_WORDS, SHARES
from groundsmith.verify.words.units import CONVERSIONS, CURRENCIES, UNITS

_PERIOD = (
    "second|minute|hour|day|week|month|year|detik|menit|jam|hari|minggu|pekan|bulan|tahun|h|s|min"
)
_RATE = re.compile(
    rf"(?:(?:\s(?!to\b|or\b|in\b|and\b|for\b|on\b)[^\W\d_]+){{0,3}}?\s|\s?)(?:/\s?|per\s|an?\s|each\s|every\s|se(?=[dmjhpbt])|setiap\s)({_PERIOD})\b"
    r"|\s?(?:/\s?|per\s|setiap\s)([^\W\d_]{1,12})\b"
    r"|\s(daily|weekly|monthly|yearly|annually|hourly)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"\s?(?:degrees?|derajat|º|°)\s?(c|f|celsius|fahrenheit)\b", re.IGNORECASE)
_SOLAR = re.compile(rf"\s[^\W\d_]+\s({_PERIOD})s?\b", re.IGNORECASE)
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "hourly": "h",
}
_POWER_BEFORE = re.compile(r"[ \u00a0]?(square|cubic)[ \u00a0]([^\W\d_]{1,16})", re.IGNORECASE)
_POWER_AFTER = re.compile(r"[ \u00a0](persegi|kubik)\b", re.IGNORECASE)
_POWERS = {"square": "2", "persegi": "2", "cubic": "3", "kubik": "3"}
_LAND = re.compile(
    r"[ \u00a0](us|american|australian|canadian|swiss|danish|norwegian|swedish|new zealand|"
    r"hong kong|singapore|as|singapura|australia|kanada|hong kong)\b",
    re.IGNORECASE,
)
_COUNT = (
    r"(\d+|an?|every|each|setiap|one|two|three|four|five|six|satu|dua|tiga|empat|lima|enam"
    r"|tujuh|delapan)"
)
_AND_A_HALF = re.compile(
    rf"\b{_COUNT}\s([a-z]+)\sand\sa\s(half|quarter)\b"
    rf"|\b()(?:an?\s)?(half|quarter)\s(?:of\s)?an?\s([a-z]+)\b"
    rf"|\b{_COUNT}\s(setengah|seperempat)\s([a-z]+)\b"
    rf"|\b{_COUNT}\s?([a-z]+)\s(setengah|seperempat)\b"
    r"|\b(se)(jam|hari|bulan|tahun|meter|liter)\s(setengah|seperempat)\b"
    r"|\b()(setengah|seperempat)\s([a-z]+)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"half|quarter|setengah|seperempat", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\d/.,])([1-9])/([2-9])(?![\d/])|[½¼¾⅓⅔]")
_SIGNS = {"½": 50.0, "¼": 25.0, "¾": 75.0, "⅓": 33.3333, "⅔": 66.6667}
_CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b\.?"
    r"|\b(?:at|until|to|from|pukul|jam)\s(\d{1,2})[:.](\d\d)\b|(?<![\d:])(\d{1,2}):(\d\d)\b(?!:)"
    r"|\bpukul\s([^\W\d_]+|\d{1,2})\s(pagi|siang|sore|petang|malam)\b",
    re.IGNORECASE,
)
_CLOCK_HINT = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?m\b|pukul|jam|past|quarter", re.IGNORECASE)
_SPOKEN_CLOCK = re.compile(
    r"\b(?:(half|quarter)\s(past|to)\s([a-z]+|\d{1,2})"
    r"|(?:pukul|jam)\s(?:(setengah)\s([a-z]+|\d{1,2})"
    r"|([a-z]+|\d{1,2})\s(kurang|lewat|lebih)\s(seperempat)))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[\s,-]{1,2}(?:(?:and|dan)\s)?")
_SHARED_UNIT = re.compile(r"\s?(?:by|x|×|to|-|–|and|or|kali|hingga|sampai|dan|atau)\s?")
_MINUS = re.compile(r"(?:[−–]|(?<![\w)])-|\bminus )\s?$", re.IGNORECASE)
_MINUS_CHARS = 7
_DECIMAL_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_NAUTICAL_BEFORE = re.compile(r"[ \u00a0](?:nautical|sea)[ \u00a0]miles?\b", re.IGNORECASE)
_NAUTICAL_AFTER = re.compile(r"[ \u00a0]laut\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"\b(?:a|one|satu)\s(fortnight|decade|century|dasawarsa|dekade)\b"
    r"|\bse(jam|hari|minggu|pekan|bulan|tahun|abad|dasawarsa|lusin)\b|\ba\s(dozen)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, SHARES), key=len, reverse=True)) + r")(?:nya)?\b"
)
_SMALL = {
    w: v
    for v, ws in enumerate(
        (
            "",
            "one satu se",
            "two dua",
            "three tiga",
            "four empat",
            "five lima",
            "six enam",
            "seven tujuh",
            "eight delapan",
            "nine sembilan",
            "ten sepuluh",
        )
    )
    for w in ws.split()
} | {"eleven": 11, "twelve": 12, "sebelas": 11}
_BEFORE_CHARS = 24
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\W*$")
_SIGN_BEFORE = re.compile(r"(?:\brp|\brs|us\$|[₹€£¥৳$])[. \u00a0]?$")
_ROUGHLY = re.compile(r"\b(?:kurang lebih|more or less|close to|mendekati)\W*$")
_OLDER = re.compile(r"\s(?:or|atau)\s(?:more|older|over|lebih|fewer|less|kurang)\b")
_MOST_QUANTITIES = 60
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[\d½¼¾⅓⅔]")
_COUNTING = frozenset(
    form
    for word in (
        *NUMBER_WORDS,
        *(max(phrase.split(), key=len) for phrase in SHARES),
        *listed("quarter setengah fortnight decade century dozen dasawarsa dekade selusin"),
        *listed("sejam sehari seminggu sepekan sebulan setahun seabad"),
    )
    for form in (word, f"{word}nya")
)
"""Where a text has none of these and no figure, it has no amounts."""
_NEAR_RATIO = 0.12
_SLACK_RATIO = 0.01
_ROUGH_RATIO = 0.06
_DEGREE = 1.0
_TEN = 10
_FIGURES = 10
"""A number of two figures and noughts may be rounded without a word that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount as it is measured.

    Attributes:
        values: What it may be, in its unit.
        unit: As in `CONVERSIONS`, a currency, `%`, or empty.
        rate: The unit it is counted by ("a day"); empty where there is none.
        relation: What the word before it makes of it: about, over, under, least, most.
        grain: The step to which it is rounded as it is written.
        opens: Where the word begins that makes something of it; its own start where none does.
    """

    values: tuple[float, ...]
    unit: str
    rate: str
    relation: str
    grain: float
    spelled: bool
    start: int
    stop: int
    opens: int

    @property
    def measure(self) -> str:
        """What is measured: a length, a time; the unit itself where nothing converts to it."""
        return CONVERSIONS[self.unit][0] if self.unit in CONVERSIONS else self.unit

    def given_by(self, other: "Quantity") -> bool:
        """Whether the source's `other` says what this says, in another unit or less finely."""
        return any(
            one.measure == its.measure and one._agrees(its)
            for one in self._readings()
            for its in other._readings()
        )

    def _readings(self) -> list["Quantity"]:
        """Itself; a pound as a weight and as money."""
        if self.unit != "pound":
            return [self]
        return [self, replace(self, unit="lb"), replace(self, unit="GBP")]

    def _agrees(self, other: "Quantity") -> bool:
        times = 1.0
        if self.rate != other.rate and self.rate in CONVERSIONS and other.rate in CONVERSIONS:
            times = CONVERSIONS[self.rate][1] / CONVERSIONS[other.rate][1]
        return any(
            self._is(mine, its * times, exact=self.unit == other.unit and times == 1.0)
            for mine in self.values
            for its in _converted(other, self.unit)
        )

    def _rounds(self, mine: float, its: float) -> bool:
        """Whether a number of several figures and noughts is the source's, rounded so."""
        if self.grain <= 1 or mine < _FIGURES * self.grain:
            return False
        return abs(mine - its) <= 0.5 * self.grain and its % self.grain != 0

    def _is(self, mine: float, its: float, *, exact: bool) -> bool:
        apart = abs(mine - its)
        if apart <= 1e-9 * max(abs(mine), abs(its)):
            return True
        size = max(abs(mine), abs(its))
        if self.measure == "temperature" and not exact and apart <= _DEGREE:
            return True
        rounded = min(0.5 * self.grain, _NEAR_RATIO * size) if mine >= _TEN else 0.0
        if not exact and apart <= max(_SLACK_RATIO * size, rounded):
            return True
        if self.relation == "about":
            return apart <= max(_ROUGH_RATIO * size, min(0.5 * self.grain, _NEAR_RATIO * size))
        if self.unit == "%" and self.relation in ("over", "under"):
            return mine < its if self.relation == "over" else its < mine
        if exact and self._rounds(mine, its):
            return True
        if self.relation == "over":
            return mine < its and (apart <= _NEAR_RATIO * size or apart < self.grain)
        if self.relation == "under":
            return its < mine and (apart <= _NEAR_RATIO * size or apart < self.grain)
        return False


@lru_cache(maxsize=256)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order, those in words among them."""
    if not _FIGURE.search(text) and _COUNTING.isdisjoint(_WORDS.findall(text.casefold())):
        return ()
    found = [_measured(text, amount) for amount in amounts(text)]
    worded: list[Quantity] = []
    for more in (_clocks(text), _durations(text), _shares(text), found, _singles(text)):
        left = _MOST_QUANTITIES - len(worded)
        worded += [one for one in more[:left] if not any(_overlap(one, w) for w in worded)]
    found = sorted((one for one in worded if one.values), key=lambda one: one.start)
    return tuple(_joined(text, found))


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, "2 hours 10 minutes" as one, and both of "210 by 297 mm" with their unit."""
    joined: list[Quantity] = []
    for one in found:
        last = joined[-1] if joined else None
        between = text[last.stop : one.start] if last else ""
        if last and one.unit and last.unit and _JOINT.fullmatch(between) and _is_part(one, last):
            times = CONVERSIONS[last.unit][1] / CONVERSIONS[one.unit][1]
            whole = tuple(one.values[0] + times * value for value in last.values)
            joined[-1] = replace(
                one, values=whole, start=last.start, opens=last.opens, relation=last.relation
            )
            continue
        shares = last and not last.unit and not last.spelled and one.unit not in ("", "clock")
        if last and shares and _SHARED_UNIT.fullmatch(between):
            joined[-1] = replace(last, unit=one.unit, rate=one.rate)
        joined.append(one)
    return joined


def _is_part(one: Quantity, last: Quantity) -> bool:
    """Whether an amount goes on with the one before it, in a smaller unit of the same measure."""
    if one.unit not in CONVERSIONS or last.unit not in CONVERSIONS or last.rate:
        return False
    mine, its = CONVERSIONS[one.unit], CONVERSIONS[last.unit]
    return mine[0] == its[0] != "area" and one.values[0] * mine[1] < its[1]


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.start < other.stop and other.start < one.stop


def _measured(text: str, amount: Amount) -> Quantity:
    """An amount with the rest of its unit, what it is counted by, and the word before it."""
    unit, stop = amount.unit, amount.stop
    if not unit and (power := _POWER_BEFORE.match(text, stop)):
        base = UNITS.get(fold(power.group(2)), "")
        if f"{base}{_POWERS[power.group(1).casefold()]}" in CONVERSIONS:
            unit, stop = f"{base}{_POWERS[power.group(1).casefold()]}", power.end()
    elif power := _POWER_AFTER.match(text, stop):
        unit, stop = f"{unit}{_POWERS[power.group(1).casefold()]}", power.end()
    if not unit and (degrees := _DEGREES.match(text, stop)):
        unit, stop = "°" + degrees.group(1)[0].casefold(), degrees.end()
    if not unit and (days := _SOLAR.match(text, stop)):
        unit, stop = UNITS.get(fold(days.group(1)), ""), days.end()
    unit, stop = _at_sea(text, unit, stop)
    unit, stop = _of_land(text, unit, stop)
    rate, stop = _rate(text, stop)
    if rate and f"{unit}/{rate}" in CONVERSIONS:
        unit, rate = f"{unit}/{rate}", ""
    if unit == "mi" and rate == "h":
        unit, rate = "mph", ""
    values = tuple(sorted(v for v in amount.values if isinstance(v, float)))
    if unit in CONVERSIONS and (comma := _DECIMAL_COMMA.match(text, amount.start)):
        values = (*values, float(comma.group().replace(",", ".")))
    before = max(0, amount.start - _MINUS_CHARS)
    if unit in ("°c", "°f") and _MINUS.search(text, before, amount.start):
        values = tuple(-value for value in values)
    relation, opens = _relation(text, amount.start, stop)
    return Quantity(
        values=values,
        unit=unit,
        rate=rate,
        relation=relation,
        opens=opens,
        grain=_grain(text[amount.start : amount.stop], values[0]) if values else 0.0,
        spelled=amount.spelled,
        start=amount.start,
        stop=stop,
    )


def _at_sea(text: str, unit: str, stop: int) -> tuple[str, int]:
    """A mile that is told to be a nautical one."""
    pattern = {"mi": _NAUTICAL_AFTER, "": _NAUTICAL_BEFORE}.get(unit)
    sea = pattern.match(text, stop) if pattern else None
    return ("nmi", sea.end()) if sea else (unit, stop)


def _of_land(text: str, unit: str, stop: int) -> tuple[str, int]:
    """A currency with the country that it is told by ("Australian dollars")."""
    if unit:
        return unit, stop
    land = _LAND.match(text, stop)
    if not land:
        return unit, stop
    word = re.compile(r"\s([^\W\d_]+)").match(text, land.end())
    code = CURRENCIES.get(fold(word.group(1)), "") if word else ""
    if not word or not code:
        return unit, stop
    plain = land.group(1).casefold() in ("us", "american", "swiss", "as")
    return (code if plain else f"{land.group(1).casefold()} {code}"), word.end()


def _rate(text: str, stop: int) -> tuple[str, int]:
    match = _RATE.match(text, stop)
    if not match:
        return "", stop
    word = fold(match.group(1) or match.group(2) or match.group(3))
    return _ADVERBS.get(word, UNITS.get(word, word.removesuffix("s"))), match.end()


def _relation(text: str, start: int, stop: int) -> tuple[str, int]:
    """What the words around an amount make of it, and where the word before it begins."""
    written = _SIGN_BEFORE.sub("", fold(text[max(0, start - _BEFORE_CHARS) : start]))
    before = _WORD_BEFORE.search(written)
    word = before.group(1) if before else ""
    said = ABOUT.get(word, "")
    opens = start - len(written) + before.start() if before and said else start
    if _ROUGHLY.search(written):
        return "about", opens
    if _OLDER.match(text, stop):
        return "least", opens
    return said, opens


def _grain(written: str, value: float) -> float:
    """The step to which a number is rounded: 1000 for 48,000, 0.1 for 3.5, 1 for 37."""
    if value != int(value):
        decimals = f"{value:.6f}".rstrip("0").partition(".")[2]
        return float(10 ** -len(decimals))
    size, step = int(abs(value)), 1
    while size and size % 10 == 0:
        size, step = size // 10, step * 10
    return float(step)


def _converted(other: Quantity, unit: str) -> list[float]:
    """The values of a quantity in another unit of the same measure."""
    if other.unit == unit or unit not in CONVERSIONS or other.unit not in CONVERSIONS:
        return list(other.values)
    if other.unit == "°c":
        return [value * 9 / 5 + 32 for value in other.values]
    if other.unit == "°f":
        return [(value - 32) * 5 / 9 for value in other.values]
    factor = CONVERSIONS[other.unit][1] / CONVERSIONS[unit][1]
    return [value * factor for value in other.values]


def _worded(value: float, unit: str, text: str, match: re.Match[str]) -> Quantity:
    relation, opens = _relation(text, match.start(), match.end())
    return Quantity(
        values=(value,),
        unit=unit,
        rate="",
        relation=relation,
        opens=opens,
        grain=0.0,
        spelled=True,
        start=match.start(),
        stop=match.end(),
    )


def _durations(text: str) -> list[Quantity]:
    """What "an hour and a half", "half an hour" and "dua jam setengah" measure."""
    found: list[Quantity] = []
    if not _PARTED.search(text):
        return found
    for match in _AND_A_HALF.finditer(text):
        groups = [fold(group) for group in match.groups() if group]
        unit = next((UNITS[group] for group in groups if group in UNITS), "")
        if not unit or unit == "%":
            continue
        part = 0.25 if {"quarter", "seperempat"} & set(groups) else 0.5
        whole = 0
        if groups[0] in ("a", "an", "every", "each", "setiap") or groups[0] in _SMALL:
            whole = _SMALL.get(groups[0], 1)
        elif groups[0].isdigit():
            whole = int(groups[0])
        found.append(_worded(whole + part, unit, text, match))
    return found


def _clocks(text: str) -> list[Quantity]:
    """Times of the day in minutes; both halves of the day where it is not told which."""
    found: list[Quantity] = []
    if not _CLOCK_HINT.search(text):
        return found
    for match in _CLOCK.finditer(text):
        hour, minute, half, plain, its_minute, digits, its, worded, part = match.groups()
        word = fold(worded or "")
        told = hour or plain or digits or (word if word.isdigit() else str(_SMALL.get(word, "")))
        if not told:
            continue
        at = int(told) % 24 * 60 + int(minute or its_minute or its or 0)
        later = (half or "").casefold() == "p" or part in ("siang", "sore", "petang", "malam")
        if half or part:
            readings = [at % 720 + (720 if later else 0)]
        else:
            readings = [at] if int(told) > 12 or told.startswith("0") else [at, at + 720]
        one = _worded(float(readings[0]), "clock", text, match)
        found.append(replace(one, values=tuple(map(float, readings)), spelled=False))
    for match in _SPOKEN_CLOCK.finditer(text):
        part, side, hour, half, its_hour, hour_first, its_side, _ = match.groups()
        word = fold(hour or its_hour or hour_first)
        whole = int(word) if word.isdigit() else _SMALL.get(word, 0)
        if not whole:
            continue
        apart = 30 if fold(part or half or "") in ("half", "setengah") else 15
        before = half or fold(side or its_side or "") in ("to", "kurang")
        at = whole % 12 * 60 + (-apart if before else apart)
        one = _worded(float(at), "clock", text, match)
        found.append(replace(one, values=(float(at % 720), float(at % 720 + 720))))
    return found


def _singles(text: str) -> list[Quantity]:
    """What "a fortnight", "sejam" and "a dozen" measure."""
    found: list[Quantity] = []
    for match in _SINGLE.finditer(text):
        word = fold(next(group for group in match.groups() if group))
        if word in ("dozen", "lusin"):
            found.append(_worded(12.0, "", text, match))
        else:
            found.append(_worded(1.0, UNITS[word], text, match))
    return found


def _shares(text: str) -> list[Quantity]:
    """Parts of a whole in words and signs, as per cent."""
    plain = text.casefold()
    found = [
        _worded(round(100 * SHARES[match.group(1)], 4), "%", text, match)
        for match in _SHARE.finditer(plain if len(plain) == len(text) else text)
    ]
    for match in _FRACTION.finditer(text):
        above, below = match.groups()
        if above is None or above < below:
            share = 100 * int(above) / int(below) if above else _SIGNS[match.group()]
            found.append(_worded(round(share, 4), "%", text, match))
    return found
