"""Lists: what a plural heading or key enumerates.

A list is asked for as a whole and only where it is short enough to be an answer; its lines keep
their markers, because the answer is one span of the source.
"""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.attributes import COMMAND, attribute, in_sentence, items_of
from groundsmith.recipes.qa.extractive.fields import field, goes_on
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.topic import Topic, cleaned, noun_phrase

MIN_INLINE_ITEMS = 3
MIN_ITEMS, MAX_ITEMS = 2, 8
MAX_ITEM_CHARS = 90
_PLURAL = re.compile(
    r"(?:[A-Z][\w.'’&/-]* (?:(?:for|of|in|and|&|to) )?){0,6}[A-Z]?[\w.'’-]*[^sui']s"
)
_NO_LIST = re.compile(
    r"(?i)\b(?:sources?|references?|overview|summary|basics|series|news|notes?|tips|steps|process|details|status|faqs?|"
    r"questions|vs|works|analysis|success|always|yes|stories|insights|highlights|not|never|days|"
    r"weeks|months|years|hours|fees|costs|expenses|others|address|access|campus)\b"
)
_SAYS = re.compile(
    r"[₹$€£৳]|\b\d{4}\b|\b(?:is|are|was|were|can|will|must|should|may|has|have|do|does)\b"
)
_BULLETS = frozenset("-*•–")


@passage_pattern("listed", Kind.LIST)
def enumerated(passage: Passage) -> Iterator[Asked]:
    """From "Threats: lockdown, patrols, tracking": what is listed for “Threats”?"""
    for at, place in enumerate(passage.places):
        match = field(place.line)
        if match is None or goes_on(passage.places, at):
            continue
        key, value = match["key"].strip(), match["value"].rstrip(" .")
        items = items_of(value)
        if attribute(key, passage.names, passage.plain) or noun_phrase(key) is None or "," in key:
            continue
        if _NO_LIST.search(key):
            continue
        if len(items) < MIN_INLINE_ITEMS or _SAYS.search(value) or COMMAND.match(value):
            continue
        span = place.line.raw(match.start("value"), match.start("value") + len(value))
        question = place.topic.cite_under(f"What is listed for “{key}”?")
        if span and question and not COMMAND.match(key):
            yield Asked(question, *span, 0.68)


@passage_pattern("items", Kind.LIST)
def itemised(passage: Passage) -> Iterator[Asked]:
    """From a heading "Required Documents" over plain items: what are the required documents …?"""
    for run in _runs(passage.places):
        headings = run[0].topic.headings
        unfinished = run[-1] is passage.places[-1]
        if unfinished or len(headings) < 2 or not MIN_ITEMS <= len(run) <= MAX_ITEMS:
            continue
        head = cleaned(headings[-1])
        if not _is_plural(head) or not all(_is_plain(passage, place) for place in run):
            continue
        words = in_sentence(head, passage.names, passage.plain)
        question = Topic(headings[:-1]).cite_under(f"What are the {words}?")
        if question:
            yield Asked(question, run[0].block.start, run[-1].block.content_stop, 0.68)


def _is_plural(words: str) -> bool:
    return (
        3 < len(words) <= 60
        and _PLURAL.fullmatch(words) is not None
        and not _NO_LIST.search(words)
        and noun_phrase(words) is not None
        and not COMMAND.match(words)
    )


def _is_plain(passage: Passage, place: Place) -> bool:
    """Whether an item reads the same in the source and to a reader, and says one thing."""
    block = place.block
    content = passage.text[block.content_start : block.content_stop]
    return (
        content == place.line.text
        and 2 < len(content) <= MAX_ITEM_CHARS
        and not content.endswith((":", "?"))
        and (block.marker in _BULLETS or block.marker[:-1].isdigit())
    )


def _runs(places: tuple[Place, ...]) -> Iterator[list[Place]]:
    """Items that follow each other under one heading, with nothing deeper among them."""
    run: list[Place] = []
    for place in places:
        follows = (
            run
            and place.block.kind is BlockKind.ITEM
            and place.topic == run[0].topic
            and place.block.level == run[0].block.level
            and place.block.marker[-1] == run[0].block.marker[-1]
        )
        if follows:
            run.append(place)
            continue
        nested = (
            place.block.kind is BlockKind.ITEM and run and place.block.level > run[0].block.level
        )
        if run and not nested:
            yield run
        run = [place] if place.block.kind is BlockKind.ITEM and not nested else []
    if run:
        yield run
