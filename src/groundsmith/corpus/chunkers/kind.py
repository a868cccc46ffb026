"""What a passage mostly holds, by the share of its characters in lines of each sort."""

import re

from groundsmith.corpus.blocks import BULLETS
from groundsmith.records import ChunkKind

_ROWS = re.compile(r"^[ \t]*\|[^\n]*", re.MULTILINE)
_ITEMS = re.compile(
    rf"^[ \t]*(?:[{re.escape(BULLETS)}]|\(?\d{{1,3}}[.)]|\(?[A-Za-z]\))[ \t][^\n]*", re.MULTILINE
)
_UTTERANCES = re.compile(r"^[ \t]*(?:[\"“«「]|[—–][ \t])[^\n]*", re.MULTILINE)
_SPEAKERS = re.compile(r"^[ \t*_]*([^\W\d_][\w .'-]{0,30})[*_]*:[*_]*[ \t]", re.MULTILINE)
_LEAST_TURNS = 4


def kind_of(text: str, code_chars: int) -> ChunkKind:
    """The kind that holds more than half of `text`; PROSE where none does.

    Args:
        code_chars: How many of its characters lie in code.
    """
    half = len(text) / 2
    if code_chars > half:
        return ChunkKind.CODE
    if "|" in text and _chars(_ROWS, text) > half:
        return ChunkKind.TABLE
    if _chars(_ITEMS, text) > half:
        return ChunkKind.LIST
    if _chars(_UTTERANCES, text) > half or _alternates(_SPEAKERS.findall(text)):
        return ChunkKind.DIALOGUE
    return ChunkKind.PROSE


def _chars(lines: re.Pattern[str], text: str) -> int:
    return sum(map(len, lines.findall(text)))


def _alternates(speakers: list[str]) -> bool:
    """Whether a few names take turns, each at least twice on average."""
    return len(speakers) >= _LEAST_TURNS and 2 <= len(set(speakers)) <= len(speakers) / 2
