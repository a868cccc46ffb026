"""Sentences by rules of our own: candidates by one expression, decisions only at candidates.

Block borders end a sentence, a line break inside a paragraph does not. Headings, table rows and
the lines of fences are never divided. The decision to question: what follows decides more than
what stands before; a lower-case word behind a terminator always goes on, so that `Yahoo! in` and
`“Really?” he said` stay whole, at the price of texts that never use capitals.
"""

import re

from groundsmith.corpus.abbreviations import (
    TITLES,
    is_abbreviated,
    is_title,
    opens_sentence,
    runs_on,
    takes_number,
)
from groundsmith.corpus.blocks import BULLETS
from groundsmith.records import Span

_CLOSERS = "\"'”’»›)]}*_`"
_OPENERS = "\"'“”‘’„‚«»‹›([{*_`¿¡—–-"
_WIDE_CLOSERS = "”’」』）】》〉\"'"
_QUOTES = frozenset("\"'”’»›")
_NOTES = r"(?:[ ]?\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3})*+\])*+"
"""Numbers of notes, as encyclopedias and papers write them behind a sentence."""

_NUMERAL = rf"(?:[{re.escape(BULLETS)}]?[ ]?\d{{1,3}}(?:\.?\)|\.))(?=[ \t])"
_BULLET = rf"(?!{_NUMERAL})[{re.escape(BULLETS)}]\ufe0f?(?=[ \t])"
_LABEL = rf"(?={_NUMERAL}|(?:\(?(?:\d{{1,3}}|[A-Za-z]|[ivx]{{2,5}})\)|[A-Za-z]\.)[ \t])"
_RULE = r"(?:```|~~~)[^\n]*+|(?P<char>[-=*_+^\"])(?:[ \t]*+(?P=char)){2,}+[ \t]*+(?=\n|\Z)"
_STOPS = ".!?…‥‼⁇⁈⁉"
_TERMINATOR = re.compile(rf"\.(?:[ ]\.){{2,}}+|[{_STOPS}]++")
_WIDE = "。！？｡", "।॥؟۔።፧։။។៕"
_BEHIND = rf"[{re.escape(_CLOSERS)}]*+{_NOTES}"

# Matched against "\n" + text, so that the first line opens like every other. Every candidate
# opens with one class of characters, which lets the engine skip all others quickly.
_CANDIDATE = re.compile(
    rf"""
    [\n{_STOPS}{"".join(_WIDE)}] (?:
      (?<=\n) (?: (?P<gap>(?:[ \t]*+\n)++)?+
           (?: (?P<line> \#{{1,6}}[ \t][^\n]*+ | [ \t]*+\|[^\n]*+ )
             | [ \t]*+ (?: (?P<rule>{_RULE}) | (?P<bullet>{_BULLET}) | (?P<label>{_LABEL})
                       | (?P<quote>>) ) )
         | (?P<blank>(?:[ \t]*+\n)++) )
    | (?<=[a-z][a-z]\.) (?P<plain>(?=[ ][A-Z]))
    | (?<![.][ ]\.) (?<=\.) (?P<spaced> (?:[ ]\.){{2,}}+ {_BEHIND} (?=\s|\Z) )
    | (?<=[{_STOPS}]) (?<![{_STOPS}][{_STOPS}]) [{_STOPS}]*+
      (?: (?P<stop> {_BEHIND} (?=\s|\Z) (?!\s[a-z]++[ ,]) )
        | (?<=[^\W_][^\W_][.!?]) (?P<glued> (?=[A-Z][a-z]*+[ .]) ) )
    | (?<=[{_WIDE[0]}]) (?P<full> [{_WIDE[0]}]*+ [{_WIDE_CLOSERS}]*+ {_NOTES} )
    | (?<=[{_WIDE[1]}]) (?P<wide> [{_WIDE[1]}]*+ [{_WIDE_CLOSERS}]*+ {_NOTES} )
    )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(rf"(?:[{re.escape(_OPENERS)}]|[^\S\n]|\n(?![ \t]*+\n))*+(\w++)")
_LABEL_NEXT = re.compile(r"\s++\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\)?\s++[^\W\d_a-z]")
_ITEM = rf"[{re.escape(BULLETS)}]?[ ]?(\d{{1,3}}|[a-z])([.)]{{1,2}})[ ]"
_FIRST_ITEM = re.compile(rf"\s*+{_ITEM}")
_NEXT_ITEM = re.compile(rf"(?:\b([^\W\d_]++)\W?)?[ ](?={_ITEM}[A-Z])")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_LONGEST_TOKEN = 40
_LONGEST_LEAD = 20
"""Characters of an opening such as `At 5 a.m.`, behind which a title opens no sentence."""
_INNER = frozenset({"stop", "plain", "spaced", "full", "wide", "glued"})


class RuleSplitter:
    """Splits text into sentences; made for English and Indonesian, at home in other scripts."""

    def split(self, text: str) -> list[Span]:
        """Spans of the sentences, in order, without white space and block markers around them."""
        padded = "\n" + text
        found: list[Span] = []
        labels: list[int] = []
        start = 0
        for mark in _CANDIDATE.finditer(padded):
            kind = mark.lastgroup
            stop = mark.start()
            while labels and labels[-1] < stop:
                _add(found, padded, start, labels[-1])
                start = labels.pop()
            if kind in _INNER:
                if not _ends(padded, start, mark, kind):
                    continue
                stop = mark.end()
            elif kind == "quote" and not mark["gap"] and _goes_on_quoting(padded, stop):
                continue
            _add(found, padded, start, stop)
            start = mark.end()
            if kind == "line":
                _add(found, padded, *_unmarked(padded, stop, start))
            elif kind == "label":
                labels = _inline_labels(padded, start)
        for stop in [*reversed(labels), len(padded)]:
            _add(found, padded, start, stop)
            start = stop
        return found


def _add(found: list[Span], padded: str, start: int, stop: int) -> None:
    """Appends the span of what is written there, unless it holds no letter or digit."""
    if start >= stop:
        return
    if padded[start] == " ":
        start += 1
        if start == stop:
            return
    if not padded[start].isalnum():
        if not _ALPHANUMERIC.search(padded, start, stop):
            return
        written = padded[start:stop]
        start += len(written) - len(written.lstrip())
    if padded[stop - 1].isspace():
        stop = start + len(padded[start:stop].rstrip())
    found.append(Span(start=start - 1, stop=stop - 1))


def _unmarked(padded: str, start: int, stop: int) -> tuple[int, int]:
    """A heading or a table row without its outer markers."""
    line = padded[start:stop]
    inner = line.lstrip("#| \t\n")
    return start + len(line) - len(inner), stop - len(inner) + len(inner.rstrip("| \t"))


def _goes_on_quoting(padded: str, newline: int) -> bool:
    """Whether the line before `newline` is quoted too, so that its sentence may go on."""
    line_start = padded.rfind("\n", 0, newline) + 1
    return padded[line_start:newline].lstrip().startswith(">")


def _inline_labels(padded: str, start: int) -> list[int]:
    """Where the further items of a list within one line begin, last first: `1. One 2. Two`."""
    line_stop = padded.find("\n", start)
    line_stop = len(padded) if line_stop < 0 else line_stop
    first = _FIRST_ITEM.match(padded, start, line_stop)
    if first is None:
        return []
    number, shape = first[1], first[2]
    found: list[int] = []
    for match in _NEXT_ITEM.finditer(padded, first.end(), line_stop):
        before, label, closing = match.groups()
        if closing == shape and _follows(label, number) and not takes_number(before or ""):
            found.append(match.end())
            number = label
    return found[::-1]


def _follows(label: str, number: str) -> bool:
    if label.isdecimal() and number.isdecimal():
        return int(label) == int(number) + 1
    return len(label) == len(number) == 1 and ord(label) == ord(number) + 1


def _ends(padded: str, start: int, mark: re.Match[str], kind: str | None) -> bool:
    """Whether the terminator at `mark` ends the sentence that began at `start`."""
    if kind == "full" or kind == "wide":
        return True
    if kind == "plain" and _ends_with_a_word(padded, start, mark.start()):
        return True
    following = _NEXT.match(padded, mark.end())
    if following is None:
        return True
    word = following[1]
    if kind == "glued":
        return opens_sentence(word)
    if word[0].islower():
        return _LABEL_NEXT.match(padded, mark.end()) is not None
    terminator, closers = _parted(mark[0])
    if kind == "spaced":
        return len(terminator) > len(". . .")
    if padded[mark.start() - 1] in "[(" and closers[:1] in ("]", ")"):
        return False
    return terminator != "." or _ends_before(word, padded, start, mark.start(), closers)


def _ends_with_a_word(padded: str, start: int, stop: int) -> bool:
    """Whether it is plain at once that an ordinary word of a longer sentence stands there."""
    if stop - start <= _LONGEST_TOKEN:
        return False
    token = padded[stop - _LONGEST_TOKEN : stop].rpartition(" ")[2]
    return token.isalpha() and not is_abbreviated(token)


def _ends_before(word: str, padded: str, start: int, stop: int, closers: str) -> bool:
    """Whether the full stop at `stop` ends a sentence when `word` follows."""
    token, opens = _token_before(padded, start, stop)
    if not token or (not opens and not _QUOTES.isdisjoint(closers)):
        return True
    if word in TITLES and stop - start > _LONGEST_LEAD and not is_title(token):
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
    return token.lstrip(_OPENERS + BULLETS), opens
