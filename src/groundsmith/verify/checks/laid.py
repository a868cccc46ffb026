"""A repeat beside its two texts: what its gaps hold, and how much of it is a copy."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from groundsmith.verify.cues import COUNTING, MODAL, Cue
from groundsmith.verify.pairing import Pairing
from groundsmith.verify.reading import Reading
from groundsmith.verify.repeats import Gap, Repeat
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words.polarity import CONTRARY, PLAIN, WITHOUT

_SMALL = (TokenKind.STOP, TokenKind.NEGATION)
_TELLING = 0.3
"""What it counts that the run tells little else, beside how much of the stretch it tells."""


class Turn(NamedTuple):
    """Words at one gap that say otherwise: the claim's, and the evidence's; -1 for none."""

    code: str
    mine: int
    its: int


class Taken(NamedTuple):
    """Words of the claim, and of the evidence, that are accounted for."""

    mine: frozenset[int] = frozenset()
    its: frozenset[int] = frozenset()


NOTHING = Taken()


class Laid:
    """A repeat, and what its gaps hold."""

    def __init__(self, pairing: Pairing, repeat: Repeat) -> None:
        self.pairing = pairing
        self.repeat = repeat
        self.claim, self.shown = pairing.claim, pairing.shown[repeat.shown]
        self.gaps = repeat.gaps
        self.cues = [
            (gap, _cues(self.claim, gap.mine), _cues(self.shown, gap.its)) for gap in self.gaps
        ]
        self.in_cues = Taken(
            _spanned(cue for _, mine, _ in self.cues for cue in mine),
            _spanned(cue for _, _, its in self.cues for cue in its),
        )

    def told(self, apart: int = -1) -> float:
        """How much of the stretch the run has at its place."""
        words = [n for n in self.claim.content if n in self.repeat.stretch and n != apart]
        return _share(self.claim, words, self.repeat.equal)

    def bearing(self, turn: Turn) -> float:
        """How far the run repeats the stretch, and between its ends tells little else."""
        there = self.repeat.there
        first, last = min(there, default=0), max(there, default=0)
        words = [n for n in self.shown.content if first <= n <= last and n != turn.its]
        telling = _share(self.shown, words, there)
        return (1 - _TELLING) * self.told(turn.mine) + _TELLING * telling

    def rest(self, gap: Gap, taken: Taken = NOTHING) -> tuple[list[int], list[int]]:
        """What each side of a gap tells besides cues, denials and what is taken."""
        return (
            _left(self.claim, gap.mine, taken.mine | self.in_cues.mine),
            _left(self.shown, gap.its, taken.its | self.in_cues.its),
        )

    def signs(self, gap: Gap, taken: Taken = NOTHING) -> tuple[list[int], list[int]]:
        """What denies, on each side of a gap."""
        return (
            _signs(self.claim, [n for n in gap.mine if n not in taken.mine]),
            _signs(self.shown, [n for n in gap.its if n not in taken.its]),
        )

    def tells_else(self, apart: Gap | None = None, *, either: bool = False) -> bool:
        """Whether both sides of some other gap tell something, or either does."""
        wanted = any if either else all
        return any(wanted(self.rest(gap)) for gap in self.gaps if gap is not apart)

    def pairs(self) -> list[tuple[int, int]]:
        """The equal words of the claim, each with the evidence's."""
        return list(zip(sorted(self.repeat.equal), sorted(self.repeat.there), strict=True))


def is_sign(text: Reading, at: int) -> bool:
    """Whether a word denies what it governs; what leaves something out is none."""
    word = text.words[at]
    return word not in WITHOUT and (at in text.negators or word in CONTRARY)


def is_plain(text: Reading, at: int) -> bool:
    """Whether a word tells nothing by itself."""
    return text.analysis.tokens[at].kind in _SMALL or text.words[at] in PLAIN


def in_phrase(text: Reading, at: int) -> bool:
    """Whether a word is part of a quantifier of several words; "lebih banyak" is none."""
    return at in text.in_phrase and not any(
        cue.first <= at <= cue.last and cue.value == "other" for cue in text.cues
    )


def _left(text: Reading, words: Sequence[int], taken: frozenset[int]) -> list[int]:
    return [n for n in words if n not in taken and not is_plain(text, n) and not is_sign(text, n)]


def _signs(text: Reading, words: Sequence[int]) -> list[int]:
    """The words that deny; "neither … nor" denies once."""
    signs = [at for at in words if is_sign(text, at)]
    return signs[:1] if signs and text.words[signs[0]] == "neither" else signs


def _share(text: Reading, words: Sequence[int], held: frozenset[int]) -> float:
    """How much of some words is held, by weight; nothing where there are none."""
    total = sum(text.weights[n] for n in words)
    return sum(text.weights[n] for n in words if n in held) / total if total else 0.0


def _cues(text: Reading, words: Sequence[int]) -> list[Cue]:
    """The cues that some of the words belong to."""
    held = set(words)
    return [
        cue
        for cue in text.cues
        if cue.kind in (*COUNTING, MODAL)
        and any(n in held for n in range(cue.first, cue.last + 1))
        and not _is_month(text, cue)
    ]


def _spanned(cues: Iterable[Cue]) -> frozenset[int]:
    return frozenset(n for cue in cues for n in range(cue.first, cue.last + 1))


def _is_month(text: Reading, cue: Cue) -> bool:
    """Whether "May" is a month, as it is where it is no sentence's first word."""
    written = text.analysis.text[text.analysis.tokens[cue.first].start :][:3]
    return written == "May" and cue.first > 0
