"""How literally the answer stands in its source.

White space, quotes and dashes are folded only for writers that retell; one that copies must copy
exactly, and what it cites must be its answer.
"""

from collections import Counter, deque
from collections.abc import Sequence
from itertools import pairwise

from groundsmith.recipes.qa.checks.folding import folded
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.records import Finding, Span, StageScore, rounded
from groundsmith.verify.tokens import Token, TokenKind, analysed, fold, is_whole
from groundsmith.verify.words import HEDGES

STAGE = "extractive"
_WORDS_SHARE = 0.7
_BIGRAMS_SHARE = 0.3
_BORNE_MIN = 0.5
"""What is cited must have half of the answer's words: less, and something else was quoted."""
_WINDOW_RATIO = 2
"""A window is twice as long as the answer: room for what a retelling leaves out."""


def check(pair: CheckedPair) -> Checked:
    """1 is a span of the source, 0 has no word in common with any window of it.

    Between: 0.7 times the share of the answer's words that the best window has, and 0.3 times the
    share of its bigrams there; 0.5 is seven words in ten, no two of them in order.
    """
    if not pair.answer.strip():
        return _scored(0.0, "nothing-said", "the answer is empty", "write an answer")
    if pair.verbatim and not _cites_itself(pair):
        return _scored(0.0, "not-cited", "the cited text is not the answer", "cite the answer")
    if (borne := _borne_share(pair)) < _BORNE_MIN:
        return _scored(
            rounded(borne),
            "quote-does-not-bear-it",
            f"{borne:.0%} of the answer's words stand in what is cited for it",
            "quote the sentence that the answer rests on",
        )
    if any(_stands_in(pair, chunk.text) for chunk in pair.passages):
        return StageScore(score=1.0), []
    answer = analysed(pair.answer).tokens
    if not answer:
        return _scored(0.0, "not-in-source", "nothing of it is in the source", "use its words")
    best, missing = max(
        (_best_window(answer, analysed(chunk.text).tokens) for chunk in pair.passages),
        key=lambda found: found[0],
        default=(0.0, answer),
    )
    missing = [token for token in missing if _matters(token, pair.answer)]
    if not missing:
        return StageScore(score=rounded(best)), []
    first = missing[0]
    words = ", ".join(pair.answer[token.start : token.stop] for token in missing[:5])
    return _scored(
        rounded(best),
        "not-verbatim",
        f"{len(missing)} of {len(answer)} words are not in the closest passage: {words}",
        "keep to the source's words",
        Span(start=first.start, stop=first.stop),
    )


def _borne_share(pair: CheckedPair) -> float:
    """Share of the answer's words that the cited texts have; 1 where nothing is cited or said."""
    words = [t for t in analysed(pair.answer).tokens if _matters(t, pair.answer)]
    if not words or not pair.citations:
        return 1.0
    cited = frozenset().union(*(analysed(pair.cited(c)).places for c in pair.citations))
    return sum(token.key in cited for token in words) / len(words)


def _scored(
    score: float, code: str, message: str, advice: str, span: Span | None = None
) -> Checked:
    finding = Finding(stage=STAGE, code=code, message=message, advice=advice, span=span)
    return StageScore(score=score), [finding]


def _cites_itself(pair: CheckedPair) -> bool:
    return any(pair.cited(citation) == pair.answer for citation in pair.citations)


def _stands_in(pair: CheckedPair, text: str) -> bool:
    """Whether the answer is a span of `text`, cutting through no word."""
    if pair.verbatim:
        return _found(pair.answer, text)
    return _found(folded(pair.answer), folded(text))


def _found(wanted: str, text: str) -> bool:
    at = text.find(wanted)
    while at >= 0:
        if is_whole(text, at, at + len(wanted)):
            return True
        at = text.find(wanted, at + 1)
    return False


def _best_window(answer: Sequence[Token], source: Sequence[Token]) -> tuple[float, Sequence[Token]]:
    """The highest score of any window, and the answer's words that it lacks."""
    wanted = Counter(token.key for token in answer)
    window: deque[str] = deque(maxlen=max(1, _WINDOW_RATIO * len(answer)))
    left = wanted.copy()
    held = best = 0
    words: tuple[str, ...] = ()
    for token in source:
        if len(window) == window.maxlen and window[0] in wanted:
            left[window[0]] += 1
            held -= left[window[0]] > 0
        window.append(token.key)
        if token.key in wanted:
            held += left[token.key] > 0
            left[token.key] -= 1
        if held > best:
            best, words = held, tuple(window)
    bigrams = set(pairwise(token.key for token in answer))
    shared = len(bigrams.intersection(pairwise(words))) / len(bigrams) if bigrams else 1.0
    score = _WORDS_SHARE * best / len(answer) + _BIGRAMS_SHARE * shared * bool(best)
    known = frozenset(words)
    return score, [token for token in answer if token.key not in known]


def _matters(token: Token, answer: str) -> bool:
    """Whether a missing word is worth a finding; a hedge is the next stage's matter."""
    word = fold(answer[token.start : token.stop])
    return token.kind is not TokenKind.STOP and word not in HEDGES
