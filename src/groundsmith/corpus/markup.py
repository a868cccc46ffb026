"""Inline Markdown and emoji taken off a text, for headings and for people.

The decision to question: a marker goes only where its partner is found (`**bold**`), so that
`A*`, `2 * 3` and `snake_case` stay as they were written.
"""

import re

_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]*)>")
_EMPHASIS = re.compile(r"(?<![*_~\\])(?:\*{1,3}|_{1,3}|~~)(?![*_~])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURES = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b55\u231a\u231b\u23e9-\u23fa"
    "\ufe0f\u20e3\U000e0020-\U000e007f"
)
_EMOJI = re.compile(rf"[{_PICTURES}](?:[{_PICTURES}\u200d])*+")
_MARKED = re.compile(rf"[*_`~\[<\\{_PICTURES}]|\s\s|[\t\n]")


def plain(text: str) -> str:
    """`text` without inline markup and emoji, white space folded."""
    if not _MARKED.search(text):
        return text.strip()
    text = _LINK.sub(r"\1", text) if "](" in text or "][" in text else text
    text = _AUTOLINK.sub(r"\1", text) if "<" in text else text
    text = _without_emphasis(text.replace("`", ""))
    text = _ESCAPE.sub(r"\1", text) if "\\" in text else text
    return " ".join(_EMOJI.sub(" ", text).split())


def _without_emphasis(text: str) -> str:
    """Paired `*`, `_` and `~~` markers taken out; in one pass, a marker pairs with the nearest."""
    opened: dict[str, int] = {}
    dropped: list[tuple[int, int]] = []
    for mark in _EMPHASIS.finditer(text):
        marker, (start, stop) = mark.group(), mark.span()
        before = text[start - 1 : start]
        after = text[stop : stop + 1]
        closes = bool(before.strip()) and not after.isalnum()
        opens = bool(after.strip()) and not before.isalnum()
        if closes and marker in opened:
            begun = opened.pop(marker)
            dropped += [(begun, begun + len(marker)), (start, stop)]
        elif opens:
            opened[marker] = start
    kept: list[str] = []
    position = 0
    for start, stop in sorted(dropped):
        kept.append(text[position:start])
        position = stop
    return "".join([*kept, text[position:]])
