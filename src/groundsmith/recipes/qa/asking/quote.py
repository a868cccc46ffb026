"""Where a quote stands in its passage.

A model's quote is a claim like any other. What it says word for word is cited as it stands; what
it changed is not: then the stretch of the passage that has most of its words is cited, and whether
that bears the answer is for the checks to say. No span is ever made up.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from groundsmith.recipes.qa.checks.folding import folded
from groundsmith.records import Claim, Span
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.tokens import analysed, is_whole

_WORD = re.compile(r"\S+")


def cited(quote: str, answer: str, passage: str) -> Span:
    """The span of `passage` to cite for a quote, or for the answer where nothing is quoted.

    Exact, else with white space, quotes and dashes folded, else the window with most of the words
    of both; the whole passage where not one of them stands in it.
    """
    words = quote.strip() if analysed(quote).tokens else answer.strip()
    found = _exact(words, passage) or _folded(words, passage)
    return found or _window(f"{words}\n{answer}", passage) or _whole(passage)


def _exact(words: str, passage: str) -> Span | None:
    for at in _places(words, passage):
        if is_whole(passage, at, at + len(words)):
            return Span(start=at, stop=at + len(words))
    return None


def _folded(words: str, passage: str) -> Span | None:
    wanted = folded(words)
    plain, origins = _unfolding(passage)
    for at in _places(wanted, plain):
        start, stop = origins[at], origins[at + len(wanted) - 1] + 1
        if is_whole(passage, start, stop):
            return Span(start=start, stop=stop)
    return None


def _window(words: str, passage: str) -> Span | None:
    claim = Claim(text=words, start=0, stop=len(words))
    found = find_evidence(claim, [passage], max_windows=1)
    return Span(start=found[0].start, stop=found[0].stop) if found else None


def _whole(passage: str) -> Span:
    start = len(passage) - len(passage.lstrip())
    return Span(start=start, stop=max(start, len(passage.rstrip())))


def _places(wanted: str, text: str) -> Iterator[int]:
    """Where `wanted` begins in `text`, each time after the end of the time before."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


@lru_cache(maxsize=16)
def _unfolding(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` folded, and for each of its characters the place in `text` that it came from."""
    kept: list[str] = []
    origins: list[int] = []
    for word in _WORD.finditer(text):
        plain, places = _unfolded_word(word.group(), word.start())
        if plain and origins:
            kept.append(" ")
            origins.append(word.start() - 1)
        kept.append(plain)
        origins.extend(places)
    return "".join(kept), tuple(origins)


def _unfolded_word(word: str, start: int) -> tuple[str, Iterable[int]]:
    """A word folded; in ASCII each character stays one, in other writing it can become 0 or 3."""
    if word.isascii():
        return folded(word), range(start, start + len(word))
    folds = [(folded(character), place) for place, character in enumerate(word, start)]
    return "".join(plain for plain, _ in folds), [at for plain, at in folds for _ in plain]
