"""Questions that ask nearly the same: exact Jaccard similarity of their words, by prefix filtering.

Two sets that overlap enough must share one of their rarest words (Chaudhuri et al. 2006; PPJoin,
Xiao et al. 2008), so only those few are indexed; unlike MinHash this misses nothing, and it costs
less on texts as short as questions. Rare is what is rare among the questions so far: the order is
taken anew whenever their number has doubled, which changes the speed and never the outcome.

A share of words cannot see what a single word may change. So two questions are never the same
where only one has a certain number, name, question word or contrast (before, after), nor where a
word of the one is replaced by a word of the other ("the fee for …", "the deadline for …").
"""

import math
from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache

from groundsmith.records import rounded
from groundsmith.verify.names import names
from groundsmith.verify.tokens import Token, TokenKind, analysed, fold

_TELLING_APART = frozenset(
    """
    who whom whose when where why how before after above below under over with without from to
    against per more less most least maximum minimum only last final first second third fourth
    fifth sixth seventh eighth ninth tenth
    siapa kapan mana dimana mengapa kenapa bagaimana berapa sebelum sesudah setelah dari ke tanpa
    dengan lebih kurang maksimum minimum hanya terakhir pertama kedua ketiga keempat kelima keenam
    ketujuh kedelapan kesembilan kesepuluh
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_FIRST_REORDER = 256
_ROUNDING = 0.00005


class NearQuestions:
    """The questions so far, numbered from 0 in the order they came.

    About 60 bytes a question, and a dictionary of the words they are made of.

    Args:
        threshold: Jaccard similarity from which on two questions are the same.
    """

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._least = threshold - _ROUNDING
        self._vocabulary: dict[str, int] = {}
        self._counts = array("I")
        self._rarity = array("I")
        self._words = array("I")
        """Of every question, one after the other: word number times 2, plus 1 if telling."""
        self._ends = array("Q", [0])
        self._heads = array("I")
        """For each word the latest of its postings, from 1 on; 0 where it has none."""
        self._posted = array("I", [0])
        self._previous = array("I", [0])
        self._reorder_at = _FIRST_REORDER

    def __len__(self) -> int:
        return len(self._ends) - 1

    def first_like(self, question: str) -> int | None:
        """Number of the first question that asks nearly the same; `None` where there is none."""
        words = telling_words(question)
        known: dict[int, bool] = {}
        for word, telling in words.items():
            number = self._vocabulary.get(word)
            if number is not None:
                known[number] = telling
            elif telling:
                return None
        unknown_count = len(words) - len(known)
        reach = max(0, self._prefix(len(words)) - unknown_count)
        candidates = {
            candidate
            for word in sorted(known, key=self._order)[:reach]
            for candidate in self._holding(word)
        }
        return min((c for c in candidates if self._is_like(known, len(words), c)), default=None)

    def add(self, question: str) -> None:
        """Remembers a question."""
        for word, telling in telling_words(question).items():
            number = self._vocabulary.setdefault(word, len(self._vocabulary))
            if number == len(self._counts):
                for column in (self._counts, self._rarity, self._heads):
                    column.append(0)
            self._counts[number] += 1
            self._words.append(2 * number + telling)
        self._ends.append(len(self._words))
        self._post(len(self) - 1)
        if len(self) == self._reorder_at:
            self._reorder()

    def _post(self, question: int) -> None:
        """Makes a question findable by the rarest of its words."""
        numbers = sorted((word >> 1 for word in self._of(question)), key=self._order)
        for number in numbers[: self._prefix(len(numbers))]:
            self._previous.append(self._heads[number])
            self._posted.append(question)
            self._heads[number] = len(self._posted) - 1

    def _reorder(self) -> None:
        """Takes the counts so far for how rare words are, and posts every question anew."""
        self._rarity = array("I", self._counts)
        self._heads = array("I", bytes(4 * len(self._counts)))
        self._posted, self._previous = array("I", [0]), array("I", [0])
        for question in range(len(self)):
            self._post(question)
        self._reorder_at *= 2

    def _order(self, word: int) -> tuple[int, int]:
        return self._rarity[word], word

    def _prefix(self, size: int) -> int:
        """How many of its rarest words a question is found by: all but those it may not share."""
        return size - math.ceil(self._least * size) + 1 if size else 0

    def _of(self, question: int) -> "array[int]":
        return self._words[self._ends[question] : self._ends[question + 1]]

    def _holding(self, word: int) -> Iterator[int]:
        posting = self._heads[word]
        while posting:
            yield self._posted[posting]
            posting = self._previous[posting]

    def _is_like(self, known: dict[int, bool], size: int, question: int) -> bool:
        """Whether one of the two questions is the other with a few more words that tell little."""
        others = self._of(question)
        shared = sum((word >> 1) in known for word in others)
        if rounded(shared / (size + len(others) - shared)) < self._threshold:
            return False
        if shared == size:
            return not any(word & 1 and (word >> 1) not in known for word in others)
        held = {word >> 1 for word in others}
        return shared == len(others) and all(
            word in held for word, telling in known.items() if telling
        )


@lru_cache(maxsize=64)
def telling_words(question: str) -> Mapping[str, bool]:
    """The stems a question is made of, stop words left out, and which of them tell it apart."""
    analysis = analysed(question)
    named = names(question)
    words: dict[str, bool] = {}
    for token in analysis.tokens:
        telling = token in named or _tells_apart(token, question)
        if telling or token.kind is not TokenKind.STOP:
            words[token.key] = words.get(token.key, False) or telling
    return words


def _tells_apart(token: Token, question: str) -> bool:
    if token.kind in (TokenKind.NUMBER, TokenKind.NEGATION):
        return True
    return fold(question[token.start : token.stop]) in _TELLING_APART
