"""What a text's terms are: the words that a query and a passage are compared by.

English Snowball stems serve every Latin-script language here. A wrong stem does no harm as long
as query and passage get the same one, and there is no language to guess and to guess wrongly.
Writing without spaces (Han, kana, Hangul, Thai and their neighbours) becomes character bigrams.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from groundsmith.index.lexical.stop_words import STOP_WORDS

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS = "\u200c\u200d" + "".join(
    mark for mark in map(chr, range(0x0300, 0x1000)) if unicodedata.category(mark)[0] == "M"
)
"""Vowel signs and accents, which `\\w` leaves out: without them Bengali falls into letters."""
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
_TERM = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<unspaced>[{_UNSPACED}]+)"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|\d)*(?:['’]{_LETTER}+)*)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}|\d+")
_LONGEST_CHARS = 64
_stemmer = Stemmer.Stemmer("english")


def terms(text: str) -> list[str]:
    """Terms of `text` in order: stems of words, whole numbers, bigrams of unspaced writing.

    Stop words are left out, unless the text has no other word. `2,000`, `2.000` and `2000` are
    one term; `8.5` and `8,5` are another.
    """
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    found: list[str] = []
    stopped: list[str] = []
    for match in _TERM.finditer(folded.casefold()):
        term = match.group()
        if match.lastgroup == "number":
            found.append(_number(term[:_LONGEST_CHARS]))
        elif match.lastgroup == "unspaced":
            found.extend(_bigrams(term))
        elif term in STOP_WORDS:
            stopped.append(term)
        else:
            found.append(_stem(term[:_LONGEST_CHARS]))
    return found or stopped


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """The stem of a casefolded word, without its possessive ending."""
    bare = word.replace("’", "'").removesuffix("'s").replace("'", "")
    return str(_stemmer.stemWord(bare)) if bare.isascii() else bare


def _number(digits: str) -> str:
    """One spelling for a number: no thousands separators, `.` for the decimal sign."""
    whole, decimals = digits, ""
    last = max(digits.rfind("."), digits.rfind(","))
    if last > 0 and not _GROUPED.fullmatch(digits):
        whole, decimals = digits[:last], digits[last + 1 :].rstrip("0")
        if not _GROUPED.fullmatch(whole):
            return digits
    plain = whole.replace(".", "").replace(",", "")
    return f"{plain}.{decimals}" if decimals else plain


def _bigrams(run: str) -> list[str]:
    """Overlapping pairs of characters; a lone character is its own term."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]
