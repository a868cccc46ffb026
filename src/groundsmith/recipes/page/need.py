"""What a component shows: the paths of facts that it needs, and which lines they are.

`properties` is all that stands under it, `properties.*.value` one line of each property, `author`
what the file of authors holds of the item's, and `symbol?` a fact that not every item has. Only
the lines that are needed become inputs of an item, so a changed fact re-makes the files that show
it and no other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from groundsmith.recipes.page.fact import Fact


@dataclass(frozen=True)  # without slots, which would leave no place for the compiled pattern
class Selector:
    """Paths of facts, each with all that stands below it.

    Attributes:
        declared: As a component declares them: `*` is any one part, a `?` behind it may be missing.
    """

    declared: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths by themselves."""
        return tuple(path.removesuffix("?") for path in self.declared)

    def takes(self, path: str) -> bool:
        """Whether a fact under this path is needed."""
        return bool(self._pattern.fullmatch(path))

    def missing(self, facts: Iterable[Fact]) -> list[str]:
        """What is needed and not there, by the paths up to their first `*`, each once."""
        present = [fact.path for fact in facts]
        absent = [
            path.partition(".*")[0]
            for path in self.declared
            if not path.endswith("?") and not any(_below(path).fullmatch(held) for held in present)
        ]
        return list(dict.fromkeys(absent))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(_below(path).pattern for path in self.paths) or r"(?!)")


def entries(facts: Iterable[Fact], selector: Selector) -> list[tuple[Fact, Fact]]:
    """The needed lines, those of one entry that stand side by side together: first and last.

    An entry is what the first two parts of a path name: a property with its value and unit, a list.
    """
    runs: list[tuple[Fact, Fact]] = []
    adjoining = False
    for fact in facts:
        if not selector.takes(fact.path):
            adjoining = False
            continue
        if adjoining and _entry(runs[-1][1].path) == _entry(fact.path):
            runs[-1] = (runs[-1][0], fact)
        else:
            runs.append((fact, fact))
        adjoining = True
    return runs


def shared(selectors: Sequence[Selector], facts: Iterable[Fact]) -> list[Fact]:
    """The facts that every one of the selectors takes."""
    return [fact for fact in facts if all(each.takes(fact.path) for each in selectors)]


def _entry(path: str) -> list[str]:
    return path.split(".", 2)[:2]


def _below(path: str) -> re.Pattern[str]:
    parts = (r"[^.]+" if part == "*" else re.escape(part) for part in path.split("."))
    return re.compile(r"\.".join(parts) + r"(?:\..+)?")
