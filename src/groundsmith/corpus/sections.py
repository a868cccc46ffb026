"""A document as sections: each heading with the text up to the next one, and its path.

The decision to question: a path is made of slugs, with repeats numbered (`fees~2`) only among
sections of the same parent, so that text inserted elsewhere renames nothing.
"""

import re
from collections import Counter
from dataclasses import dataclass

from groundsmith.corpus.markup import plain
from groundsmith.corpus.outline import Block, BlockKind

_SEPARATORS = re.compile(r"[\s\x00-/:-@\[-`{-\xbf\u2000-\u206f\u3000-\u303f]+")
_WRITTEN = re.compile(r"[^\W_]")
_SLUG_CHARS = 60
_TITLE_CHARS = 200
_UNTITLED = "untitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its own text, `[start, stop)` in the document.

    Attributes:
        level: Of its heading; 0 for what stands before every heading.
        path: Slugs of its headings, outermost first, joined by `/`.
        headings: The same as plain text.
        is_written: Whether a letter or digit stands below the heading.
    """

    start: int
    stop: int
    level: int
    path: str
    headings: tuple[str, ...]
    is_written: bool


def sections(text: str, outlined: list[Block]) -> list[Section]:
    """Sections of `text` in order; joined they are the text."""
    heads = [block for block in outlined if block.kind is BlockKind.HEADING]
    found: list[Section] = []
    first = heads[0].start if heads else len(text)
    if first:
        written = _WRITTEN.search(text, 0, first) is not None
        found.append(
            Section(start=0, stop=first, level=0, path="", headings=(), is_written=written)
        )
    seen: Counter[str] = Counter()
    above: list[tuple[int, str, tuple[str, ...]]] = [(0, "", ())]
    stops = [*(head.start for head in heads[1:]), len(text)][: len(heads)]
    for head, stop in zip(heads, stops, strict=True):
        while above[-1][0] >= head.level:
            above.pop()
        _, parent, titles = above[-1]
        title = plain(text[head.content_start : head.content_stop][:_TITLE_CHARS])
        path = _numbered(f"{parent}/{slug(title)}".removeprefix("/"), seen)
        titles = (*titles, title) if title else titles
        above.append((head.level, path, titles))
        found.append(
            Section(
                start=head.start,
                stop=stop,
                level=head.level,
                path=path,
                headings=titles,
                is_written=_WRITTEN.search(text, head.stop, stop) is not None,
            )
        )
    return found


def slug(title: str) -> str:
    """`title` as it stands in an id: lower case, runs of anything but letters as one hyphen."""
    return _SEPARATORS.sub("-", title.casefold())[:_SLUG_CHARS].strip("-") or _UNTITLED


def _numbered(path: str, seen: Counter[str]) -> str:
    seen[path] += 1
    return path if seen[path] == 1 else f"{path}~{seen[path]}"
