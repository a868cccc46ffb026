"""Numbered steps under a heading that names what they lead to."""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.topic import Topic, cleaned, is_facet, noun_phrase

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_HOW_TO = re.compile(r"^How to (?P<act>[a-z A-Z&/'’-]{4,70})$")
_STEPS = re.compile(r"(?i)\b(?:process|procedure|steps|instructions)\b")
_KEY = re.compile(r"^(?P<key>[^:.?]{3,60}):\s+")
_END = re.compile(r"(?<=[a-z)\d%”\"]{2})[.!](?=\s+[A-Z]|$)")
_ACT = re.compile(r"[A-Z][a-z]+ (?:\S+ ){2,}")


@passage_pattern("step", Kind.PROCEDURAL)
def stepped(passage: Passage) -> Iterator[Asked]:
    """From "Process for Opening an Account / 1. Choose a bank." → What is the first step …?"""
    for place in passage.places:
        block = place.block
        number = re.fullmatch(r"(\d)[.)]", block.marker)
        if block.kind is not BlockKind.ITEM or number is None or block.level:
            continue
        aim = _aim(place.topic)
        ordinal = int(number[1])
        span = _act(place)
        if aim is None or span is None or not 1 <= ordinal <= len(_ORDINALS):
            continue
        question = place.topic.complete(f"What is the {_ORDINALS[ordinal - 1]} step {aim}?")
        if question and _ACT.match(passage.text[slice(*span)] + " "):
            yield Asked(question, *span, 0.74)


def _act(place: Place) -> tuple[int, int] | None:
    """The span of the first full sentence of the step, its key left out."""
    text = place.line.text
    key = _KEY.match(text)
    start = key.end() if key else 0
    end = _END.search(text, start)
    return place.line.raw(start, end.end()) if end else None


def _aim(topic: Topic) -> str | None:
    """What the steps lead to: "to verify …" or "in the process for …"."""
    if len(topic.headings) < 2:
        return None
    nearest = cleaned(topic.headings[-1])
    how = _HOW_TO.match(nearest)
    if how:
        return f"to {_lowered(how['act'])}"
    if not _STEPS.search(nearest):
        return None
    if is_facet(nearest):
        section = topic.section
        return f"under “{section}”" if section else None
    phrase = noun_phrase(nearest)
    return f"in {phrase}" if phrase else None


def _lowered(act: str) -> str:
    return act[0].lower() + act[1:]
