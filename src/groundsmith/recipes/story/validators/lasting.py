"""Events that take longer or shorter than before: a siege of forty days that went on for years."""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.lasting import Lasting, lastings
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity

_RATIO, _PLAIN_RATIO = 2.0, 3.0
_MOST_KNOWN = 40


def check(story: Story) -> Iterator[Finding]:
    """Times of one event that cannot both hold."""
    known: dict[str, list[Lasting]] = defaultdict(list)
    for one in lastings(story):
        earlier = known[one.event]
        other = next((before for before in earlier if _clash(before, one)), None)
        if other is None:
            earlier.append(one)
            del earlier[:-_MOST_KNOWN]
        else:
            yield Finding(
                subtype="duration",
                severity=Severity.MEDIUM,
                message=f"{one.event}: {one.days:.3g} days here, {other.days:.3g} elsewhere",
                established=other.place,
                contradicting=one.place,
                suggestion="make the two agree",
            )


def _clash(one: Lasting, other: Lasting) -> bool:
    """Whether both tell of one event, and otherwise."""
    low, high = sorted((one.days, other.days))
    if high / low < (_PLAIN_RATIO if one.is_plain else _RATIO):
        return False
    if one.is_growing and other.days > one.days:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    shared = bool(one.names & other.names)
    if one.is_plain:
        return (shared and (one.event != "waiting")) or bool(one.around & other.around)
    return True
