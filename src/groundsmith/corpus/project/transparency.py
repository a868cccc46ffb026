"""Which of a project's sources were used, read back from its sheet of sources."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from groundsmith.corpus.project.kinds import SourceKind, kind_of
from groundsmith.corpus.project.sheets import COUNTED
from groundsmith.records import Json, rounded

_LINE = re.compile(r"(?P<name>[a-z]+): (?P<state>used|not read) \((?P<said>.*)\)")
HIGH, MEDIUM = 0.8, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Transparency:
    """What was used and what not, by name, each with what is said of it."""

    used: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]

    @property
    def completeness_ratio(self) -> float:
        """Used sources over all that are counted."""
        return rounded(len(self.used) / len(COUNTED))

    @property
    def completeness(self) -> Literal["high", "medium", "low"]:
        """High from 80 %, medium from 50 %."""
        ratio = self.completeness_ratio
        return "high" if ratio >= HIGH else "medium" if ratio >= MEDIUM else "low"

    def as_json(self) -> dict[str, Json]:
        """For records."""
        return {
            "used": dict(self.used),
            "not_read": dict(self.unread),
            "completeness": self.completeness,
            "completeness_ratio": self.completeness_ratio,
        }


def transparency_of(documents: Iterable[tuple[str, str]]) -> Transparency:
    """The transparency of a project's documents, given as (id, text).

    Without a sheet (a README that was named itself) the documents speak for themselves.
    """
    held = list(documents)
    sheet = next((text for name, text in held if kind_of(name) is SourceKind.SOURCES), None)
    if sheet is None:
        kinds = {kind_of(name): name for name, _ in held}
        used = [(name, kinds[kind]) for name, kind in COUNTED if kind in kinds]
        unread = [(name, "a text alone") for name, kind in COUNTED if kind not in kinds]
        return Transparency(used=tuple(used), unread=tuple(unread))
    lines = [line for line in map(_LINE.fullmatch, sheet.splitlines()) if line]
    return Transparency(
        used=tuple((line["name"], line["said"]) for line in lines if line["state"] == "used"),
        unread=tuple((line["name"], line["said"]) for line in lines if line["state"] != "used"),
    )
