"""Things that are gone and in somebody's hand again.

What was destroyed or lost nobody may have; what was given or sold, not who gave it. Finding it, or
another one, explains it.
"""

from collections.abc import Iterator

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.holdings import Loss, losses, regained, shown
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode


def check(story: Story) -> Iterator[Finding]:
    """Lost things that are used."""
    lost = list(losses(story))
    for line in story.lines if lost else ():
        if line.sentence.mode is not Mode.TOLD:
            continue
        for loss in lost:
            after = line.sentence.at > loss.line.sentence.at
            whose = loss.destroyed or line.subject == loss.who
            if after and whose and shown(line, loss, story):
                if not regained(story.lines, loss, line, story):
                    yield _finding(loss, line)
                break


def _finding(loss: Loss, line: Line) -> Finding:
    return Finding(
        subtype="possession",
        severity=Severity.MEDIUM,
        message=f"{' '.join(sorted(loss.thing))}: gone, and there again",
        established=loss.line.sentence.place(),
        contradicting=line.sentence.place(),
        suggestion="tell how it came back, or leave it out",
    )
