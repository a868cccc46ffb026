"""A claim laid beside its evidence, word by word: what all hard checks look at.

The claim is aligned with the one stretch of evidence that says most nearly the same. Where most
of the two is equal, a difference between equal words is a replacement: that is how one changed
number is seen even if the number it was changed to stands elsewhere in the source.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from groundsmith.records import Claim, Evidence
from groundsmith.verify.evidence import NOWHERE, densest
from groundsmith.verify.tokens import Analysis, Token, analysed

_CLOSE_SHARE = 0.6
_MOST_ALIGNED = 400
_WITHIN_ONE_SENTENCE = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What stands between two equal words: in the claim, and in the evidence at that place."""

    claim: tuple[Token, ...]
    evidence: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A claim, its evidence, and how the closest stretch of the evidence differs.

    Attributes:
        close: Whether the two repeat each other but for the gaps.
        gaps: Where the two differ, in order; empty where the claim repeats little of it.
        sentence: The keys of all words in its sentence.
        closest: The evidence that holds the stretch, and `number` which it is.
    """

    claim: Analysis
    evidence: tuple[Analysis, ...]
    close: bool
    gaps: tuple[Gap, ...]
    sentence: frozenset[str]
    closest: Analysis
    number: int


def compare(claim: Claim, evidence: Sequence[Evidence]) -> Comparison:
    """The claim beside its evidence; the last few are remembered, because each check asks."""
    return _compare(claim.text, tuple(shown.text for shown in evidence))


@lru_cache(maxsize=8)
def _compare(text: str, shown: tuple[str, ...]) -> Comparison:
    claim = analysed(text)
    evidence = tuple(analysed(passage) for passage in shown)
    number, first, last = _closest(claim, evidence) if _may_repeat(claim, evidence) else (0, 0, 0)
    closest = evidence[number] if evidence else claim
    stretch = closest.tokens[first:last]
    gaps, equal_count = _align(claim.tokens[:_MOST_ALIGNED], stretch[:_MOST_ALIGNED])
    repeated = equal_count >= _CLOSE_SHARE * max(len(claim.tokens), 1)
    close = repeated and equal_count >= _CLOSE_SHARE * len(stretch)
    return Comparison(
        claim=claim,
        evidence=evidence,
        close=close,
        gaps=gaps if repeated else (),
        sentence=_sentence(closest, first) if stretch else frozenset(),
        closest=closest,
        number=number,
    )


def _may_repeat(claim: Analysis, evidence: tuple[Analysis, ...]) -> bool:
    """Whether some evidence has enough of the claim's words for any of it to be close."""
    least = _CLOSE_SHARE * len(claim.tokens)
    return any(sum(key in shown.places for key in claim.keys) >= least for shown in evidence)


def _closest(claim: Analysis, evidence: tuple[Analysis, ...]) -> tuple[int, int, int]:
    """Tokens `[first, last)` that share most with the claim, as long at both ends as it goes on.

    They stand in one sentence; where nothing is shared, there are none.
    """
    wanted = dict.fromkeys((token.key for token in claim.tokens), 1.0)
    candidates = [
        (densest(shown, wanted, _WITHIN_ONE_SENTENCE), -at) for at, shown in enumerate(evidence)
    ]
    found, number = max(candidates, default=(NOWHERE, 0))
    if found.gain <= 0:
        return 0, 0, 0
    source = evidence[-number]
    keys = [token.key for token in claim.tokens]
    first, last = found.first, found.last
    for _ in range(keys.index(source.tokens[first].key)):
        first -= first > 0 and source.sentences[first - 1] == source.sentences[first]
    for _ in range(keys[::-1].index(source.tokens[last].key)):
        more = last + 1 < len(source.tokens)
        last += more and source.sentences[last] == source.sentences[last + 1]
    return -number, first, last + 1


def _sentence(source: Analysis, at: int) -> frozenset[str]:
    """Keys of the sentence that token number `at` stands in."""
    first = bisect_left(source.sentences, source.sentences[at])
    last = bisect_right(source.sentences, source.sentences[at])
    return frozenset(token.key for token in source.tokens[first:last])


def _align(claim: tuple[Token, ...], stretch: tuple[Token, ...]) -> tuple[tuple[Gap, ...], int]:
    """Gaps between equal tokens, and how many are equal (Levenshtein 1966)."""
    gaps: list[Gap] = []
    equal_count = 0
    at_claim = at_stretch = 0
    operations = Levenshtein.opcodes([t.key for t in claim], [t.key for t in stretch])
    for operation in operations:
        if operation.tag != "equal":
            continue
        if operation.src_start > at_claim or operation.dest_start > at_stretch:
            gaps.append(
                Gap(
                    claim=claim[at_claim : operation.src_start],
                    evidence=stretch[at_stretch : operation.dest_start],
                )
            )
        equal_count += operation.src_end - operation.src_start
        at_claim, at_stretch = operation.src_end, operation.dest_end
    if at_claim < len(claim) or at_stretch < len(stretch):
        gaps.append(Gap(claim=claim[at_claim:], evidence=stretch[at_stretch:]))
    return tuple(gaps), equal_count
