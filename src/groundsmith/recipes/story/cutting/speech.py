"""Which characters of a text are spoken: quotation marks of every style, and dashes.

Quotation marks are counted in with what they enclose. The decision to question: a quotation that
its paragraph does not close runs to the paragraph's end, as speech over several paragraphs is
printed; a straight or single mark opens only before a letter and closes only behind one, so that
apostrophes open nothing.
"""

import re
from itertools import pairwise

from groundsmith.recipes.story.words.cues import SAID
from groundsmith.records import Span

_QUOTED = re.compile(
    r"“[^”\n]*(?:”|(?=\n|\Z))"
    r"|„[^“”\n]*(?:[“”]|(?=\n|\Z))"
    r"|«[^»\n]*(?:»|(?=\n|\Z))"
    r"|»[^«\n]*(?:«|(?=\n|\Z))"
    r"|「[^」\n]*(?:」|(?=\n|\Z))"
    r"|\"[^\"\n]*(?:\"|(?=\n|\Z))"
    r"|(?<![^\s(\[—–-])‘(?=\S)[^\n‘]{0,2000}?[^\s‘]’(?![^\W\d_])"
    r"|(?<![^\s(\[—–-])'(?=[A-Z“])(?:[^'\n]|(?<=[^\W\d_])'(?=[^\W\d_])){1,1000}(?<=[,.!?…—-])'"
    r"(?![^\W\d_])"
)
_DASHED = re.compile(r"(?m)^[ \t]*[—–―](?=[ \t]?\S)[^\n]*")
_TAG = re.compile(
    r"[,?!…][ ]?[—–―]?[ ]?(?=(?:(?:[A-Z][\w’'-]+|he|she|they|ia|dia|the \w+)[ ]){0,2}(?:"
    + "|".join(sorted({*SAID["en"].split(), *SAID["id"].split()}, key=len, reverse=True))
    + r")\b)"
)
_DASH = re.compile(r"[ ][—–―][ ]")


def speech(text: str) -> list[Span]:
    """Spans of direct speech, in order, none overlapping."""
    spans = [Span(start=one.start(), stop=one.end()) for one in _QUOTED.finditer(text)]
    dashed = [part for line in _DASHED.finditer(text) for part in _turns(line)]
    if not dashed:
        return spans
    lines = [(one.start, one.stop) for one in dashed]
    kept = [one for one in spans if not any(a <= one.start < b for a, b in lines)]
    return sorted([*kept, *dashed], key=lambda one: one.start)


def dialogue_share(text: str) -> float:
    """Characters of speech over characters, white space left out of both."""
    whole = sum(not char.isspace() for char in text)
    spoken = sum(
        not char.isspace() for span in speech(text) for char in text[span.start : span.stop]
    )
    return spoken / whole if whole else 0.0


def blanked(text: str, spans: list[Span]) -> str:
    """The text with speech as spaces: what is told, at the same offsets."""
    parts: list[str] = []
    done = 0
    for span in spans:
        parts.append(text[done : span.start])
        spoken = text[span.start : span.stop]
        parts.append("".join("\n" if char == "\n" else " " for char in spoken))
        done = span.stop
    return "".join([*parts, text[done:]])


def _turns(line: re.Match[str]) -> list[Span]:
    """What is spoken in a line that opens with a dash: speech, what is told, speech again.

    Where a tag (`, he said.`) ends the speech, the next dash opens it anew.
    """
    text, begin = line.group(), line.start()
    opening = len(text) - len(text.lstrip())
    borders = [one.start() for one in _DASH.finditer(text, opening + 1)]
    edges = [opening, *borders, len(text)]
    spans: list[Span] = []
    spoken = True
    for start, stop in pairwise(edges):
        tag = _TAG.search(text, start, stop) if spoken else None
        if spoken:
            end = tag.start() + 1 if tag else stop
            spans.append(Span(start=begin + start, stop=begin + end))
        spoken = not spoken or tag is not None
    return spans
