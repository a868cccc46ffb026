"""The words, names and numbers of a text, with their spans: what every check looks at.

A token has one key, by which a claim and its evidence are compared: stem, plain number, or a
pair of characters in writing without spaces. Keys are per word and need no context, so a claim
that is copied out of a passage always has the passage's keys.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

import Stemmer

from groundsmith.verify import background
from groundsmith.verify.words import NEGATIONS, STOP_WORDS


class TokenKind(IntEnum):
    """What a token is, as far as it can be told from the token alone."""

    STOP = 0
    WORD = 1
    NAME = 2
    """A word that begins with, or holds, a capital letter."""
    NUMBER = 3
    NEGATION = 4
    PAIR = 5
    """Two characters of writing without spaces."""


class Token(NamedTuple):
    """One token: its kind, its key, how much it tells, and `[start, stop)` in its text."""

    kind: TokenKind
    key: str
    weight: float
    start: int
    stop: int

    @property
    def beginning(self) -> str:
        """The first letters of a word that is longer than those; else nothing."""
        return self.key[:_BEGINNING_CHARS] if len(self.key) > _BEGINNING_CHARS else ""


_BEGINNING_CHARS = 5
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS = "\u200c\u200d" + "".join(
    mark for mark in map(chr, range(0x0300, 0x1000)) if unicodedata.category(mark)[0] == "M"
)
"""Vowel signs and accents, which `\\w` leaves out: without them Bengali falls into letters."""
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<unspaced>[{_UNSPACED}]+)"
    rf"|(?P<word>(?:[Rr]p|IDR|USD|EUR|Rs)(?=\d)|{_LETTER}(?:{_LETTER}|\d)*(?:['’]{_LETTER}+)*)"
)
_SENTENCE_END = re.compile(
    r"\n+|[。！？]+"
    r"|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bProf)(?<!\bDept)[.!?][\"')\]”’*_]{0,4}\s+(?=[^a-z\s])"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}|\d+")
_JOINED = re.compile(rf"(?:{_LETTER}|\d){{2}}|\d[.,]\d")
_SEPARATED = re.compile(r"\d[.,]\d")
_LONGEST_CHARS = 64
_SHORT_CHARS = 20_000
_stemmer = Stemmer.Stemmer("english")


@dataclass(frozen=True)
class Analysis:
    """A text with its tokens in order; sentences and the places of keys are found on demand."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Numbers of the tokens that have a key, in order."""
        found: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            found.setdefault(token.key, []).append(at)
        return found

    @cached_property
    def keys(self) -> list[str]:
        """Keys of the tokens, in order."""
        return [token.key for token in self.tokens]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the long words among its tokens begin."""
        return frozenset(token.beginning for token in self.tokens) - {""}

    @cached_property
    def word_count(self) -> int:
        """How many words it has, those aside that are in a list of small words."""
        return sum(token.kind in (TokenKind.WORD, TokenKind.NAME) for token in self.tokens)

    @cached_property
    def familiar_count(self) -> int:
        """How many of these words the background table knows."""
        words = (t for t in self.tokens if t.kind in (TokenKind.WORD, TokenKind.NAME))
        return sum(token.weight < background.unknown() for token in words)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return sentence_starts(self.text)

    @cached_property
    def sentences(self) -> list[int]:
        """For each token, the number of the sentence that it stands in."""
        return [bisect_right(self._sentence_starts, token.start) - 1 for token in self.tokens]

    def sentence_bounds(self, first: int, last: int) -> tuple[int, int]:
        """`[start, stop)` of the sentences `first` to `last`, without white space around them."""
        starts = self._sentence_starts
        start = starts[first]
        stop = starts[last + 1] if last + 1 < len(starts) else len(self.text)
        held = self.text[start:stop]
        return start + len(held) - len(held.lstrip()), start + len(held.rstrip())


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, by a rule that looks at nothing but the marks around each end."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text))]


def distinct_keys(text: str) -> set[str]:
    """The keys of a text, which is analysed without being remembered."""
    return {token.key for token in _analyse(text).tokens}


def note_part(whole: Analysis, start: int, stop: int) -> str:
    """The text `[start, stop)` of an analysis, which `analysed` then knows without reading it.

    Both ends must be ends of tokens or between them, as those of sentences are.
    """
    text = whole.text[start:stop]
    if text not in _parts:
        if len(_parts) >= _MOST_PARTS:
            _parts.clear()
        first = bisect_left(whole.tokens, start, key=_start)
        last = bisect_left(whole.tokens, stop, key=_start)
        tokens = whole.tokens[first:last]
        shifted = (Token(k, key, w, at - start, to - start) for k, key, w, at, to in tokens)
        _parts[text] = Analysis(text, tuple(shifted))
    return text


_MOST_PARTS = 512
_parts: dict[str, Analysis] = {}
_start = attrgetter("start")


def analysed(text: str) -> Analysis:
    """The text's analysis; the last ones are remembered, because drafts share their passages."""
    if part := _parts.get(text):
        return part
    return _remembered(text) if len(text) <= _SHORT_CHARS else _remembered_long(text)


def _analyse(text: str) -> Analysis:
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        start, stop = match.span()
        group = match.lastgroup
        if group == "word":
            found.append(Token(*_word(match.group()[:_LONGEST_CHARS]), start, stop))
        elif group == "number":
            key = number_key(match.group()[:_LONGEST_CHARS])
            found.append(Token(TokenKind.NUMBER, key, background.unknown(), start, stop))
        else:
            found.extend(_pairs(match.group(), start))
    return Analysis(text, tuple(found))


_remembered = lru_cache(maxsize=512)(_analyse)
_remembered_long = lru_cache(maxsize=2)(_analyse)


@lru_cache(maxsize=65_536)
def _word(raw: str) -> tuple[TokenKind, str, float]:
    kind, key = classify(raw)
    return kind, key, background.weight(key)


def classify(raw: str) -> tuple[TokenKind, str]:
    """Kind and key of a word, as it stands in the text; every negation has the key `not`."""
    folded = fold(raw)
    if folded in NEGATIONS or folded.endswith("n't"):
        return TokenKind.NEGATION, "not"
    bare = folded.removesuffix("'s").replace("'", "")
    key = str(_stemmer.stemWord(bare)) if bare.isascii() else bare
    acronym = len(raw) > 1 and raw.isupper()
    if folded in STOP_WORDS and not acronym:
        return TokenKind.STOP, key
    return TokenKind.NAME if raw.lower() != raw else TokenKind.WORD, key


def fold(word: str) -> str:
    """The word without case, diacritics and typographic apostrophes."""
    if word.isascii():
        return word.casefold()
    parts = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    bare = "".join(char for char in parts if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFKC", bare)


def number_key(digits: str) -> str:
    """One spelling for a number: no thousands separators, `.` for the decimal sign."""
    whole, decimals = digits, ""
    last = max(digits.rfind("."), digits.rfind(","))
    if last > 0 and not _GROUPED.fullmatch(digits):
        whole, decimals = digits[:last], digits[last + 1 :].rstrip("0")
        if not _GROUPED.fullmatch(whole):
            return digits
    plain = whole.replace(".", "").replace(",", "")
    return f"{plain}.{decimals}" if decimals else plain


def is_whole(text: str, start: int, stop: int) -> bool:
    """Whether `[start, stop)` cuts through no word and no number, so `00` is not within `2,000`."""
    return not any(
        at > 0 and (_JOINED.match(text, at - 1) or (at > 1 and _SEPARATED.match(text, at - 2)))
        for at in (start, stop)
    )


def _pairs(run: str, start: int) -> list[Token]:
    """A token for each two neighbouring characters; for a lone one, a token of its own."""
    cut = [run[at : at + 2] for at in range(len(run) - 1)] or [run]
    weight = background.unknown() / 2
    return [
        Token(TokenKind.PAIR, pair, weight, start + at, start + at + len(pair))
        for at, pair in enumerate(cut)
    ]
