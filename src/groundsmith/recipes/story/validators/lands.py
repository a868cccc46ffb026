"""Places that are not as they were: a landlocked country with a coast, a village moved uphill."""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.lands import Feature, features
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity

_MOST_KNOWN = 60


def check(story: Story) -> Iterator[Finding]:
    """Features of one place that cannot both hold."""
    known: dict[str, list[Feature]] = defaultdict(list)
    for one in features(story):
        earlier = known[one.axis]
        other = next((before for before in earlier if _clash(before, one)), None)
        if other is None:
            earlier.append(one)
            del earlier[:-_MOST_KNOWN]
        else:
            yield Finding(
                subtype="geography",
                severity=Severity.MEDIUM,
                message=f"{', '.join(sorted(one.of & other.of))}: {one.axis} is {one.side} here,"
                f" {other.side} elsewhere",
                established=other.place,
                contradicting=one.place,
                suggestion="decide how the place is, or tell how it changed",
            )


def _clash(one: Feature, other: Feature) -> bool:
    """Whether both are told of one place, on two sides of an axis, and neither as a change."""
    if one.side == other.side or one.is_change or other.is_change:
        return False
    shared = len(one.of & other.of)
    return shared >= 2 if one.axis in ("apart", "border") else shared >= 1
