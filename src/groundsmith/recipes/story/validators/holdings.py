"""Things that are gone and in somebody's hand again.

What was destroyed or lost nobody may have; what was given or sold, not who gave it. Finding it, or
another one, explains it.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.doers import doer_at
from groundsmith.recipes.story.bible.holdings import Loss, absences, comes_back, losses
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.things import Thing, had, on_body, same, things
from groundsmith.recipes.story.findings import Finding, Severity, believable
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
    for line in story.lines if lost else ():
        if line.sentence.mode is not Mode.TOLD:
            continue
        for thing in had(line, story):
            for loss in lost.get(thing.head, ()):
                after = line.sentence.at > loss.line.sentence.at
                whose = loss.destroyed or loss.who in _users(line, thing, story)
                if loss.is_stowed and not _is_elsewhere(loss, line, thing):
                    continue
                if after and whose and same(thing, loss.thing):
                    if not _is_back(story, loss, line):
                        yield _finding(loss, line)
                    break


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


def _is_back(story: Story, loss: Loss, until: Line) -> bool:
    """Whether the thing comes back before a sentence ends, or the story goes on with it."""
    between = (
        line
        for line in story.lines
        if loss.line.sentence.at < line.sentence.at < until.sentence.at
        and line.sentence.mode is Mode.TOLD
        and any(same(one, loss.thing) for one in things(line.sentence.told, story))
    )
    if loss.destroyed and sum(1 for _ in islice(between, _GOES_ON)) == _GOES_ON:
        return True
    return any(
        loss.line.sentence.at < line.sentence.at <= until.sentence.at
        and comes_back(line, loss.thing, story)
        for line in story.lines
    )


def _finding(loss: Loss, line: Line) -> Finding:
    return Finding(
        subtype="possession",
        severity=Severity.MEDIUM,
        message=f"{loss.thing.head}: gone, and there again",
        established=loss.line.sentence.place(),
        contradicting=line.sentence.place(),
        suggestion="tell how it came back, or leave it out",
    )
