"""Things that are gone and in somebody's hand again.

What was destroyed or lost nobody may have; what was given or sold, not who gave it. Finding it, or
another one, explains it.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from groundsmith.recipes.story.bible.holdings import Loss, absences, comes_back, losses
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.things import Thing, had, on_body, same, things
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.doers import doer_at
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode

_GOES_ON = 3
"""So many sentences about a lost thing say that it is lost no more."""


def check(story: Story) -> Iterator[Finding]:
    """Lost things that are used."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    lost: dict[str, list[Loss]] = defaultdict(list)
    for loss in (*losses(story), *absences(story)):
        lost[loss.thing.head].append(loss)
    if not lost:
        return
    told = [line for line in story.lines if line.sentence.mode is Mode.TOLD]
    history = _History(story, told, frozenset(lost))
    for line in told:
        for thing in had(line, story):
            for loss in lost.get(thing.head, ()):
                after = line.sentence.at > loss.line.sentence.at
                whose = loss.destroyed or loss.who in _users(line, thing, story)
                if line.sentence.paragraph == loss.line.sentence.paragraph and not loss.is_stowed:
                    continue  # how it was lost
                if loss.is_stowed and not _is_elsewhere(loss, line, thing):
                    continue
                if after and whose and same(thing, loss.thing):
                    if not history.is_back(loss, line):
                        yield _finding(loss, line)
                    break


class _History:
    """Where things are named, and where they come back, by their nouns."""

    def __init__(self, story: Story, told: list[Line], heads: frozenset[str]) -> None:
        self._named: dict[str, list[tuple[tuple[int, int], Thing]]] = defaultdict(list)
        self._back: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for line in told:
            for thing in things(line.sentence.told, story):
                if thing.head in heads:
                    self._named[thing.head].append((line.sentence.at, thing))
        for line in story.lines:
            for head in comes_back(line, heads, story):
                self._back[head].append(line.sentence.at)

    def is_back(self, loss: Loss, until: Line) -> bool:
        """Whether a thing comes back before a line ends, or the story goes on with it."""
        low, high, head = loss.line.sentence.at, until.sentence.at, loss.thing.head
        if any(low < at <= high for at in self._back[head]):
            return True
        between = (
            one for at, one in self._named[head] if low < at < high and same(one, loss.thing)
        )
        return loss.destroyed and sum(1 for _ in islice(between, _GOES_ON)) == _GOES_ON


def _is_elsewhere(loss: Loss, line: Line, thing: Thing) -> bool:
    """Whether what was put somewhere is on somebody in the same scene."""
    return line.sentence.scene == loss.line.sentence.scene and on_body(line, thing)


def _users(line: Line, thing: Thing, story: Story) -> set[str]:
    """Who has a thing in a sentence."""
    doer = doer_at(line, thing.start)
    if doer is not None:
        return {doer}
    found = {line.subject, story.described(line), *(one.key for one in line.mentions)}
    return {one for one in found if one is not None}


def _finding(loss: Loss, line: Line) -> Finding:
    return Finding(
        subtype="possession",
        severity=Severity.MEDIUM,
        message=f"{loss.thing.head}: gone, and there again",
        established=loss.line.sentence.place(),
        contradicting=line.sentence.place(),
        suggestion="tell how it came back, or leave it out",
    )
