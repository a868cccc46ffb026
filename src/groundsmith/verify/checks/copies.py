"""What differs where a claim repeats a clause of its evidence but for a few words.

Each difference stands by itself: what follows in the evidence's next clause excuses nothing. The
decision to question: words are only held against each other at one place between two that both
have, so what is told in another order is left to the other checks.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.modality import AGAINST, value_of
from groundsmith.verify.checks.quantifiers import FOLLOWS
from groundsmith.verify.cues import COUNTING, MODAL, Cue
from groundsmith.verify.lexicon import ANTONYM, CONVERSE, DIRECTION, PREFIX, kind_between
from groundsmith.verify.pairing import Pairing, Place
from groundsmith.verify.reading import Reading
from groundsmith.verify.repeats import Gap, Repeat, repeats
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.polarity import CONDITIONS, CONTRARY, PLAIN, WITHIN, WITHOUT

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
_LEAST = 0.75
_BEFORE = 4
_FEWEST = 2
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


def check(case: Case) -> list[Objection]:
    """An objection to each repeat whose differences turn it around, or say how many otherwise."""
    found: dict[str, Objection] = {}
    for runs in repeats(case.pairing):
        first, *others = (_Laid(case.pairing, repeat) for repeat in runs)
        for turn in first.turns():
            bearing = first.bearing(turn)
            if bearing < _LEAST:
                continue
            if any(
                other.told() >= bearing - _LESS and not other.says_otherwise for other in others
            ):
                continue
            if turn.code not in found or bearing > found[turn.code].bearing:
                found[turn.code] = _objection(case, first.repeat, turn, bearing)
    return list(found.values())


class _Laid:
    """A repeat, and what its gaps say."""

    def __init__(self, pairing: Pairing, repeat: Repeat) -> None:
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
        if self.is_crossed() or self.is_conditional() or self.is_asked():
            return
        opposed = [turn for gap in self.repeat.gaps for turn in self.opposed(gap)]
        taken = {turn.mine for turn in opposed}, {turn.its for turn in opposed}
        counted = list(self.counted())
        denied = [turn for gap in self.repeat.gaps for turn in self.denied(gap, taken)]
        if counted and not opposed and all(self.in_cue(turn) for turn in denied):
            yield from counted
        elif (len(opposed) + len(denied)) % 2 and not (
            denied and (self.is_part() or self.both_deny() or self.is_turned())
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

    def both_deny(self) -> bool:
        """Whether each side denies something at some gap."""
        return any(_signs(self.claim, gap.mine) for gap in self.repeat.gaps) and any(
            _signs(self.shown, gap.its) for gap in self.repeat.gaps
        )

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

    def tells_else(self, apart: Gap) -> bool:
        """Whether both sides of some other gap tell something."""
        none: tuple[set[int], set[int]] = (set(), set())
        return any(all(self.rest(gap, none)) for gap in self.repeat.gaps if gap is not apart)

    def counted(self) -> Iterator[Turn]:
        """Quantifiers, frequencies, bounds and modal words that do not follow."""
        none: tuple[set[int], set[int]] = (set(), set())
        for gap, mine, its in self.cues:
            if any(self.rest(gap, none)):
                continue
            for theirs in its:
                kinds = COUNTING if theirs.kind in COUNTING else (MODAL,)
                own = next((cue for cue in mine if cue.kind in kinds), None)
                if own and own.value in _MUCH | _LITTLE and self.tells_else(gap):
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
        if cue.kind in (*COUNTING, MODAL) and any(n in held for n in range(cue.first, cue.last + 1))
    ]


def _agree(claim: Reading, own: Cue, shown: Reading, theirs: Cue) -> bool:
    if own.kind == MODAL:
        mine, its = value_of(claim, own), value_of(shown, theirs)
        return not mine or not its or mine not in AGAINST.get(its, "").split()
    if own.value in _UNSAID or theirs.value in _UNSAID:
        return True
    return own.value in FOLLOWS.get(theirs.value, own.value).split()


def _objection(case: Case, repeat: Repeat, turn: Turn, bearing: float) -> Objection:
    """The objection, at the words of both sides or at those that follow their gap in both."""
    pairs = list(zip(sorted(repeat.equal), sorted(repeat.there), strict=True))
    mine, its = turn.mine, turn.its
    if mine < 0:
        mine = next((n for n, there in pairs if there > its), repeat.stretch[-1])
    if its < 0:
        its = next((there for n, there in pairs if n > mine), repeat.run[-1])
    return case.objection(
        case.words_of(mine, mine),
        turn.code,
        source=case.word_at(Place(repeat.shown, its)),
        bearing=bearing,
    )
