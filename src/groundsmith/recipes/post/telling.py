"""What each sentence of the sources tells: its words and its amounts, for looking things up.

Whether a figure is in the sources means little: 12 is, because a forecast covers 12 hours, and a
post speaks of 12 harbours. So a word or an amount counts as said only by a sentence of the sources
that shares a third of the claim's other words as well, and one at least; an amount besides only
where its own part of the sentence has one of them, or the whole of it most of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from groundsmith.verify.amounts import Amount, amounts
from groundsmith.verify.dates import Date, dates
from groundsmith.verify.reading import Reading, reading
from groundsmith.verify.tokens import TokenKind, analysed, sentence_starts

_SHARED = 3
_DAYS = 31
CONTENT = (TokenKind.WORD, TokenKind.NAME, TokenKind.PAIR)
"""Kinds of tokens that tell something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An amount, and the words of the part of the sentence that it stands in."""

    amount: Amount
    keys: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence of a source.

    Attributes:
        scopes: Of how many it speaks, how often, or how surely: `all`, `none`, `would` ….
    """

    text: str
    keys: frozenset[str]
    amounts: tuple[Counted, ...]
    dates: tuple[Date, ...]
    scopes: frozenset[str]

    def shares(self, wanted: frozenset[str]) -> bool:
        """Whether it has a third of these words, and one at least; true where there are none."""
        common = len(self.keys & wanted)
        return not wanted or (common > 0 and _SHARED * common >= len(wanted))

    def shares_most(self, wanted: frozenset[str]) -> bool:
        """Whether it has more than half of these words; true where there are none."""
        return not wanted or 2 * len(self.keys & wanted) > len(wanted)

    def has(self, words: str) -> bool:
        """Whether it has these words, whole, in any case."""
        return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.text, re.IGNORECASE))

    def counts(self, amount: Amount, wanted: frozenset[str]) -> bool:
        """Whether it says this amount, of the same unit where both name one, of these words."""
        if not self.shares(wanted):
            return False
        most = self.shares_most(wanted)
        return any(
            (most or not wanted.isdisjoint(one.keys)) and _agree(one.amount, amount)
            for one in self.amounts
        )

    def dates_from(self, date: Date) -> bool:
        """Whether it has this date, or one that says more."""
        none: frozenset[int] = frozenset()
        return any(
            mine.within(other, none)
            for one in self.dates
            for mine in date.readings
            for other in one.readings
        )


@lru_cache(maxsize=8)
def tellings(texts: tuple[str, ...]) -> tuple[Telling, ...]:
    """The sentences of the sources."""
    return tuple(_tellings(texts))


def _tellings(texts: Iterable[str]) -> Iterator[Telling]:
    for text in texts:
        starts = [*sentence_starts(_joined(text)), len(text)]
        for start, stop in pairwise(starts):
            sentence = text[start:stop]
            if sentence.strip():
                read = reading(sentence, indonesian=False)  # neither clauses nor cues depend on it
                yield Telling(
                    text=sentence,
                    keys=frozenset(token.key for token in analysed(sentence).tokens),
                    amounts=tuple(_counted(sentence, read)),
                    dates=dates(sentence),
                    scopes=_scopes(read),
                )


def _counted(sentence: str, read: Reading) -> Iterator[Counted]:
    parts: defaultdict[int, set[str]] = defaultdict(set)
    tokens = read.analysis.tokens[: len(read.clauses)]
    for token, part in zip(tokens, read.clauses, strict=True):
        parts[part].add(token.key)
    for amount in counting(sentence):
        at = read.token_from(amount.start)
        keys = parts[read.clauses[at]] if at is not None and at < len(tokens) else ()
        yield Counted(amount=amount, keys=frozenset(keys))


def _scopes(read: Reading) -> frozenset[str]:
    """What its cues say; whoever denies something says of none that it is so."""
    found = {cue.value for cue in read.cues}
    return frozenset(found | {"none"} if read.negators else found)


def _agree(one: Amount, other: Amount) -> bool:
    return one.agrees_with(other) and (not one.unit or not other.unit or one.unit == other.unit)


def counting(text: str) -> Iterator[Amount]:
    """The amounts of a text that are no day or month of a date; its years are among them."""
    within = [(date.start, date.stop) for date in dates(text)]
    for one in amounts(text):
        dated = any(start <= one.start < stop for start, stop in within)
        if not dated or any(isinstance(value, str) or value > _DAYS for value in one.values):
            yield one


def _joined(text: str) -> str:
    """The text with the line breaks inside of paragraphs as spaces, as long as it was."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n#|*+\-\d])", " ", text)


def content_keys(text: str, start: int = 0, stop: int = 0) -> frozenset[str]:
    """The keys of a text's telling words, those between `start` and `stop` left out."""
    return frozenset(
        token.key
        for token in analysed(text).tokens
        if token.kind in CONTENT and not (start < token.stop and token.start < stop)
    )
