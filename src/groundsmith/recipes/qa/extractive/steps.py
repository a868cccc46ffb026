"""Numbered steps under a heading that names what they lead to."""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.passage import Passage
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.topic import cleaned, noun_phrase

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_HOW_TO = re.compile(r"^How to (?P<act>[a-z A-Z&/'’-]{4,70})$")
_STEPS = re.compile(r"(?i)\b(?:process|procedure|steps|instructions)\b")
_KEY = re.compile(r"^(?P<key>[^:.?]{3,60}):\s+")
_END = re.compile(r"(?<=[a-z)\d%”\"]{2})[.!](?=\s+[A-Z]|$)")


@passage_pattern("step", Kind.PROCEDURAL)
def stepped(passage: Passage) -> Iterator[Asked]:
    """ "Process for Opening an Account / 1. Choose a bank." → What is the first step …?"""
    for place in passage.places:
        block = place.block
        number = re.fullmatch(r"(\d)[.)]", block.marker)
        if block.kind is not BlockKind.ITEM or number is None or block.level:
            continue
        aim = _aim(place.topic.headings)
        ordinal = int(number[1])
        if aim is None or not 1 <= ordinal <= len(_ORDINALS):
            continue
        key = _KEY.match(place.line.text)
        start = key.end() if key else 0
        end = _END.search(place.line.text, start)
        span = place.line.raw(start, end.end() if end else len(place.line.text))
        question = place.topic.complete(f"What is the {_ORDINALS[ordinal - 1]} step {aim}?")
        if span and question and passage.text[span[0]].isupper():
            yield Asked(question, *span, 0.72)


def _aim(headings: tuple[str, ...]) -> str | None:
    """What the steps lead to: "to verify …" or "in the process for …"."""
    if not headings:
        return None
    nearest = cleaned(headings[-1])
    how = _HOW_TO.match(nearest)
    if how:
        return f"to {how['act'][0].lower()}{how['act'][1:]}"
    phrase = noun_phrase(nearest)
    if phrase is None or not _STEPS.search(nearest) or len(nearest.split()) < 2:
        return None
    return f"in {phrase}"
