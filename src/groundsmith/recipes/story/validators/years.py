"""Events that have two years: the fire of 1911 that was in 1923."""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.years import Dated, dated
from groundsmith.recipes.story.findings import Finding, Severity


def check(story: Story) -> Iterator[Finding]:
    """Years of one event that do not agree."""
    known: dict[str, list[Dated]] = defaultdict(list)
    for one in dated(story):
        earlier = known[one.event]
        other = next((before for before in earlier if _clash(before, one, earlier)), None)
        if other is None:
            earlier.append(one)
        elif one.place.order >= 0:
            yield Finding(
                subtype="time",
                severity=Severity.HIGH,
                message=f"{one.event}: {one.year} here, {other.year} elsewhere",
                established=other.place,
                contradicting=one.place,
                suggestion="give the event one year",
            )


def _clash(one: Dated, other: Dated, earlier: list[Dated]) -> bool:
    if one.year == other.year or one.place.at == other.place.at:
        return False
    if one.stands_alone and other.stands_alone:
        return len({before.year for before in earlier}) == 1
    return bool(one.around & other.around)
