"""The passage of a document that shows best why it was found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from groundsmith.index.lexical.analyse import Analyser
from groundsmith.records import Span

SNIPPET_CHARS = 240
_READ_CHARS = 100_000
_LEAD_CHARS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A cut of a document's text.

    Attributes:
        span: Where it stands in the text.
        highlights: Where words of the query stand, in the text too.
    """

    span: Span
    highlights: tuple[Span, ...]


def snippet(
    text: str,
    terms: Iterable[str],
    analyser: Analyser,
    weight: Callable[[str], float] = lambda _: 1.0,
    width_chars: int = SNIPPET_CHARS,
) -> Snippet:
    """The cut of at most `width_chars` with the most weight of distinct terms, the first of equals.

    Only the first 100,000 characters are looked at.

    Args:
        terms: The query's, as the analyser gives them.
        weight: How telling a term is (`LexicalIndex.idf`).
    """
    asked = {term: weight(term) for term in terms}
    found = [
        (span, hit)
        for span, of_word in analyser.spans(text[:_READ_CHARS])
        if (hit := asked.keys() & set(of_word))
    ]
    first = _best(found, asked, width_chars - _LEAD_CHARS)
    span = _cut(text, first, width_chars)
    inside = tuple(s for s, _ in found if span.start <= s.start and s.stop <= span.stop)
    return Snippet(span=span, highlights=inside)


def _best(found: list[tuple[Span, set[str]]], weights: dict[str, float], width: int) -> int:
    """Where the window begins that holds the most weight; one pass with two ends."""
    held: dict[str, int] = {}
    sum_held = best = 0.0
    begin, where = 0, 0
    for span, hit in found:
        for term in hit:
            sum_held += 0.0 if held.get(term) else weights[term]
            held[term] = held.get(term, 0) + 1
        while begin < len(found) and span.stop - found[begin][0].start > width:
            for term in found[begin][1]:
                held[term] -= 1
                sum_held -= 0.0 if held[term] else weights[term]
            begin += 1
        if sum_held > best + 1e-9:
            best, where = sum_held, found[begin][0].start
    return where


def _cut(text: str, first: int, width: int) -> Span:
    """The window around `first`, beginning and ending between words where there are any."""
    start = max(0, min(first - _LEAD_CHARS, len(text) - width))
    stop = min(len(text), start + width)
    if start:
        space = text.find(" ", start, max(start, first))
        start = space + 1 if space >= 0 else start
    if stop < len(text):
        space = text.rfind(" ", max(start + width // 2, first), stop)
        stop = space if space > start else stop
    return Span(start=start, stop=stop)
