"""The block structure of normalised text: headings, paragraphs, list items, table rows, code.

Real files mix styles, so one reading serves them all: Markdown is recognised in any text, with
the bullets that word processors write and with Setext and reStructuredText headings. The decision
to question: a numbered line of up to three digits starts an item even inside a paragraph
(CommonMark wants a `1` there), because sloppy lists are common and wrapped lines that happen to
start with such a number are not.
"""

import re
from collections.abc import Iterator

from groundsmith.corpus.markup import plain
from groundsmith.corpus.outline import Block, BlockKind, outline
from groundsmith.records import Span

__all__ = ["Block", "BlockKind", "blocks", "cells", "plain"]

BULLETS = "-*+•‣⁃◦▪▫●○■□◆◇►▸➢➤✓✔✅☑"
"""Characters that open a list item where white space follows."""

_ITEM = (
    rf"(?:[{BULLETS}]\ufe0f?|\d{{1,3}}[.)]|\((?:\d{{1,3}}|[A-Za-z]|[ivx]{{2,5}})\)|[A-Za-z]\)"
    r"|[ivx]{2,5}\))(?=[ \t]+\S)"
)
_RULE = "|".join(rf"[{char}](?:[ \t]*+[{char}]){{2,}}+" for char in "-*_=~─—")
_RULE = rf"(?:{_RULE})[ \t]*+(?=\n|\Z)"
_GRID = r"\+[-=+]{2,}+[ \t]*+(?=\n|\Z)"
_DELIMITER = r"[ \t]*+\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*+\|?[ \t]*+(?=\n|\Z)"
_MORE = rf"(?:\n(?![ \t]*+(?:\n|\Z|[|>—–]|{_GRID}|{_ITEM}|{_RULE}))[^\n]++)*+"
_BLOCK = re.compile(
    rf"""(?:[ \t]*+\n)*+ (?P<indent>[ \t]*+) (?:
      (?P<rule>{_RULE})
    | (?P<row>\|[^\n]*+|{_GRID})
    | (?P<quote>>[^\n]*+(?:\n[ \t]*+>[ \t]*+[^\s>][^\n]*+)*+)
    | (?P<item>(?P<marker>{_ITEM})[^\n]++{_MORE})
    | (?P<table>[^\n|]++\|[^\n]*+(?=\n(?=[^\n]*\|){_DELIMITER})(?:\n[^\n|]*+\|[^\n]*+)++)
    | (?P<paragraph>[^\n]++{_MORE})
    )""",
    re.VERBOSE,
)
_IS_DELIMITER = re.compile(rf"(?:{_DELIMITER}|[ \t]*+{_GRID})\Z")
_CELL = re.compile(r"(?:[^|\\]|\\.|\\\Z)*+", re.DOTALL)
_KINDS = {
    "rule": BlockKind.RULE,
    "row": BlockKind.ROW,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.ITEM,
    "paragraph": BlockKind.PARAGRAPH,
}


def blocks(text: str) -> list[Block]:
    """Every block of `text`, in order; only blank lines lie outside all of them."""
    found: list[Block] = []
    position = 0
    for landmark in outline(text):
        found.extend(_between(text, position, landmark.start))
        found.append(landmark)
        position = landmark.stop + 1
    found.extend(_between(text, position, len(text)))
    return found


def cells(text: str, row: Block) -> list[Span]:
    """Spans of a table row's cells, trimmed; none for the line that divides head and body."""
    line = text[row.start : row.stop]
    if _IS_DELIMITER.match(line):
        return []
    start, stop = row.content_start, row.content_stop
    if text[start:stop].startswith("|"):
        start += 1
    found: list[Span] = []
    while start < stop:
        end = _CELL.match(text, start, stop).end()  # type: ignore[union-attr]  # matches anything
        found.append(_trimmed(text, start, end))
        start = end + 1
    return found


def _between(text: str, start: int, stop: int) -> Iterator[Block]:
    """Blocks of a stretch without headings and fenced code."""
    indents: list[int] = []
    while match := _BLOCK.match(text, start, stop):
        name = match.lastgroup or ""
        start = match.end()
        if name == "table":
            yield from _rows(text, match)
            continue
        level = 0
        if name == "item":
            level = _depth(indents, len(match["indent"].expandtabs(4)))
        elif not match["indent"]:
            indents.clear()
        yield _block(text, match, _KINDS[name], level)


def _depth(indents: list[int], indent: int) -> int:
    """Nesting depth of an item; `indents` holds those of the items around it, and is updated."""
    while len(indents) > 1 and indent < indents[-1]:
        indents.pop()
    if not indents or indent < indents[0]:
        indents[:] = [indent]
    elif indent >= indents[-1] + 2:
        indents.append(indent)
    return len(indents) - 1


def _rows(text: str, match: re.Match[str]) -> Iterator[Block]:
    """Rows of a table written without the outer pipes."""
    start = match.start("indent")
    while start < match.end():
        stop = text.find("\n", start, match.end())
        stop = match.end() if stop < 0 else stop
        content = _trimmed(text, start, stop)
        yield Block(
            kind=BlockKind.ROW,
            start=start,
            stop=stop,
            content_start=content.start,
            content_stop=content.stop,
            marker="|",
        )
        start = stop + 1


def _block(text: str, match: re.Match[str], kind: BlockKind, level: int) -> Block:
    start, stop = match.start("indent"), match.end()
    marker = match["marker"] or {BlockKind.QUOTE: ">", BlockKind.ROW: "|"}.get(kind, "")
    skip = 0 if kind is BlockKind.ROW else len(marker)
    content = _trimmed(text, match.end("indent") + skip, stop)
    return Block(
        kind=kind,
        start=start,
        stop=stop,
        content_start=content.start,
        content_stop=content.stop,
        level=level,
        marker=marker,
    )


def _trimmed(text: str, start: int, stop: int) -> Span:
    inner = text[start:stop]
    kept = inner.lstrip()
    start += len(inner) - len(kept)
    return Span(start=start, stop=start + len(kept.rstrip()))
