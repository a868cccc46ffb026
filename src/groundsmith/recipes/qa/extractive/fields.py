"""Lines of the form "Key: value", asked about the thing that their headings name.

Only keys whose last word is an attribute of something are asked ("Processing Time", "Fee"); a key
that states rather than names ("Be Patient: …") gives no question.
"""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.attributes import Attribute, attribute
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern

_FIELD = re.compile(
    r"^(?P<key>[A-Za-z][^:?!.\n]{1,58}(?:\.[A-Za-z][^:?!\n]{0,30})?):\s+(?P<value>\S.*)$", re.DOTALL
)
_SENTENCE_END = re.compile(r"(?<=[a-z)\d%]{2})\.\s+(?=[A-Z])")
_TERM_VALUE = re.compile(
    r"(?:An?|The) (?:\w+[ -]){0,4}?\w+ (?:that|which|who|of|for|by|issued|used|in|to|responsible|confirming|certifying|between)\b"
)
_NO_TERM = re.compile(
    r"^(?:A|An|The) (?:scanned|copy|recent|minimum|maximum|few|variety|range|number|wide|dedicated|specific|standard|mix|combination|popular|good|great|separate|total|single|student|lot|list)\b"
)


def field(line: Line) -> re.Match[str] | None:
    """The key and value of a line, where it has them."""
    return _FIELD.match(line.text)


@passage_pattern("field", Kind.FACTUAL)
def looked_up(passage: Passage) -> Iterator[Asked]:
    """ "Visa Extension / Fee: ₹2,000" → What is the fee for the Visa Extension?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        if match is None or _has_children(passage.places, at):
            continue
        about = place.topic.about
        told = attribute(match["key"], passage.names, passage.plain)
        if about is None or told is None:
            continue
        span = _value(place.line, match, told)
        question = place.topic.complete(told.question(about))
        if span and question:
            yield Asked(question, *span, 0.8, told.kind)


def _has_children(places: tuple[Place, ...], at: int) -> bool:
    """Whether deeper items follow, so that the value goes on in them."""
    if at + 1 >= len(places):
        return False
    here, following = places[at].block, places[at + 1].block
    return following.kind is BlockKind.ITEM and (
        here.kind is not BlockKind.ITEM or following.level > here.level
    )


def _value(line: Line, match: re.Match[str], told: Attribute) -> tuple[int, int] | None:
    value = match["value"]
    end = _SENTENCE_END.search(value)
    stop = match.start("value") + (end.start() if end else len(value.rstrip()))
    while stop > match.start("value") and line.text[stop - 1] in ". ":
        stop -= 1
    answer = line.text[match.start("value") : stop]
    if len(answer) > 220 or "?" in answer or not told.fits(answer):
        return None
    return line.raw(match.start("value"), stop)


@passage_pattern("term", Kind.DEFINITION)
def glossed(passage: Passage) -> Iterator[Asked]:
    """ "Bonafide Certificate: A certificate issued by …" → What is a Bonafide Certificate?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        if match is None or _has_children(passage.places, at):
            continue
        term = re.sub(r"\s*\([^()]*\)$", "", match["key"])
        value = match["value"]
        if not _is_term(term) or not _TERM_VALUE.match(value) or _NO_TERM.match(value):
            continue
        end = _SENTENCE_END.search(value)
        stop = match.start("value") + (end.start() + 1 if end else len(value.rstrip()))
        span = place.line.raw(match.start("value"), stop)
        if span and len(value) < 300:
            yield Asked(f"What is {_with_article(term)}?", *span, 0.8)


def _is_term(term: str) -> bool:
    words = term.split()
    return (
        1 <= len(words) <= 5
        and (len(words) > 1 or term.isupper())
        and not words[-1].lower().endswith(("ing", "ed"))
        and all(word[:1].isupper() or word in ("of", "and", "for", "the") for word in words)
    )


def _with_article(term: str) -> str:
    if term.isupper() or term.endswith("s") or " " not in term:
        return term
    return f"{'an' if term[0] in 'AEIOU' else 'a'} {term}"
