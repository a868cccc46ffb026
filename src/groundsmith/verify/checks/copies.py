"""What differs where a claim repeats a clause of its evidence but for a few words.

Each difference stands by itself: what follows in the evidence's next clause excuses nothing. The
decision to question: only the run that repeats most is looked at, and one that repeats nearly as
much and says the same is enough to say nothing.
"""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.figures import figures
from groundsmith.verify.checks.turns import Laid, Turn
from groundsmith.verify.pairing import Place
from groundsmith.verify.repeats import Repeat, repeats

_LEAST, _LESS = 0.75, 0.2


def check(case: Case) -> list[Objection]:
    """An objection to each repeat whose differences turn it around, or say how many otherwise."""
    found: dict[str, Objection] = {}
    for runs in repeats(case.pairing):
        laid = (Laid(case.pairing, repeat) for repeat in runs)
        if (first := next(laid, None)) is None:
            continue
        turns = [
            (first.bearing(turn), turn) for turn in (*first.turns(), *figures(case, first.repeat))
        ]
        turns = [(bearing, turn) for bearing, turn in turns if bearing >= _LEAST]
        others = list(laid) if turns else []
        for bearing, turn in turns:
            if any(one.told() >= bearing - _LESS and not _says(case, one) for one in others):
                continue
            if turn.code not in found or bearing > found[turn.code].bearing:
                found[turn.code] = _objection(case, first.repeat, turn, bearing)
    return list(found.values())


def _says(case: Case, laid: Laid) -> bool:
    """Whether anything of a repeat is told otherwise."""
    return laid.says_otherwise or any(True for _ in figures(case, laid.repeat))


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
