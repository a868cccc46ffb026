"""A stretch of a passage as a reader sees it, with the way back to the passage.

Inline markup is left out of `text`, so that questions are plain words; an answer must not have
markup inside, so `raw` gives a span only where the source reads exactly like the plain text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_MARKUP = re.compile(
    r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w`])_{1,3}(?!\w)|`+|~~"
    r"|!?\[(?P<label>[^\]\[\n]{1,200})\]\([^()\s]{0,300}\)"
    r"|(?P<fold>[ \t]*\n[ \t]*)"
    r"|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+ ?"
)
_PLAIN_SO_FAR = re.compile(r"[*_`~\[\u200d\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff\n]")


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text, and for each of its runs where in the passage it starts.

    Attributes:
        text: Without inline markup and emoji; line breaks are spaces.
        runs: Offsets in `text` at which a run begins, ascending, the first is 0.
        places: Offset in the passage of each run.
        folds: Runs before which nothing is left out but the blanks of a line break.
    """

    text: str
    runs: tuple[int, ...]
    places: tuple[int, ...]
    folds: frozenset[int] = frozenset()

    def raw(self, start: int, stop: int) -> tuple[int, int] | None:
        """The passage's span for `text[start:stop]`; None where markup lies inside."""
        if stop <= start:
            return None
        first, last = bisect_right(self.runs, start) - 1, bisect_right(self.runs, stop - 1) - 1
        if any(run not in self.folds for run in range(first + 1, last + 1)):
            return None
        return (
            start + self.places[first] - self.runs[first],
            stop + self.places[last] - self.runs[last],
        )


def line(passage: str, start: int, stop: int) -> Line:
    """The line that a reader sees in `passage[start:stop]`."""
    source = passage[start:stop]
    if not _PLAIN_SO_FAR.search(source):
        return Line(source, (0,), (start,))
    parts: list[str] = []
    runs: list[int] = []
    places: list[int] = []
    folds: set[int] = set()
    length = 0
    joined = -1

    def keep(since: int, until: int, text: str) -> None:
        nonlocal length, joined
        if until > since:
            if since == joined:
                folds.add(len(runs))
            runs.append(length)
            places.append(start + since)
            parts.append(text)
            length += len(text)
            joined = until

    seen = 0
    for match in _MARKUP.finditer(source):
        keep(seen, match.start(), source[seen : match.start()])
        if match["fold"] is not None:
            keep(*match.span(), " ")
        elif match["label"]:
            keep(*match.span("label"), match["label"].replace("\n", " "))
        seen = match.end()
    keep(seen, len(source), source[seen:])
    return Line("".join(parts), tuple(runs) or (0,), tuple(places) or (start,), frozenset(folds))
