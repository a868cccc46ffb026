"""Where quoted words stand in a story: exactly, else with white space, quotes and dashes folded.

A quotation that stands nowhere is no evidence, whoever gives it. One of a single word would stand
almost anywhere, so it is none either. The words of the place are the story's own, never the
model's.
"""

import re
from collections.abc import Iterable, Sequence

from groundsmith.recipes.story.manuscript import Chapter, Manuscript, Place

_LEAST_WORDS = 2
_MOST_CHARS = 1_000
_MARKS = " \t\n\"'“”„«»‘’`"
_FOLDS = ("'‘’‚‛′´`", '"“”„‟″«»', "-‐‑‒–—―−")
_ONE_OF = {char: f"[{re.escape(group)}]" for group in _FOLDS for char in group}
_ELLIPSIS = r"(?:…|\.\.\.)"


class Quotable:
    """The notes and chapters of a story, to be quoted from."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._texts: dict[tuple[str, int], Chapter] = {
            (one.name, one.order): one for one in (*manuscript.notes, *manuscript.chapters)
        }

    def find(self, words: str, near: Sequence[Place] = ()) -> Place | None:
        """Where the words stand: in `near` if they do, else in the story; `None` if nowhere."""
        whole = words.strip()
        for quoted in dict.fromkeys((whole, whole.strip(_MARKS))):
            if len(quoted.split()) < _LEAST_WORDS or len(quoted) > _MOST_CHARS:
                continue
            for pattern in (_exactly(quoted), _folded(quoted)):
                if found := self._search(pattern, near):
                    return found
        return None

    def _search(self, pattern: re.Pattern[str], near: Sequence[Place]) -> Place | None:
        spans = [(self._texts[one.chapter, one.order], one.start, one.stop) for one in near]
        return _first(pattern, [*spans, *((one, 0, len(one.text)) for one in self._texts.values())])


def _first(pattern: re.Pattern[str], spans: Iterable[tuple[Chapter, int, int]]) -> Place | None:
    for chapter, start, stop in spans:
        if match := pattern.search(chapter.text, start, stop):
            return Place(
                chapter=chapter.name,
                order=chapter.order,
                start=match.start(),
                stop=match.end(),
                quote=match.group(),
            )
    return None


def _exactly(words: str) -> re.Pattern[str]:
    return _whole(re.escape(words), words)


def _folded(words: str) -> re.Pattern[str]:
    return _whole(r"\s+".join(map(_letters, words.split())), words)


def _letters(word: str) -> str:
    parts = re.split(r"(…|\.\.\.)", word)
    return "".join(
        _ELLIPSIS if number % 2 else "".join(_ONE_OF.get(char, re.escape(char)) for char in part)
        for number, part in enumerate(parts)
    )


def _whole(pattern: str, words: str) -> re.Pattern[str]:
    """The pattern where it neither begins nor ends within a word."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + pattern + after)
