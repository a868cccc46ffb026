"""Sentences by rules of our own: candidates by one expression, decisions only at candidates.

Block borders end a sentence, a line break inside a paragraph does not. Headings, table rows and
the lines of fences are never divided. The decision to question: what follows decides more than
what stands before; a lower-case word behind a terminator always goes on, so that `Yahoo! in` and
`“Really?” he said` stay whole, at the price of texts that never use capitals.
"""

import re

from groundsmith.corpus.abbreviations import runs_on
from groundsmith.corpus.blocks import BULLETS
from groundsmith.records import Span

_CLOSERS = "\"'”’»›)]}*_`"
_OPENERS = "\"'“”‘’„‚«»‹›([{*_`¿¡—–-"
_WIDE_CLOSERS = "”’」』）】》〉\"'"
_QUOTES = "\"'”’»›"
_NOTES = r"(?:[ ]?\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3})*+\])*+"
"""Numbers of notes, as encyclopedias and papers write them behind a sentence."""

_BULLET = rf"[{re.escape(BULLETS)}]\ufe0f?(?=[ \t])"
_LABEL = r"(?=(?:\d{1,3}[.)]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})\))[ \t])"
_RULE = r"(?:```|~~~)[^\n]*+|(?P<char>[-=*_+^\"])(?:[ \t]*+(?P=char)){2,}+[ \t]*+(?=\n|\Z)"
_TERMINATOR = re.compile(r"\.(?:[ ]\.){2,}+|[.!?…‥‼⁇⁈⁉]++")
_WIDE = r"[。！？｡]++|[।॥؟۔።፧։။។៕]++"

# Matched against "\n" + text, so that the first line opens like every other.
_CANDIDATE = re.compile(
    rf"""
      \n (?: (?P<line> \#{{1,6}}[ \t][^\n]*+ | [ \t]*+\|[^\n]*+ )
         | [ \t]*+ (?: (?P<rule>{_RULE}) | (?P<bullet>{_BULLET}) | (?P<label>{_LABEL})
                   | (?P<quote>>) | (?P<blank>(?=\n)) ) )
    | (?P<stop> (?:{_TERMINATOR.pattern}) [{re.escape(_CLOSERS)}]*+ {_NOTES} ) (?=\s|\Z)
    | (?P<wide> (?:{_WIDE}) [{_WIDE_CLOSERS}]*+ {_NOTES} )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(rf"(?:[{re.escape(_OPENERS)}]|[^\S\n]|\n(?![ \t]*+\n))*+(\w++)")
_LABEL_NEXT = re.compile(r"\s++\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\)?\s++[^\W\d_a-z]")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_LONGEST_TOKEN = 40


class RuleSplitter:
    """Splits text into sentences; made for English and Indonesian, at home in other scripts."""

    def split(self, text: str) -> list[Span]:
        """Spans of the sentences, in order, without white space and block markers around them."""
        padded = "\n" + text
        found: list[Span] = []
        start = 0
        for mark in _CANDIDATE.finditer(padded):
            kind = mark.lastgroup
            stop = mark.start()
            if kind == "stop" or kind == "wide":
                if kind == "stop" and not _ends(padded, start, mark):
                    continue
                stop = mark.end()
            elif kind == "quote" and _goes_on_quoting(padded, stop):
                continue
            _add(found, padded, start, stop)
            start = mark.end()
            if kind == "line":
                _add(found, padded, *_unmarked(padded, stop, start))
        _add(found, padded, start, len(padded))
        return found


def _add(found: list[Span], padded: str, start: int, stop: int) -> None:
    """Appends the span of what is written there, unless it holds no letter or digit."""
    if not _ALPHANUMERIC.search(padded, start, stop):
        return
    written = padded[start:stop]
    opened = written.lstrip()
    start += len(written) - len(opened)
    found.append(Span(start=start - 1, stop=start - 1 + len(opened.rstrip())))


def _unmarked(padded: str, start: int, stop: int) -> tuple[int, int]:
    """A heading or a table row without its outer markers."""
    line = padded[start:stop]
    inner = line.lstrip("#| \t\n")
    return start + len(line) - len(inner), stop - len(inner) + len(inner.rstrip("| \t"))


def _goes_on_quoting(padded: str, newline: int) -> bool:
    """Whether the line before `newline` is quoted too, so that its sentence may go on."""
    line_start = padded.rfind("\n", 0, newline) + 1
    return padded[line_start:newline].lstrip().startswith(">")


def _ends(padded: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the terminator at `mark` ends the sentence that began at `start`."""
    following = _NEXT.match(padded, mark.end())
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return _LABEL_NEXT.match(padded, mark.end()) is not None
    terminator, closers = _parted(mark["stop"])
    if terminator.startswith(". "):
        return len(terminator) > len(". . .")
    if padded[mark.start() - 1] in "[(" and closers[:1] in ("]", ")"):
        return False
    if terminator != ".":
        return True
    token, opens = _token_before(padded, start, mark.start())
    quoted = any(closer in _QUOTES for closer in closers)
    if not token or (quoted and not opens):
        return True
    return not runs_on(token, word, opens=opens)


def _parted(stop: str) -> tuple[str, str]:
    """A terminator, and the closing marks and note numbers behind it."""
    terminator = _TERMINATOR.match(stop).group()  # type: ignore[union-attr]  # opens every stop
    return terminator, stop[len(terminator) :]


def _token_before(padded: str, start: int, stop: int) -> tuple[str, bool]:
    """What is written right before a full stop, and whether it is the first of its sentence."""
    window = padded[max(start, stop - _LONGEST_TOKEN) : stop]
    before, _, token = window.rpartition(" ")
    token = token.rpartition("\n")[2]
    opens = stop - start <= _LONGEST_TOKEN and not _ALPHANUMERIC.search(before)
    return token.lstrip(_OPENERS), opens
