"""In which year something happened: what, to whom, and the year that the text gives it.

"The fire of 1911", "the mill, built in 1870", "menikah pada tahun 1985". The decision to question:
only events that happen once are read; a house is sold often, and married couples marry once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from groundsmith.recipes.story.bible.counts import clause_around
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.days import years_in
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.recipes.story.words.events import ONCE_OF

_YEAR = re.compile(
    r"\b(?:in|of|since|from|by|until|after|before|year|tahun|sejak|pada|sampai|hingga) "
    r"(?:the (?:spring|summer|autumn|winter) of |early |late )?(?P<year>(?:1[0-9]|20"
    r"|21)\d\d)\b(?!\w)",
    re.I,
)
_YEAR_NAMED = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_OPENS_YEAR = re.compile(r"\W*(?:In|By|It was|Pada tahun|Tahun|Pada) (?:\w+ ){0,3}\d{4}\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """`event` is told to have been in `year`.

    Attributes:
        stands_alone: Whether the event is a noun of which there is one ("the fire of 1911").
        around: Stems of the clause, and keys of the people in it.
    """

    event: str
    year: int
    stands_alone: bool
    around: frozenset[str]
    place: Place


def dated(story: Story) -> Iterator[Dated]:
    """Events with their years, by the notes and then by the chapters."""
    for note in story.manuscript.notes:
        for line in re.finditer(r"[^\n]+", note.text):
            place = Place(
                chapter=note.name, order=-1, start=line.start(), stop=line.end(),
                quote=line.group(),
            )  # fmt: skip
            yield from _in(line.group(), frozenset(), place, story)
    for told in story.lines:
        sentence = told.sentence
        if sentence.mode not in (Mode.DREAMT, Mode.SAID):
            people = frozenset(mention.key for mention in told.mentions)
            people |= frozenset({told.subject} if told.subject else ())
            yield from _in(sentence.text, people, sentence.place(), story)


def facts(story: Story) -> Iterator[Fact]:
    """Events with their years as facts."""
    for one in dated(story):
        yield Fact(
            kind=FactKind.DATE, subject=one.event, attribute="year", value=f"{one.year}",
            place=one.place,
        )  # fmt: skip


def _in(text: str, people: frozenset[str], place: Place, story: Story) -> Iterator[Dated]:
    found = list(_YEAR.finditer(text))
    if len(found) != 1 or len(set(years_in(text))) > 1:
        return
    one = found[0]
    clause = clause_around(text, one.start(), one.end())
    if len(_WORD.findall(clause)) < 6:
        clause = text
    near = [word.lower() for word in _WORD.findall(clause)]
    events = {ONCE_OF[word] for word in near if word in ONCE_OF}
    for event, alone in events:
        yield Dated(
            event=event,
            year=int(one.group("year")),
            stands_alone=alone,
            around=(story.stems(clause) - _stems(event, story)) | people,
            place=place,
        )


def _stems(event: str, story: Story) -> frozenset[str]:
    """Stems of the words for an event, which both clauses have anyway."""
    return frozenset(story.stem(word) for word, (name, _) in ONCE_OF.items() if name == event)


def years_between(one: Place, other: Place, story: Story) -> int:
    """How many years lie between two places, where the later one's scene opens with its year."""
    year, found = 0, 0
    for sentence, named, opens in _dated(story):
        if sentence.at > other.at:
            break
        if opens or not found:
            year = named
        if sentence.at <= one.at:
            found = year
    return abs(year - found) if found and year else 0


@lru_cache(maxsize=1)
def _dated(story: Story) -> tuple[tuple[Sentence, int, bool], ...]:
    """Sentences that name a year, the last one that they name, and whether they open with it."""
    return tuple(
        (sentence, int(named[-1]), bool(_OPENS_YEAR.match(sentence.told)))
        for sentence in story.reading.sentences
        if (named := _YEAR_NAMED.findall(sentence.told))
    )
