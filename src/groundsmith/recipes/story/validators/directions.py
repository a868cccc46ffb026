"""Places that lie on the other side than before."""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.directions import OPPOSITE, Direction, directions
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity

_LEAST_SHARED = 1


def check(story: Story) -> Iterator[Finding]:
    """Directions that cannot both hold."""
    known: dict[str, list[Direction]] = defaultdict(list)
    for one in directions(story):
        earlier = known[one.thing]
        other = next((before for before in earlier if _clash(before, one)), None)
        if other is None:
            earlier.append(one)
        elif one.place.order >= 0:
            yield Finding(
                subtype="geography",
                severity=Severity.MEDIUM,
                message=f"{one.thing} lies to the {one.name}, and to the {other.name} elsewhere",
                established=other.place,
                contradicting=one.place,
                suggestion="decide on which side it lies",
            )


def _clash(one: Direction, other: Direction) -> bool:
    return (
        OPPOSITE[one.name] == other.name
        and one.of == other.of
        and len(one.around & other.around - {one.thing}) >= _LEAST_SHARED
    )
