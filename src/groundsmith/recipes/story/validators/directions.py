"""Places that lie on the other side than before."""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.directions import OPPOSITE, Direction, directions
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.words.places import UNIQUE


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
    if OPPOSITE[one.name] != other.name or one.place.at == other.place.at:
        return False
    if one.of and other.of and one.of != other.of:
        return False
    rivers = {one.how, other.how} == {"flows", "lies"} and one.of and one.of == other.of
    if one.how != other.how and not rivers:
        return False
    if one.how in ("flows", "faces") or (one.of and one.of == other.of):
        return True
    return one.is_proper or one.thing in UNIQUE or bool(one.around & other.around)
