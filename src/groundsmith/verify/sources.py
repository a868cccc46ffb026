"""Sources prepared once, so that a claim meets the few passages that may say it.

Small sources are shown whole. Large ones are cut into overlapping passages of whole sentences
under an inverted index of word keys; a claim is shown those that hold most of what it tells, and
those that hold what the first ones leave out. The decision to question: only keys are kept, and
passages are analysed again when they are shown, because a large source is mostly never shown.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from groundsmith.records import Claim, Evidence
from groundsmith.verify.tokens import TokenKind, analysed, distinct_keys, sentence_starts

_WHOLE_CHARS = 16_000
"""Sources of up to this length together are shown whole: nothing can be missed in them."""

_BLOCK_CHARS = 800
_MOST_BLOCK_CHARS = 1_600
_BEST = 4
_COMPLEMENTS = 3


class Sources:
    """Texts that claims are held against; `Evidence.input` counts them from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        small = sum(map(len, texts)) <= _WHOLE_CHARS
        cut = _whole if small else _passages
        self._passages = tuple(
            Evidence(input=at, start=start, stop=stop, text=text[start:stop])
            for at, text in enumerate(texts)
            for start, stop in cut(text)
        )
        self._holders = {} if small else _index(self._passages)
        self._small = small
        if small:
            for one in self._passages:
                analysed(one.text)  # now, not with the first claim

    def near(self, claim: Claim) -> tuple[Evidence, ...]:
        """The passages among which the claim's evidence stands, in the order of the texts.

        Every text where all are small; else at most seven passages, none where no word is shared.
        """
        if self._small:
            return self._passages
        wanted = self._wanted(claim)
        ranked = self._ranked(wanted)
        chosen = set(ranked[:_BEST])
        for best in ranked[:1]:
            self._take(best, wanted)
        for _ in range(_COMPLEMENTS):
            ranked = self._ranked(wanted)
            if not ranked:
                break
            chosen.add(ranked[0])
            self._take(ranked[0], wanted)
        return tuple(self._passages[at] for at in sorted(chosen))

    def _wanted(self, claim: Claim) -> dict[str, float]:
        """The claim's keys that some passage holds; small words only where there is no other."""
        tokens = [token for token in analysed(claim.text).tokens if token.key in self._holders]
        telling = [token for token in tokens if token.kind is not TokenKind.STOP]
        return {token.key: token.weight for token in telling or tokens}

    def _ranked(self, wanted: Mapping[str, float]) -> list[int]:
        """Numbers of passages by the weight of the wanted keys they hold, most first."""
        held: dict[int, float] = defaultdict(float)
        for key, weight in wanted.items():
            for at in self._holders[key]:
                held[at] += weight
        return sorted(held, key=lambda at: (-held[at], at))

    def _take(self, at: int, wanted: dict[str, float]) -> None:
        """Strike what a passage holds from what is wanted."""
        for token in analysed(self._passages[at].text).tokens:
            wanted.pop(token.key, None)


def _index(passages: Sequence[Evidence]) -> dict[str, list[int]]:
    """For each key the numbers of the passages that hold it."""
    holders: dict[str, list[int]] = {}
    for at, passage in enumerate(passages):
        for key in distinct_keys(passage.text):
            holders.setdefault(key, []).append(at)
    return holders


def _whole(text: str) -> Iterator[tuple[int, int]]:
    yield 0, len(text)


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of passages of two blocks, each block in two of them, so that no border divides."""
    starts = [*_block_starts(text), len(text)]
    for first in range(max(len(starts) - 2, 1)):
        yield starts[first], starts[min(first + 2, len(starts) - 1)]


def _block_starts(text: str) -> list[int]:
    """Where blocks begin: whole sentences, cut only where one is longer than a block may be."""
    found = [0]
    for start in [*sentence_starts(text)[1:], len(text)]:
        while start - found[-1] > _MOST_BLOCK_CHARS:
            found.append(_between_words(text, found[-1] + _BLOCK_CHARS))
        if start - found[-1] >= _BLOCK_CHARS and start < len(text):
            found.append(start)
    return found


def _between_words(text: str, at: int) -> int:
    """The nearest place after white space at or before `at`, or `at` itself in text without."""
    spaced = max(text.rfind(" ", at - _BLOCK_CHARS // 2, at), text.rfind("\n", at - 80, at))
    return spaced + 1 if spaced >= 0 else at
