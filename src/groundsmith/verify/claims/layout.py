"""Headings: lines that stand over a text and state nothing themselves.

Marked ones are taken at their word. An unmarked line is a heading only where it stands alone above
something, has neither verb nor amount, and ends like no sentence: an answer of a few words is none.
"""

import re

from groundsmith.records import Span
from groundsmith.verify.claims.cues import FOLLOWS, LEAD_IN
from groundsmith.verify.claims.grammar import has_verb
from groundsmith.verify.claims.wording import wording

_REACH = 200
_MOST_WORDS = 10
_LEAD_IN_WORDS = 6
_UNDERLINE = re.compile(r"\n[ \t]*(?:[=~^-]{3,}|\|?[ \t]*:?-{2,}[ \t:|-]*)[ \t]*(?=\n|\Z)")
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"(?:1\d|20)\d\d\Z")


def is_heading(text: str, span: Span) -> bool:
    """Whether the sentence at `span` is a heading, a table's first row, or leads in a list."""
    before, after = _around(text, span)
    marker, closing = before.strip(" \t"), after.strip(" \t|*_#:")
    if marker.startswith("#") and not closing:
        return True
    if closing or marker.strip("|*_>"):
        return False
    line_stop = span.stop + len(after)
    if _UNDERLINE.match(text, line_stop):
        return True
    sentence = wording(span.of(text))
    if not text[line_stop : line_stop + _REACH].strip() or len(span.of(text)) > _REACH:
        return False
    if sentence.end == ":" or after.strip(" \t*_") == ":":
        short = len(sentence.words) <= _LEAD_IN_WORDS and not has_verb(sentence.words)
        return short or sentence.opens(LEAD_IN) or sentence.line.endswith(FOLLOWS)
    alone = _is_blank(text, line_stop) and (
        span.start == len(before) or text[: span.start - len(before)].endswith(("\n\n", "\n \n"))
    )
    return (
        alone
        and "|" not in marker
        and len(sentence.words) <= _MOST_WORDS
        and sentence.end not in ".!?;,…。"
        and not has_verb(sentence.words)
        and all(_YEAR.match(word) for word in sentence.words if _NUMBER.search(word))
    )


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after the span in its lines."""
    lowest, highest = max(0, span.start - _REACH), span.stop + _REACH
    start = max(text.rfind("\n", lowest, span.start) + 1, lowest)
    stop = text.find("\n", span.stop, highest)
    return text[start : span.start], text[span.stop : highest if stop < 0 else stop]


def _is_blank(text: str, newline: int) -> bool:
    """Whether the line after `newline` holds nothing."""
    following = text[newline + 1 : newline + _REACH]
    return not following.split("\n", 1)[0].strip()
