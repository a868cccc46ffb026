"""The same query put worse: with slips of the fingers, other words, in another order.

What cannot be perturbed is None, never the query itself: an unchanged query would pass for a robust
ranker.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence

from groundsmith.index.graph.entity import Entity, Kind
from groundsmith.index.graph.gazetteer import Gazetteer

Perturb = Callable[[str, random.Random], str | None]
"""Another wording of a query, or None where there is none."""

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_CHARS = 4
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}


def typo(query: str, chance: random.Random) -> str | None:
    """One slip in each third word of four letters or more, at least in one.

    Two letters swapped, one left out, one doubled, or one hit beside; the first letter stays.
    """
    words = [match.span() for match in _WORD.finditer(query)]
    long = [span for span in words if span[1] - span[0] >= _LEAST_CHARS]
    if not long:
        return None
    chosen = chance.sample(long, max(1, len(long) // 3))
    for start, stop in sorted(chosen, reverse=True):
        query = query[:start] + _slipped(query[start:stop], chance) + query[stop:]
    return query


def reordered(query: str, chance: random.Random) -> str | None:
    """The same words in another order; None where there is but one."""
    words = query.split()
    if len(set(words)) < 2:
        return None
    while True:
        shuffled = chance.sample(words, len(words))
        if shuffled != words:
            return " ".join(shuffled)


def synonyms(others: Mapping[str, Sequence[str]]) -> Perturb:
    """Puts another name for each that has one.

    Args:
        others: Other words or names for one, all as they are written; a gazetteer has such.
    """
    named = {name.casefold(): list(given) for name, given in others.items() if given}
    gazetteer = Gazetteer((name, Entity(Kind.NAME, name)) for name in named)

    def replaced(query: str, chance: random.Random) -> str | None:
        put, at = [], 0
        for mention in gazetteer.find(query):
            put += [query[at : mention.span.start], chance.choice(named[mention.entity.name])]
            at = mention.span.stop
        written = "".join([*put, query[at:]])
        return written if written != query else None

    return replaced


def _slipped(word: str, chance: random.Random) -> str:
    ways = (_swapped, _left_out, _doubled, _hit_beside)
    return next(
        slipped
        for way in chance.sample(ways, len(ways))
        if (slipped := way(word, chance.randrange(1, len(word)))) != word
    )


def _swapped(word: str, at: int) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:]


def _hit_beside(word: str, at: int) -> str:
    beside = _BESIDE.get(word[at], word[at])
    return word[:at] + beside[:1] + word[at + 1 :]
