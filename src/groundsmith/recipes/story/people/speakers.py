"""Who speaks in each paragraph: its tag says so, or its only actor, or the turn that comes back.

The decision to question: of two people who talk in turns without a tag, the one who spoke two
paragraphs before speaks again; a third who cuts in is not noticed.
"""

import re
from collections.abc import Sequence

from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.words.language import words_of

_TURNS = 2


class Speakers:
    """The speaker of every paragraph that holds speech, as far as it can be told."""

    def __init__(self, lines: Sequence[Line], language: str) -> None:
        said = words_of(language).said
        verbs = "|".join(sorted(said, key=len, reverse=True))
        self._pronoun = re.compile(rf"\b(?:he|she|ia|dia) (?:{verbs})\b|\b(?:{verbs})nya\b", re.I)
        self._self = re.compile(
            rf"\bI (?:{verbs})\b|\b(?:aku|saya) (?:{verbs})\b|\b(?:{verbs})ku\b"
        )
        self._said = said
        self._by_paragraph: dict[int, str | None] = {}
        self._read(lines)

    def of(self, line: Line) -> str | None:
        """Who speaks in a line's paragraph."""
        return self._by_paragraph.get(line.sentence.paragraph)

    def _read(self, lines: Sequence[Line]) -> None:
        blocks: dict[int, list[Line]] = {}
        for line in lines:
            blocks.setdefault(line.sentence.paragraph, []).append(line)
        turns: list[tuple[int, str | None]] = []
        for paragraph, block in blocks.items():
            if all(one.sentence.text == one.sentence.told for one in block):
                continue
            who = self._tagged(block)
            last = [one for one, _ in turns[-_TURNS:]]
            if who is None and last == [paragraph - _TURNS, paragraph - 1]:
                who = turns[-_TURNS][1]
            turns.append((paragraph, who))
            self._by_paragraph[paragraph] = who

    def _tagged(self, block: list[Line]) -> str | None:
        for line in block:
            for act in line.acts:
                if act.verb.lower() in self._said:
                    return act.who
            if self._self.search(line.sentence.told):
                return SELF
            if self._pronoun.search(line.sentence.told) and line.subject is not None:
                return line.subject
        actors = {act.who for line in block for act in line.acts}
        if len(actors) == 1:
            return next(iter(actors))
        subjects = {line.subject for line in block if line.subject is not None}
        return next(iter(subjects)) if len(subjects) == 1 and not actors else None
