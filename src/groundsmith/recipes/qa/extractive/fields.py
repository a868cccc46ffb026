"""Lines of the form "Key: value", asked about the thing that their headings name.

Only keys whose last word is an attribute of something are asked ("Processing Time", "Fee"); a key
that states rather than names ("Be Patient: …") gives no question. Where the heading is not a
thing that has the attribute, the question cites the heading as a heading, so that it stays true.
"""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.attributes import Attribute, attribute
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.things import Thing, can_have, thing
from groundsmith.recipes.qa.extractive.topic import Topic, is_facet, noun_phrase

_FIELD = re.compile(r"^(?P<key>[A-Za-z][^:?!\n]{1,60}):\s+(?P<value>\S.*)$", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[a-z)\d%]{2})\.\s+(?=[\"'“‘(]?[A-Z])")
_TERM_VALUE = re.compile(
    r"An? (?:[\w-]+ ){0,6}?\w+ (?:that|which|who|of|for|by|issued|used|in|to|responsible|"
    r"confirming|certifying|between|from|allowing|showing)\b"
)
_NO_TERM = re.compile(
    r"^An? (?:\w+ )?(?:scanned|copy|copies|recent|minimum|maximum|few|variety|range|number|wide|"
    r"dedicated|specific|mix|combination|popular|good|great|separate|total|single|student|lot|"
    r"list|key|small|large|major|must|great|strong|crucial|global|unique|premium)\b"
)
_NUMBERED = re.compile(r"\w+ (?:[A-Z]|\d+|[IVX]+)")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NEXT_KEY = re.compile(r"\n\s*[\w-]+:")
_ACTS = re.compile(r"\b(?:is|are|was|were|can|will|must|should|may|has|have)\b")
_MONEY = re.compile(r"~?(?:[₹$€£৳] ?|(?:USD|INR|BDT|EUR|GBP|IDR|Rp\.?|Rs\.?) ?)\d[^;:]{0,60}$")
_COSTLY = re.compile(
    r"(?i)\b(?:fees?|costs?|prices?|pricing|charges|expenses|plans?|budget|tariffs?|rates?|rent|options|services?|categories)\b"
)
MAX_VALUE_CHARS = 220


def field(line: Line) -> re.Match[str] | None:
    """The key and value of a line, where it has them."""
    return _FIELD.match(line.text)


@passage_pattern("field", Kind.FACTUAL)
def looked_up(passage: Passage) -> Iterator[Asked]:
    """From "Visa Extension Process / Fee: ₹2,000": what is the fee for … process?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        if match is None or goes_on(passage.places, at):
            continue
        told = attribute(match["key"], passage.names, passage.plain)
        if told is None:
            continue
        span = _value(place.line, match, told)
        if span and _NEXT_KEY.search(passage.text, *span):
            continue
        wording = _wording(told, place.topic)
        if span and wording:
            question, score = wording
            yield Asked(question, *span, score, told.kind)


def _wording(told: Attribute, topic: Topic) -> tuple[str, float] | None:
    """The question and how sure it is: of the thing itself, else of the heading as a heading."""
    section = topic.section
    about = noun_phrase(section) if section else None
    if about and can_have(thing(about), told.head):
        question = topic.complete(told.question(about))
        return (question, 0.8) if question else None
    if section is None:
        owned = topic.place and can_have(thing(topic.place), told.head)
        question = topic.complete(f"{told.ask()}?") if owned and len(topic.headings) > 1 else None
        return (question, 0.75) if question else None
    if about and thing(_ASIDE.sub("", section)) is Thing.ORGANISATION:
        return None
    question = topic.cite_under(f"{told.ask()}?")
    return (question, 0.66) if question else None


def goes_on(places: tuple[Place, ...], at: int) -> bool:
    """Whether deeper items follow a line, so that its value goes on in them."""
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
    if len(answer) > MAX_VALUE_CHARS or "?" in answer or not told.fits(answer):
        return None
    return line.raw(match.start("value"), stop)


@passage_pattern("amount", Kind.QUANTITATIVE)
def priced(passage: Passage) -> Iterator[Asked]:
    """From "Mess Plans / Full Board: ₹60,000": what is given for “Full Board”?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        section = place.topic.section
        if match is None or section is None or goes_on(passage.places, at):
            continue
        key, value = match["key"].strip(), match["value"].rstrip(" .")
        if not _MONEY.match(value) or not _COSTLY.search(section) or re.search(r"\d|[()]", key):
            continue
        span = place.line.raw(match.start("value"), match.start("value") + len(value))
        question = place.topic.cite_under(f"What amount is given for “{key}”?")
        if span and question and attribute(key, passage.names, passage.plain) is None:
            yield Asked(question, *span, 0.7)


@passage_pattern("term", Kind.DEFINITION)
def glossed(passage: Passage) -> Iterator[Asked]:
    """From "Bonafide Certificate: A certificate issued by …" → What is meant by …?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        if match is None or goes_on(passage.places, at):
            continue
        term = re.sub(r"\s*\([^()]*\)$", "", match["key"])
        value = match["value"]
        if not _is_term(term) or not _TERM_VALUE.match(value) or _NO_TERM.match(value):
            continue
        end = _SENTENCE_END.search(value)
        stop = match.start("value") + (end.start() + 1 if end else len(value.rstrip()))
        if _ACTS.search(
            value[: end.start() if end else None].split(" that ")[0].split(" which ")[0]
        ):
            continue
        span = place.line.raw(match.start("value"), stop)
        if span and len(value) < 300:
            yield Asked(f"What is meant by “{term}”?", *span, 0.8)


def _is_term(term: str) -> bool:
    words = term.split()
    return (
        1 <= len(words) <= 5
        and (len(words) > 1 or term.isupper())
        and not is_facet(term)
        and not _NUMBERED.fullmatch(term)
        and not words[-1].lower().endswith(("ing", "ed", "s"))
        and all(word[:1].isupper() or word in ("of", "and", "for", "the") for word in words)
    )
