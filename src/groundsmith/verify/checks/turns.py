"""What the gaps of a repeat say: whether it is turned to the contrary, or tells how many otherwise.

The decision to question: words are only held against each other at one place between two that
both have. What turns the repeat around twice leaves it as it is.
"""

from collections.abc import Iterator

from groundsmith.verify.checks.excuses import (
    excuses_denial,
    excuses_opposite,
    hedges,
    is_crossed,
    is_no_statement,
    is_of_one,
)
from groundsmith.verify.checks.laid import Laid, Taken, Turn, in_phrase, is_plain, is_sign
from groundsmith.verify.checks.modality import AGAINST, value_of
from groundsmith.verify.checks.quantifiers import FOLLOWS
from groundsmith.verify.cues import COUNTING, MODAL, Cue
from groundsmith.verify.lexicon import ANTONYM, CONVERSE, DIRECTION, PREFIX, kind_between
from groundsmith.verify.names import names, related
from groundsmith.verify.reading import Reading
from groundsmith.verify.repeats import Gap
from groundsmith.verify.tokens import Token
from groundsmith.verify.words.calendar import FILLERS, MONTHS
from groundsmith.verify.words.polarity import WITHIN, WITHOUT

_DATED = frozenset((*FILLERS, *MONTHS))
_CODES = {
    ANTONYM: "antonym-differs",
    CONVERSE: "antonym-differs",
    DIRECTION: "direction-differs",
    PREFIX: "negation-differs",
}
_NEAR = 3
_MOST_REPLACED, _SHORTEST = 3, 3
_FAR_APART = ("all", "most", "many", "few", "none", "notall")
"""Quantifiers that may say the same of opposed things: few survived, nearly all burnt."""
_UNSAID = ("any", "other")


def turns(laid: Laid) -> Iterator[Turn]:
    """What turns a repeat around; where nothing does, what says how many otherwise."""
    if is_no_statement(laid):
        return
    yield from _renamed(laid)
    crossed = is_crossed(laid)
    if crossed and not is_of_one(laid):
        return
    opposed = [turn for gap in laid.gaps for turn in _opposed(laid, gap)]
    if not opposed and not crossed:
        opposed = [turn for gap in laid.gaps for turn in _left_behind(laid, gap)][:1]
    taken = Taken(frozenset(turn.mine for turn in opposed), frozenset(turn.its for turn in opposed))
    counted = list(_counted(laid))
    denied = [turn for gap in laid.gaps for turn in _denied(laid, gap, taken)]
    if counted and not opposed and all(_in_cue(laid, turn) for turn in denied):
        yield from counted
    elif (len(opposed) + len(denied)) % 2:
        excused = denied and excuses_denial(laid)
        if not excused and not (opposed and excuses_opposite(laid, denied, taken)):
            yield (opposed or denied)[0]


def _opposed(laid: Laid, gap: Gap) -> Iterator[Turn]:
    """Opposed words at one gap; of two that leave out and take in, the first words of the gap."""
    claim, shown = laid.claim, laid.shown
    for at in gap.mine:
        if not claim.meanings[at].opposed or in_phrase(claim, at):
            continue
        for there in gap.its:
            kind = kind_between(claim.meanings[at], shown.meanings[there])
            itself = shown.words[there + 1 : there + 2] == ("itu",)
            if kind and not in_phrase(shown, there) and not itself:
                yield Turn(_CODES[kind], at, there)
                break
    mine, its = {claim.words[n] for n in gap.mine}, {shown.words[n] for n in gap.its}
    if any(
        not (WITHOUT.isdisjoint(one) or WITHIN.isdisjoint(other))
        for one, other in ((mine, its), (its, mine))
    ):
        yield Turn("negation-differs", gap.mine[0], gap.its[0])


def _left_behind(laid: Laid, gap: Gap) -> Iterator[Turn]:
    """A word before a gap whose opposite, in the gap, is what the rest is told of.

    "Praised the volunteers but criticised the railway" does not praise the railway.
    """
    claim, shown = laid.claim, laid.shown
    if not gap.its or any(not is_plain(claim, n) for n in gap.mine):
        return
    before = [mine for mine, its in laid.pairs() if its < gap.its[0]][-_NEAR:]
    behind = {shown.words[its] for _, its in laid.pairs() if its > gap.its[-1]}
    if not behind or not behind.isdisjoint(shown.words[n] for n in gap.its):
        return
    for at in before:
        for there in gap.its:
            kind = kind_between(claim.meanings[at], shown.meanings[there])
            if kind and not in_phrase(shown, there) and not in_phrase(claim, at):
                yield Turn(_CODES[kind], at, there)


def _denied(laid: Laid, gap: Gap, taken: Taken) -> Iterator[Turn]:
    """A negation of what follows the gap, or stands at its end, on either side."""
    mine, its = laid.rest(gap, taken)
    last = laid.gaps[-1] is gap
    ours, theirs = laid.signs(gap, taken)
    for at in ours:
        end = last and not mine and at in laid.claim.negators
        paired = not taken.mine.isdisjoint(gap.mine)
        if not any(n > at for n in mine) and (not its or end or paired):
            yield Turn("negation-differs", at, gap.its[0] if gap.its else -1)
    for at in theirs:
        end = last and not its and at in laid.shown.negators
        paired = not taken.its.isdisjoint(gap.its)
        if not any(n > at for n in its) and (not mine or end or paired):
            yield Turn("negation-differs", gap.mine[0] if gap.mine else -1, at)


def _in_cue(laid: Laid, turn: Turn) -> bool:
    """Whether what turns the repeat is part of a quantifier ("none of them")."""
    mine = turn.mine in laid.in_cues.mine and is_sign(laid.claim, turn.mine)
    return mine or (turn.its in laid.in_cues.its and is_sign(laid.shown, turn.its))


def _counted(laid: Laid) -> Iterator[Turn]:
    """Quantifiers, frequencies, bounds and modal words that do not follow."""
    for gap, mine, its in laid.cues:
        if any(laid.rest(gap)):
            continue
        for theirs in its:
            kinds = COUNTING if theirs.kind in COUNTING else (MODAL,)
            own = next((cue for cue in mine if cue.kind in kinds), None)
            if own is None or (own.kind == MODAL and hedges(laid, own)):
                continue
            if own.value in _FAR_APART and laid.tells_else(gap, either=True):
                continue
            if not _agree(laid, own, theirs):
                code = "modality-differs" if own.kind == MODAL else "quantifier-differs"
                yield Turn(code, own.first, theirs.first)


def _agree(laid: Laid, own: Cue, theirs: Cue) -> bool:
    """Whether the claim's cue follows from the evidence's."""
    if own.kind == MODAL:
        mine, its = value_of(laid.claim, own), value_of(laid.shown, theirs)
        return not mine or not its or mine not in AGAINST.get(its, "").split()
    if own.value in _UNSAID or theirs.value in _UNSAID:
        return True
    return own.value in FOLLOWS.get(theirs.value, own.value).split()


def _renamed(laid: Laid) -> Iterator[Turn]:
    """A name in another's place, that the evidence has elsewhere."""
    claim, shown = laid.claim, laid.shown
    ours, theirs = names(claim.analysis.text), names(shown.analysis.text)
    for gap in laid.gaps:
        mine, its = laid.rest(gap)
        if not (mine and its) or max(len(mine), len(its)) > _MOST_REPLACED:
            continue
        at = next((n for n in mine if _is_name(claim, n, ours)), None)
        other = next((n for n in its if _is_name(shown, n, theirs)), None)
        if at is None or other is None or not _is_elsewhere(laid, at):
            continue
        if any(key in claim.at for key in shown.meanings[other].keys):
            continue
        if not related(claim.analysis.tokens[at].key, shown.analysis.tokens[other].key):
            yield Turn("name-differs", at, other)


def _is_name(text: Reading, at: int, named: frozenset[Token]) -> bool:
    """Whether a word is a name that is more than an initial, and no part of a date."""
    word = text.words[at]
    short = len(word) < _SHORTEST or word.endswith("nya")
    return text.analysis.tokens[at] in named and not short and word not in _DATED


def _is_elsewhere(laid: Laid, at: int) -> bool:
    """Whether the evidence has a word of the claim outside the run, and not in it."""
    places = laid.pairing.matches(at)
    return bool(places) and not any(
        place.shown == laid.repeat.shown and place.at in laid.repeat.run for place in places
    )
