"""Chunks of at most so many tokens of a given tokenizer, counted exactly.

Words are counted once each and remembered, since few distinct words make a text; counting is then
several times faster than encoding. The decision to question: that is exact only where a word's
tokens do not depend on its neighbours, as with WordPiece; with other tokenizers every chunk is
encoded once more and shortened until it fits, at the speed of encoding.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Protocol

from groundsmith.corpus.chunkers.windows import SENTENCES, chunks, windows
from groundsmith.records import Chunk, Document

_WORD = re.compile(r"[ \t\n\r]*+[^ \t\n\r]{1,256}+|[ \t\n\r]++")
_MOST_WORDS_KEPT = 200_000


class TokenCounter(Protocol):
    """What is asked of a tokenizer."""

    @property
    def counts_by_word(self) -> bool:
        """Whether the tokens of a text are those of its words, one by one."""
        ...

    def counts(self, texts: list[str]) -> list[int]:
        """How many tokens each text has."""
        ...


class TokenChunker:
    """Cuts a document into chunks of at most `max_tokens`, at the ends of sentences."""

    def __init__(self, tokenizer: TokenCounter, max_tokens: int, overlap_tokens: int = 0) -> None:
        if not 0 <= overlap_tokens * 2 <= max_tokens or max_tokens < 1:
            raise ValueError(f"{overlap_tokens} tokens of overlap do not fit into {max_tokens}")
        self._tokenizer = tokenizer
        self._most = max_tokens
        self._overlap = overlap_tokens
        self._known: dict[str, int] = {}

    def cut(self, document: Document) -> list[Chunk]:
        """Chunks in order; joined without their overlap they are the document's text."""
        measure = _Tokens(document.text, self._tokenizer, self._most, self._overlap, self._known)
        return chunks(document, windows(document.text, measure, SENTENCES))

    def savings(self, document: Document) -> tuple[int, int]:
        """How many chunks are made, twice: no small sections are merged."""
        count = len(self.cut(document))
        return count, count


class _Tokens:
    """The words of a text, where each ends, and how many tokens stand before each end."""

    def __init__(
        self, text: str, counter: TokenCounter, most: int, overlap: int, known: dict[str, int]
    ) -> None:
        self._text = text
        self._counter = counter
        self._most = most
        self._overlap = overlap
        words = _WORD.findall(text)
        self._learn(words, known)
        self._stops = list(accumulate(map(len, words), initial=0))
        self._tokens = list(accumulate(map(known.__getitem__, words), initial=0))

    def _learn(self, words: list[str], known: dict[str, int]) -> None:
        if len(known) > _MOST_WORDS_KEPT:
            known.clear()
        new = list(set(words).difference(known))
        known.update(zip(new, self._counter.counts(new), strict=True))

    def reach(self, start: int) -> int:
        """The furthest stop of a chunk that begins at `start`."""
        most = self._most
        while most > 0:
            stop = self._word_end(start, most)
            if stop <= start:
                break
            if self._counter.counts_by_word:
                return stop
            (count,) = self._counter.counts([self._text[start:stop]])
            if count <= self._most:
                return stop
            most -= count - self._most
        return self._inside_word(start)

    def back(self, stop: int) -> int:
        """The earliest start of an overlap that ends at `stop`."""
        at = bisect_right(self._stops, stop) - 1
        first = bisect_left(self._tokens, self._tokens[at] - self._overlap)
        return self._stops[min(first, at)]

    def _word_end(self, start: int, most: int) -> int:
        """The end of the last word up to which at most `most` tokens are counted."""
        at = bisect_left(self._stops, start)
        if self._stops[at] > start:
            (head,) = self._counter.counts([self._text[start : self._stops[at]]])
            most -= head
            if most < 0:
                return start
        return self._stops[bisect_right(self._tokens, self._tokens[at] + most) - 1]

    def _inside_word(self, start: int) -> int:
        """How far a word reaches that is too long for a chunk; one character at least."""
        stop = self._stops[bisect_right(self._stops, start)]
        word = self._text[start:stop]
        counts = self._counter.counts([word[:length] for length in range(1, len(word) + 1)])
        fitting = [length for length, count in enumerate(counts, start=1) if count <= self._most]
        return start + max(fitting, default=1)
