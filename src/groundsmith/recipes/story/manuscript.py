"""A manuscript and its notes, as the rooms of a story read them.

Chapters stand in story order, which is the order of their names with numbers read as numbers. The
decision to question: order of telling and order of events are taken to be the same until the text
itself says otherwise (a memory, an earlier year), because most stories are told forwards.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from groundsmith.verify.language import language_of

_NUMBER = re.compile(r"(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One file of a manuscript or of its notes.

    Attributes:
        order: Its place in the story, from 0; -1 for a note.
        continues: Whether it goes on where the one before ends, as a passage does.
    """

    name: str
    text: str
    order: int
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A span of a chapter or a note, with its words.

    Attributes:
        order: The chapter's place in the story; -1 for a note, which holds from the beginning.
    """

    chapter: str
    order: int
    start: int
    stop: int
    quote: str

    @property
    def at(self) -> tuple[int, int]:
        """Where this stands in story order."""
        return (self.order, self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """Chapters in story order, and notes; `language` is "en" or "id"."""

    chapters: tuple[Chapter, ...]
    notes: tuple[Chapter, ...]
    language: str

    @property
    def word_count(self) -> int:
        """Words of the chapters."""
        return sum(len(chapter.text.split()) for chapter in self.chapters)


def manuscript(
    chapters: Iterable[tuple[str, str]], notes: Iterable[tuple[str, str]] = ()
) -> Manuscript:
    """The manuscript of named texts; a language that is neither English nor Indonesian is "und"."""
    told = sorted(chapters, key=lambda one: _in_order(one[0]))
    whole = "\n".join(text[:2_000] for _, text in told[:8])
    return Manuscript(
        chapters=tuple(
            Chapter(name=name, text=text, order=order) for order, (name, text) in enumerate(told)
        ),
        notes=tuple(
            Chapter(name=name, text=text, order=-1)
            for name, text in sorted(notes, key=lambda one: _in_order(one[0]))
        ),
        language=language_of(whole),
    )


def _in_order(name: str) -> list[tuple[int, str]]:
    """A key under which `ch10` follows `ch9`."""
    return [
        (int(part), "") if part.isdigit() and part.isascii() else (-1, part)
        for part in _NUMBER.split(name)
    ]
