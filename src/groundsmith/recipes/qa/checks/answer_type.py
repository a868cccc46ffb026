"""What type of answer a question word asks for, and whether an answer has it.

Types are told by what an answer must hold, never by what it may not: "in the second semester of
2021" is a time although it has names and numbers in it. What cannot be told is taken to fit.
"""

import re
from enum import StrEnum

from groundsmith.verify.amounts import amounts
from groundsmith.verify.dates import dates

_TIME = re.compile(
    r"\b(?:after|before|during|until|till|since|while|whenever|within|once|as soon as|"
    r"every|each|annual(?:ly)?|yearly|monthly|weekly|daily|hourly|twice|always|never|often|"
    r"year|month|week|day|hour|minute|second|semester|term|quarter|decade|century|"
    r"season|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|night|midnight|"
    r"today|tomorrow|yesterday|weekend|early|late|later|immediately|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"when|upon|rarely|seldom|sometimes|usually|frequently|regularly|occasionally|"
    r"[a-z]+(?:teenth|tieth)|(?:start|end|beginning|middle|outbreak) of|at the time|prior to|"
    r"following|"
    r"setelah|sesudah|sebelum|selama|ketika|saat|sejak|hingga|sampai|tahun|bulan|minggu|pekan|hari|"
    r"jam|menit|detik|abad|semester|pagi|siang|sore|malam|setiap|tiap|kemarin|besok|sekarang|"
    r"januari|februari|maret|mei|juni|juli|agustus|oktober|desember|"
    r"senin|selasa|rabu|kamis|jumat|sabtu)(?:s|es|ly)?\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:no|none|zero|nothing|free|half|double|triple|twice|once|dozens?|hundreds?|thousands?|"
    r"millions?|billions?|several|few|both|all|many|most|a (?:single|couple|pair|third|quarter)|"
    r"majority|minority|unlimited|first|second|third|semua|seluruh|separuh|setengah|beberapa|"
    r"gratis|tidak ada|banyak|ratusan|ribuan|jutaan|puluhan)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\b[IVXLCDM]+\b")


class AnswerType(StrEnum):
    """What an answer must hold; the value names it for people."""

    TIME = "a time"
    NUMBER = "a number"
    MEASURE = "a number or a time"
    NAME = "a name"
    PLACE = "a place"
    REASON = "a reason"

    def fits(self, answer: str) -> bool:
        """Whether an answer can be of this type."""
        match self:
            case AnswerType.TIME:
                return has_time(answer)
            case AnswerType.NUMBER:
                return has_number(answer)
            case AnswerType.MEASURE:
                return has_number(answer) or has_time(answer)
        return _says_more_than_figures(answer)


def has_time(text: str) -> bool:
    """Whether the text gives a date, a year, a duration or an occasion."""
    return bool(dates(text) or amounts(text) or _TIME.search(text))


def has_number(text: str) -> bool:
    """Whether the text gives an amount, in digits or in words."""
    return bool(amounts(text) or _QUANTITY.search(text) or _ROMAN.search(text))


def _says_more_than_figures(text: str) -> bool:
    """Whether anything is left when dates and amounts are taken out."""
    spans = [(date.start, date.stop) for date in dates(text)]
    spans += [(amount.start, amount.stop) for amount in amounts(text)]
    return any(
        char.isalpha() and not any(start <= at < stop for start, stop in spans)
        for at, char in enumerate(text)
    )
