"""What differs where a claim repeats a clause of its evidence but for a few words.

Each difference stands by itself: what follows in the evidence's next clause excuses nothing. The
decision to question: only the run that repeats most is looked at, and one that repeats nearly as
much and says the same is enough to say nothing.
"""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.laid import Laid, Turn
from groundsmith.verify.checks.turns import turns
from groundsmith.verify.checks.units import units
from groundsmith.verify.pairing import Place
from groundsmith.verify.repeats import repeats

_LEAST, _LESS = 0.8, 0.2


def check(case: Case) -> list[Objection]:
    """An objection to each repeat whose differences turn it around, or say how many otherwise."""
    found: dict[str, Objection] = {}
    for runs in repeats(case.pairing):
        laid = (Laid(case.pairing, repeat) for repeat in runs)
        if (first := next(laid, None)) is None:
            continue
        said = [turn for turn in _turns(case, first) if first.bearing(turn) >= _LEAST]
        others = list(laid) if said else []
        for turn in said:
            bearing = first.bearing(turn)
            if any(one.told() >= bearing - _LESS and not _turns(case, one) for one in others):
                continue
            if turn.code not in found or bearing > found[turn.code].bearing:
                found[turn.code] = _objection(case, first, turn, bearing)
    return list(found.values())


def _turns(case: Case, laid: Laid) -> list[Turn]:
    """All that a repeat tells otherwise."""
    return [*turns(laid), *units(case, laid.repeat)]


def _objection(case: Case, laid: Laid, turn: Turn, bearing: float) -> Objection:
    """The objection, at the words of both sides or at those that follow their gap in both."""
    mine, its = turn.mine, turn.its
    if mine < 0:
        mine = next((n for n, there in laid.pairs() if there > its), laid.repeat.stretch[-1])
    if its < 0:
        its = next((there for n, there in laid.pairs() if n > mine), laid.repeat.run[-1])
    return case.objection(
        case.words_of(mine, mine),
        turn.code,
        source=case.word_at(Place(laid.repeat.shown, its)),
        bearing=bearing,
    )
