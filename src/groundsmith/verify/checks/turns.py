"""What the gaps of a repeat say: whether it is turned to the contrary, or tells how many otherwise.

The decision to question: words are only held against each other at one place between two that
both have. What turns the repeat around twice leaves it as it is.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from groundsmith.verify.checks.modality import AGAINST, value_of
from groundsmith.verify.checks.quantifiers import FOLLOWS
from groundsmith.verify.cues import COUNTING, MODAL, Cue
from groundsmith.verify.lexicon import ANTONYM, CONVERSE, DIRECTION, PREFIX, kind_between
from groundsmith.verify.names import names, related
from groundsmith.verify.pairing import Pairing
from groundsmith.verify.reading import Reading
from groundsmith.verify.repeats import Gap, Repeat
from groundsmith.verify.tokens import Token, TokenKind
from groundsmith.verify.words.calendar import FILLERS, MONTHS
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.polarity import CONDITIONS, CONTRARY, PLAIN, WITHIN, WITHOUT

_DATED = frozenset((*FILLERS, *MONTHS))
_CODES = {
    ANTONYM: "antonym-differs",
    CONVERSE: "antonym-differs",
    DIRECTION: "direction-differs",
    PREFIX: "negation-differs",
}
_SMALL = (TokenKind.STOP, TokenKind.NEGATION)
_PART = ("few", "notall", "only", "least", "atmost", "half")
_LESS = 0.2
_TELLING = 0.3

_BEFORE = 4
_FEWEST = 2
_NEAR = 3
_MOST_REPLACED, _SHORTEST = 3, 3
_TURNING = listed(
    """
    avoid avoids avoided avoiding refrain refrains refrained prevent prevents prevented preventing
    instead rather without except otherwise exception exceptions if against than wrong false untrue
    rejected rules ruled hindari menghindari mencegah dicegah tanpa selain kecuali baru jika kalau
    andaikata seandainya melainkan membantah dibantah menyangkal
    """
)
_MUCH, _LITTLE = {"all", "most", "many"}, {"few", "none", "notall"}
_UNREAL = listed("andaikata seandainya sekiranya")
_UNSAID = ("any", "other")

"""Quantifiers after which a negation may say the same, of others."""


class Turn(NamedTuple):
    """Words at one gap that say otherwise: the claim's, and the evidence's; -1 for none."""

    code: str
    mine: int
    its: int


class Laid:
    """A repeat, and what its gaps say."""

    def __init__(self, pairing: Pairing, repeat: Repeat) -> None:
        self.pairing = pairing
        self.claim, self.shown = pairing.claim, pairing.shown[repeat.shown]
        self.repeat = repeat
        self.cues = [
            (gap, _of(self.claim, gap.mine), _of(self.shown, gap.its)) for gap in repeat.gaps
        ]
        self.in_cues = (
            {n for _, mine, _ in self.cues for cue in mine for n in range(cue.first, cue.last + 1)},
            {n for _, _, its in self.cues for cue in its for n in range(cue.first, cue.last + 1)},
        )

    def turns(self) -> Iterator[Turn]:
        """What turns the repeat around; where nothing does, what says how many otherwise."""
        if self.is_conditional() or self.is_asked():
            return
        yield from self.replaced()
        if self.is_crossed() and not self.is_of_one():
            return
        opposed = [turn for gap in self.repeat.gaps for turn in self.opposed(gap)]
        if not opposed and not self.is_crossed():
            opposed = [turn for gap in self.repeat.gaps for turn in self.left_behind(gap)][:1]
        taken = {turn.mine for turn in opposed}, {turn.its for turn in opposed}
        counted = list(self.counted())
        denied = [turn for gap in self.repeat.gaps for turn in self.denied(gap, taken)]
        if counted and not opposed and all(self.in_cue(turn) for turn in denied):
            yield from counted
        elif (len(opposed) + len(denied)) % 2 and not (
            (denied and self.is_excused(denied)) or (opposed and self.unheard(denied))
        ):
            yield (opposed or denied)[0]

    @cached_property
    def says_otherwise(self) -> bool:
        """Whether anything turns the repeat around."""
        return any(True for _ in self.turns())

    def told(self, apart: int = -1) -> float:
        """How much of the stretch the run has at its place."""
        words = [n for n in self.claim.content if n in self.repeat.stretch and n != apart]
        return _share(self.claim, words, self.repeat.equal)

    def bearing(self, turn: Turn) -> float:
        """How far the run repeats the stretch, and between its ends little else."""
        there = self.repeat.there
        first, last = min(there, default=0), max(there, default=0)
        words = [n for n in self.shown.content if first <= n <= last and n != turn.its]
        telling = _share(self.shown, words, there)
        return (1 - _TELLING) * self.told(turn.mine) + _TELLING * telling

    def is_conditional(self) -> bool:
        """Whether only one of the two is told of a case."""
        mine = {self.claim.words[n] for n in self.repeat.stretch}
        its = {self.shown.words[n] for n in self.repeat.run}
        return CONDITIONS.isdisjoint(mine) != CONDITIONS.isdisjoint(its)

    def is_asked(self) -> bool:
        """Whether the run is of a question, or of what might have been."""
        analysis = self.shown.analysis
        start, stop = analysis.sentence_bounds(*[analysis.sentences[self.repeat.run[0]]] * 2)
        sentence = analysis.text[start:stop]
        return sentence.endswith("?") or not _UNREAL.isdisjoint(sentence.casefold().split())

    def is_turned(self) -> bool:
        """Whether a word that turns a sentence stands at a gap, or right before the stretch."""
        before = range(max(0, self.repeat.stretch[0] - _BEFORE), self.repeat.stretch[0])
        words = {self.claim.words[n] for gap in self.repeat.gaps for n in gap.mine}
        words |= {self.shown.words[n] for gap in self.repeat.gaps for n in gap.its}
        words |= {self.claim.words[n] for n in before}
        return not _TURNING.isdisjoint(words) or len(self.alike_content()) < _FEWEST

    def alike_content(self) -> list[int]:
        """The telling words of the stretch that the run has."""
        return [n for n in self.claim.content if n in self.repeat.equal]

    def is_crossed(self) -> bool:
        """Whether a word of one gap stands in another gap on the other side."""
        its = {
            key
            for gap in self.repeat.gaps
            for n in gap.its
            if not _is_plain(self.shown, n)
            for key in self.shown.meanings[n].keys
        }
        return any(
            key in its
            for gap in self.repeat.gaps
            for n in gap.mine
            if not _is_plain(self.claim, n)
            for key in self.claim.meanings[n].keys
        )

    def is_excused(self, denied: Sequence[Turn]) -> bool:
        """Whether a negation may say the same as what the other side says without it."""
        if self.is_part() or self.both_deny() or self.is_turned():
            return True
        return any(self.tells_else(gap) for gap in self.repeat.gaps)

    def unheard(self, denied: Sequence[Turn]) -> bool:
        """Whether there are negations or exceptions at gaps that turn something else."""
        if any(self.shown.words[n] in WITHOUT for gap in self.repeat.gaps for n in gap.its):
            return not any(self.claim.words[n] in WITHIN for g in self.repeat.gaps for n in g.mine)
        signs = sum(
            len(_signs(self.claim, gap.mine)) + len(_signs(self.shown, gap.its))
            for gap in self.repeat.gaps
        )
        return signs > len(denied)

    def both_deny(self) -> bool:
        """Whether each side denies something at some gap."""
        return any(_signs(self.claim, gap.mine) for gap in self.repeat.gaps) and any(
            _signs(self.shown, gap.its) for gap in self.repeat.gaps
        )

    def is_of_one(self) -> bool:
        """Whether both begin with the same word, so that what is told of is the same."""
        mine = next((n for n in self.claim.content if n in self.repeat.stretch), None)
        its = next((n for n in self.shown.content if n in self.repeat.run), None)
        return mine in self.repeat.equal and its in self.repeat.there

    def left_behind(self, gap: Gap) -> Iterator[Turn]:
        """A word before a gap whose opposite, in the gap, is what the rest is told of.

        "Praised the volunteers but criticised the railway" does not praise the railway.
        """
        claim, shown = self.claim, self.shown
        if not gap.its or any(not _is_plain(claim, n) for n in gap.mine):
            return
        pairs = list(zip(sorted(self.repeat.equal), sorted(self.repeat.there), strict=True))
        before = [mine for mine, its in pairs if its < gap.its[0]][-_NEAR:]
        behind = {shown.words[its] for _, its in pairs if its > gap.its[-1]}
        if not behind or not behind.isdisjoint(shown.words[n] for n in gap.its):
            return
        for at in before:
            for there in gap.its:
                kind = kind_between(claim.meanings[at], shown.meanings[there])
                if kind and there not in shown.in_phrase and at not in claim.in_phrase:
                    yield Turn(_CODES[kind], at, there)

    def replaced(self) -> Iterator[Turn]:
        """A name in another's place, that the evidence has elsewhere."""
        none: tuple[set[int], set[int]] = (set(), set())
        ours, theirs = names(self.claim.analysis.text), names(self.shown.analysis.text)
        tokens = self.claim.analysis.tokens
        for gap in self.repeat.gaps:
            mine, its = self.rest(gap, none)
            if not (mine and its) or max(len(mine), len(its)) > _MOST_REPLACED:
                continue
            at = next((n for n in mine if self._named(self.claim, n, ours)), None)
            other = next((n for n in its if self._named(self.shown, n, theirs)), None)
            if at is None or other is None or self.is_mine(other) or not self.is_elsewhere(at):
                continue
            if not related(tokens[at].key, self.shown.analysis.tokens[other].key):
                yield Turn("name-differs", at, other)

    def _named(self, text: Reading, at: int, named: frozenset[Token]) -> bool:
        """Whether a word is a name that is more than an initial, and no part of a date."""
        word = text.words[at]
        short = len(word) < _SHORTEST or word.endswith("nya")
        return text.analysis.tokens[at] in named and not short and word not in _DATED

    def is_elsewhere(self, at: int) -> bool:
        """Whether the evidence has a word of the claim outside the run, and not in it."""
        places = self.pairing.matches(at)
        here = self.repeat.shown
        return bool(places) and not any(
            place.shown == here and place.at in self.repeat.run for place in places
        )

    def is_mine(self, there: int) -> bool:
        """Whether the claim has a word of the run."""
        return any(key in self.claim.at for key in self.shown.meanings[there].keys)

    def in_cue(self, turn: Turn) -> bool:
        """Whether what turns the repeat is part of a quantifier ("none of them")."""
        return turn.mine in self.in_cues[0] or turn.its in self.in_cues[1]

    def opposed(self, gap: Gap) -> Iterator[Turn]:
        """Opposed words at one gap."""
        claim, shown = self.claim, self.shown
        for at in gap.mine:
            if not claim.meanings[at].opposed or at in claim.in_phrase:
                continue
            for there in gap.its:
                kind = kind_between(claim.meanings[at], shown.meanings[there])
                itself = shown.words[there + 1 : there + 2] == ("itu",)
                if kind and there not in shown.in_phrase and not itself:
                    yield Turn(_CODES[kind], at, there)
                    break
        mine = {claim.words[n] for n in gap.mine}
        its = {shown.words[n] for n in gap.its}
        if any(
            not (WITHOUT.isdisjoint(one) or WITHIN.isdisjoint(other))
            for one, other in ((mine, its), (its, mine))
        ):
            yield Turn("negation-differs", gap.mine[0], gap.its[0])

    def denied(self, gap: Gap, taken: tuple[set[int], set[int]]) -> Iterator[Turn]:
        """A negation of what follows the gap, or stands at its end, on either side."""
        mine, its = self.rest(gap, taken)
        last = self.repeat.gaps[-1] is gap
        paired = [any(n in side for n in words) for side, words in zip(taken, gap, strict=True)]
        for at in _signs(self.claim, gap.mine):
            end = last and not mine and at in self.claim.negators
            if not any(n > at for n in mine) and (not its or end or paired[0]):
                yield Turn("negation-differs", at, gap.its[0] if gap.its else -1)
        for at in _signs(self.shown, gap.its):
            end = last and not its and at in self.shown.negators
            if not any(n > at for n in its) and (not mine or end or paired[1]):
                yield Turn("negation-differs", gap.mine[0] if gap.mine else -1, at)

    def rest(self, gap: Gap, taken: tuple[set[int], set[int]]) -> tuple[list[int], list[int]]:
        """What each side of a gap tells besides."""
        sides = ((self.claim, gap.mine, 0), (self.shown, gap.its, 1))
        mine, its = (
            [
                n
                for n in words
                if n not in taken[side]
                and n not in self.in_cues[side]
                and not _is_plain(text, n)
                and not _is_sign(text, n)
            ]
            for text, words, side in sides
        )
        return mine, its

    def is_part(self) -> bool:
        """Whether a quantifier of a part of them stands at some gap."""
        return any(cue.value in _PART for _, mine, its in self.cues for cue in (*mine, *its))

    def tells_else(self, apart: Gap, *, either: bool = False) -> bool:
        """Whether both sides of some other gap tell something, or either does."""
        none: tuple[set[int], set[int]] = (set(), set())
        others = (gap for gap in self.repeat.gaps if gap is not apart)
        return any((any if either else all)(self.rest(gap, none)) for gap in others)

    def counted(self) -> Iterator[Turn]:
        """Quantifiers, frequencies, bounds and modal words that do not follow."""
        none: tuple[set[int], set[int]] = (set(), set())
        for gap, mine, its in self.cues:
            if any(self.rest(gap, none)):
                continue
            for theirs in its:
                kinds = COUNTING if theirs.kind in COUNTING else (MODAL,)
                own = next((cue for cue in mine if cue.kind in kinds), None)
                if own and own.value in _MUCH | _LITTLE and self.tells_else(gap, either=True):
                    continue
                if own and not _agree(self.claim, own, self.shown, theirs):
                    code = "modality-differs" if own.kind == MODAL else "quantifier-differs"
                    yield Turn(code, own.first, theirs.first)


def _share(text: Reading, words: Sequence[int], held: frozenset[int]) -> float:
    tokens = text.analysis.tokens
    total = sum(tokens[n].weight for n in words)
    return sum(tokens[n].weight for n in words if n in held) / total if total else 0.0


def _signs(text: Reading, words: Sequence[int]) -> list[int]:
    signs = [at for at in words if _is_sign(text, at)]
    return signs[:1] if signs and text.words[signs[0]] == "neither" else signs


def _is_sign(text: Reading, at: int) -> bool:
    word = text.words[at]
    return word not in WITHOUT and (at in text.negators or word in CONTRARY)


def _is_plain(text: Reading, at: int) -> bool:
    small = text.analysis.tokens[at].kind in _SMALL
    return small or text.words[at] in PLAIN


def _of(text: Reading, words: Sequence[int]) -> list[Cue]:
    """The cues that some of the words belong to."""
    held = set(words)
    return [
        cue
        for cue in text.cues
        if cue.kind in (*COUNTING, MODAL)
        and any(n in held for n in range(cue.first, cue.last + 1))
        and not _is_month(text, cue)
    ]


def _is_month(text: Reading, cue: Cue) -> bool:
    """Whether "May" is a month, as it is where it is no sentence's first word."""
    written = text.analysis.text[text.analysis.tokens[cue.first].start :][:3]
    return written == "May" and cue.first > 0


def _agree(claim: Reading, own: Cue, shown: Reading, theirs: Cue) -> bool:
    if own.kind == MODAL:
        mine, its = value_of(claim, own), value_of(shown, theirs)
        return not mine or not its or mine not in AGAINST.get(its, "").split()
    if own.value in _UNSAID or theirs.value in _UNSAID:
        return True
    return own.value in FOLLOWS.get(theirs.value, own.value).split()
