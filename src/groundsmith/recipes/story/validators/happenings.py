"""One event at two times: a wedding in May and in October, a shot at midnight and under the sun.

The decision to question: two tellings are of one event where it happens once to the people in it,
or where a telling looks back and has people and things in common with the other; whatever agrees
with one of the tellings before is no slip.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from groundsmith.recipes.story.bible.happenings import Happening, happenings, named, words
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.line import Line

_MOST_TOLD = 2
"""In so many sentences one event is told of, and not one of its kind again and again."""
_FEW = 12
"""Whoever is named in no more sentences than so tells one event from another."""
_MOST_KNOWN = 60


def check(story: Story) -> Iterator[Finding]:
    """Events with two times."""
    yield from believable(_found(story), most=2)


def _found(story: Story) -> Iterator[Finding]:
    known: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    events = _Events(story)
    for one in happenings(story):
        earlier = known[one.event, one.when.kind]
        same = [
            other
            for other in earlier
            if other.sentence.at != one.sentence.at and events.are_one(other, one)
        ]
        agrees = not same or any(other.when.meets(one.when) for other in same)
        if not agrees and events.is_single(same[-1], one):
            yield _finding(same[-1], one)
        else:
            earlier.append(one)
            del earlier[:-_MOST_KNOWN]


class _Events:
    """Which tellings are of one event."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = Counter(one.key for line in story.lines for one in line.mentions)

    def are_one(self, one: Happening, other: Happening) -> bool:
        """Whether both may tell of one event."""
        shared = one.who & other.who
        if one.who and other.who and not shared and len(one.things & other.things) < 2:
            return False
        if one.is_once:
            alone = (other.looks_back or one.looks_back) and not (one.who or other.who)
            return bool(shared or one.things & other.things or alone)
        may_be = other.looks_back and one.when.kind != "year"
        return may_be and bool(one.things & other.things or self._few(shared))

    def is_single(self, one: Happening, other: Happening) -> bool:
        """Whether it is an event of which there is one; for what both of them tell of."""
        people, things = self._few(one.who & other.who), one.things & other.things
        if one.is_once or one.is_rare or len(things) + bool(people) > 1:
            return True
        count = 0
        for line in self._lines.get(one.event, ()):
            doers = {key for clause in line.clauses for key in clause.subjects}
            if things <= self._story.stems(line.sentence.told) and (not people or people & doers):
                count += 1
        return count <= _MOST_TOLD

    def _few(self, people: frozenset[str]) -> set[str]:
        return {key for key in people if self._names[key] <= _FEW}

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        """The sentences in which an event is told of, with a time or without."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self._story.lines:
            told = {named(word, self._story.language) for word in words(line.sentence.told)}
            for event in told - {""}:
                found[event].append(line)
        return found


def _finding(one: Happening, other: Happening) -> Finding:
    said = other.sentence.told[other.when.start : other.when.stop]
    before = one.sentence.told[one.when.start : one.when.stop]
    return Finding(
        subtype="time",
        severity=Severity.MEDIUM,
        message=f"{other.event}: {said} does not fit {before}",
        established=one.sentence.place(),
        contradicting=other.sentence.place(),
        suggestion="give the event one time",
    )
