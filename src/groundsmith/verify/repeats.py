"""Where a claim, or a clause of it, repeats a clause of its evidence but for a few words.

A claim may be a copy of a part of a long sentence, and its clauses copies of several. Each is laid
over the run of clauses that tells most of it and little else, and aligned word by word, so that
what differs can be judged by itself: no other word of the evidence has a say in it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from groundsmith.verify.pairing import Pairing
from groundsmith.verify.reading import Reading
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words.listing import listed

_MOST_WORDS = 60
_MOST_CLAUSES = 4
_LEAST_TOLD = 0.6
_BESIDES = 0.35
"""What a word of the run costs that the claim does not have, for each unit of its weight."""
_FEWEST_CONTENT = 2
_MOST_PLACES = 8
_MOST_RUNS = 3
_SKIPPED = listed("the a an this that these those yang itu ini tersebut sang si para tadi nya")


class Gap(NamedTuple):
    """Words of the claim, and of the run, between two that both have."""

    mine: tuple[int, ...]
    its: tuple[int, ...]


class Repeat(NamedTuple):
    """A stretch of the claim laid over a run of evidence number `shown`.

    The claim's `equal` words are alike to those `there`, one by one in order.
    """

    stretch: range
    shown: int
    run: range
    gaps: tuple[Gap, ...]
    equal: frozenset[int]
    there: frozenset[int]


def repeats(pairing: Pairing) -> Iterator[Iterator[Repeat]]:
    """For each stretch of the claim the runs that repeat most of it, the best first.

    A run is only aligned when it is asked for.
    """
    held = _held(pairing)
    for stretch in _stretches(pairing.claim):
        runs = _best_runs(pairing, stretch, held)
        yield (_laid(pairing, stretch, number, run) for _, number, run in runs)


def _held(pairing: Pairing) -> list[dict[int, set[int]]]:
    """For each evidence the claim's telling words that its clauses have."""
    found: list[dict[int, set[int]]] = []
    for shown in pairing.shown:
        by_clause: dict[int, set[int]] = {}
        for at in pairing.claim.content:
            for key in pairing.claim.meanings[at].keys:
                for there in shown.at.get(key, ())[:_MOST_PLACES]:
                    by_clause.setdefault(shown.clauses[there], set()).add(at)
        found.append(by_clause)
    return found


def _stretches(claim: Reading) -> Iterator[range]:
    """The whole claim, and each clause that tells something by itself."""
    whole = range(min(len(claim.words), _MOST_WORDS))
    yield whole
    bounds = [at for at in whole if at == 0 or claim.clauses[at] != claim.clauses[at - 1]]
    if len(bounds) < 2:
        return
    content = set(claim.content)
    for first, last in zip(bounds, [*bounds[1:], whole.stop], strict=True):
        if sum(at in content for at in range(first, last)) >= _FEWEST_CONTENT:
            yield range(first, last)


def _best_runs(
    pairing: Pairing, stretch: range, held: Sequence[dict[int, set[int]]]
) -> list[tuple[float, int, range]]:
    """The runs of clauses that tell most of a stretch and little else, none within another."""
    weights = pairing.claim.weights
    total = sum(weights[at] for at in pairing.claim.content if at in stretch)
    found: list[tuple[float, int, range]] = []
    for number, shown in enumerate(pairing.shown):
        mine = {n: here for n, ats in held[number].items() if (here := ats & {*stretch})}
        if sum(weights[at] for at in set().union(*mine.values())) < _LEAST_TOLD * total:
            continue
        for clauses in _runs(sorted(mine)):
            words = set().union(*(mine[n] for n in clauses))
            weight = sum(weights[at] for at in words)
            if weight < _LEAST_TOLD * total or len(words) < _FEWEST_CONTENT:
                continue
            run = shown.clause_words(clauses[0], clauses[-1])
            besides = shown.weight_within(run) - weight
            found.append((weight - _BESIDES * max(besides, 0.0), number, run))
    best: list[tuple[float, int, range]] = []
    for one in sorted(found, key=lambda one: (-one[0], one[1], one[2][0])):
        if not any(one[1] == other[1] and _overlap(one[2], other[2]) for other in best):
            best.append(one)
    return best[:_MOST_RUNS]


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _runs(clauses: Sequence[int]) -> Iterator[Sequence[int]]:
    """Runs of neighbouring clauses of one sentence."""
    for first in range(len(clauses)):
        for last in range(first, min(first + _MOST_CLAUSES, len(clauses))):
            if clauses[last] - clauses[first] != last - first:
                break
            yield clauses[first : last + 1]


def _laid(pairing: Pairing, stretch: range, number: int, run: range) -> Repeat:
    """The stretch aligned with the run (Levenshtein 1966)."""
    claim, shown = pairing.claim, pairing.shown[number]
    mine = [at for at in stretch if claim.words[at] not in _SKIPPED]
    its = [at for at in run if shown.words[at] not in _SKIPPED]
    names: dict[str, int] = {}
    theirs: list[int] = []
    for at in its:
        keys = _keys(shown, at)
        known = names.get(keys[0]) if keys else None
        label = len(names) if known is None else known
        for key in keys:
            names.setdefault(key, label)
        theirs.append(names[keys[0]] if keys else label)
    ours = [next((names[key] for key in _keys(claim, at) if key in names), -1 - at) for at in mine]
    gaps: list[Gap] = []
    equal: set[int] = set()
    there: set[int] = set()
    at_mine = at_its = 0
    for one in [*Levenshtein.opcodes(ours, theirs), None]:
        if one is not None and one.tag != "equal":
            continue
        to_mine, to_its = (one.src_start, one.dest_start) if one else (len(mine), len(its))
        if to_mine > at_mine or to_its > at_its:
            gaps.append(Gap(tuple(mine[at_mine:to_mine]), tuple(its[at_its:to_its])))
        if one is not None:
            equal.update(mine[one.src_start : one.src_end])
            there.update(its[one.dest_start : one.dest_end])
            at_mine, at_its = one.src_end, one.dest_end
    return Repeat(stretch, number, run, tuple(gaps), frozenset(equal), frozenset(there))


def _keys(text: Reading, at: int) -> tuple[str, ...]:
    """What a word may be aligned by; a small word by nothing but itself."""
    meant = text.meanings[at]
    small = text.analysis.tokens[at].kind in (TokenKind.STOP, TokenKind.NEGATION)
    return meant.roots if small else meant.keys
