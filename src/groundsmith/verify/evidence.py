"""The windows of a source that a claim rests on, if it rests on anything.

A window is the stretch of text where the claim's words stand most densely, weighed by how much
each tells, and widened to whole sentences. The words it leaves uncovered look for a window of
their own, so a claim that joins two facts, or a fact and its heading, is shown both. Sentences
are found by a rule of this room, not by the splitter the run was configured with: a judgement
may depend on nothing but the claim and its source.
"""

from collections.abc import Sequence
from typing import NamedTuple

from groundsmith.records import Claim, Evidence
from groundsmith.verify.tokens import Analysis, analysed

_MISS = 1.0
_NEXT_SENTENCE = 2.0
_MOST_SENTENCES = 3


class Stretch(NamedTuple):
    """Tokens `[first, last]` of an analysis, and what those of the claim among them weigh."""

    gain: float
    first: int
    last: int


NOWHERE = Stretch(0.0, 0, 0)
"""The stretch of a text that shares nothing with a claim."""


def find_evidence(
    claim: Claim, passages: Sequence[str], max_windows: int = _MOST_SENTENCES
) -> list[Evidence]:
    """Windows of one to three sentences, the most telling first; none where no word is shared.

    Args:
        passages: Source texts; `Evidence.input` counts them from 0.
    """
    wanted = {token.key: token.weight for token in analysed(claim.text).tokens}
    found: list[Evidence] = []
    while wanted and len(found) < max_windows:
        best, number = max(
            ((densest(analysed(text), wanted), -at) for at, text in enumerate(passages)),
            default=(NOWHERE, 0),
        )
        if best.gain <= 0:
            break
        source = analysed(passages[-number])
        start, stop = _widened(source, best, wanted)
        found.append(Evidence(input=-number, start=start, stop=stop, text=source.text[start:stop]))
        for token in source.tokens:
            if start <= token.start and token.stop <= stop:
                wanted.pop(token.key, None)
    return found


def densest(
    source: Analysis, wanted: dict[str, float], next_sentence: float = _NEXT_SENTENCE
) -> Stretch:
    """The stretch where wanted keys outweigh the words between them by most (Kadane's sum).

    Args:
        next_sentence: What going on into another sentence costs.
    """
    best = NOWHERE
    gain, first, sentence = 0.0, 0, 0
    for at, token in enumerate(source.tokens):
        weight = wanted.get(token.key)
        if weight is None:
            gain -= _MISS
            continue
        here = source.sentence_at(token.start)
        gain -= next_sentence * (here - sentence)
        if gain <= 0:
            gain, first = 0.0, at
        gain += weight
        sentence = here
        if gain > best.gain:
            best = Stretch(gain, first, at)
    return best


def _widened(source: Analysis, stretch: Stretch, wanted: dict[str, float]) -> tuple[int, int]:
    """Bounds of the stretch's sentences; of the three with most weight where it spans more."""
    tokens = source.tokens
    first = source.sentence_at(tokens[stretch.first].start)
    last = source.sentence_at(tokens[stretch.last].stop - 1)
    if last - first >= _MOST_SENTENCES:
        held = [0.0] * (last - first + 1)
        for token in tokens[stretch.first : stretch.last + 1]:
            held[source.sentence_at(token.start) - first] += wanted.get(token.key, 0.0)
        runs = range(len(held) - _MOST_SENTENCES + 1)
        first += max(runs, key=lambda at: (sum(held[at : at + _MOST_SENTENCES]), -at))
        last = first + _MOST_SENTENCES - 1
    return source.sentence_bounds(first, last)
