"""A chunk as the patterns see it: its blocks, each under its topic, and its sentences.

Besides headings, authors use short lines that end in a colon as headings of a few lines. A line
in capitals or with a pictogram is a box put into the text: it is read under its own words alone,
and so is whatever follows it up to the next heading, because where a box ends cannot be seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.corpus.blocks import Block, BlockKind, blocks, plain
from groundsmith.recipes.qa.extractive.line import Line, line
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.topic import Topic
from groundsmith.records import Chunk
from groundsmith.seams import SentenceSplitter

_LABEL = re.compile(r"^(?P<bold>\*\*|__)?(?P<text>[^\n*]{2,80}?):?(?P=bold)?:?$")
_BOX = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]")
_INSIDE_NAME = re.compile(r"(?<=[a-z,;)] )[A-Z][\w.&'’-]*")
_LOWER = re.compile(r"\b[a-z][a-z-]+\b")
MAX_SENTENCE_CHARS = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A block, the topic it stands under, and whether it opens a run under a label."""

    block: Block
    topic: Topic
    line: Line
    after_label: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk made ready to be asked about."""

    chunk: Chunk
    places: tuple[Place, ...]
    names: frozenset[str]
    plain: frozenset[str]

    @property
    def text(self) -> str:
        """The chunk's text, into which all answers point."""
        return self.chunk.text

    def sentences(self, splitter: SentenceSplitter) -> Iterator[Sentence]:
        """The sentences of paragraphs, items and quotes, each under its topic."""
        for place in self.places:
            if place.block.kind not in _PROSE:
                continue
            for span in splitter.split(place.line.text):
                text = span.of(place.line.text)
                if 25 <= len(text) <= MAX_SENTENCE_CHARS:
                    yield Sentence(
                        place.line, span.start, text, place.topic, self.names, self.plain
                    )


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def passage(chunk: Chunk) -> Passage:
    """The chunk, read."""
    text = chunk.text
    return Passage(
        chunk=chunk,
        places=tuple(_places(chunk)),
        names=frozenset(_INSIDE_NAME.findall(text)),
        plain=frozenset(_LOWER.findall(text)),
    )


def _places(chunk: Chunk) -> Iterator[Place]:
    path = _Path(chunk.headings)
    for block in blocks(chunk.text):
        content = chunk.text[block.content_start : block.content_stop]
        if block.kind is BlockKind.HEADING:
            path.heading(block.level, plain(content))
        elif block.kind is BlockKind.PARAGRAPH and (label := _label(content)):
            path.label(label, boxed=bool(_BOX.search(label)) or label.isupper())
        elif block.kind not in (BlockKind.CODE, BlockKind.RULE):
            yield Place(
                block,
                path.topic,
                line(chunk.text, block.content_start, block.content_stop),
                path.has_label,
            )
            continue
        if block.kind is BlockKind.RULE:
            path.rule()


def _label(content: str) -> str | None:
    match = _LABEL.match(content)
    if not match or not (match["bold"] or content.rstrip("*_").endswith(":")):
        return None
    return match["text"]


class _Path:
    """The headings and the label over the line that is being read."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        self._stack = [(level, text) for level, text in enumerate(headings, 1)]
        self._label = ""
        self._boxed = False

    def heading(self, level: int, text: str) -> None:
        """A heading of the chunk; its own path may already end with it."""
        known = next((at for at, (_, told) in enumerate(self._stack) if told == text), None)
        if known is not None:
            del self._stack[known:]
        else:
            self._stack = [(above, told) for above, told in self._stack if above < level]
        self._stack.append((level, text))
        self._label, self._boxed = "", False

    def label(self, text: str, *, boxed: bool) -> None:
        """A line that heads the lines after it; a box shuts the headings out."""
        self._label = plain(text)
        self._boxed = self._boxed or boxed

    def rule(self) -> None:
        """A line across the page ends what a label began."""
        self._label = ""

    @property
    def has_label(self) -> bool:
        return bool(self._label)

    @property
    def topic(self) -> Topic:
        told = () if self._boxed else tuple(text for _, text in self._stack)
        return Topic((*told, self._label) if self._label and told else told)
