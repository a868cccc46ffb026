"""Times, distances, weights and prices that change: a crossing of three days that took nine.

Two measures are of one thing where their clauses share an event and whose it is, or rare words. The
decision to question: what goes on ("had been married for ten years") may be longer later, and is a
slip only where it is shorter.
"""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.measures import Measure
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.events import OF_ONE

_LIVE = frozenset({Mode.TOLD, Mode.RECOUNTED, Mode.REMEMBERED, Mode.SAID})
_RATIO = 1.3
_ROUGH_RATIO = 1.7
_GROWN_RATIO = 12.0
_MOST_APART, _NEAR_RATIO = 60, 3.0
_MOST_KNOWN = 400
_SIZES = frozenset({"length", "mass", "area", "volume"})
_SUMS = frozenset(
    {
        "utang", "hutang", "owe", "debt", "loan", "pinjam", "ransom", "tebus", "dowri", "mahar",
        "maskawin", "upah", "gaji", "wage", "salari", "fine", "denda", "reward", "bounti", "rent",
        "sewa", "legaci", "waris", "inherit", "hadiah", "cost", "mortgag", "gadai",
    }
)  # fmt: skip
"""By these words two sums are one, which otherwise are two prices."""
_SUBTYPE = {"time": "duration", "length": "geography"}


def check(story: Story) -> Iterator[Finding]:
    """Measures that cannot both hold."""
    known: dict[str, list[Measure]] = defaultdict(list)
    for one in story.measures:
        if one.mode not in _LIVE:
            continue
        earlier = known[one.kind]
        other = next((before for before in earlier if _clash(before, one, earlier)), None)
        if other is None:
            earlier.append(one)
            del earlier[:-_MOST_KNOWN]
        elif one.place.order >= 0:
            yield _finding(other, one)


def _clash(one: Measure, other: Measure, earlier: list[Measure]) -> bool:
    low, high = sorted((one.value, other.value))
    if low <= 0 or one.place.at == other.place.at:
        return False
    apart = one.is_rough or other.is_rough or one.unit != other.unit
    if high / low < (_ROUGH_RATIO if apart else _RATIO):
        return False
    is_time = one.kind == "time"
    grows = is_time and (one.is_growing or other.is_growing)
    if grows and one.value < other.value < _GROWN_RATIO * one.value:
        return False
    if other.is_pointing and not is_time and one.mode is not Mode.SAID:
        values = {before.value for before in earlier if before.unit == other.unit}
        return values == {one.value}
    return _is_same(one, other)


def _is_same(one: Measure, other: Measure) -> bool:
    """Whether both measure one thing."""
    if one.owner and other.owner and one.owner != other.owner and one.kind == "time":
        return False
    shared = len(one.around & other.around)
    if one.kind != "time":
        if one.kind in _SIZES:
            return shared >= 1
        return bool(one.around & other.around & _SUMS)
    events = one.events & other.events
    apart = max(one.value, other.value) / min(one.value, other.value)
    if shared < 2 and apart > _MOST_APART:
        return False
    if Mode.SAID in (one.mode, other.mode):
        return shared >= 2 or (bool(events) and shared >= 1)
    if shared and one.owner and one.owner == other.owner:
        return True
    if events and (shared or (events & OF_ONE and one.owner and one.owner == other.owner)):
        return True
    told_apart = one.around and other.around and not shared
    if events and one.owner == other.owner and _is_near(one, other) and apart > _NEAR_RATIO:
        return not told_apart
    if False:
        return True
    return shared >= 2


def _is_near(one: Measure, other: Measure) -> bool:
    """Whether both stand in neighbouring sentences."""
    return one.at >= 0 and other.at - one.at <= 1


def _finding(one: Measure, other: Measure) -> Finding:
    return Finding(
        subtype=_SUBTYPE.get(one.kind, "quantity"),
        severity=Severity.MEDIUM,
        message=f"{other.kind}: {other.value:g} here, {one.value:g} elsewhere",
        established=one.place,
        contradicting=other.place,
        suggestion="make the two agree",
    )
