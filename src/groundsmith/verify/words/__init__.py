"""Word lists of English and Indonesian, as data: what the checks know about the two languages.

Every list is used as the union of both languages, so that no check depends on having guessed the
language of a short answer. Words are casefolded and without diacritics.
"""

from groundsmith.verify.words.calendar import MONTHS
from groundsmith.verify.words.function_words import (
    HEDGES,
    NEGATIONS,
    NOT_ONLY,
    QUANTIFIERS,
    STOP_WORDS,
    STOP_WORDS_EN,
    STOP_WORDS_ID,
)
from groundsmith.verify.words.numbers import NUMBER_WORDS, SCALES
from groundsmith.verify.words.units import CURRENCIES, UNITS

__all__ = [
    "CURRENCIES",
    "HEDGES",
    "MONTHS",
    "NEGATIONS",
    "NOT_ONLY",
    "NUMBER_WORDS",
    "QUANTIFIERS",
    "SCALES",
    "STOP_WORDS",
    "STOP_WORDS_EN",
    "STOP_WORDS_ID",
    "UNITS",
]
