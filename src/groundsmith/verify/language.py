"""Which of the languages we know a text is in, by the share of its function words.

Cheap and honest rather than clever: a text in any third language is "und" (undetermined), not
the nearer of two wrong answers. Words that other languages of the same script also use are
left out of the count, so that Dutch or Spanish is not taken for English.
"""

import re

from groundsmith.verify.words import STOP_WORDS_EN, STOP_WORDS_ID

_WORD = re.compile(r"[^\W\d_]{1,30}")
_ELSEWHERE = "a all also am an as at he i in is me most on over so per was we under di dia para"
_ENGLISH = STOP_WORDS_EN - STOP_WORDS_ID - frozenset(_ELSEWHERE.split())
_INDONESIAN = STOP_WORDS_ID - STOP_WORDS_EN - frozenset(_ELSEWHERE.split()) | {
    "tidak",
    "bukan",
    "belum",
    "tanpa",
}
_SAMPLE_CHARS = 4_000
_LEAST_SHARE = 0.1


def language_of(text: str) -> str:
    """`"en"`, `"id"`, or `"und"` where neither language's function words are common enough."""
    words = _WORD.findall(text[:_SAMPLE_CHARS].casefold())
    shares = {
        "en": sum(word in _ENGLISH for word in words),
        "id": sum(word in _INDONESIAN for word in words),
    }
    best = max(shares, key=lambda language: shares[language])
    if not words or shares["en"] == shares["id"] or shares[best] < _LEAST_SHARE * len(words):
        return "und"
    return best
