"""How good a context is for what shall be written from it, before anything is written.

One definition for every recipe. It is a weighted geometric mean, because a context that fails in
one respect is not saved by the others: right words in no order, or one sentence where ten are
wanted, are no context. Weights and constants were chosen on one collection against contexts that
are wrong on purpose; `docs/context_quality.md` has what they are worth on others.

Where there are sentence vectors, a passage is relevant by its words or by its meaning: words miss
what is said in other words, vectors miss names and numbers. Without them it is by words alone, so a
figure with vectors is not to be compared with one without.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from groundsmith.index.lexical.analyse import Analyser
from groundsmith.index.lexical.scoring import K1
from groundsmith.index.meanings import Meanings
from groundsmith.index.word_order import WordOrder

WEIGHTS: Mapping[str, float] = {
    "relevance": 0.35,
    "completeness": 0.05,
    "coherence": 0.20,
    "specificity": 0.35,
    "balance": 0.05,
}
_UNSEEN = 0.02
"""What relevance, completeness and balance count at least: one sense has many words."""
ENOUGH = 40.0
"""Terms of one document alone at which specificity is 0.63; an abstract of a paper has some 50."""
_STEEPNESS = 6
"""Power of the share of steps in order: passages that are told in any order tell nothing."""
_UNIT = re.compile(r"(?<=[.!?])\s+|\n+|(?<=[。！？।])")
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document, as it would be shown.

    Attributes:
        start: Where it begins in its document.
    """

    document: str
    start: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextQuality:
    """Five figures in [0, 1] and their weighted geometric mean; None where nothing can be said.

    Attributes:
        relevance: How near the passages are to the query, the best counting most.
        completeness: Share of what the query names that occurs, by rarity.
        coherence: Words and passages in order, and one sentence taking up another.
        specificity: How much they say that not every text says.
        balance: How evenly they speak of what the query names; None for a query of one term.
        why: Why there is no overall figure; empty where there is one.
    """

    relevance: float | None
    completeness: float | None
    coherence: float | None
    specificity: float | None
    balance: float | None
    overall: float | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a measure needs of one passage's words.

    Attributes:
        length: Of its tf·idf vector.
        sentences: In how many of its sentences each term stands.
        surprises: Of its pairs of words, as `WordOrder` has them.
    """

    counts: Counts
    length: float
    sentences: Counts
    surprises: tuple[float, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextMeasure:
    """Measures contexts that come from one collection.

    Attributes:
        idf: How rare a term is there: ln(1 + (N − n + 0.5) / (n + 0.5)), as BM25 has it.
        highest_idf: That of a term in no document.
        meanings: `None` where there are no vectors, and only words are compared.
        enough: How much must be told for a specificity of 0.63, in terms of one document alone.
        remembered: Passages that were read already, by text; None reads each anew.
    """

    analyser: Analyser
    idf: Callable[[str], float]
    highest_idf: float
    order: WordOrder
    meanings: Meanings | None = None
    enough: float = ENOUGH
    remembered: dict[str, Reading] | None = None

    def quality(self, query: str, passages: Sequence[Passage]) -> ContextQuality:
        """The quality of passages, in the order in which they would be shown, for a query."""
        asked = self.analyser.counts(query)
        if not asked or not passages:
            return _unmeasured(asked, passages)
        readings = [self.read(passage.text) for passage in passages]
        held = _added(each.counts for each in readings)
        figures: dict[str, float | None] = {
            "relevance": self._relevance(query, passages, asked, readings),
            "completeness": self._completeness(asked, held),
            "coherence": self._coherence(passages, readings),
            "specificity": self._specificity(held),
            "balance": self._balance(asked, held),
        }
        return _assembled(figures, _overall(figures))

    def read(self, text: str) -> Reading:
        """A passage's words, from memory where it was read before and there is one."""
        known = None if self.remembered is None else self.remembered.get(text)
        if known is not None:
            return known
        counts = self.analyser.counts(text)
        made = Reading(
            counts=counts,
            length=math.hypot(*(self._weight(term, count) for term, count in counts.items())),
            sentences=_added(
                dict.fromkeys(self.analyser.counts(unit), 1) for unit in _UNIT.split(text) if unit
            ),
            surprises=self.order.surprises(text),
        )
        if self.remembered is not None:
            self.remembered[text] = made
        return made

    def _relevance(
        self, query: str, passages: Sequence[Passage], asked: Counts, readings: Sequence[Reading]
    ) -> float:
        """1 − (1 − by words) · (1 − by meaning), the latter being 0 without vectors."""
        weighed = {term: count * self.idf(term) for term, count in asked.items()}
        by_words = _nearness([self._cosine(weighed, each) for each in readings])
        if self.meanings is None:
            return by_words
        texts = [each.text for each in passages]
        return 1 - (1 - by_words) * (1 - _nearness(self.meanings.nearness(query, texts)))

    def _cosine(self, query: Mapping[str, float], passage: Reading) -> float:
        counts = passage.counts
        shared = math.fsum(
            weight * self._weight(term, counts[term])
            for term, weight in query.items()
            if term in counts
        )
        lengths = math.hypot(*query.values()) * passage.length
        return min(1.0, shared / lengths) if lengths else 0.0

    def _weight(self, term: str, count: int) -> float:
        return (1 + math.log(count)) * self.idf(term)

    def _completeness(self, asked: Counts, held: Counts) -> float:
        weights = {term: self.idf(term) for term in asked}
        return math.fsum(weights[term] for term in asked if term in held) / math.fsum(
            weights.values()
        )

    def _coherence(self, passages: Sequence[Passage], readings: Sequence[Reading]) -> float:
        """Share of the words' order × steps in reading order × what is said more than once."""
        words = self.order.share_of([each.surprises for each in readings])
        taken_up = max(_UNSEEN, self._taken_up(readings))
        steps = _in_order(passages) ** _STEEPNESS
        return (1.0 if words is None else words) * steps * taken_up

    def _taken_up(self, readings: Sequence[Reading]) -> float:
        """Share, by rarity, of the terms of sentences that another sentence has too."""
        among = _added(each.sentences for each in readings)
        told = {term: self.idf(term) * count for term, count in among.items()}
        total = math.fsum(told.values())
        again = math.fsum(amount for term, amount in told.items() if among[term] > 1)
        return min(1.0, again / total) if total else 0.0

    def told(self, terms: Iterable[str]) -> float:
        """How much different terms say: each by its rarity, 1 for a term of one document."""
        return math.fsum(map(self.idf, terms)) / self.highest_idf

    def _specificity(self, held: Counts) -> float:
        """1 − exp(−what is told / enough): it grows, and ever more slowly."""
        return -math.expm1(-self.told(held) / self.enough)

    def _balance(self, asked: Counts, held: Counts) -> float | None:
        """Normalised entropy of how much is said of each term that was asked for."""
        if len(asked) < 2:
            return None
        said = [self.idf(term) * held.get(term, 0) / (held.get(term, 0) + K1) for term in asked]
        total = math.fsum(said)
        if not total:
            return 0.0
        entropy = -math.fsum(each / total * math.log(each / total) for each in said if each)
        return min(1.0, max(0.0, entropy / math.log(len(asked))))


def measure_over(
    texts: Sequence[str], analyser: Analyser, meanings: Meanings | None = None
) -> ContextMeasure:
    """A measure for contexts from texts that are held in memory."""
    frequencies = Counter(term for text in texts for term in analyser.counts(text))
    rarities = {term: _idf(len(texts), count) for term, count in frequencies.items()}
    highest = _idf(len(texts), 0)

    def idf(term: str) -> float:
        return rarities.get(term, highest)

    return ContextMeasure(
        analyser=analyser,
        idf=idf,
        highest_idf=highest,
        order=WordOrder.of(texts),
        meanings=meanings,
    )


def _idf(documents: int, count: int) -> float:
    return math.log1p((documents - count + 0.5) / (count + 0.5))


def _added(counts: Iterable[Counts]) -> dict[str, int]:
    """The sums of counts, term by term."""
    found: dict[str, int] = {}
    for each in counts:
        for term, count in each.items():
            found[term] = found.get(term, 0) + count
    return found


def _unmeasured(asked: Counts, passages: Sequence[Passage]) -> ContextQuality:
    """An empty context is worth 0; what was not asked has no quality at all."""
    if asked and not passages:
        return _assembled({}, 0.0)
    return _assembled({}, None, why="the query has no term")


def _assembled(
    figures: Mapping[str, float | None], overall: float | None, why: str = ""
) -> ContextQuality:
    return ContextQuality(
        relevance=figures.get("relevance"),
        completeness=figures.get("completeness"),
        coherence=figures.get("coherence"),
        specificity=figures.get("specificity"),
        balance=figures.get("balance"),
        overall=overall,
        why=why,
    )


def _nearness(cosines: Sequence[float]) -> float:
    """Their mean, from the nearest on weighed by 1/place."""
    weights = [1 / place for place in range(1, len(cosines) + 1)]
    near = sorted(cosines, reverse=True)
    weighed = math.fsum(cosine * weight for cosine, weight in zip(near, weights, strict=True))
    return weighed / math.fsum(weights)


def _in_order(passages: Sequence[Passage]) -> float:
    """Share of steps that go on within a document, or to one that was not shown before."""
    if len(passages) < 2:
        return 1.0
    seen, forward = {passages[0].document}, 0
    for one, after in pairwise(passages):
        if one.document == after.document:
            forward += after.start >= one.start
        else:
            forward += after.document not in seen
        seen.add(after.document)
    return forward / (len(passages) - 1)


def _overall(figures: Mapping[str, float | None]) -> float:
    known = {name: figure for name, figure in figures.items() if figure is not None}
    least = dict.fromkeys(("relevance", "completeness", "balance"), _UNSEEN)
    if not all(known[name] or name in least for name in known):
        return 0.0
    logs = math.fsum(
        WEIGHTS[name] * math.log(max(figure, least.get(name, 0.0)))
        for name, figure in known.items()
    )
    return min(1.0, math.exp(logs / math.fsum(WEIGHTS[name] for name in known)))
