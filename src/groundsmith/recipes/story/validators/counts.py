"""Numbers that change: eleven keys that are three, six weeks that are four months.

Two counts are of one thing where they count the same noun and either speaks of all there are, or
where rare words stand around both. A part of a whole ("three of the keys") is none.
"""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.counts import Count, counts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode

_LIVE = frozenset({Mode.TOLD, Mode.RECOUNTED, Mode.SAID})
_SHARED = {"time": 2, "length": 1}
_RATIO = 1.7


def check(story: Story) -> Iterator[Finding]:
    """Counts that cannot both hold."""
    known: dict[str, list[Count]] = defaultdict(list)
    for count in counts(story):
        if count.mode not in _LIVE:
            continue
        earlier = known[count.noun]
        other = next((one for one in earlier if _clash(one, count)), None)
        if other is None:
            if all((one.value, one.around) != (count.value, count.around) for one in earlier):
                earlier.append(count)
        elif count.place.order >= 0:
            yield _finding(other, count)


def _clash(one: Count, other: Count) -> bool:
    if one.value == other.value or one.place.at == other.place.at:
        return False
    shared = len(one.around & other.around)
    if other.noun in _SHARED:
        low, high = sorted((one.value, other.value))
        return shared >= _SHARED[other.noun] and low > 0 and high / low > _RATIO
    if Mode.SAID in (one.mode, other.mode) and not shared:
        return False
    whole = other.sure and other.value > 1
    return whole or (one.sure and other.value > one.value) or shared >= 2


def _finding(one: Count, other: Count) -> Finding:
    subtype = {"time": "duration", "length": "geography"}.get(other.noun, "quantity")
    return Finding(
        subtype=subtype,
        severity=Severity.MEDIUM,
        message=f"{other.noun}: {other.value:g} here, {one.value:g} elsewhere",
        established=one.place,
        contradicting=other.place,
        suggestion="make the numbers agree",
    )
