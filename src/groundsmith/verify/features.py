"""What is measured of a claim beside its evidence: the numbers that the embedded judge weighs.

A claim's place in its text and the amount of evidence are left out on purpose: a verdict depends
on the claim and what it rests on, so that it can be remembered and does not move with the rest.
In a language that the background table does not know, words weigh by their length, none is a
small word, and no list of words is looked at.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from groundsmith.records import Claim, Evidence, Span
from groundsmith.verify.amounts import amounts, by_value
from groundsmith.verify.names import names
from groundsmith.verify.quantities import quantities
from groundsmith.verify.reading import Reading, is_indonesian, reading
from groundsmith.verify.referring import REFERRING
from groundsmith.verify.tokens import Analysis, Token, TokenKind, analysed

SUPPORTING = (
    "coverage",
    "telling",
    "count",
    "one_window",
    "one_sentence",
    "together",
    "order",
    "pairs_of_words",
    "threes_of_words",
)
"""More of these is never less support."""

OPPOSING = ("novel", "rarest", "stretch", "unrepeated", "names", "numbers")
"""More of these is never more support."""

FEATURES = SUPPORTING + OPPOSING

_MOST_TOKENS = 300
_ELSEWHERE = 0.7
"""What a word counts that stands in the evidence, but in none of the claim's windows."""

_ALIKE = 0.5
"""What a word counts that another there may stand for, or begins like."""

_RAREST = 3
_SMALL = (TokenKind.STOP, TokenKind.NEGATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured of a claim.

    Attributes:
        values: Features by name.
        weighed: Whether words were weighed by the background table.
        missing: The most telling words that the evidence does not have, in order.
    """

    values: Mapping[str, float]
    weighed: bool
    missing: tuple[Span, ...]


def measure(
    claim: Claim,
    shown: Sequence[Evidence],
    windows: Sequence[Evidence],
    *,
    weighed: bool | None = None,
) -> Measured:
    """The features of a claim.

    Args:
        shown: All that the judge was shown; `windows` are the claim's own in it.
        weighed: Whether to weigh words by the background table; `None` leaves it to whether the
            table knows most of them.
    """
    asked = analysed(claim.text)
    given = [analysed(one.text) for one in shown]
    if weighed is None:
        weighed = _is_familiar((asked, *given))
    beside = _Beside(asked, given, [analysed(one.text) for one in windows], weighed)
    values = beside.shares() | beside.novelty() | beside.nearness()
    return Measured(values=values, weighed=weighed, missing=beside.missing())


def _is_familiar(analyses: Iterable[Analysis]) -> bool:
    """Whether the background table knows most of the words."""
    known = total = 0
    for analysis in analyses:
        known += analysis.familiar_count
        total += analysis.word_count
    return 2 * known >= total


class _Beside:
    """A claim's first tokens beside the evidence, and what of them is where."""

    def __init__(
        self, claim: Analysis, shown: list[Analysis], windows: list[Analysis], weighed: bool
    ) -> None:
        self._claim, self._shown, self._windows = claim, shown, windows
        self._weighed = weighed
        self._tokens = claim.tokens[:_MOST_TOKENS]
        self._weights = [
            token.weight if weighed else math.log1p(len(token.key)) for token in self._tokens
        ]
        self._held = self._in_windows()
        self._support = [1.0 if held else self._outside(at) for at, held in enumerate(self._held)]
        self._telling = [at for at in range(len(self._tokens)) if self._tells(at)]
        self._told = sum(self._weights[at] for at in self._telling)

    def _in_windows(self) -> list[bool]:
        """For each token whether some window has it; an amount if what it measures is there."""
        keys = set().union(*(window.places for window in self._windows))
        counted: set[int] = set()
        if asked := amounts(self._claim.text):
            given = by_value(window.text for window in self._windows)
            for amount in asked:
                if any(value in given for value in amount.values):
                    counted.update(range(amount.start, amount.stop))
            measured = [one for window in self._windows for one in quantities(window.text)]
            for quantity in quantities(self._claim.text):
                if any(quantity.given_by(one) for one in measured):
                    counted.update(range(quantity.opens, quantity.stop))
        return [token.key in keys or token.start in counted for token in self._tokens]

    def _outside(self, at: int) -> float:
        """How far a token that no window has is there all the same."""
        token = self._tokens[at]
        if any(token.key in source.places for source in self._shown):
            return _ELSEWHERE
        if self._weighed and self._is_meant(at):
            return _ALIKE
        beginning = token.beginning
        if beginning and any(beginning in source.beginnings for source in self._shown):
            return _ALIKE
        return 0.0

    def _is_meant(self, at: int) -> bool:
        """Whether a window has a word that may stand for a token."""
        keys = self._readings[0].meanings[at].keys
        return any(key in window.at for window in self._readings[1:] for key in keys)

    @cached_property
    def _readings(self) -> list[Reading]:
        """The claim, and after it the windows, as the hard checks read them."""
        texts = [self._claim.text, *(window.text for window in self._windows)]
        indonesian = is_indonesian(texts[-1])
        return [reading(text, indonesian=indonesian) for text in texts]

    def _tells(self, at: int) -> bool:
        """Whether a token is part of what the claim is about."""
        token = self._tokens[at]
        if not self._weighed:
            return True
        return token.kind not in _SMALL and (self._held[at] or token.key not in REFERRING)

    @cached_property
    def _runs(self) -> list[int]:
        """For each token the length of the longest run of words it shares with the evidence."""
        longest = [0] * len(self._tokens)
        for source in self._shown:
            _lengthen(longest, self._tokens, source)
        return longest

    def shares(self) -> dict[str, float]:
        """How much of the claim the evidence has, counted in several ways."""
        weights, held, telling = self._weights, self._held, self._telling
        total = sum(weights) or 1.0
        first = self._windows[0].places if self._windows else {}
        found = {
            "coverage": sum(w for w, is_held in zip(weights, held, strict=True) if is_held) / total,
            "telling": self._share(sum(weights[at] for at in telling if held[at])),
            "count": sum(held[at] for at in telling) / len(telling) if telling else 1.0,
            "one_window": self._share(
                sum(weights[at] for at in telling if self._tokens[at].key in first)
            ),
        }
        for name, length in (("pairs_of_words", 2), ("threes_of_words", 3)):
            repeated = (w for w, run in zip(weights, self._runs, strict=True) if run >= length)
            found[name] = sum(repeated) / total
        return found

    def _share(self, weight: float) -> float:
        """A weight's share of all that is told; the whole where nothing is."""
        return weight / self._told if self._told else 1.0

    def novelty(self) -> dict[str, float]:
        """What the evidence does not have: how much, how rare, and how much of it in one stretch.

        A stretch is the part of the claim where new words outweigh known ones by most.
        """
        news = {at: self._weights[at] * (1 - self._support[at]) for at in self._telling}
        stretch = unrepeated = most = most_unrepeated = 0.0
        for at, weight in enumerate(self._weights):
            if at in news or self._held[at]:
                gain = -weight if self._held[at] else 2 * news[at] - weight
                stretch = max(0.0, stretch + gain)
                unrepeated = max(0.0, unrepeated + (weight if self._runs[at] < 2 else -weight))
                most, most_unrepeated = max(most, stretch), max(most_unrepeated, unrepeated)
        return {
            "novel": math.log1p(sum(news.values())),
            "rarest": sum(sorted(news.values(), reverse=True)[:_RAREST]) / _RAREST,
            "stretch": math.log1p(most),
            "unrepeated": math.log1p(most_unrepeated),
            "names": math.log1p(self._missing_names()),
            "numbers": math.log1p(
                sum(
                    token.kind is TokenKind.NUMBER and not held
                    for token, held in zip(self._tokens, self._held, strict=True)
                )
            ),
        }

    def missing(self) -> tuple[Span, ...]:
        """The weightiest words without any support."""
        gone = [at for at in self._telling if not self._support[at]]
        rarest = sorted(gone, key=lambda at: (-self._weights[at], -len(self._tokens[at].key), at))[
            :_RAREST
        ]
        tokens = [self._tokens[at] for at in sorted(rarest)]
        return tuple(Span(start=token.start, stop=token.stop) for token in tokens)

    def _missing_names(self) -> int:
        written = names(self._claim.text)
        return sum(
            support < _ELSEWHERE and token in written
            for support, token in zip(self._support, self._tokens, strict=True)
        )

    def nearness(self) -> dict[str, float]:
        """Whether what the claim joins stands together in the evidence, and in the same order."""
        held: dict[tuple[int, int], float] = defaultdict(float)
        places: list[set[tuple[int, int]]] = []
        for at in self._telling:
            key = self._tokens[at].key
            stands = {
                (number, source.sentences[place])
                for number, source in enumerate(self._shown)
                for place in source.places.get(key, ())
            }
            for sentence in stands:
                held[sentence] += self._weights[at]
            places.append(stands)
        near_count = sum(not one.isdisjoint(next_one) for one, next_one in pairwise(places))
        keys = [token.key for token in self._tokens]
        ordered = (LCSseq.similarity(keys, window.keys) for window in self._windows)
        return {
            "one_sentence": self._share(max(held.values(), default=0.0)),
            "together": near_count / (len(places) - 1) if len(places) > 1 else 1.0,
            "order": max(ordered, default=0) / max(len(keys), 1),
        }


def _lengthen(longest: list[int], tokens: Sequence[Token], source: Analysis) -> None:
    """Raise each token's number to the longest run of equal tokens it is in, here and there."""
    ends = [0] * (len(tokens) + 1)
    before: dict[int, int] = {}
    for at, token in enumerate(tokens):
        before = {place: before.get(place - 1, 0) + 1 for place in source.places.get(token.key, ())}
        ends[at] = max(before.values(), default=0)
    for at in range(len(tokens)):
        if ends[at + 1] <= ends[at]:
            for back in range(at - ends[at] + 1, at + 1):
                longest[back] = max(longest[back], ends[at])
