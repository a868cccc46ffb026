"""Amounts: the numbers of a text with what they count, in the spellings of three conventions.

`1,00,000`, `100.000`, `1 lakh` and `one hundred thousand` are the same amount; `5 %` and `5 km`
are not. Where a spelling can be read in two ways (`1.500` is one and a half in English and one
thousand five hundred in Indonesian) an amount has both values, and agrees with either: a check
must not raise a false alarm over a convention.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from groundsmith.verify.tokens import Token, TokenKind, analysed, fold, number_key
from groundsmith.verify.words import CURRENCIES, NUMBER_WORDS, SCALES, UNITS

_AFTER = re.compile(
    r"[ \u00a0\u202f-]?(%|[₹€£¥৳$](?![ \u00a0]?\d)|°[CFcf]|[^\W\d_]{1,16}(?![^\W\d_]))"
    r"(?:[ \u00a0\u202f]?(%|[^\W\d_]{1,16}(?![^\W\d_])))?"
)
_BEFORE = re.compile(
    r"([₹€£¥৳$]|(?<![^\W\d_])(?:us\$|inr|usd|eur|gbp|idr|bdt|rs|rp))[. \u00a0]{0,2}$"
)
_BEFORE_CHARS = 6
_DOT_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SHORT_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d[-–/]$")
_SHORT_YEAR_CHARS = 6
_MOST_DIGITS = 15
_TEN, _THOUSAND = 10, 1_000
_ABBREVIATED = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number and what it counts.

    Attributes:
        values: What the digits may mean; digits too long to be a quantity stand as they are.
        unit: Canonical unit or currency; empty where none is written beside it.
        spelled: Whether it is written in words.
    """

    values: frozenset[float | str]
    unit: str
    spelled: bool
    start: int
    stop: int

    def agrees_with(self, other: "Amount") -> bool:
        """Whether some value of both is the same; units are not looked at."""
        return not self.values.isdisjoint(other.values)


@lru_cache(maxsize=256)
def amounts(text: str) -> tuple[Amount, ...]:
    """Amounts in digits and in words, in order."""
    found: list[Amount] = []
    words: list[Token] = []
    for token in analysed(text).tokens:
        if token.kind is TokenKind.NUMBER:
            found.append(_in_digits(text, token))
        elif _counts(text, token):
            if words and not _adjoin(text, words[-1], token):
                found.extend(_in_words(text, words))
                words = []
            words.append(token)
    found.extend(_in_words(text, words))
    return tuple(sorted(found, key=lambda amount: amount.start))


def by_value(texts: Iterable[str]) -> dict[float | str, list[Amount]]:
    """Amounts of all the texts under each value that they may have."""
    found: dict[float | str, list[Amount]] = {}
    for text in texts:
        for amount in amounts(text):
            for value in amount.values:
                found.setdefault(value, []).append(amount)
    return found


def _in_digits(text: str, token: Token) -> Amount:
    """The amount that a number token and the signs around it make."""
    digits = text[token.start : token.stop]
    before = _BEFORE.search(fold(text[max(0, token.start - _BEFORE_CHARS) : token.start]))
    currency = CURRENCIES[before.group(1)] if before else ""
    scale, unit, stop = _suffix(text, token.stop, priced=bool(currency))
    values = {_times(value, scale) for value in _values(digits)}
    century = _SHORT_YEAR.search(text[max(0, token.start - _SHORT_YEAR_CHARS) : token.start])
    if century and len(digits) == 2:
        values.add(float(century.group(1) + token.key.zfill(2)))
    return Amount(
        values=frozenset(values),
        unit=currency or unit,
        spelled=False,
        start=token.start,
        stop=stop,
    )


def _suffix(text: str, stop: int, *, priced: bool) -> tuple[int, str, int]:
    """Scale and unit that follow a number, and where they end."""
    after = _AFTER.match(text, stop)
    if not after:
        return 1, "", stop
    first, second = fold(after.group(1)), fold(after.group(2) or "")
    attached = after.start(1) == stop
    if first == "per" and second == "cent":
        return 1, "%", after.end()
    scale = SCALES.get(first, 1)
    if attached and scale == 1 and (priced or first == "k"):
        scale = _ABBREVIATED.get(first, 1)
    if scale == 1:
        unit = UNITS.get(first, "")
        return 1, unit, after.end(1) if unit else stop
    unit = UNITS.get(second, "")
    return scale, unit, after.end() if unit else after.end(1)


def _values(digits: str) -> set[float | str]:
    """What a run of digits and separators may mean."""
    key = number_key(digits)
    if len(key) > _MOST_DIGITS or key.count(".") > 1 or "," in key:
        return {key}
    values: set[float | str] = {float(key)}
    if _DOT_THOUSANDS.fullmatch(digits):
        values.add(float(digits))
    return values


def _times(value: float | str, scale: int) -> float | str:
    """The value scaled, rounded so that 2.3 million is 2,300,000 and not a hair less."""
    return value if isinstance(value, str) else round(value * scale, 6)


def _counts(text: str, token: Token) -> bool:
    """Whether a token is a number word, or a scale that may follow one."""
    if token.kind not in (TokenKind.WORD, TokenKind.STOP, TokenKind.NAME):
        return False
    word = fold(text[token.start : token.stop])
    return word in NUMBER_WORDS or word in SCALES or word == "belas"


def _adjoin(text: str, left: Token, right: Token) -> bool:
    """Whether two number words belong to one number: "twenty-five", "two hundred and ten"."""
    return fold(text[left.stop : right.start]).strip(" -") in ("", "and")


def _in_words(text: str, words: list[Token]) -> list[Amount]:
    """The amount that a run of number words spells; none where it is only a scale."""
    total = group = pending = 0
    spelled = [fold(text[token.start : token.stop]) for token in words]
    if not spelled or spelled[0] not in NUMBER_WORDS:
        return []
    for word in spelled:
        value = NUMBER_WORDS.get(word, 0)
        if word in NUMBER_WORDS and value < _TEN:
            pending += value
        elif word in NUMBER_WORDS:
            total, group = (total + value, group) if value >= _THOUSAND else (total, group + value)
        elif word == "belas":
            pending += _TEN
        elif SCALES[word] < _THOUSAND:
            times = pending + (group if SCALES[word] > _TEN and group < 100 else 0)
            group = (0 if times > pending else group) + max(times, 1) * SCALES[word]
            pending = 0
        else:
            total += max(group + pending, 1) * SCALES[word]
            group = pending = 0
    _, unit, stop = _suffix(text, words[-1].stop, priced=False)
    number = float(total + group + pending)
    return [
        Amount(values=frozenset({number}), unit=unit, spelled=True, start=words[0].start, stop=stop)
    ]
