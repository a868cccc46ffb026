"""Things that are gone and in somebody's hand again.

What was destroyed or lost nobody may have; what was given or sold, not who gave it. Finding it, or
another one, explains it.
"""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.holdings import (
    Loss,
    absences,
    comes_back,
    had,
    losses,
    same,
)
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.reading import Mode


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
                whose = loss.destroyed or (loss.who is not None and line.subject == loss.who)
                if after and whose and same(thing, loss.thing):
                    if not _is_back(story, loss, line):
                        yield _finding(loss, line)
                    break


def _is_back(story: Story, loss: Loss, until: Line) -> bool:
    """Whether the thing comes back between its loss and a sentence, that one included."""
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
