"""Days that do not follow each other: a Thursday the day after Monday, a full moon after a new."""

from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.timeline import clashes
from groundsmith.recipes.story.findings import Finding, Severity


def check(story: Story) -> Iterator[Finding]:
    """Weekdays, dates and moons that the days between do not lead to."""
    for one in clashes(story.reading):
        yield Finding(
            subtype="time",
            severity=Severity.HIGH,
            message=f"{one.told} does not follow from {one.known.quote}",
            established=one.known,
            contradicting=one.place,
            suggestion="change the day, or let more days pass",
        )
