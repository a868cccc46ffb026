"""Phrases of a text that say how much, how surely or whether, the longest at each place."""

from functools import cache
from typing import NamedTuple

from groundsmith.verify.words.cues import (
    FREQUENCY_CUES,
    MODAL_CUES,
    NO_NEGATION,
    QUANTIFIER_CUES,
)


class Cue(NamedTuple):
    """One phrase: its kind, its value in its kind, and its tokens `[first, last]`."""

    kind: str
    value: str
    first: int
    last: int


QUANTIFIER, FREQUENCY, MODAL, IDLE = "quantifier", "frequency", "modal", "idle"
COUNTING = (QUANTIFIER, FREQUENCY)
"""Kinds of cues; those that count say of how many, or how often.

An idle phrase only looks like one that denies.
"""


def cues_in(words: tuple[str, ...]) -> list[Cue]:
    """The cues among casefolded words, without overlap, in order."""
    table = _table()
    found: list[Cue] = []
    past = 0
    for at, word in enumerate(words):
        if at < past or word not in table:
            continue
        for rest, kind, value in table[word]:
            if words[at + 1 : at + 1 + len(rest)] == rest:
                past = at + 1 + len(rest)
                found.append(Cue(kind, value, at, past - 1))
                break
    return found


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Under the first word of each phrase, the rest of it with its meaning, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    listed = [(phrase, IDLE, "") for phrase in NO_NEGATION]
    for kind, lines in (
        (QUANTIFIER, QUANTIFIER_CUES),
        (FREQUENCY, FREQUENCY_CUES),
        (MODAL, MODAL_CUES),
    ):
        for line in lines.strip().replace("\n    ", " ").splitlines():
            value, _, phrases = line.partition(":")
            listed += [(phrase.strip(), kind, value) for phrase in phrases.split(",")]
    for phrase, kind, value in listed:
        first, *rest = phrase.replace("-", " ").split()
        found.setdefault(first, []).append((tuple(rest), kind, value))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
