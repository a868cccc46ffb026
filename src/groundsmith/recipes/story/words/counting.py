"""Numbers in words, in one expression that finds them and one function that reads them."""

import re

from groundsmith.verify.words.numbers import NUMBER_WORDS, SCALES

_TEENS = "belas"
_SETS = {"dozen": 12, "score": 20, "lusin": 12, "kodi": 20}
_WHOLE = {
    "half a dozen": 6, "half-a-dozen": 6, "half a hundred": 50, "a dozen": 12, "dozen": 12,
    "a score": 20, "setengah lusin": 6, "selusin": 12, "sekodi": 20, "sepasang": 2, "a pair": 2,
}  # fmt: skip
_SETS_ALONE = "|".join(word for word in _WHOLE if " " in word or word[0] == "s")
_SMALL = [word for word, value in NUMBER_WORDS.items() if value < 1000]
_UNIT = "|".join(sorted({*_SMALL, "seribu"}, key=len, reverse=True))
_SCALE = "|".join(sorted((*SCALES, *_SETS, _TEENS), key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:[.,]\d{{3}})+|\d+|{_SETS_ALONE}"
    rf"|(?:{_UNIT})(?:[ -](?:and |dan )?(?:{_UNIT}|{_SCALE}))*"
    rf"|a (?:hundred|thousand)(?:[ -](?:and )?(?:{_UNIT}|{_SCALE}))*)"
)
"""A number in digits or words, as an expression without groups."""


def number_of(text: str) -> int | None:
    """The value of such a number; `None` where it cannot be read."""
    lower = text.lower().strip()
    if lower[:1].isdigit():
        return int(re.sub(r"\D", "", lower)[:15])
    if lower in _WHOLE:
        return _WHOLE[lower]
    total = part = 0
    for word in re.split(r"[ -]", lower.removeprefix("a ")):
        if NUMBER_WORDS.get(word, 0) >= 1000:
            total += NUMBER_WORDS[word]
        elif word in NUMBER_WORDS:
            part += NUMBER_WORDS[word]
        elif word == _TEENS:
            part += 10
        elif word in _SETS:
            part = max(part, 1) * _SETS[word]
        elif word in SCALES:
            scale = SCALES[word]
            ones = part % 10 if scale == 10 else part
            part = part - ones + max(ones, 1) * scale if scale <= 100 else part
            if scale > 100:
                total, part = total + max(part, 1) * scale, 0
        elif word not in ("and", "dan"):
            return None
    return total + part
