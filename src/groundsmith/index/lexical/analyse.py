"""What a text's terms are: the words that a query and a document are compared by.

An analyser is named, and an index records the name: query and document must be read alike. Each
word is analysed once and remembered, because a collection repeats its words hundreds of times.
"""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import Stemmer

from groundsmith.index.lexical.numbers import number_term
from groundsmith.index.lexical.stop_words import STOP_WORDS
from groundsmith.records import Span

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS = "\u200c\u200d" + "".join(
    mark for mark in map(chr, range(0x0300, 0x1000)) if unicodedata.category(mark)[0] == "M"
)
"""Vowel signs and accents, which `\\w` leaves out: without them Bengali falls into letters."""
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
_NUMBER = r"\d+(?:[.,]\d+)*"
_WORD = re.compile(rf"{_NUMBER}|[{_UNSPACED}]+|{_LETTER}(?:{_LETTER}|\d)*(?:['’]{_LETTER}+)*")
_ASCII_WORD = re.compile(rf"{_NUMBER}|[a-z][a-z0-9]*(?:'[a-z]+)*")
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]+")
_IDENTIFIER = re.compile(r"[^\W\d]\w*|\d+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_LONGEST_CHARS = 64
_MOST_REMEMBERED = 262_144


class Analyser(ABC):
    """Reads texts as terms; equal names give equal terms.

    Attributes:
        name: What an index records (`english`, `mixed`, `code`).
    """

    name: str

    def __init__(self) -> None:
        self._remembered: dict[str, tuple[str, ...]] = {}

    @property
    def identity(self) -> str:
        """Name with all that decides what a term is: an index is only read by its own kind."""
        return f"{self.name}@1 Snowball {Stemmer.version()}"

    def terms(self, text: str) -> list[str]:
        """Terms of `text` in order; of a text of nothing but stop words, those."""
        words = self._words(text)
        return list(chain.from_iterable(map(self._of, words))) or [
            word[:_LONGEST_CHARS] for word in words
        ]

    def counts(self, text: str) -> dict[str, int]:
        """How often each of `terms` occurs."""
        words = Counter(self._words(text))
        remembered = self._remembered
        found: dict[str, int] = {}
        for word, count in words.items():
            known = remembered.get(word)
            for term in self._of(word) if known is None else known:
                found[term] = found.get(term, 0) + count
        return found or {word[:_LONGEST_CHARS]: count for word, count in words.items()}

    def spans(self, text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Where words stand in `text` as it is, with the terms of each; for highlights."""
        for match in self._pattern.finditer(text):
            found = chain.from_iterable(map(self._of, self._words(match.group())))
            yield Span(start=match.start(), stop=match.end()), tuple(found)

    _pattern: re.Pattern[str]

    @abstractmethod
    def _words(self, text: str) -> list[str]:
        """The words of a text, folded as far as it takes to find them."""

    @abstractmethod
    def _analysed(self, word: str) -> tuple[str, ...]:
        """Terms of one word; none for a stop word."""

    def _of(self, word: str) -> tuple[str, ...]:
        known = self._remembered.get(word)
        if known is None:
            known = self._analysed(word)
            if len(word) <= _LONGEST_CHARS:
                if len(self._remembered) >= _MOST_REMEMBERED:
                    self._remembered.clear()
                self._remembered[word] = known
        return known


class WordAnalyser(Analyser):
    """Stems of words, whole numbers, pairs of characters of unspaced writing.

    Han, kana, Hangul, Thai and their neighbours become bigrams. `2,000`, `2.000` and `2000` are
    one term; `8.5` and `8,5` are another.

    Args:
        language: A Snowball algorithm.
        stop_words: Casefolded words that are no terms.
        ascii_only: Whether words of other letters are left as they are.
    """

    _pattern = _WORD

    def __init__(
        self, name: str, language: str, stop_words: frozenset[str], *, ascii_only: bool = False
    ) -> None:
        super().__init__()
        self.name = name
        self._stemmer = Stemmer.Stemmer(language, 0)
        self._stop_words = stop_words
        self._ascii_only = ascii_only

    def _words(self, text: str) -> list[str]:
        if text.isascii():
            return _ASCII_WORD.findall(text.lower())
        return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())

    def _analysed(self, word: str) -> tuple[str, ...]:
        if word in self._stop_words:
            return ()
        if word[0].isdecimal():
            return (number_term(word[:_LONGEST_CHARS]),)
        if _UNSPACED_RUN.fullmatch(word):
            return _bigrams(word)
        bare = word[:_LONGEST_CHARS].replace("’", "'").removesuffix("'s").replace("'", "")
        return (bare if self._ascii_only and not bare.isascii() else self._stem(bare),)

    def _stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word)) or word


class CodeAnalyser(Analyser):
    """Identifiers split by case and underscore, beside the whole identifier; no stop words.

    A query of plain words finds `readAllLines` by its parts, and one that names it by the whole.
    """

    name = "code"
    _pattern = _IDENTIFIER

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer("english", 0)

    def _words(self, text: str) -> list[str]:
        return _IDENTIFIER.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))

    def _analysed(self, word: str) -> tuple[str, ...]:
        parts = [part.casefold()[:_LONGEST_CHARS] for part in _PART.findall(word)]
        stems = tuple(str(self._stemmer.stemWord(part)) for part in parts)
        if len(stems) < 2:
            return stems
        return (*stems, word.casefold().replace("_", "")[:_LONGEST_CHARS])


def _bigrams(run: str) -> tuple[str, ...]:
    """Overlapping pairs of characters; a lone character is its own term."""
    return tuple(run[at : at + 2] for at in range(len(run) - 1)) or (run,)


MIXED = WordAnalyser("mixed", "english", STOP_WORDS, ascii_only=True)
"""For a corpus of unknown or several languages: English stems for whatever is ASCII.

A wrong stem does little harm as long as query and document get the same one.
"""


def terms(text: str) -> list[str]:
    """Terms of `text` by the analyser `MIXED`."""
    return MIXED.terms(text)
