"""Who feels what, how strongly and, where the sentence says so, why.

An emotion is a word of Plutchik's eight in narration that is no negation. The decision to
question: it is felt by the subject of its sentence; where nobody is, it is nobody's and left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.feelings import BECAUSE, FEELING_OF, NOT_FELT

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_FELT = {language: re.compile(cue, re.I) for language, cue in NOT_FELT.items()}
_BECAUSE = {language: re.compile(cue, re.I) for language, cue in BECAUSE.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion:
    """Somebody feels something; `why` is nothing where the sentence gives no reason."""

    who: str
    emotion: str
    strength: str
    why: str
    line: Line


def emotions(story: Story) -> Iterator[Emotion]:
    """Every emotion that is told as happening, in story order."""
    for line in story.lines:
        if line.sentence.mode is not Mode.TOLD or line.subject is None:
            continue
        yield from _of(line, line.subject, story.language)


def facts(story: Story) -> Iterator[Fact]:
    """Emotions as facts: the first of each kind that somebody has in a chapter."""
    seen: set[tuple[str, str, str]] = set()
    for one in emotions(story):
        place = one.line.sentence.place()
        key = (one.who, one.emotion, place.chapter)
        if key not in seen:
            seen.add(key)
            yield Fact(
                kind=FactKind.EMOTION,
                subject=one.who,
                attribute="feels",
                value=f"{one.emotion} ({one.strength}{', ' + one.why if one.why else ''})",
                place=place,
            )


def _of(line: Line, who: str, language: str) -> Iterator[Emotion]:
    told, known = line.sentence.told, FEELING_OF[language]
    for word in _WORD.finditer(told):
        felt = known.get(word.group().lower())
        if felt is None or _NOT_FELT[language].search(
            told, max(0, word.start() - 40), word.start()
        ):
            continue
        why = _BECAUSE[language].match(told[word.end() :].lstrip())
        yield Emotion(
            who=who,
            emotion=felt[0],
            strength=felt[1],
            why=why.group(0).strip() if why else "",
            line=line,
        )
