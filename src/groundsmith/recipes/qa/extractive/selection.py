"""Which of the candidates a passage is asked."""

from collections import Counter
from collections.abc import Iterable

from groundsmith.recipes.qa.extractive.pattern import Candidate

_REPEAT_COST = 0.12
"""Taken off a score for each pair of the same pattern that is already chosen, 0.06 for a kind."""


def select(candidates: Iterable[Candidate], text: str, limit: int) -> list[Candidate]:
    """At most `limit`, best first, no answer and no question twice, patterns and kinds mixed.

    A question that two candidates answer differently has no single right answer; it is dropped.
    """
    left = sorted(_unambiguous(candidates, text), key=lambda c: (-c.asked.score, c.asked.start))
    chosen: list[Candidate] = []
    patterns: Counter[str] = Counter()
    kinds: Counter[str] = Counter()

    def worth(candidate: Candidate) -> float:
        repeats = patterns[candidate.pattern] + 0.5 * kinds[candidate.kind]
        return candidate.asked.score - _REPEAT_COST * repeats

    while left and len(chosen) < limit:
        best = max(left, key=worth)
        chosen.append(best)
        patterns[best.pattern] += 1
        kinds[best.kind] += 1
        left = [c for c in left if c is not best and not _overlap(c, best)]
    return chosen


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.asked.start < other.asked.stop and other.asked.start < one.asked.stop


def _unambiguous(candidates: Iterable[Candidate], text: str) -> list[Candidate]:
    answers: dict[str, set[str]] = {}
    firsts: dict[str, Candidate] = {}
    for candidate in candidates:
        asked = candidate.asked
        question = asked.question.casefold()
        answers.setdefault(question, set()).add(text[asked.start : asked.stop].casefold())
        firsts.setdefault(question, candidate)
    return [firsts[question] for question, told in answers.items() if len(told) == 1]
