"""A text as the checks read it: what each word means, where it stands, and whether it is denied.

No parser: a clause ends at a mark or at a word that turns to another ("but", "which"), and a
denial reaches the first words behind it in its clause, which is right often enough where the
same words stand in the other text.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from groundsmith.verify.cues import COUNTING, Cue, cues_in
from groundsmith.verify.language import language_of
from groundsmith.verify.lexicon import Meaning, is_listed, joined, meaning
from groundsmith.verify.tokens import Analysis, TokenKind, analysed, fold
from groundsmith.verify.words.cues import LOCAL, NEGATING
from groundsmith.verify.words.listing import listed

MOST_TOKENS = 400
_REACH = 3
_LOCAL_REACH = 2
_WORD = re.compile(r"[^\W\d_]{2,30}")
_SAMPLE_CHARS = 500
_MARK = re.compile(r"[,;:()–—]")
_ALONE = frozenset('.!?"”')
_TURNS = listed(
    """
    but while whereas although though which who because unless if tetapi tapi sedangkan namun
    sementara meskipun walaupun karena kecuali so sehingga maka sebab
    """
)


@dataclass(frozen=True)
class Reading:
    """The first tokens of a text, with what is known of each."""

    analysis: Analysis
    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    indonesian: bool

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """Numbers of the tokens that have a key."""
        found: dict[str, list[int]] = {}
        for number, held in enumerate(self.meanings):
            for key in held.keys:
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def clauses(self) -> list[int]:
        """For each token, the number of its clause; a new sentence counts as two clauses."""
        text, tokens = self.analysis.text, self.analysis.tokens
        sentences = self.analysis.sentences
        clause = 0
        found: list[int] = []
        for number, word in enumerate(self.words):
            if number:
                gap = text[tokens[number - 1].stop : tokens[number].start]
                if sentences[number] != sentences[number - 1]:
                    clause += 2
                elif word in _TURNS or (gap != " " and _MARK.search(gap)):
                    clause += 1
            found.append(clause)
        return found

    @cached_property
    def cues(self) -> list[Cue]:
        """Quantifiers and modal phrases."""
        return cues_in(self.words)

    @cached_property
    def in_phrase(self) -> frozenset[int]:
        """Numbers of the tokens in quantifiers of several words ("not many")."""
        return frozenset(
            at
            for cue in self.cues
            if cue.kind in COUNTING and cue.last > cue.first
            for at in range(cue.first, cue.last + 1)
        )

    @cached_property
    def content(self) -> list[int]:
        """Numbers of the tokens that say what the text is about."""
        small = (TokenKind.STOP, TokenKind.NEGATION)
        tokens = self.analysis.tokens
        return [at for at in range(len(self.words)) if tokens[at].kind not in small]

    @cached_property
    def negators(self) -> list[int]:
        """Numbers of the tokens that deny something."""
        if NEGATING.isdisjoint(self.words) and not any(w.endswith("n't") for w in self.words):
            return []
        idle = {
            at
            for cue in self.cues
            if cue.kind == "idle" or (cue.kind in COUNTING and cue.value != "none")
            for at in range(cue.first, cue.last + 1)
        }
        return [
            at
            for at, word in enumerate(self.words)
            if (word in NEGATING or word.endswith("n't")) and at not in idle and not self._alone(at)
        ]

    def _alone(self, at: int) -> bool:
        """Whether a negator is a sentence by itself: "Not yet." in quotation marks, "No. 5"."""
        stop = self.analysis.tokens[at].stop
        return self.analysis.text[stop : stop + 1] in _ALONE

    @cached_property
    def denied(self) -> dict[int, list[int]]:
        """For each denied token, the negators that reach it, the word next to a negator first."""
        found: dict[int, list[int]] = {}
        content = set(self.content)
        for negator in self.negators:
            local = self.words[negator] in LOCAL
            left = _LOCAL_REACH if local else _REACH
            for at in range(negator + 1, len(self.words)):
                if self.clauses[at] != self.clauses[negator] or not left:
                    break
                if at in content and self.words[at] != "longer":
                    found.setdefault(at, []).append(negator)
                    left -= 1
        return found

    def token_from(self, offset: int) -> int | None:
        """The number of the first token that begins at an offset or behind it."""
        at = bisect_left(self.analysis.tokens, offset, key=lambda token: token.start)
        return at if at < len(self.words) else None

    def number_at(self, offset: int) -> int | None:
        """The number of the token that begins at an offset of the text."""
        at = bisect_left(self.analysis.tokens, offset, key=lambda token: token.start)
        here = at < len(self.words) and self.analysis.tokens[at].start == offset
        return at if here else None

    def within(self, start: int, stop: int) -> range:
        """Numbers of the tokens that begin within `[start, stop)`."""
        tokens = self.analysis.tokens
        first = bisect_left(tokens, start, key=lambda token: token.start)
        last = bisect_left(tokens, stop, key=lambda token: token.start)
        return range(min(first, len(self.words)), min(last, len(self.words)))

    @cached_property
    def weights(self) -> list[float]:
        """How much each token tells."""
        return [token.weight for token in self.analysis.tokens]

    @cached_property
    def _sums(self) -> list[float]:
        return [0.0, *accumulate(self.weights)]

    def weight_within(self, words: range) -> float:
        """How much some neighbouring tokens tell together."""
        return self._sums[words.stop] - self._sums[words.start]

    def clause_words(self, first: int, last: int) -> range:
        """Numbers of the tokens of the clauses `first` to `last`."""
        return range(bisect_left(self.clauses, first), bisect_left(self.clauses, last + 1))

    def heads(self, negator: int) -> list[int]:
        """The tokens that a negator reaches, the nearest first."""
        return [at for at, by in self.denied.items() if negator in by]

    def denials(self, at: int) -> int:
        """How many negators, and quantifiers that deny, the clause of a token has."""
        here = self.clauses[at]
        denying = sum(
            cue.kind in COUNTING
            and cue.value in ("few", "notall")
            and self.clauses[cue.first] == here
            for cue in self.cues
        )
        return denying + sum(self.clauses[number] == here for number in self.negators)

    def is_denied(self, at: int) -> bool:
        """Whether an odd number of negators reach a token."""
        return len(self.denied.get(at, ())) % 2 == 1


@lru_cache(maxsize=256)
def reading(text: str, *, indonesian: bool, most_tokens: int = MOST_TOKENS) -> Reading:
    """The reading of a text in one of the two languages; the last ones are remembered."""
    analysis = analysed(text)
    tokens = analysis.tokens[:most_tokens]
    words = tuple(_folded(text[token.start : token.stop]) for token in tokens)
    meanings = [meaning(word, indonesian=indonesian) for word in words]
    for at in range(len(words) - 1):
        if phrase := joined(words[at], words[at + 1], indonesian=indonesian):
            meanings[at] = phrase
    return Reading(analysis, words, tuple(meanings), indonesian)


@lru_cache(maxsize=65_536)
def _folded(raw: str) -> str:
    return fold(raw[:64]).removesuffix("'s")


@lru_cache(maxsize=256)
def is_indonesian(text: str) -> bool:
    """Whether a text is read with the word lists of Indonesian; of English otherwise."""
    language = language_of(text)
    if language != "und":
        return language == "id"
    words = [_folded(token.group()) for token in _WORD.finditer(text[:_SAMPLE_CHARS])]
    known = [sum(is_listed(word, indonesian=which) for word in words) for which in (False, True)]
    return known[True] > known[False]
