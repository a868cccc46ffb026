"""Where a text's headings and fenced code lie, found without walking its lines.

One regular expression visits only lines that open like a heading, an underline or a fence; the
cutter lives on this, so it runs at the speed of the expression. The decision to question: an
underline makes a heading of *any* text, `.txt` included (Setext and reStructuredText), but only
under a single line that stands apart, and a short `---` under a full sentence stays a rule,
because people write it that way. Headings start at the margin: an indented `# …` is a comment.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    QUOTE = "quote"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a text; offsets are code points in it.

    Attributes:
        start: Start of its first line.
        stop: End of its last line, the newline left out.
        content_start: After the heading, list or quote marker.
        content_stop: Before trailing white space and closing `#`s.
        level: 1 to 6 for a heading, nesting depth from 0 for a list item, else 0.
        marker: `##`, `-`, `1.`, `|`, the underline's character, … or nothing.
    """

    kind: BlockKind
    start: int
    stop: int
    content_start: int
    content_stop: int
    level: int = 0
    marker: str = ""


# Matched against "\n" + text, so that a match's start is the line's start in the text.
_LANDMARK = re.compile(
    r"""\n(?:
      (?P<hashes>\#{1,6}) (?=[ \t]|\n|\Z) [^\n]*
    | (?P<rule>(?P<char>[=\-~^"*+])(?P=char){2,}+) [ \t]*+ (?=\n|\Z)
    | [ \t]*+ (?P<fence>`{3,}+(?=[^`\n]*+(?:\n|\Z))|~{3,}+) (?P<info>[^\n]*)
    )""",
    re.VERBOSE,
)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n[A-Za-z_][\w-]*:[^\n]*\n(?:(?!---)[^\n]*\n)*+---[ \t]*(?=\n|\Z)"
)
_CLOSING_HASHES = re.compile(r"(?:\A|[ \t])#+\Z")
_BULLETED = re.compile(r"[-*+•>|]|[=~^\"*+#_-]{3,}\Z")
_NUMBERED = re.compile(r"\d{1,9}[.)][ \t]")
_TITLE_CHARS = 200
_MARKDOWN_LEVELS = {"=": 1, "-": 2}


def outline(text: str) -> list[Block]:
    """Headings, fenced code and front matter, in order; nothing inside code is a heading."""
    found: list[Block] = []
    front = _FRONT_MATTER.match(text)
    if front:
        found.append(_code(0, front.end(), "---"))
    fence: re.Match[str] | None = None
    for mark in _LANDMARK.finditer("\n" + text):
        block: Block | None = None
        if found and mark.start() <= found[-1].stop:
            continue
        if fence is not None:
            if _closes(mark, fence):
                block, fence = _code(fence.start(), mark.end() - 1, _fence(fence)), None
        elif mark["hashes"]:
            block = _hashed(mark)
        elif mark["rule"]:
            block = _underlined(text, mark, found[-1].stop if found else 0)
        if block is not None:
            found.append(block)
        elif fence is None and _fence(mark):
            fence = mark
    if fence is not None:
        found.append(_code(fence.start(), len(text), _fence(fence)))
    return _relevelled(found)


def _code(start: int, stop: int, marker: str) -> Block:
    return Block(
        kind=BlockKind.CODE,
        start=start,
        stop=stop,
        content_start=start,
        content_stop=stop,
        marker=marker,
    )


def _fence(mark: re.Match[str]) -> str:
    """The fence a line opens or closes; a line of tildes at the margin looks like a rule first."""
    if mark["char"] == "~":
        return str(mark["rule"])
    return mark["fence"] or ""


def _closes(mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Same character, at least as long, and nothing behind it."""
    return _fence(mark).startswith(_fence(opened)) and not (mark["info"] or "").strip()


def _hashed(mark: re.Match[str]) -> Block:
    start, stop = mark.start(), mark.end() - 1
    hashes = mark["hashes"]
    line = mark.group()[1:]
    body = line[len(hashes) :].rstrip()
    body = _CLOSING_HASHES.sub("", body).rstrip() if body.endswith("#") else body
    title = body.lstrip()
    content_start = start + len(hashes) + len(body) - len(title)
    return Block(
        kind=BlockKind.HEADING,
        start=start,
        stop=stop,
        content_start=content_start,
        content_stop=content_start + len(title),
        level=len(hashes),
        marker=hashes,
    )


def _underlined(text: str, mark: re.Match[str], border: int) -> Block | None:
    """The heading that an underline makes of the line above it, where it makes one.

    Args:
        border: End of the block before; a title cannot reach above it.
    """
    title_stop = mark.start() - 1
    lowest = max(border, title_stop - _TITLE_CHARS)
    title_start = text.rfind("\n", lowest, max(title_stop, 0)) + 1
    if title_stop <= border or (title_start == 0 and lowest > 0):
        return None
    line = text[title_start:title_stop]
    title = line.strip()
    underline = mark["rule"]
    overline = _overline(text, title_start, underline, border)
    if overline is None or not _is_title(title, len(line) - len(line.lstrip()), underline):
        return None
    content_start = title_start + line.index(title)
    return Block(
        kind=BlockKind.HEADING,
        start=overline,
        stop=mark.end() - 1,
        content_start=content_start,
        content_stop=content_start + len(title),
        level=_MARKDOWN_LEVELS.get(mark["char"], 3),
        marker=mark["char"] if overline == title_start else mark["char"] * 2,
    )


def _overline(text: str, title_start: int, underline: str, border: int) -> int | None:
    """Where the heading starts: at its overline or its title; None where text stands above it."""
    if title_start - 1 <= border:
        return title_start
    above_start = text.rfind("\n", border, title_start - 1) + 1
    above = text[above_start : title_start - 1].strip()
    if above and above == underline:
        return above_start
    is_rule = len(above) >= 3 and above == above[0] * len(above) and not above[0].isalnum()
    return title_start if not above or is_rule else None


def _is_title(title: str, indent: int, underline: str) -> bool:
    drawn_to_measure = len(underline) >= len(title)
    if not title or indent > 3 or _BULLETED.match(title):
        return False
    if drawn_to_measure:
        return underline[0] in _MARKDOWN_LEVELS or len(underline) > 3
    if underline[0] not in _MARKDOWN_LEVELS or _NUMBERED.match(title):
        return False
    return underline[0] == "=" or title[-1] not in ".!?,;"


def _relevelled(found: list[Block]) -> list[Block]:
    """Levels as reStructuredText has them: by order of first appearance of each adornment.

    Only where an overline or a character unknown to Markdown shows that this is its style.
    """
    styles = [b.marker for b in found if b.kind is BlockKind.HEADING and b.marker[0] != "#"]
    if all(style in _MARKDOWN_LEVELS for style in styles):
        return found
    order = {style: min(rank, 6) for rank, style in enumerate(dict.fromkeys(styles), start=1)}
    return [replace(b, level=order[b.marker]) if b.marker in order else b for b in found]
