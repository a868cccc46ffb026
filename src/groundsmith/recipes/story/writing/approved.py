"""Facts that people approved of passages, as a note that other passages are held to.

A passage is not part of the manuscript before its author puts it there; what was approved of it
holds from then on all the same. The facts are written as the sheets that notes have, so that the
readers of notes are the only ones there are. What was approved of chapters is read there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from groundsmith.recipes.story.bible.fact import FactKind
from groundsmith.recipes.story.manuscript import Chapter
from groundsmith.recipes.story.writing.prompt_set import PassageKind
from groundsmith.records import Json

BIBLE = "(approved facts)"
"""The note's name; no document has it."""


def bible(sheets: str | None) -> tuple[Chapter, ...]:
    """The note, or none where nothing is approved."""
    return (Chapter(name=BIBLE, text=sheets, order=-1),) if sheets else ()


def sheets_of(approved: Iterable[Mapping[str, Json]], *, without: str = "") -> str | None:
    """Sheets of characters that say what was approved of passages; `None` where nothing was.

    Args:
        without: A passage, by its item's name, that must not be held to itself.
    """
    people: defaultdict[str, list[str]] = defaultdict(list)
    for fact in approved:
        if fact["chapter"] != without and _is_of_passage(fact["chapter"]):
            people[fact["subject"]].append(f"- {_entry(fact)}")
    sheets = ("\n".join((f"## {name}", *lines)) for name, lines in sorted(people.items()))
    return "\n\n".join(sheets) or None


def _is_of_passage(chapter: str) -> bool:
    """Whether a fact was told by a passage: its chapter is then an item's name."""
    return chapter.rpartition("/")[2] in frozenset(PassageKind)


def _entry(fact: Mapping[str, Json]) -> str:
    """A line of a sheet, under the key that readers of notes know."""
    attribute, value = str(fact["attribute"]), str(fact["value"])
    match fact["kind"]:
        case FactKind.APPEARANCE:
            return f"{attribute.split()[0].capitalize()}: {value}"
        case FactKind.AGE:
            return f"Age: {value.partition('@')[0]}"
        case FactKind.SKILL if value == "cannot":
            return f"Cannot: {attribute}"
        case FactKind.RELATION:
            return f"Family: {attribute} of {value}"
        case _:
            return f"{attribute.capitalize()}: {value}"
