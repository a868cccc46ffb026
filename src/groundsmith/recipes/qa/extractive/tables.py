"""Tables: one cell, named by its row and its column."""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind, cells
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.attributes import attribute
from groundsmith.recipes.qa.extractive.line import Line, line
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.topic import noun_phrase

MAX_ROWS = 40


@passage_pattern("cell", Kind.FACTUAL)
def cell(passage: Passage) -> Iterator[Asked]:
    """Row "Biotechnology", column "1st Year Fee" → What is the 1st year fee for Biotechnology?"""
    for head, rows in _tables(passage):
        titles = [title.text.strip() for title in _cells(passage, head)]
        for row in rows[:MAX_ROWS]:
            values = _cells(passage, row)
            if len(values) != len(titles) or len(titles) < 2:
                continue
            thing = noun_phrase(values[0].text.strip()) if values[0].text.strip() else None
            for title, value in zip(titles[1:], values[1:], strict=True):
                yield from _asked(passage, head, title, value, thing)


def _asked(
    passage: Passage, head: Place, title: str, value: Line, thing: str | None
) -> Iterator[Asked]:
    told = attribute(title, passage.names, passage.plain)
    text = value.text.strip()
    if thing is None or told is None or not text or not told.fits(text):
        return
    if re.match(r"(?i)total|sub-?total|average", thing):
        return
    question = head.topic.complete(told.question(thing))
    lead = len(value.text) - len(value.text.lstrip())
    span = value.raw(lead, lead + len(text))
    if question and span:
        yield Asked(question, *span, 0.78, told.kind)


def _tables(passage: Passage) -> Iterator[tuple[Place, list[Place]]]:
    """Each table's header row, and its body rows."""
    run: list[Place] = []
    for place in (*passage.places, None):
        if place is not None and place.block.kind is BlockKind.ROW:
            run.append(place)
            continue
        if len(run) > 2 and not cells(passage.text, run[1].block):
            yield run[0], run[2:]
        run = []


def _cells(passage: Passage, row: Place) -> list[Line]:
    return [line(passage.text, span.start, span.stop) for span in cells(passage.text, row.block)]
