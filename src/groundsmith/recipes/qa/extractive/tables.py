"""Tables: one cell, named by its row and its column.

The row's own words are quoted where they are more than a plain name, because a row header is a
label and seldom reads as part of a sentence.
"""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind, cells
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.attributes import Attribute, attribute
from groundsmith.recipes.qa.extractive.line import Line, line
from groundsmith.recipes.qa.extractive.passage import Passage, Place
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.things import Thing, thing
from groundsmith.recipes.qa.extractive.topic import Topic

MAX_ROWS = 40
_PLAIN = re.compile(r"[A-Za-z][\w.&'’-]*(?: [\w.&'’-]+){0,6}")
_SUM = re.compile(r"(?i)\W*(?:total|sub-?total|average|sum|overall|other|note)\b")
_CLASS = re.compile(r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}")


@passage_pattern("cell", Kind.FACTUAL)
def cell(passage: Passage) -> Iterator[Asked]:
    """Row "Biotechnology", column "1st Year Fee" → What is the 1st year fee for Biotechnology?"""
    for head, rows in _tables(passage):
        titles = [title.text.strip() for title in _cells(passage, head)]
        for row in rows[:MAX_ROWS]:
            values = _cells(passage, row)
            if len(values) != len(titles) or len(titles) < 2:
                continue
            name = values[0].text.strip()
            if not name or _SUM.match(name) or len(name) > 80 or name.isdigit():
                continue
            for title, value in zip(titles[1:], values[1:], strict=True):
                yield from _asked(passage, head.topic, (titles[0], name, title), value)


def _asked(
    passage: Passage, topic: Topic, names: tuple[str, str, str], value: Line
) -> Iterator[Asked]:
    kind_of_row, row, column = names
    by_column = attribute(column, passage.names, passage.plain)
    by_row = attribute(row, passage.names, passage.plain)
    span = value.raw(0, len(value.text))
    if span is None:
        return
    if by_column and by_column.fits(value.text):
        question = _complete(by_column.question(_row(kind_of_row, row)), topic, row)
        if question:
            yield Asked(question, *span, 0.8, by_column.kind)
    elif by_row and by_row.fits(value.text) and thing(column) is Thing.ORGANISATION:
        question = _of_owner(by_row, column, topic)
        if question:
            yield Asked(question, *span, 0.76, by_row.kind)


def _row(kind_of_row: str, row: str) -> str:
    if _CLASS.fullmatch(kind_of_row) and thing(row) is not Thing.ORGANISATION:
        return f"the {' '.join(_low(word) for word in kind_of_row.split())} “{row}”"
    return row if _PLAIN.fullmatch(row) else f"“{row}”"


def _low(word: str) -> str:
    return word.lower() if word.istitle() and word.isalpha() else word


def _complete(question: str, topic: Topic, row: str) -> str | None:
    """With the place, or the section and title, under which the table stands."""
    if topic.place and thing(row) is not Thing.ORGANISATION:
        return topic.complete(question)
    return topic.cite_under(question)


def _of_owner(told: Attribute, owner: str, topic: Topic) -> str | None:
    return topic.cite_under(f"{told.ask()} at {owner}?")


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
