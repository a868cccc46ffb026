"""What a catalogue says of an item: one fact a line, each with the place where it stands.

A document of the catalogue is a list of `path: value` lines, whatever file it was read from. Values
stay text, digits included: what is printed is then what was written, and a quote can be found
again. A line that names no path goes on with the value above it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Union

from groundsmith.records import Chunk

AUTHOR = "author"
"""Under which an item sees what is known of its author."""

_LINE = re.compile(r"(\S[^:\n]{0,199}):(?: (.*))?")
_AUTHORS = "authors"

Node = Union[str, list[str], "Tree"]
Tree = dict[str, Node]
"""Facts by the parts of their paths; a path that stands on several lines is a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value under its path (`properties.density.value`), and where its line stands.

    Attributes:
        input: Number of the passage that holds it.
        start: Offset of its line in that passage.
        stop: Offset one past the end of its line, line break excluded.
    """

    path: str
    value: str
    input: int
    start: int
    stop: int


def facts_of_text(text: str, *, input_number: int = 0) -> Iterator[Fact]:
    """The facts of a document's text, in order; a text of other lines has none, or odd ones."""
    held: list[str] = []
    path, start, stop, at = "", 0, 0, 0
    for line in text.split("\n"):
        matched = _LINE.fullmatch(line)
        if matched:
            yield from _fact(path, held, input_number, start, stop)
            path, held, start = matched.group(1), [matched.group(2) or ""], at
        elif path and line.strip():
            held.append(line.strip())
        if line.strip():
            stop = at + len(line)
        at += len(line) + 1
    yield from _fact(path, held, input_number, start, stop)


def _fact(path: str, held: list[str], number: int, start: int, stop: int) -> Iterator[Fact]:
    value = " ".join(held).strip()
    if path and value:
        yield Fact(path=path, value=value, input=number, start=start, stop=stop)


def facts_of(passages: Iterable[Chunk]) -> tuple[Fact, ...]:
    """The facts of an item's passages; those of its author stand under `author`."""
    found: list[Fact] = []
    for number, chunk in enumerate(passages):
        of_author = is_of_authors(chunk.document)
        held = facts_of_text(chunk.text, input_number=number)
        found.extend(map(_under_author, held) if of_author else held)
    return tuple(found)


def is_of_authors(document: str) -> bool:
    """Whether a document is an entry of a file of authors (`authors.yaml#1`)."""
    return PurePosixPath(document.partition("#")[0]).stem.casefold() == _AUTHORS


def tree_of(facts: Iterable[Fact]) -> Tree:
    """The facts as a tree, for templates."""
    tree: Tree = {}
    for fact in facts:
        *outer, last = fact.path.split(".")
        place = tree
        for part in outer:
            inner = place.get(part)
            if not isinstance(inner, dict):
                inner = place[part] = {} if inner is None else {"value": inner}
            place = inner
        earlier = place.get(last)
        if earlier is None:
            place[last] = fact.value
        elif isinstance(earlier, list):
            earlier.append(fact.value)
        elif isinstance(earlier, str):
            place[last] = [earlier, fact.value]
    return tree


def _under_author(fact: Fact) -> Fact:
    return Fact(
        path=f"{AUTHOR}.{fact.path}",
        value=fact.value,
        input=fact.input,
        start=fact.start,
        stop=fact.stop,
    )
