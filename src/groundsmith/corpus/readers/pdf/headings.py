"""Which blocks are headings, and of which level: told by their size against the body's.

A block of the body's size is one only where it is bold, short and no sentence; those are the
lowest level.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from groundsmith.corpus.readers.pdf.blocks import LEADER, Block

_LARGER = 1.14
_LARGER_BOLD = 1.04
_MOST_CHARS = 200
_MOST_LINES = 4
_MOST_SENTENCE_CHARS = 80
"""Of a heading that ends as a sentence does; longer ones are large print."""
_MOST_BOLD_CHARS = 120
_MOST_BOLD_SHARE = 0.4
_LOWEST = 6
_LETTERS = re.compile(r"[^\W\d_]{2}|[\u0900-\u0dff\u3000-\u9fff]")


def body_size(blocks: Iterable[Block]) -> float:
    """The size that most characters are in; 0 where there are none."""
    chars: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            chars[line.size] += len(line.text)
    return max(chars, key=lambda size: (chars[size], size)) if chars else 0.0


def levels(blocks: Sequence[Block]) -> list[int]:
    """The level of each block, 1 to 6; 0 for what is no heading."""
    body = body_size(blocks)
    if not body:
        return [0] * len(blocks)
    lines = [line for block in blocks for line in block.lines]
    bold_chars = sum(len(line.text) for line in lines if line.is_bold)
    bold_tells = bold_chars <= _MOST_BOLD_SHARE * sum(len(line.text) for line in lines)
    ranks = [_rank(block, body, bold_tells) for block in blocks]
    order = sorted({rank for rank in ranks if rank}, reverse=True)
    return [min(order.index(rank) + 1, _LOWEST) if rank else 0 for rank in ranks]


def _rank(block: Block, body: float, bold_tells: bool) -> float:
    """The size that a heading's level goes by; the body's for a bold one; 0 for no heading."""
    text = " ".join(line.text for line in block.lines)
    if block.table or block.marker == "-" or len(block.lines) > _MOST_LINES:
        return 0.0
    if len(text) > _MOST_CHARS or not _LETTERS.search(text) or LEADER.search(text):
        return 0.0
    if not block.is_bold and not block.is_open and len(text) > _MOST_SENTENCE_CHARS:
        return 0.0
    ratio, is_bold = block.size / body, block.is_bold and bold_tells
    if ratio >= (_LARGER_BOLD if is_bold else _LARGER):
        return block.size
    is_short = len(text) <= _MOST_BOLD_CHARS and len(block.lines) <= 2
    return body if is_bold and is_short and ratio >= 0.95 and text[-1] not in ".,;:!" else 0.0
