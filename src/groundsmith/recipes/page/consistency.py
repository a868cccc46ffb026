"""Whether the files of one item say the same of the same fact.

Each number of a file is among the item's facts, and could still be another fact's: "a density of
933.47". So what stands behind a fact's name is taken from every file, in whatever format, and held
against what the first file says there. A number with the unit of another fact is not its value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.page.fact import Fact, Node, tree_of
from groundsmith.recipes.page.rendering import label
from groundsmith.records import Finding

STAGE = "consistency"
_SEGMENT = re.compile(r"[\n;]|(?<=[.!?])\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNIT = re.compile(r"[ \u00a0]?([^\s\d.,;:|\"'(){}\[\]][^\s.,;:|\"'(){}\[\]]{0,15})")
_NEAR_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A number that a file gives for a fact."""

    name: str
    number: str
    record: str
    component: str


class Reader:
    """Finds what files state about the measures of one item."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        units: dict[str, str] = {}
        for name, unit in _measures(tree_of(facts)):
            units.setdefault(label(name).casefold(), unit.casefold())
        self._units: Mapping[str, str] = units
        self._others = frozenset(filter(None, units.values()))
        names = sorted(units, key=len, reverse=True)
        self._names = re.compile(
            rf"(?<![^\W_])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![^\W_])"
        )

    def stated(self, text: str) -> Iterator[tuple[str, str]]:
        """Each fact's name with the first number behind it, before another name or a full stop."""
        for segment in _SEGMENT.split(text.casefold().replace("_", " ")):
            found = list(self._names.finditer(segment))
            stops = [match.start() for match in found[1:]] + [len(segment)]
            for match, stop in zip(found, stops, strict=False):  # none found, none to go with it
                near = min(stop, match.end() + _NEAR_CHARS)
                number = _NUMBER.search(segment, match.end(), near)
                if number and not self._is_anothers(match.group(), segment, number.end()):
                    yield match.group(), number.group()

    def _is_anothers(self, name: str, segment: str, stop: int) -> bool:
        """Whether the number there carries the unit of another measure."""
        matched = _UNIT.match(segment, stop)
        unit = matched.group(1) if matched else ""
        return unit != self._units[name] and unit in self._others


def differing(files: Sequence[tuple[str, str, str]], facts: Iterable[Fact]) -> dict[str, Finding]:
    """Record → the first finding against it, for files that give another number than one before.

    Args:
        files: Record, component and text of each, in the order in which they are believed.
    """
    reader = Reader(facts)
    first: dict[str, Stated] = {}
    against: dict[str, Finding] = {}
    for record, component, text in files:
        for name, number in reader.stated(text):
            mine = Stated(name=name, number=number, record=record, component=component)
            its = first.setdefault(name, mine)
            if its.number != number and record not in against:
                against[record] = _finding(mine, its)
    return against


def _measures(node: Node) -> Iterator[tuple[str, str]]:
    """Name and unit of every measure in a tree of facts."""
    if isinstance(node, dict):
        for name, inner in node.items():
            if isinstance(inner, dict) and {"value", "minimum"} & inner.keys():
                unit = inner.get("unit")
                yield name, unit if isinstance(unit, str) else ""
            else:
                yield from _measures(inner)


def _finding(mine: Stated, its: Stated) -> Finding:
    where = "the same file" if its.record == mine.record else f"record {its.record}"
    said = f"{its.component} ({where}) gives {its.number}"
    return Finding(
        stage=STAGE,
        code="differs-between-files",
        message=f"gives {mine.number} for {mine.name}; {said}",
        advice="write the file again from the facts",
    )
