"""Numbers in words, in one expression that finds them and one function that reads them."""

import re

from groundsmith.verify.words.numbers import NUMBER_WORDS, SCALES

_TEENS = "belas"
_SMALL = [word for word, value in NUMBER_WORDS.items() if value < 1000]
_UNIT = "|".join(sorted({*_SMALL, "seribu"}, key=len, reverse=True))
_SCALE = "|".join(sorted((*SCALES, _TEENS), key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:[.,]\d{{3}})+|\d+|(?:{_UNIT})(?:[ -](?:and |dan )?(?:{_UNIT}|{_SCALE}))*"
    rf"|a (?:hundred|thousand|dozen|fortnight))"
)
"""A number in digits or words, as an expression without groups."""


def number_of(text: str) -> int | None:
    """The value of such a number; `None` where it cannot be read."""
    lower = text.lower().strip()
    if lower[:1].isdigit():
        return int(re.sub(r"\D", "", lower))
    if lower == "a dozen":
        return 12
    total = part = 0
    for word in re.split(r"[ -]", lower.removeprefix("a ")):
        if word in NUMBER_WORDS:
            part += NUMBER_WORDS[word]
        elif word == _TEENS:
            part += 10
        elif word in SCALES:
            scale = SCALES[word]
            ones = part % 10 if scale == 10 else part
            part = part - ones + max(ones, 1) * scale if scale <= 100 else part
            if scale > 100:
                total, part = total + max(part, 1) * scale, 0
        elif word not in ("and", "dan"):
            return None
    return total + part
