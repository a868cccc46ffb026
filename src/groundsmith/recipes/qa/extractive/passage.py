"""A chunk as the patterns see it: its blocks, each under its topic, and its sentences.

Besides headings, authors use short lines that end in a colon as headings of a few lines. A line
in capitals or with a pictogram is a box put into the text: it is read under its own words alone,
and so is whatever follows it up to the next heading, because where a box ends cannot be seen.
For the same reason the lines of a chunk that begins in the middle of a section stand under
nothing until a label or heading of its own is seen.
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
_INSIDE_NAME = re.compile(r"\b[a-z][a-z'’-]* ([A-Z][\w.&'’-]*)")
_RUNNING = re.compile(r"[a-z)\d]\.(?:\s|$)")
_WHERE = re.compile(r"\b(?:in|at|from|with) ([A-Z]\w+)")
_LOWER = re.compile(r"\b[a-z][a-z-]+\b")
MAX_BARE_LABEL_WORDS = 6
MAX_HEAD_ITEM_CHARS = 70
_KEY = re.compile(r"[A-Z][^:.?!\n]{1,60}(?:\([^()]{1,40}\))?: (?=[A-Z])")
MAX_SENTENCE_CHARS = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A block, the topic it stands under, and its plain text."""

    block: Block
    topic: Topic
    line: Line


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
            topic = place.topic if place.topic.headings else Topic(self.chunk.headings[:1])
            before: Sentence | None = None
            for span in splitter.split(place.line.text):
                start = span.start
                if start == 0 and (key := _KEY.match(place.line.text)):
                    start = key.end()
                text = place.line.text[start : span.stop]
                if (25 <= len(text) <= MAX_SENTENCE_CHARS and text[-1] in ".!%)") or text[
                    -1:
                ].isalnum():
                    before = Sentence(
                        place.line, start, text, topic, self.names, self.plain, before
                    )
                    yield before
                else:
                    before = None


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def passage(chunk: Chunk) -> Passage:
    """The chunk, read."""
    places = tuple(_places(chunk))
    heads = {head for place in places for head in place.topic.headings}
    running = "\n".join(place.line.text for place in places if _RUNNING.search(place.line.text))
    return Passage(
        chunk=chunk,
        places=places,
        names=frozenset(re.sub(r"['’]s?$|\.$", "", name) for name in _INSIDE_NAME.findall(running))
        | frozenset(_WHERE.findall("\n".join(heads))),
        plain=frozenset(_LOWER.findall(chunk.text)),
    )


def _places(chunk: Chunk) -> Iterator[Place]:
    found = blocks(chunk.text)
    opens = chunk.start == 0 or (found and found[0].kind is BlockKind.HEADING)
    path = _Path(chunk.headings, seen=bool(opens))
    for block in found:
        content = chunk.text[block.content_start : block.content_stop]
        if block.kind is BlockKind.HEADING:
            path.heading(block.level, plain(content))
        elif block.kind is BlockKind.PARAGRAPH and (label := _label(content)) is not None:
            path.label(label, boxed=bool(_BOX.search(label)) or label.isupper())
        elif block.kind is BlockKind.RULE:
            path.rule()
        elif block.kind is not BlockKind.CODE:
            said = line(chunk.text, block.content_start, block.content_stop)
            yield Place(block, path.topic(block), said)
            if block.kind is BlockKind.ITEM:
                path.item(block.level, said.text)


def _label(content: str) -> str | None:
    match = _LABEL.match(content)
    if not match or not (match["bold"] or content.endswith(":")):
        return None
    heads = match["bold"] or len(match["text"].split()) <= MAX_BARE_LABEL_WORDS
    return match["text"] if heads else ""


class _Path:
    """The headings and the label over the line that is being read."""

    def __init__(self, headings: tuple[str, ...], *, seen: bool) -> None:
        self._seen = seen
        self._stack = [(level, text) for level, text in enumerate(headings, 1)]
        self._label = ""
        self._boxed = False
        self._items: list[tuple[int, str]] = []

    def heading(self, level: int, text: str) -> None:
        """A heading of the chunk; its own path may already end with it."""
        known = next((at for at, (_, told) in enumerate(self._stack) if told == text), None)
        if known is not None:
            del self._stack[known:]
        else:
            self._stack = [(above, told) for above, told in self._stack if above < level]
        self._stack.append((level, text))
        self._label, self._boxed, self._seen = "", False, True
        self._items = []

    def label(self, text: str, *, boxed: bool) -> None:
        """A line that heads the lines after it; a box shuts the headings out."""
        self._label = plain(text)
        self._boxed = self._boxed or boxed
        self._seen = True
        self._items = []

    def rule(self) -> None:
        """A line across the page ends what a label began."""
        self._label = ""
        self._items = []

    def item(self, level: int, text: str) -> None:
        """A list item, which heads the deeper items that follow it."""
        self._items = [(above, told) for above, told in self._items if above < level]
        key = _KEY.match(text)
        head = key.group().rstrip(": ") if key else text
        self._items.append((level, head if len(head) <= MAX_HEAD_ITEM_CHARS else ""))

    def topic(self, block: Block) -> Topic:
        """The topic of a block; of none where a line above it is too long to head it."""
        told = [] if self._boxed or not self._seen else [text for _, text in self._stack]
        if told and self._label:
            told.append(self._label)
        if block.kind is BlockKind.ITEM:
            heads = [text for above, text in self._items if above < block.level]
            told = [*told, *heads] if all(heads) else []
        return Topic(tuple(told))
