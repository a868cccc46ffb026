"""The windows of a source that a claim rests on, if it rests on anything.

A window is the stretch of text where the claim's words stand most densely, weighed by how much
each tells, and widened to whole sentences. The telling words it leaves uncovered look for a
window of their own, so a claim that joins two facts, or a fact and its heading, is shown both.
Sentences are found by a rule of this room, not by the splitter the run was configured with: a
judgement may depend on nothing but the claim and its source.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from groundsmith.records import Claim, Evidence
from groundsmith.verify.tokens import Analysis, TokenKind, analysed, is_whole, note_part

_MISS = 1.0
_NEXT_SENTENCE = 2.0
_MOST_SENTENCES = 3
_MOST_CHARS = 2_000
_MOST_PLACES = 100
"""Where a claim was found this often within longer words, it is looked for as a copy no more."""


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
    tokens = analysed(claim.text).tokens
    wanted = {token.key: token.weight for token in tokens}
    small = {token.key for token in tokens if token.kind is TokenKind.STOP}
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
        text = note_part(source, start, stop)
        found.append(Evidence(input=-number, start=start, stop=stop, text=text))
        for token in source.tokens:
            if start <= token.start and token.stop <= stop:
                wanted.pop(token.key, None)
        wanted = {key: weight for key, weight in wanted.items() if key not in small}
    return found


def windows_in(
    claim: Claim, shown: Sequence[Evidence], max_windows: int = _MOST_SENTENCES
) -> tuple[Evidence, ...]:
    """The claim's windows in what is shown, as evidence of the same inputs."""
    found = find_evidence(claim, [one.text for one in shown], max_windows)
    return tuple(_within(shown[window.input], window.start, window.stop) for window in found)


def verbatim(claim: Claim, shown: Sequence[Evidence]) -> Evidence | None:
    """The first place that has the claim letter for letter, as whole words."""
    wanted = claim.text.strip()
    for one in shown:
        at = -1
        for _ in range(_MOST_PLACES):
            at = one.text.find(wanted, at + 1)
            if at < 0:
                break
            if is_whole(one.text, at, at + len(wanted)):
                return _within(one, at, at + len(wanted))
    return None


def _within(shown: Evidence, start: int, stop: int) -> Evidence:
    """The part `[start, stop)` of an evidence's text, as evidence of the same input."""
    return Evidence(
        input=shown.input,
        start=shown.start + start,
        stop=shown.start + stop,
        text=shown.text[start:stop],
    )


def densest(
    source: Analysis, wanted: dict[str, float], next_sentence: float = _NEXT_SENTENCE
) -> Stretch:
    """The stretch where wanted keys outweigh the words between them by most (Kadane's sum).

    Args:
        next_sentence: What going on into another sentence costs.
    """
    best = NOWHERE
    gain, first, last, sentence = 0.0, 0, -1, 0
    for at in sorted(at for key in wanted for at in source.places.get(key, ())):
        here = source.sentences[at]
        gain -= _MISS * (at - last - 1) + next_sentence * (here - sentence)
        if gain < 0:
            gain, first = 0.0, at
        gain += wanted[source.tokens[at].key]
        last, sentence = at, here
        if gain > best.gain:
            best = Stretch(gain, first, at)
    return best


def _widened(source: Analysis, stretch: Stretch, wanted: dict[str, float]) -> tuple[int, int]:
    """Bounds of the stretch's sentences; of the three with most weight where it spans more.

    Where there are no sentences to speak of, the stretch itself, its end cut off.
    """
    first, last = source.sentences[stretch.first], source.sentences[stretch.last]
    if last - first >= _MOST_SENTENCES:
        held = [0.0] * (last - first + 1)
        for at in range(stretch.first, stretch.last + 1):
            held[source.sentences[at] - first] += wanted.get(source.tokens[at].key, 0.0)
        runs = range(len(held) - _MOST_SENTENCES + 1)
        first += max(runs, key=lambda at: (sum(held[at : at + _MOST_SENTENCES]), -at))
        last = first + _MOST_SENTENCES - 1
    start, stop = source.sentence_bounds(first, last)
    if stop - start <= _MOST_CHARS:
        return start, stop
    start = source.tokens[stretch.first].start
    kept = bisect_right(source.tokens, start + _MOST_CHARS, key=lambda token: token.stop)
    return start, source.tokens[max(min(kept - 1, stretch.last), stretch.first)].stop
